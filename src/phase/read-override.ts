import { wrapError } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';

/** What of a pull request lifts its budgets now: a label, and who put it there; or that it is closed. */
export interface Override {
  isOverridden: boolean;
  by: string | null;
  /** It is closed by now, so that nothing can be stopped any more. */
  isClosed: boolean;
  notes: readonly Note[];
}

/** Read live: a re-run replays the event of the first run, and people add the label, or merge, after that. */
export async function readOverride(
  plan: Pick<Plan, 'event' | 'budgets' | 'overBudget' | 'overrideLabel'>,
  github: Pick<GitHubApi, 'getPullRequest' | 'findLabeler'> | null,
): Promise<Override> {
  const { pullRequest } = plan.event;
  const none = { isOverridden: false, by: null, isClosed: false, notes: [] };
  if (pullRequest === null || github === null || plan.budgets.length === 0) return none;
  try {
    const { labels, state } = await github.getPullRequest(pullRequest.number);
    // Where the event said so already, so did the plan.
    const isClosed = state === 'closed' && plan.overBudget === 'fail';
    const asItIs = { ...none, isClosed, notes: isClosed ? [CLOSED] : [] };
    // GitHub's labels are one, however they are capitalised.
    const label = labels.find((name) => name.toLowerCase() === plan.overrideLabel.toLowerCase());
    if (label === undefined) return asItIs;
    return { ...asItIs, isOverridden: true, by: await github.findLabeler(pullRequest.number, label) };
  } catch (error) {
    const { message, hint } = wrapError('GITHUB_FAILED', 'the labels of the pull request could not be read', error);
    return { ...none, notes: [{ code: 'labels-unreadable', message, hint }] };
  }
}

const CLOSED: Note = {
  code: 'pull-request-closed',
  message: 'The pull request is closed by now: a broken budget warns.',
  hint: '',
};
