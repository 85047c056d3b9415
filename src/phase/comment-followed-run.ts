import { findFollowedPullRequest } from './find-followed-pull-request.ts';
import { postComment } from './post-comment.ts';
import { formatRunUrl } from './read-run.ts';
import { renderCollected } from './render-collected.ts';
import { sortCollected } from './sort-collected.ts';
import type { Environment } from './environment.ts';
import { PlimsollError } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { CommentInputs } from '../plan/comment-inputs.ts';
import type { FollowedRun } from '../plan/followed-run.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import { takeForksReport } from '../report/comment/forks-report.ts';

/** What that job lacks where the artifacts of the run could not be had. */
const PERMISSION = 'Give the job the permissions:\npermissions:\n  actions: read\n  pull-requests: write';

/**
 * What jobs of another run collected, by code that nobody has looked at: it may say what it likes, of itself. It is told
 * on the pull request that is at the very commit of that run, and judges nothing.
 */
export async function commentFollowedRun(
  run: FollowedRun,
  repository: string,
  inputs: CommentInputs,
  github: GitHubApi,
  environment: Environment,
): Promise<void> {
  const { compared, failed, notes } = await sortCollected(inputs, PERMISSION);
  const page = { number: run.number, url: formatRunUrl(run.id, environment) };
  const taken = compared.flatMap((report) => takeForksReport(report, { headSha: run.headSha, page }) ?? []);
  printNotes([...notes, ...failed], 'warning');
  if (taken.length < compared.length) {
    const message = 'Some of what was collected says that it is of another commit than the run: it is not told.';
    printNotes([{ code: 'not-of-the-run', message, hint: '' }], 'warning');
  }
  if (taken.length === 0) return;

  const pullRequest = await findPullRequest(run, github);
  if (pullRequest === null) return;
  const isFork = run.headRepository.toLowerCase() !== repository.toLowerCase();
  const ids = { id: run.id, attempt: run.attempt, origin: isFork ? 'fork' : 'own' } as const;
  const rendered = await renderCollected(taken, ids, environment);
  const comment = await postComment(
    // Whose token this is says nothing of where the pull request comes from: here it may write.
    { pullRequest, isFork: false, mode: 'auto', sections: rendered.sections, summaryUrl: page.url },
    github,
  );
  printNotes([...rendered.notes, ...comment.notes], 'warning');
  writeOutputs({ 'comment-url': comment.url ?? '' });
}

/** `null`: there is none, and it was said why. */
async function findPullRequest(run: FollowedRun, github: GitHubApi): Promise<number | null> {
  try {
    const found = await findFollowedPullRequest(run, github);
    if (found.kind === 'found') return found.number;
    printNotes([found.note]);
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    printNotes([error], 'warning');
  }
  return null;
}
