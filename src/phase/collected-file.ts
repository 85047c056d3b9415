import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlimsollError, wrapError } from '../errors.ts';
import { parseCollectedReport, type CollectedReport } from '../report/comment/collected-report.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Note } from '../note.ts';
import type { ReportContext } from '../report/report-context.ts';

/** One name for all, whatever image it is of: the artifact is called after the image. */
const NAME = 'plimsoll-comparison.json';

/** What is taken of an artifact, which anybody may have written. A comparison has some tens of kilobytes. */
const LIMITS = { files: 100, bytesOfFile: 8 * 1024 * 1024, bytesOfAll: 64 * 1024 * 1024, entries: 10_000 } as const;

/** Leaves a comparison to comment/; returns the file's path. */
export async function writeCollectedComparison(
  folder: string,
  comparison: Comparison,
  context: ReportContext,
  strict: boolean,
): Promise<string> {
  const { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise } = context;
  const taken = { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise };
  return await write(folder, { schemaVersion: 1, kind: 'compared', comparison, context: taken, strict });
}

/** Leaves it to comment/ to say that there is no image; returns the file's path. */
export async function writeCollectedFailure(folder: string, name: string): Promise<string> {
  return await write(folder, { schemaVersion: 1, kind: 'not-built', name });
}

async function write(folder: string, report: CollectedReport): Promise<string> {
  const path = join(folder, NAME);
  await writeFile(path, `${JSON.stringify(report)}\n`);
  return path;
}

/** What was collected, and why some of it was not taken. */
export interface Collected {
  reports: readonly CollectedReport[];
  notes: readonly Note[];
}

/**
 * Reads what actions/download-artifact left in a folder: one artifact lies in it, of several each in a folder of its
 * name. Nothing in the files is taken for granted; one that is not in order is a note.
 */
export async function readCollected(folder: string): Promise<Collected> {
  const found = await listFiles(folder);
  const taken = found.slice(0, LIMITS.files);
  const notes: Note[] =
    found.length > taken.length
      ? [
          {
            code: 'collected-too-many',
            message: `${found.length - taken.length} of ${found.length} comparisons are left out`,
            hint: '',
          },
        ]
      : [];
  const reports: CollectedReport[] = [];
  let left: number = LIMITS.bytesOfAll;
  for (const file of taken) {
    try {
      const { size } = await stat(file);
      const most = Math.min(LIMITS.bytesOfFile, left);
      if (size > most) throw new PlimsollError('LIMIT_EXCEEDED', `it has ${size} bytes, and ${most} are taken`);
      left -= size;
      reports.push(parseCollectedReport(await readFile(file, 'utf8')));
    } catch (error) {
      const { message, hint } = wrapError('FILE_UNREADABLE', 'it could not be read', error);
      notes.push({
        code: 'collected-invalid',
        message: `${file.slice(folder.length + 1)} is no comparison: ${message}`,
        hint,
      });
    }
  }
  return { reports, notes };
}

/** By path, so that the same folder gives the same order. Links are not followed. */
async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  let entries = 0;
  for (let next = folders.pop(); next !== undefined && entries < LIMITS.entries; next = folders.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true }).catch(() => [])) {
      entries += 1;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && entry.name === NAME) found.push(path);
    }
  }
  return found.sort();
}
