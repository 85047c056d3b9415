import { describeInspection } from './inspection.ts';
import { formatInspection } from './format-inspection.ts';
import { formatJson } from './format-json.ts';
import { openPlaces, type OpenPlaces } from './places.ts';
import { startProgress, type Progress } from './progress.ts';
import { openIndexesOf, readRecord } from './read-records.ts';
import { readSide, type Side } from './side.ts';
import { tellNotes } from './tell-notes.ts';
import { useColor } from './use-color.ts';
import { noteRepeated } from '../image/note-repeated.ts';
import { parsePlatformList } from '../plan/platform-list.ts';
import type { InspectArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import type { ReadLayers } from '../layer/read-image-layers.ts';

/**
 * `plimsoll inspect REF`: platforms, layers and download sizes; with `--files` what is in them, too, and sizes on disk.
 * Throws `INPUT_INVALID`, `IMAGE_NOT_FOUND` and what reading throws.
 */
export async function runInspect(asked: InspectArguments, terminal: Terminal): Promise<0> {
  const platforms = parsePlatformList('--platform', asked.platforms.join());
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    const wanted = { role: 'the image', text: asked.reference, platforms, withBuild: false };
    const side = await readSide(wanted, places, progress);
    const { image } = side;
    const read = asked.files ? await readFiles(side, places, progress) : null;
    progress.end();
    const described = describeInspection({ image, read, withEntries: asked.layers });
    const { depth, top } = asked;
    const options = {
      color: useColor(asked.color, terminal),
      width: terminal.columns() ?? Infinity,
      shown: { depth, top },
    };
    await terminal.print(
      asked.output === 'json' ? formatJson(described.inspection) : formatInspection(described, options),
    );
    if (!asked.quiet) await tellNotes(noteRepeated('the image', image), terminal);
    return 0;
  } finally {
    progress.end();
    places.close();
  }
}

/** Out of the file indexes that are kept beside the image, as far as there are any. */
async function readFiles(side: Side, places: OpenPlaces, progress: Progress): Promise<ReadLayers> {
  const { readImageLayers } = await import('../layer/read-image-layers.ts');
  const layers = side.image.platforms.flatMap((platform) => platform.layers);
  const indexes = await openIndexesOf(side, await readRecord(side, places), places);
  return await readImageLayers(side.source, layers, indexes, progress.follow);
}
