import { appendFile, stat } from 'node:fs/promises';
import { wrapError } from '../errors.ts';
import type { Note } from '../note.ts';

/** GitHub drops the whole summary of a step above it (facts/github.md). */
const MOST_BYTES = 1024 * 1024;

const TOO_LONG =
  'The report is left out: with it, the summary of this step would be above the 1 MiB that GitHub takes.\n';

/**
 * Adds Markdown to the summary of the step, `file` as GITHUB_STEP_SUMMARY names it (`''`: there is none, and nothing is
 * written). What does not fit beside what others wrote is left out, and the note says so. Never throws.
 */
export async function writeSummary(file: string, markdown: string): Promise<Note | null> {
  if (file === '') return null;
  try {
    // Two summaries one after the other are two paragraphs.
    const text = `\n${markdown}${markdown.endsWith('\n') ? '' : '\n'}`;
    const left = MOST_BYTES - (await readSize(file));
    if (Buffer.byteLength(text) <= left) {
      await appendFile(file, text);
      return null;
    }
    if (Buffer.byteLength(TOO_LONG) < left) await appendFile(file, `\n${TOO_LONG}`);
    return { code: 'summary-left-out', message: TOO_LONG.trimEnd(), hint: '' };
  } catch (error) {
    const { message } = wrapError('FILE_UNREADABLE', 'the summary could not be written', error);
    return { code: 'summary-not-written', message, hint: '' };
  }
}

async function readSize(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // Not there yet: appending makes it, or says why not.
    return 0;
  }
}
