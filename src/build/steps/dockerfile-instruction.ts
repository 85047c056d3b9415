/** BuildKit's own length of what it shows of a heredoc. */
const LONGEST_HEREDOC_LINE = 30;

/**
 * An instruction of a Dockerfile as its author wrote it, on one line: continued lines joined, comments between them
 * left out, the keyword in upper case, and of a heredoc the first line. Build arguments stay names: what BuildKit calls
 * a step has their values in it. `firstLine` and `lastLine` count from 1.
 */
export function readInstruction(lines: readonly string[], firstLine: number, lastLine: number): string {
  const escape = readEscape(lines);
  const range = lines.slice(firstLine - 1, lastLine);
  const words: string[] = [];
  let used = 0;
  for (const line of range) {
    used += 1;
    const trimmed = line.trim();
    // A comment or an empty line between continued lines does not end the instruction.
    if (words.length > 0 && (trimmed === '' || trimmed.startsWith('#'))) continue;
    const isContinued = trimmed.endsWith(escape);
    words.push(isContinued ? trimmed.slice(0, -1).trim() : trimmed);
    if (!isContinued) break;
  }
  const text = words
    .filter((word) => word !== '')
    .join(' ')
    .replace(/^[a-z]+/i, (keyword) => keyword.toUpperCase());
  if (!text.includes('<<')) return text;
  const body = range.slice(used).find((line) => line.trim() !== '' && !line.trim().startsWith('#!'));
  return body === undefined ? text : `${text} (${body.trim().slice(0, LONGEST_HEREDOC_LINE)}…)`;
}

/** `# escape=\`` at the top makes the backtick what continues a line; directives stand before all else. */
function readEscape(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (name === undefined) return '\\';
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}
