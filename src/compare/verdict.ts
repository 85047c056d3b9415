import type { BudgetResult, Comparison, Verdict } from './comparison.ts';
import type { Note } from '../note.ts';

const PRECEDENCE: readonly Verdict[] = ['over', 'overridden', 'not-compared', 'no-baseline', 'pass'];

/** The first that holds for any of them: contract.md, "Outputs". */
export function decideVerdict(verdicts: readonly Verdict[]): Verdict {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}

/** Code of the note that a report of a scanner could not be read. */
export const REPORTS_UNREAD = 'reports-unread';

/**
 * Whether a comparison fails the job: a broken budget that is enforced, and under `strict` one that could not be made, or
 * not with the reports of scanners that were asked for.
 */
export function failsJob({ verdict, budgets, notes }: JudgedComparison, strict: boolean): boolean {
  return (
    budgets.some((budget) => budget.verdict === 'over' && budget.enforced) ||
    (strict && (verdict === 'not-compared' || notes.some(({ code }) => code === REPORTS_UNREAD)))
  );
}

interface JudgedComparison {
  readonly verdict: Verdict;
  readonly budgets: readonly Pick<BudgetResult, 'verdict' | 'enforced'>[];
  readonly notes: readonly Pick<Note, 'code'>[];
}

/** Worst first, for sorting: 0 is the worst. */
export function rankVerdict(verdict: Comparison['verdict']): number {
  return PRECEDENCE.indexOf(verdict);
}
