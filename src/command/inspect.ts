import { describeInspection } from './inspection.ts';
import { formatInspection } from './format-inspection.ts';
import { formatJson } from './format-json.ts';
import { openPlaces } from './places.ts';
import { startProgress } from './progress.ts';
import { readSide } from './side.ts';
import { useColor } from './use-color.ts';
import { parsePlatformList } from '../plan/platform-list.ts';
import type { InspectArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** `plimsoll inspect REF`: platforms, layers and download sizes. Throws `INPUT_INVALID`, `IMAGE_NOT_FOUND` and what reading throws. */
export async function runInspect(asked: InspectArguments, terminal: Terminal): Promise<0> {
  const platforms = parsePlatformList('--platform', asked.platforms.join());
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    const wanted = { role: 'the image', text: asked.reference, platforms, withBuild: false };
    const inspection = describeInspection((await readSide(wanted, places, progress)).image);
    progress.end();
    const options = { color: useColor(asked.color, terminal), width: terminal.columns() ?? Infinity };
    await terminal.print(asked.output === 'json' ? formatJson(inspection) : formatInspection(inspection, options));
    return 0;
  } finally {
    progress.end();
    places.close();
  }
}
