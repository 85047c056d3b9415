import type { BudgetResult, Comparison, Verdict } from './comparison.ts';
import type { Note } from '../note.ts';

const PRECEDENCE: readonly Verdict[] = ['over', 'overridden', 'not-compared', 'no-baseline', 'pass'];

/** The first that holds for any of them: contract.md, "Outputs". */
export function decideVerdict(verdicts: readonly Verdict[]): Verdict {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}

/** Code of the note that a report of a scanner could not be read. */
export const REPORTS_UNREAD = 'reports-unread';

/** Whether a comparison fails the job: for what it says, and under `strict` where a scanner's report could not be read. */
export function failsJob(
  comparison: Judged & { readonly notes: readonly Pick<Note, 'code'>[] },
  strict: boolean,
): boolean {
  return isFailure(comparison, strict) || (strict && comparison.notes.some(({ code }) => code === REPORTS_UNREAD));
}

/** Whether what it says is an error: a broken budget that is enforced, and under `strict` that it could not be made. */
export function isFailure({ verdict, budgets }: Judged, strict: boolean): boolean {
  return (
    budgets.some((budget) => budget.verdict === 'over' && budget.enforced) || (strict && verdict === 'not-compared')
  );
}

interface Judged {
  readonly verdict: Verdict;
  readonly budgets: readonly Pick<BudgetResult, 'verdict' | 'enforced'>[];
}

/** Worst first, for sorting: 0 is the worst. */
export function rankVerdict(verdict: Comparison['verdict']): number {
  return PRECEDENCE.indexOf(verdict);
}
