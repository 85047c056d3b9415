import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comparison } from '../compare/comparison.ts';
import { renderComment } from '../report/comment.ts';
import { renderPage } from '../report/page.ts';
import type { ReportContext } from '../report/report-context.ts';

/** Paths of what was written; `report` is `null` where no page was asked for. */
export interface ReportFiles {
  comparison: string;
  comment: string;
  report: string | null;
}

/** Writes the comparison as JSON, as the comment's Markdown and, where asked for, as a page. */
export async function writeReportFiles(
  comparison: Comparison,
  context: ReportContext,
  { folder, withPage }: { folder: string; withPage: boolean },
): Promise<ReportFiles> {
  const files = {
    comparison: join(folder, 'comparison.json'),
    comment: join(folder, 'comment.md'),
    report: withPage ? join(folder, `${comparison.name}.html`) : null,
  };
  const parts = renderComment(comparison, context).map(({ text }) => text.toString());
  await writeFile(files.comparison, `${JSON.stringify(comparison, null, 2)}\n`);
  await writeFile(files.comment, `${parts.join('\n\n')}\n`);
  if (files.report !== null) await writeFile(files.report, renderPage(comparison, context));
  return files;
}
