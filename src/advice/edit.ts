import { locate, type MappedText, type Place } from '../dockerfile/mapped-text.ts';

/** Text that stands from `start` to `end` is replaced. */
export interface Edit {
  readonly start: Place;
  readonly end: Place;
  /** With `\n` for a line's end, whatever the file has. */
  readonly text: string;
}

/** Puts text in before a place of a text that is mapped to the file. */
export function insertAt(mapped: MappedText, offset: number, text: string): Edit {
  // Of the place between two pieces the end of the first is meant: what is put in goes on with it.
  const before = offset === 0 ? locate(mapped, 0) : locate(mapped, offset - 1);
  const place = offset === 0 ? before : { line: before.line, column: before.column + 1 };
  return { start: place, end: place, text };
}

/** Puts whole lines in before a line. */
export function insertLines(line: number, lines: readonly string[]): Edit {
  const place = { line, column: 0 };
  return { start: place, end: place, text: lines.map((one) => `${one}\n`).join('') };
}

/** Takes whole lines out. */
export function deleteLines(line: number, lastLine: number): Edit {
  return { start: { line, column: 0 }, end: { line: lastLine + 1, column: 0 }, text: '' };
}
