import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCollectedComparison } from './collected-file.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { Comparison } from '../compare/comparison.ts';
import { renderComment } from '../report/comment/comment.ts';
import { renderPage } from '../report/page.ts';
import type { ReportContext } from '../report/report-context.ts';

/** Paths of what was written; `null` where it was not asked for. */
export interface ReportFiles {
  comparison: string;
  comment: string;
  /** The page. */
  report: string | null;
  /** What comment/ takes. */
  collected: string | null;
}

/** Writes the comparison as JSON, as the comment's Markdown and, where asked for, as a page and for comment/. */
export async function writeReportFiles(
  comparison: Comparison,
  context: ReportContext,
  plan: Pick<ReportPlan, 'report' | 'comment' | 'strict'>,
  folder: string,
): Promise<ReportFiles> {
  const files = {
    comparison: join(folder, 'comparison.json'),
    comment: join(folder, 'comment.md'),
    report: plan.report ? join(folder, `${comparison.name}.html`) : null,
  };
  const parts = renderComment(comparison, context).map(({ text }) => text.toString());
  await writeFile(files.comparison, `${JSON.stringify(comparison, null, 2)}\n`);
  await writeFile(files.comment, `${parts.join('\n\n')}\n`);
  if (files.report !== null) await writeFile(files.report, renderPage(comparison, context));
  const isCollected = plan.comment === 'collect';
  const collected = isCollected ? await writeCollectedComparison(folder, comparison, context, plan.strict) : null;
  return { ...files, collected };
}
