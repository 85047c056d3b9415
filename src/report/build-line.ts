import { plural } from './against.ts';
import { formatCacheLoss } from './cache-line.ts';
import { formatDuration } from './duration.ts';
import { code, joinTexts, say, type Text } from './text.ts';
import { formatInstruction } from '../compare/instruction.ts';
import type { BuildComparison } from '../compare/comparison.ts';

/** Steps in the open that lost their cache; the rest is in the details. */
const MOST_STEPS = 2;

/** Below this a step that ran again is nobody's concern. */
const WORTH_SAYING_MS = 1000;

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
  const lost = findLostSteps(build);
  const loss = formatCacheLoss(build);
  const sentences = [
    ...(cacheable === 0 ? [say`.`] : [time === null ? fromCache : say`, ${fromCache}`]),
    ...lost
      .slice(0, MOST_STEPS)
      .map(({ name, durationMs }) => say`${code(name)} lost its cache: ${formatDuration(durationMs)}.`),
    ...(lost.length > MOST_STEPS ? [say`So did ${plural(lost.length - MOST_STEPS, 'other step')}.`] : []),
    ...(loss === null ? [] : [loss]),
  ];
  return { time, rest: joinTexts(sentences, ' ') };
}

/** Steps that were cached on the baseline and ran now, longest first; the platforms of a step run side by side and are one. */
function findLostSteps(build: BuildComparison): { name: string; durationMs: number }[] {
  const longest = new Map<string, number>();
  for (const step of build.steps) {
    if (step.status !== 'ran' || step.baseline?.status !== 'cached' || step.durationMs === null) continue;
    const name = formatInstruction(step.name);
    longest.set(name, Math.max(longest.get(name) ?? 0, step.durationMs));
  }
  return [...longest]
    .map(([name, durationMs]) => ({ name, durationMs }))
    .filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS)
    .toSorted((a, b) => b.durationMs - a.durationMs);
}
