import type { Environment } from './environment.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { Comparison } from '../compare/comparison.ts';
import { systemClock } from '../github/clock.ts';
import { publishComment } from '../publish/publish-comment.ts';
import { makeSection } from '../report/comment-section.ts';
import { renderComment } from '../report/comment.ts';
import { assertNever } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Note } from '../note.ts';
import type { ReportContext } from '../report/report-context.ts';

/** Keeps this image's section in the pull request's comment. `url` is `null` where there is no comment. */
export async function postComment(
  comparison: Comparison,
  context: ReportContext,
  plan: ReportPlan,
  github: GitHubApi | null,
  environment: Environment,
): Promise<{ url: string | null; notes: readonly Note[] }> {
  const { pullRequest, repository } = plan.event;
  if (pullRequest === null || github === null) return { url: null, notes: [] };
  const run = { id: readCount(environment['GITHUB_RUN_ID']), attempt: readCount(environment['GITHUB_RUN_ATTEMPT']) };
  const published = await publishComment(
    github,
    {
      pullRequest: pullRequest.number,
      isFork: pullRequest.headRepository?.toLowerCase() !== repository.toLowerCase(),
      mode: plan.comment,
      section: makeSection(comparison, renderComment(comparison, context), context, run),
      summaryUrl: context.run?.url ?? null,
    },
    systemClock,
  );
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

function readCount(text: string | undefined): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
