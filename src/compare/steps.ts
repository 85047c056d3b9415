import { weighCache, type CacheToWeigh } from './cache-worth.ts';
import { pairSteps } from './pair-steps.ts';
import type { BuildComparison, StepComparison } from './comparison.ts';
import type { BuildRecord, BuildStep } from '../build/build-record.ts';

/** What is known of the baseline's build: its time and its steps. */
export type BaselineBuild = Pick<BuildRecord, 'durationMs' | 'steps'>;

/** Puts the steps of two builds beside each other: by stage, name and platform, across builds never by digest. */
export function compareBuilds(
  head: BuildRecord,
  baseline: BaselineBuild | null,
  made: Pick<CacheToWeigh, 'image' | 'isPushed' | 'written'> = NOTHING_MADE,
): BuildComparison {
  const baselineSteps = baseline?.steps ?? [];
  return {
    durationMs: head.durationMs,
    baselineDurationMs: baseline?.durationMs ?? null,
    steps: compareSteps(head.steps, baselineSteps),
    activities: [...head.activities],
    criticalPaths: head.criticalPaths.map((path) => ({ ...path, parts: [...path.parts] })),
    cache: weighCache({ build: head, baselineSteps, ...made }),
  };
}

const NOTHING_MADE = {
  image: null,
  isPushed: false,
  written: { blobs: null, before: null, isOfPullRequest: false },
};

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
