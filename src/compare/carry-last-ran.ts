import { pairSteps, type StepPair } from './pair-steps.ts';
import type { BuildStep } from '../build/build-record.ts';

/** Steps of a build with what each took when it last ran, which of those that were cached the baseline's record knows. */
export function carryLastRan(steps: readonly BuildStep[], baseline: readonly BuildStep[]): BuildStep[] {
  const pairs = pairSteps(steps, baseline);
  return steps.map((step, index) => ({
    ...step,
    lastRanMs: readLastRan(step) ?? readLastRan(findSame(pairs[index] ?? null)),
  }));
}

/** What took the place of another instruction never ran before. */
function findSame(pair: StepPair | null): BuildStep | null {
  return pair?.isSame === true ? pair.step : null;
}

/** A record of an earlier version has the time of a step that ran, and no more. */
function readLastRan(step: BuildStep | null): number | null {
  if (step === null) return null;
  return step.status === 'ran' ? step.durationMs : step.lastRanMs;
}
