import type { BudgetResult, Comparison, Verdict } from './comparison.ts';

const PRECEDENCE: readonly Verdict[] = ['over', 'overridden', 'not-compared', 'no-baseline', 'pass'];

/** The first that holds for any of them: contract.md, "Outputs". */
export function decideVerdict(verdicts: readonly Verdict[]): Verdict {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}

/** Whether a comparison fails the job: a broken budget that is enforced, and under `strict` one that could not be made. */
export function failsJob(
  comparison: { readonly verdict: Verdict; readonly budgets: readonly Pick<BudgetResult, 'verdict' | 'enforced'>[] },
  strict: boolean,
): boolean {
  return (
    comparison.budgets.some((budget) => budget.verdict === 'over' && budget.enforced) ||
    (strict && comparison.verdict === 'not-compared')
  );
}

/** Worst first, for sorting: 0 is the worst. */
export function rankVerdict(verdict: Comparison['verdict']): number {
  return PRECEDENCE.indexOf(verdict);
}
