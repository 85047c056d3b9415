import { makeInertLine } from '../report/text/plain.ts';

const MOST_CHARACTERS = 2000;

/** All that ends a line for the runner or a terminal, or is not seen. Blanks stay as they are, for columns. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Untrusted text as lines of a job's log, in which nothing is a command to GitHub's runner. */
export function formatLogLines(untrusted: string): string[] {
  return untrusted
    .split(/\r\n|[\r\n]/)
    .map((line) =>
      makeInertLine(line.slice(0, MOST_CHARACTERS).replace(/\t/g, ' ').replace(UNSEEN, '\uFFFD').trimEnd()),
    );
}
