import type { BuildComparison, StepComparison } from './comparison.ts';
import type { BuildRecord, BuildStep } from '../build/build-record.ts';

/** What is known of the baseline's build: its time and its steps. */
export type BaselineBuild = Pick<BuildRecord, 'durationMs' | 'steps'>;

/** Puts the steps of two builds beside each other: by stage, name and platform, across builds never by digest. */
export function compareBuilds(head: BuildRecord, baseline: BaselineBuild | null): BuildComparison {
  const steps = compareSteps(head.steps, baseline?.steps ?? []);
  return {
    durationMs: head.durationMs,
    baselineDurationMs: baseline?.durationMs ?? null,
    steps,
    cache: {
      restored: steps.filter((step) => step.status === 'cached').length,
      cacheable: steps.length,
      importMs: head.cache.importMs,
      exportMs: head.cache.exportMs,
      savedMs: baseline === null ? null : savedMs(steps),
    },
  };
}

/** The same instruction may stand twice in a stage: the first is paired with the first, the second with the second. */
function compareSteps(head: readonly BuildStep[], baseline: readonly BuildStep[]): StepComparison[] {
  // A build for one platform does not name it; then neither side's platform tells its steps apart.
  const isNamed = [head, baseline].every((steps) => steps.every((step) => step.platform !== null));
  const keyOf = (step: BuildStep): string => JSON.stringify([isNamed ? step.platform : null, step.stage, step.name]);
  const waiting = new Map<string, BuildStep[]>();
  for (const step of baseline) waiting.set(keyOf(step), [...(waiting.get(keyOf(step)) ?? []), step]);
  return head.map((step): StepComparison => {
    const before = waiting.get(keyOf(step))?.shift();
    return {
      name: step.name,
      platform: step.platform,
      status: step.status,
      durationMs: step.durationMs,
      source: step.source,
      baseline: before === undefined ? null : { status: before.status, durationMs: before.durationMs },
      because: null,
    };
  });
}

/** What the restored steps took when they last ran, added up as if one after the other; `null` where one is not known. */
function savedMs(steps: readonly StepComparison[]): number | null {
  let sum = 0;
  for (const step of steps) {
    if (step.status !== 'cached') continue;
    if (step.baseline?.status !== 'ran' || step.baseline.durationMs === null) return null;
    sum += step.baseline.durationMs;
  }
  return sum;
}
