import { weighCache, type CacheToWeigh } from './cache-worth.ts';
import { formatBecause } from './because.ts';
import { explainSteps } from './explain-steps.ts';
import { pairSteps, type UnnamedPlatforms } from './pair-steps.ts';
import type { BuildComparison, StepComparison } from './comparison.ts';
import type { BuildRecord, BuildStep } from '../build/build-record.ts';
import type { CacheUse } from '../build/timeline/cache-use.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';

/** What is known of the baseline's build: its time, its steps and the caches that it wrote. */
export type BaselineBuild = Pick<BuildRecord, 'durationMs' | 'steps'> & {
  readonly cache: Pick<CacheUse, 'manifests'>;
};

/** What is known of two builds beside their records. */
export interface BuildContext extends Pick<CacheToWeigh, 'image' | 'isPushed' | 'written'> {
  /** What became of the build's own context between them; `null`: not known. */
  readonly changes: ContextChanges | null;
  readonly unnamed: UnnamedPlatforms;
}

const NOT_KNOWN: BuildContext = {
  image: null,
  isPushed: false,
  written: { blobs: null, before: null, isOfPullRequest: false },
  changes: null,
  unnamed: { head: null, baseline: null },
};

/** Puts the steps of two builds beside each other, and says why those ran that the baseline's build had done already. */
export function compareBuilds(
  head: BuildRecord,
  baseline: BaselineBuild | null,
  known: Partial<BuildContext> = {},
): BuildComparison {
  const context = { ...NOT_KNOWN, ...known };
  const baselineSteps = baseline?.steps ?? [];
  const steps = compareSteps(head.steps, baselineSteps, context);
  const isLeft = baseline !== null && baseline.cache.manifests.length > 0;
  return {
    durationMs: head.durationMs,
    baselineDurationMs: baseline?.durationMs ?? null,
    steps,
    activities: [...head.activities],
    criticalPaths: head.criticalPaths.map((path) => ({ ...path, parts: [...path.parts] })),
    cache: weighCache({ ...context, build: head, baselineSteps, steps, isLeft }),
  };
}

function compareSteps(
  head: readonly BuildStep[],
  baseline: readonly BuildStep[],
  { changes, unnamed }: BuildContext,
): StepComparison[] {
  const pairs = pairSteps(head, baseline, unnamed);
  const reasons = explainSteps({ head, baseline, pairs, changes });
  const steps = head.map(
    ({ name, platform, status, durationMs, startMs, isEmulated, source }, index): StepComparison => {
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
        reason: reasons[index] ?? null,
      };
    },
  );
  return steps.map((step) => ({ ...step, because: step.reason === null ? null : formatBecause(step.reason, steps) }));
}
