import { plural } from '../against.ts';
import { formatCacheLoss } from './cache-line.ts';
import { formatDuration } from '../text/duration.ts';
import { formatLostSteps } from './lost-steps.ts';
import { joinTexts, say, type Text } from '../text/text.ts';
import type { BuildComparison } from '../../compare/comparison.ts';

/** In the open, of steps that lost their cache; the rest is in the details. */
const MOST_SENTENCES = 2;

/** `Built in 48 s`, and the rest of the paragraph after it. */
export interface BuildLine {
  time: Text | null;
  rest: Text;
}

/** How long the build took, how much of it the cache spared, and which steps it spared the baseline but not this build. */
export function formatBuildLine(build: BuildComparison): BuildLine {
  const { restored, cacheable } = build.cache;
  const time = build.durationMs === null ? null : say`Built in ${formatDuration(build.durationMs)}`;
  const fromCache = say`${restored} of ${plural(cacheable, 'step')} from the cache.`;
  const loss = formatCacheLoss(build);
  const sentences = [
    ...(cacheable === 0 ? [say`.`] : [time === null ? fromCache : say`, ${fromCache}`]),
    ...formatLostSteps(build.steps, MOST_SENTENCES),
    ...(loss === null ? [] : [loss]),
  ];
  return { time, rest: joinTexts(sentences, ' ') };
}
