import { readRun } from './read-run.ts';
import type { Environment } from './environment.ts';
import type { Override } from './read-override.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { ReportContext } from '../report/report-context.ts';

/** `sha256:` and twelve digits: the head of a column. */
const SHORT_DIGEST = 19;

/** Where and for whom the report is made, out of the plan and the runner's environment. */
export function describeReport(
  plan: ReportPlan,
  baseline: FoundBaseline,
  override: Override,
  environment: Environment,
): ReportContext {
  const { pullRequest } = plan.event;
  return {
    subject: pullRequest === null ? 'build' : 'change',
    baselineTitle: nameBaseline(plan, baseline),
    baselineWhy: plan.baseline.why,
    headSha: pullRequest?.headSha ?? null,
    run: readRun(environment),
    overrideLabel: pullRequest === null || plan.overrideLabel === '' ? null : plan.overrideLabel,
    overriddenBy: override.by,
    noise: plan.noise,
  };
}

/** The branch or tag that the baseline is of; what a user gave is called as given. */
function nameBaseline(plan: ReportPlan, baseline: FoundBaseline): string | null {
  const query = plan.baseline;
  if (query.kind === 'commit' || query.kind === 'merge-base') {
    // A commit that a user gave is on no branch that is known.
    return query.branchTag === null ? null : (plan.event.pullRequest?.baseRef ?? query.branchTag);
  }
  if (baseline.kind !== 'found') return null;
  const { reference } = baseline;
  if (reference.startsWith(`${plan.image}@`)) return reference.slice(plan.image.length + 1).slice(0, SHORT_DIGEST);
  const own = `${plan.image}:`;
  return reference.startsWith(own) ? reference.slice(own.length) : reference;
}
