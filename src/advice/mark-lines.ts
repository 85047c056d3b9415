/** Of one finding, with two for the lines around it. */
const MOST_MARKS = 64;

/**
 * What a finding's lines are known by in another commit, where they were moved or edited: the words of them, and the lines
 * above and below, as hashes that no word can be read from. Blanks and blank lines do not count. `lines` are all of the
 * Dockerfile's, `line` and `lastLine` count from 1.
 */
export function markLines(
  lines: readonly string[],
  { line, lastLine }: { readonly line: number; readonly lastLine: number },
  hash: (text: string) => string,
): string[] {
  const words = new Set(lines.slice(line - 1, lastLine).flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));
  const isWritten = (text: string): boolean => text.trim() !== '';
  const above = lines.slice(0, line - 1).findLast(isWritten) ?? '';
  const below = lines.slice(lastLine).find(isWritten) ?? '';
  const around = Object.entries({ above, below }).map(([where, text]) => `${where} ${text.trim()}`);
  return [...around, ...[...words].slice(0, MOST_MARKS - around.length)].map(hash);
}
