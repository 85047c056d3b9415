import { wrapError } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';

/** Whether a label lifts the budgets now, and who put it there. */
export interface Override {
  isOverridden: boolean;
  by: string | null;
  notes: readonly Note[];
}

/** Read live: a re-run replays the event of the first run, and people add the label after that. */
export async function readOverride(
  plan: Pick<Plan, 'event' | 'budgets' | 'overrideLabel'>,
  github: Pick<GitHubApi, 'getPullRequest' | 'findLabeler'> | null,
): Promise<Override> {
  const { pullRequest } = plan.event;
  const none = { isOverridden: false, by: null, notes: [] };
  if (pullRequest === null || github === null || plan.budgets.length === 0 || plan.overrideLabel === '') return none;
  try {
    const { labels } = await github.getPullRequest(pullRequest.number);
    // GitHub's labels are one, however they are capitalised.
    const label = labels.find((name) => name.toLowerCase() === plan.overrideLabel.toLowerCase());
    if (label === undefined) return none;
    return { isOverridden: true, by: await github.findLabeler(pullRequest.number, label), notes: [] };
  } catch (error) {
    const { message, hint } = wrapError('GITHUB_FAILED', 'the labels of the pull request could not be read', error);
    return { ...none, notes: [{ code: 'labels-unreadable', message, hint }] };
  }
}
