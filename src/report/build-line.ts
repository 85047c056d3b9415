import { nameBaseline, plural } from './against.ts';
import { formatDuration } from './duration.ts';
import { Markdown, mark } from './markdown.ts';
import type { ReportContext } from './report-context.ts';
import { code, say } from './text.ts';
import { formatInstruction } from '../compare/instruction.ts';
import type { BuildComparison } from '../compare/comparison.ts';

/** Steps in the open that lost their cache; the rest is in the details. */
const MOST_STEPS = 2;

/** Below this a step that ran again is nobody's concern. */
const WORTH_SAYING_MS = 1000;

/** How long the build took, how much of it the cache spared, and which steps it spared the baseline but not this build. */
export function formatBuildLine(build: BuildComparison, context: ReportContext): Markdown | null {
  const sentences: Markdown[] = [];
  const { restored, cacheable } = build.cache;
  const fromCache = say`${restored} of ${plural(cacheable, 'step')} from the cache`;
  if (build.durationMs !== null) {
    const time = say`Built in ${formatDuration(build.durationMs)}`;
    sentences.push(cacheable === 0 ? mark`**${time}.**` : mark`**${time}**, ${fromCache}.`);
  } else if (cacheable > 0) {
    sentences.push(mark`${fromCache}.`);
  }
  const lost = findLostSteps(build);
  for (const { name, durationMs } of lost.slice(0, MOST_STEPS)) {
    sentences.push(
      mark`${say`${code(name)} came from the cache on ${nameBaseline(context)} and ran now: ${formatDuration(durationMs)}.`}`,
    );
  }
  if (lost.length > MOST_STEPS) {
    const rest = lost.length - MOST_STEPS;
    sentences.push(mark`${say`So did ${plural(rest, 'other step')}.`}`);
  }
  return sentences.length === 0 ? null : Markdown.join(sentences, ' ');
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
