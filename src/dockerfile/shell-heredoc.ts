/** Where the text goes on behind a heredoc's last line; the rest of its first line is lost where there is any. */
export function skipHeredoc(text: string, from: number, name: string, isDashed: boolean): number | null {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd === -1) return null;
  if (text.slice(from, lineEnd).trim() !== '') return null;
  let start = lineEnd + 1;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const line = text.slice(start, stop === -1 ? text.length : stop);
    if ((isDashed ? line.replace(/^\t+/, '') : line) === name) return stop === -1 ? text.length : stop;
    if (stop === -1) return null;
    start = stop + 1;
  }
  return null;
}
