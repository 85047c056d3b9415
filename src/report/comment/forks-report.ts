import type { CollectedReport } from './collected-report.ts';
import type { ReportContext } from '../report-context.ts';
import type { Comparison, Verdict } from '../../compare/comparison.ts';

/**
 * A comparison that the run of somebody else's pull request reported, as far as it is told on: its numbers, and nothing
 * that judges (limits that its own workflow set), nor who is said to have lifted one. `null`: it is not of that run.
 */
export function takeForksReport(
  { comparison, context }: Extract<CollectedReport, { kind: 'compared' }>,
  run: { headSha: string; page: ReportContext['run'] },
): { comparison: Comparison; context: ReportContext } | null {
  if (context.headSha !== run.headSha || context.subject !== 'change') return null;
  return {
    comparison: { ...comparison, budgets: [], verdict: withoutLimits(comparison) },
    context: { ...context, run: run.page, overrideLabel: null, overriddenBy: null },
  };
}

function withoutLimits({ verdict, baseline }: Comparison): Verdict {
  if (verdict !== 'over' && verdict !== 'overridden') return verdict;
  return baseline.kind === 'none' ? 'no-baseline' : 'pass';
}
