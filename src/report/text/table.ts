import { Markdown, mark } from './markdown.ts';
import type { Text } from './text.ts';

/** A table of GitHub's Markdown; the columns after the first `words` are numbers and stand to the right. */
export function formatTable(head: readonly Text[], rows: readonly (readonly Text[])[], words = 1): Markdown {
  const rule = Markdown.join(
    head.map((_, column) => (column < words ? mark`---|` : mark`--:|`)),
    '',
  );
  return Markdown.join([formatRow(head), mark`|${rule}`, ...rows.map(formatRow)], '\n');
}

function formatRow(cells: readonly Text[]): Markdown {
  return mark`|${Markdown.join(
    cells.map((cell) => mark` ${cell} |`),
    '',
  )}`;
}
