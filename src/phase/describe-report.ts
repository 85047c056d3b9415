import type { Environment } from './environment.ts';
import type { Override } from './read-override.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { ReportContext } from '../report/report-context.ts';

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
    baselineTitle: pullRequest?.baseRef ?? nameBaseline(plan, baseline),
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
  if (query.kind === 'commit' || query.kind === 'merge-base') return query.branchTag;
  if (baseline.kind !== 'found') return null;
  const own = `${plan.image}:`;
  return baseline.reference.startsWith(own) ? baseline.reference.slice(own.length) : baseline.reference;
}

function readRun(environment: Environment): ReportContext['run'] {
  const number = Number(environment['GITHUB_RUN_NUMBER']);
  const id = environment['GITHUB_RUN_ID'] ?? '';
  if (!Number.isSafeInteger(number) || !/^\d+$/.test(id)) return null;
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return { number, url: `${server}/${environment['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${id}` };
}
