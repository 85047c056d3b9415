import { formatPlain, makeInertLine } from './plain.ts';
import type { Text } from './text.ts';

/** Columns of text that a terminal has room for, however narrow it says it is. */
const LEAST_WIDTH = 10;

/** Numbers on the right of a first column, and beside each a sentence that is wrapped between words, indented. */
export function formatHanging(rows: readonly { first: Text; rest: Text }[], width: number): string[] {
  const lines = rows.map(({ first, rest }) => ({ first: Array.from(formatPlain(first)), rest: formatPlain(rest) }));
  const indent = Math.max(0, ...lines.map(({ first }) => first.length));
  const gap = '   ';
  const room = Math.max(LEAST_WIDTH, width - indent - gap.length);
  return lines.flatMap(({ first, rest }) =>
    wrap(rest, room).map((line, index) =>
      makeInertLine(`${(index === 0 ? first.join('') : '').padStart(indent)}${gap}${line}`),
    ),
  );
}

/** A word that is longer than a line stands on its own. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && Array.from(line).length + 1 + Array.from(word).length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
