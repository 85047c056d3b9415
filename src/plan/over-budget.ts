import { assertNever } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { Trigger } from './event.ts';
import type { Note } from '../note.ts';

/** What a broken budget does on an event. */
export type OverBudget = 'fail' | 'warn' | 'none';

/** The column "over budget" of contract.md. What is merged or closed already cannot be stopped any more: it warns. */
export function decideOverBudget(trigger: Trigger): OverBudget {
  switch (trigger.kind) {
    case 'pull-request':
      return trigger.isClosed ? 'warn' : 'fail';
    case 'tag':
      return 'fail';
    case 'merge-queue':
    case 'branch':
      return 'warn';
    case 'other':
      return 'none';
    default:
      return assertNever(trigger);
  }
}

/** What the user has to know of budgets that do less than they seem to. */
export function noteBudgets(trigger: Trigger, budgets: readonly Budget[], platforms: readonly string[]): Note[] {
  const notes: Note[] = budgets
    .filter(({ platform }) => platform !== null && !platforms.includes(platform))
    .map(({ text }) => ({
      code: 'budget-without-platform',
      message: `${text}: this platform is not built, so the limit holds nothing.`,
      hint: `Built are ${platforms.join(', ')}.`,
    }));
  if (trigger.kind !== 'pull-request' || !trigger.isClosed) return notes;
  const message = `The pull request is closed: a broken budget warns, and what is pushed comes from the push to ${trigger.baseRef}.`;
  return [...notes, { code: 'pull-request-closed', message, hint: '' }];
}
