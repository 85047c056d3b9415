import { cutLine } from './cut-line.ts';
import { formatPlain } from './plain.ts';
import type { Text } from './text.ts';

/** Rows with their cells below each other; the first `words` columns stand to the left, the others to the right, as numbers do. */
export function formatColumns(rows: readonly (readonly Text[])[], width: number, words = 1): string[] {
  const cells = rows.map((row) => row.map((cell) => Array.from(formatPlain(cell))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => {
    const line = row.map((cell, column) => {
      const padding = ' '.repeat((widths[column] ?? 0) - cell.length);
      return column < words ? cell.join('') + padding : padding + cell.join('');
    });
    return cutLine(line.join('   ').trimEnd(), width);
  });
}
