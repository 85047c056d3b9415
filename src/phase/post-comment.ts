import { systemClock, type Clock } from '../github/clock.ts';
import { publishComment, type CommentRequest } from '../publish/publish-comment.ts';
import { assertNever } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Note } from '../note.ts';

/** Keeps sections in the pull request's comment. `url` is `null` where there is no comment. */
export async function postComment(
  request: CommentRequest,
  github: GitHubApi,
  clock: Clock = systemClock,
): Promise<{ url: string | null; notes: readonly Note[] }> {
  const published = await publishComment(github, request, clock);
  switch (published.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'superseded':
      return { url: published.url, notes: [] };
    case 'none':
      return { url: null, notes: [] };
    case 'denied':
    case 'failed':
      return { url: null, notes: [published.note] };
    default:
      return assertNever(published);
  }
}
