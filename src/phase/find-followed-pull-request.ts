import type { GitHubApi } from '../github/api.ts';
import type { Note } from '../note.ts';
import type { FollowedRun } from '../plan/followed-run.ts';

export type FollowedPullRequest = { kind: 'found'; number: number } | { kind: 'none'; note: Note };

/**
 * The pull request whose run this one follows. The event names none where it comes from a fork (facts/github.md): it is
 * the open one of that branch, of that very repository, whose head is the very commit of the run. Throws what GitHub's
 * API throws.
 */
export async function findFollowedPullRequest(
  run: FollowedRun,
  github: Pick<GitHubApi, 'listPullRequests'>,
): Promise<FollowedPullRequest> {
  const [owner = ''] = run.headRepository.split('/');
  const open = await github.listPullRequests(owner, run.headBranch);
  const ofRepository = open.filter(
    ({ headRepository }) => headRepository?.toLowerCase() === run.headRepository.toLowerCase(),
  );
  const [found, ...others] = ofRepository.filter(({ headSha }) => headSha === run.headSha);
  const from = `${run.headRepository}, branch ${run.headBranch}`;
  if (found === undefined) {
    return none(
      ofRepository.length === 0
        ? `There is no open pull request from ${from}.`
        : `The pull request from ${from} is at another commit by now: the run of that one will comment.`,
    );
  }
  if (others.length === 0) return { kind: 'found', number: found.number };
  const numbers = [found, ...others].map(({ number }) => `#${number}`).join(', ');
  return none(`Several pull requests have the commit of this run (${numbers}), and it does not say which it is of.`);
}

function none(message: string): FollowedPullRequest {
  return { kind: 'none', note: { code: 'no-pull-request', message, hint: '' } };
}
