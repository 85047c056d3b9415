import { endGroup, info, startGroup } from '@actions/core';
import { formatLogLines } from './log-lines.ts';

/** Lines under a title that folds, in the job's log. Both may be untrusted. */
export function printGroup(title: string, lines: readonly string[]): void {
  startGroup(formatLogLines(title).join(' '));
  for (const line of lines.flatMap(formatLogLines)) info(line);
  endGroup();
}
