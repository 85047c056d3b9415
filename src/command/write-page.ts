import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { wrapError } from '../errors.ts';
import { renderPage } from '../report/page.ts';
import type { Terminal } from './terminal.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { ReportContext } from '../report/report-context.ts';

/** `--html FILE`. Throws `FILE_UNWRITABLE`. */
export async function writePage(
  comparison: Comparison,
  context: ReportContext,
  file: string,
  { directory }: Pick<Terminal, 'directory'>,
): Promise<void> {
  try {
    await writeFile(resolve(directory, file), renderPage(comparison, context));
  } catch (error) {
    throw wrapError('FILE_UNWRITABLE', `--html ${file}`, error);
  }
}
