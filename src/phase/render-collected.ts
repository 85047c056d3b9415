import type { Environment } from './environment.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Note } from '../note.ts';
import { writeSummary } from '../publish/write-summary.ts';
import { makeSection, type CommentSection, type Origin } from '../report/comment/comment-section.ts';
import { renderComment } from '../report/comment/comment.ts';
import type { ReportContext } from '../report/report-context.ts';

/** A comparison, and where and for whom it was made. */
export interface TakenReport {
  comparison: Comparison;
  context: ReportContext;
}

/** Sections of the comment, rendered of the data alone; and the same text in the summary of this job, for where it may not comment. */
export async function renderCollected(
  reports: readonly TakenReport[],
  run: { id: number; attempt: number; origin: Origin },
  environment: Environment,
): Promise<{ sections: readonly CommentSection[]; notes: readonly Note[] }> {
  const sections = reports.map(({ comparison, context }) =>
    makeSection(comparison, renderComment(comparison, context), context, run),
  );
  if (sections.length === 0) return { sections, notes: [] };
  const texts = sections.map(({ parts }) => parts.map(({ text }) => text).join('\n\n'));
  const note = await writeSummary(environment['GITHUB_STEP_SUMMARY'] ?? '', `${texts.join('\n\n---\n\n')}\n`);
  return { sections, notes: note === null ? [] : [note] };
}
