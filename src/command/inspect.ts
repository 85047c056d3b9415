import { describeInspection, type DescribedImage } from './inspection.ts';
import { formatInspection } from './format-inspection.ts';
import { formatJson } from './format-json.ts';
import { openPlaces, type OpenPlaces } from './places.ts';
import { startProgress, type Progress } from './progress.ts';
import { openIndexesOf } from './read-records.ts';
import { readSide, type Side } from './side.ts';
import { tellNotes } from './tell-notes.ts';
import { useColor } from './use-color.ts';
import { noteRepeated } from '../image/note-repeated.ts';
import { parsePlatformList } from '../plan/platform-list.ts';
import type { InspectArguments } from './inspect-arguments.ts';
import type { Terminal } from './terminal.ts';
import { LEVELS } from '../advice/levels.ts';
import type { ReadPlatform } from '../advice/find-in-image.ts';
import type { ImageAdvice } from '../advice/advise-image.ts';
import type { Level } from '../advice/rule.ts';
import type { FoundRecord } from '../record/fetch-record.ts';
import type { ReadLayers } from '../layer/read-image-layers.ts';

/**
 * `plimsoll inspect REF`: platforms, layers and download sizes; with `--files` what is in them, too, and sizes on disk;
 * with `--advise` what should not be, with `--worth` what its size means. Gives the exit code: 1 where there is a finding of `--fail-on`. Throws `INPUT_INVALID`, `IMAGE_NOT_FOUND` and what reading throws.
 */
export async function runInspect(asked: InspectArguments, terminal: Terminal): Promise<0 | 1> {
  const platforms = parsePlatformList('--platform', asked.platforms.join());
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    const isRead = asked.files || asked.advise || asked.worth !== null;
    const wanted = { role: 'the image', text: asked.reference, platforms, withBuild: asked.advise, withRecord: isRead };
    const side = await readSide(wanted, places, progress);
    const { image, record } = side;
    const [read, rules] = await Promise.all([
      isRead ? readFiles(side, record, asked, places, progress) : null,
      asked.advise ? openRules(side, record, asked, places) : null,
    ]);
    progress.end();
    const { layers: withEntries, files: withFiles, depth, top } = asked;
    const advise = rules?.advise ?? null;
    const usage = asked.worth === null ? null : (await import('../worth/prices.ts')).priceUsage(asked.worth);
    const described = describeInspection({ image, read, withEntries, withFiles, advise, usage });
    const options = {
      color: useColor(asked.color, terminal),
      width: terminal.columns() ?? Infinity,
      shown: { depth, top },
    };
    await terminal.print(await format(described, asked.output, options));
    if (asked.output === 'text' && usage !== null) {
      const { renderImageWorth } = await import('../report/worth-text.ts');
      await terminal.print(renderImageWorth(described.inspection, options));
    }
    if (!asked.quiet) await tellNotes([...noteRepeated('the image', image), ...(rules?.notes ?? [])], terminal);
    return isFailing(described.advice?.flat() ?? [], asked.failOn) ? 1 : 0;
  } finally {
    progress.end();
    places.close();
  }
}

async function format(
  described: DescribedImage,
  output: InspectArguments['output'],
  options: Parameters<typeof formatInspection>[1],
): Promise<string> {
  const { inspection, advice } = described;
  switch (output) {
    case 'text':
      return formatInspection(described, options);
    case 'json':
      return formatJson(inspection);
    case 'sarif': {
      const { describeImageSarif } = await import('../report/findings/image-sarif.ts');
      const found = inspection.platforms.map(({ platform }, place) => ({ platform, advice: advice?.[place] ?? [] }));
      return formatJson(describeImageSarif(found));
    }
  }
}

function isFailing(advice: readonly ImageAdvice[], failOn: Level | null): boolean {
  const worst = failOn === null ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return advice.some(({ level }) => worst.includes(level));
}

/** Loaded only where they are asked. */
async function openRules(side: Side, record: FoundRecord, { ignored, base }: InspectArguments, places: OpenPlaces) {
  const [{ findInImage }, { checkRules }, { findImageBase }] = await Promise.all([
    import('../advice/find-in-image.ts'),
    import('./check-rules.ts'),
    import('./image-base.ts'),
  ]);
  checkRules(ignored);
  const { countLayers, notes } = await findImageBase(side, record, base, places);
  const advise = (read: ReadPlatform): ImageAdvice[] => findInImage(read, countLayers(read.platform), new Set(ignored));
  return { advise, notes };
}

/** Out of the file indexes that are kept beside the image, as far as there are any. */
async function readFiles(
  side: Side,
  record: FoundRecord,
  { advise, worth }: InspectArguments,
  places: OpenPlaces,
  progress: Progress,
): Promise<ReadLayers> {
  const { readImageLayers } = await import('../layer/read-image-layers.ts');
  const layers = side.image.platforms.flatMap((platform) => platform.layers);
  const indexes = await openIndexesOf(side, record, places);
  return await readImageLayers(
    side.source,
    layers,
    { indexes, keeps: advise || worth !== null ? 'all' : 'system' },
    progress.follow,
  );
}
