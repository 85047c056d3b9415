import { postComment } from './post-comment.ts';
import { readRun, readRunIds } from './read-run.ts';
import { renderCollected } from './render-collected.ts';
import { sortCollected } from './sort-collected.ts';
import type { Environment } from './environment.ts';
import { decideVerdict, failsJob } from '../compare/verdict.ts';
import type { GitHubApi } from '../github/api.ts';
import type { CommentInputs } from '../plan/comment-inputs.ts';
import { findAccess, isFromFork, type WorkflowEvent } from '../plan/event.ts';
import { printAnnotations } from '../publish/print-annotations.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import { renderAnnotation } from '../report/findings/annotation.ts';
import type { CommentSection } from '../report/comment/comment-section.ts';

/**
 * What jobs of this very run collected: one comment, one verdict. `true`: the job is to fail, for a broken budget, a build
 * that failed or, where the job that compared is `strict`, a comparison that could not be made.
 */
export async function commentOwnRun(
  event: WorkflowEvent,
  inputs: CommentInputs,
  github: GitHubApi | null,
  environment: Environment,
): Promise<boolean> {
  const { compared, failed, notes } = await sortCollected(inputs, '');
  const run = readRun(environment);
  const reports = compared.map(({ comparison, context }) => ({ comparison, context: { ...context, run } }));
  const ids = { ...readRunIds(environment), origin: 'own' } as const;
  const rendered = await renderCollected(reports, ids, environment);
  const comment = await post(rendered.sections, event, run?.url ?? null, github);
  printAnnotations(reports.flatMap((one) => renderAnnotation(one.comparison, one.context) ?? []));
  printNotes(rendered.notes);
  // Who may comment and does not is to know; a fork and Dependabot never may, and their reviewers know.
  printNotes(comment.notes, isVisitor(event) ? 'notice' : 'warning');
  printNotes(notes, 'warning');
  printNotes(failed, 'error');
  const isIncomplete = failed.length > 0 || notes.length > 0;
  const verdicts = compared.map(({ comparison }) => comparison.verdict);
  writeOutputs({
    verdict: decideVerdict(isIncomplete ? [...verdicts, 'not-compared'] : verdicts),
    'comment-url': comment.url ?? '',
  });
  return failed.length > 0 || compared.some(({ comparison, strict }) => failsJob(comparison, strict));
}

async function post(
  sections: readonly CommentSection[],
  { trigger, repository }: WorkflowEvent,
  summaryUrl: string | null,
  github: GitHubApi | null,
): ReturnType<typeof postComment> {
  if (trigger.kind !== 'pull-request' || github === null) return { url: null, notes: [] };
  const isFork = isFromFork(trigger, repository);
  return await postComment({ pullRequest: trigger.number, isFork, mode: 'auto', sections, summaryUrl }, github);
}

function isVisitor(event: WorkflowEvent): boolean {
  return event.trigger.kind === 'pull-request' && findAccess(event.trigger, event) !== 'own';
}
