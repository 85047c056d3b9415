import { error, info, notice, warning } from '@actions/core';
import { formatLogLines } from './log-lines.ts';

export interface LogAnnotation {
  level: 'error' | 'warning' | 'notice';
  /** Untrusted; with line breaks where it has several lines. */
  message: string;
  /** A line of a file of the repository, where it is to stand beside. */
  place?: { file: string; line: number } | null;
}

/** GitHub shows no more of one level for a step (facts/github.md). */
const MOST_OF_A_LEVEL = 10;

const PRINT = { error, warning, notice };

/**
 * Messages in the log and beside the job. Of each level the first ten are shown there; where there are more, the tenth
 * says how many, and the log has them all.
 */
export function printAnnotations(annotations: readonly LogAnnotation[]): void {
  for (const level of ['error', 'warning', 'notice'] as const) {
    const texts = annotations
      .filter((annotation) => annotation.level === level)
      .map(({ message, place }) => ({ text: formatLogLines(message).join('\n'), place: place ?? null }));
    const most = texts.length > MOST_OF_A_LEVEL ? MOST_OF_A_LEVEL - 1 : MOST_OF_A_LEVEL;
    for (const { text, place } of texts.slice(0, most)) {
      PRINT[level](text, place === null ? {} : { file: place.file, startLine: place.line });
    }
    const rest = texts.slice(most);
    if (rest.length === 0) continue;
    PRINT[level](`and ${rest.length} more: see the log`);
    for (const line of rest.flatMap(({ text }) => formatLogLines(text))) info(line);
  }
}
