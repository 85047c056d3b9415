import { resolve } from 'node:path';
import type { Environment } from './environment.ts';
import { readBoundedFile } from '../bounded-file.ts';
import { REPORTS_UNREAD } from '../compare/verdict.ts';
import { wrapError } from '../errors.ts';
import type { Note } from '../note.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { VulnerabilityChanges } from '../worth/compare-vulnerabilities.ts';

/** By the reports of scanners that the inputs name. Never throws: why they could not be read is a note. */
export async function readVulnerabilities(
  { vulnerabilities: files }: Pick<ReportPlan, 'vulnerabilities'>,
  environment: Environment,
): Promise<{ changes: VulnerabilityChanges | null; notes: readonly Note[] }> {
  if (files === null) return { changes: null, notes: [] };
  const directory = environment['GITHUB_WORKSPACE'] || process.cwd();
  try {
    const { readReports } = await import('../worth/read-reports.ts');
    const read = (path: string, ...rest: [number, string]) => readBoundedFile(resolve(directory, path), ...rest);
    return { changes: await readReports(files, '', read), notes: [] };
  } catch (error) {
    const { message, hint } = wrapError('FILE_UNREADABLE', 'the reports of scanners could not be read', error);
    const toDo = hint === '' ? 'Write both before this step, by paths from the work tree.' : hint;
    return { changes: null, notes: [{ code: REPORTS_UNREAD, message, hint: toDo }] };
  }
}
