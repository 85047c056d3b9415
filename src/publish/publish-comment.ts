import { assertNever, PlimsollError } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Clock } from '../github/clock.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';
import type { CommentSection } from '../report/comment/comment-section.ts';
import { SharedComment, type CommentApi, type SharedOutcome } from './shared-comment.ts';

export interface CommentRequest {
  pullRequest: number;
  /** Whether it comes from a fork, whose token may not write. */
  isFork: boolean;
  mode: Plan['comment'];
  /** Of one name each. */
  sections: readonly CommentSection[];
  /** Page with the job's summary. */
  summaryUrl: string | null;
}

export type PublishedComment =
  | SharedOutcome
  /** By the mode, or because there is nothing to say and no comment yet. */
  | { kind: 'none' }
  /** GitHub refuses this token the comment. */
  | { kind: 'denied'; note: Note }
  | { kind: 'failed'; note: Note };

/**
 * Keeps the sections of these images in the one comment of the pull request. Never throws for what GitHub answers: the summary
 * is written all the same.
 */
export async function publishComment(
  api: CommentApi & Pick<GitHubApi, 'getPullRequest'>,
  request: CommentRequest,
  clock: Clock,
): Promise<PublishedComment> {
  if (!isPosted(request.mode) || request.sections.length === 0) return { kind: 'none' };
  try {
    const headSha = await readHead(api, request.pullRequest);
    const hasNews = request.sections.some(({ data }) => data.significance === 'news');
    const mayStart = request.mode === 'always' || hasNews;
    const shared = new SharedComment(api, { ...request, headSha }, clock);
    return (await shared.put(mayStart)) ?? { kind: 'none' };
  } catch (error) {
    if (error instanceof PlimsollError && error.code === 'GITHUB_DENIED') return refused(error, request.isFork);
    if (error instanceof PlimsollError && error.code === 'GITHUB_FAILED') {
      return { kind: 'failed', note: { code: 'comment-failed', message: error.message, hint: error.hint } };
    }
    throw error;
  }
}

function isPosted(mode: Plan['comment']): boolean {
  switch (mode) {
    case 'auto':
    case 'always':
      return true;
    case 'never':
    case 'collect':
      return false;
    default:
      return assertNever(mode);
  }
}

/** Without it, no section is marked as one of an older commit. */
async function readHead(api: Pick<GitHubApi, 'getPullRequest'>, pullRequest: number): Promise<string | null> {
  try {
    return (await api.getPullRequest(pullRequest)).headSha;
  } catch (error) {
    if (error instanceof PlimsollError) return null;
    throw error;
  }
}

function refused({ message, hint }: PlimsollError, isFork: boolean): PublishedComment {
  const forFork = 'The token of a pull request from a fork may not comment: the report is in the summary of the job.';
  return { kind: 'denied', note: { code: 'comment-denied', message, hint: isFork ? forFork : hint } };
}
