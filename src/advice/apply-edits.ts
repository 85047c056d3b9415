import type { Edit } from './edit.ts';
import type { Place } from '../dockerfile/mapped-text.ts';

/** The text with the edits in it; the file's own line ends and byte order mark stay. `null` where two edits overlap or one is outside. */
export function applyEdits(text: string, edits: readonly Edit[]): string | null {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const starts = lineStarts(body);
  const lineEnd = body.includes('\r\n') ? '\r\n' : '\n';
  const sorted = edits
    .map(({ start, end, text: put }) => ({
      start: offsetOf(starts, start, body),
      end: offsetOf(starts, end, body),
      put,
    }))
    .sort((one, other) => (one.start ?? -1) - (other.start ?? -1) || (one.end ?? -1) - (other.end ?? -1));
  let done = '';
  let place = 0;
  for (const { start, end, put } of sorted) {
    if (start === null || end === null || start < place || end < start) return null;
    done += body.slice(place, start) + put.replace(/\n/g, lineEnd);
    place = end;
  }
  return mark + done + body.slice(place);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function offsetOf(starts: readonly number[], { line, column }: Place, text: string): number | null {
  const start = starts[line - 1];
  // Behind the last line, where it has no end.
  if (start === undefined) return line === starts.length + 1 && column === 0 ? text.length : null;
  return start + column > text.length ? null : start + column;
}
