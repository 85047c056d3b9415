import { carryLastRan } from './carry-last-ran.ts';
import { pairSteps } from './pair-steps.ts';
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
    activities: [...head.activities],
    criticalPaths: head.criticalPaths.map((path) => ({ ...path, parts: [...path.parts] })),
    cache: {
      restored: steps.filter((step) => step.status === 'cached').length,
      cacheable: steps.length,
      importMs: head.cache.importMs,
      exportMs: head.cache.exportMs,
      savedMs: baseline === null ? null : sumSaved(carryLastRan(head.steps, baseline.steps)),
    },
  };
}

function compareSteps(head: readonly BuildStep[], baseline: readonly BuildStep[]): StepComparison[] {
  const pairs = pairSteps(head, baseline);
  return head.map(({ name, platform, status, durationMs, startMs, isEmulated, source }, index): StepComparison => {
    const before = pairs[index]?.step ?? null;
    return {
      name,
      platform,
      status,
      durationMs,
      startMs,
      isEmulated,
      source,
      baseline: before === null ? null : { status: before.status, durationMs: before.durationMs },
      because: null,
    };
  });
}

/** What the restored steps took when they last ran, added up as if one after the other; `null` where one is not known. */
function sumSaved(steps: readonly BuildStep[]): number | null {
  const saved = steps.flatMap(({ status, lastRanMs }) => (status === 'cached' ? [lastRanMs] : []));
  return saved.reduce((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
}
