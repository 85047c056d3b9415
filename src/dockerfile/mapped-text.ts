/** A place in a file: `line` counts from 1, `column` from 0, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Text that was put together from pieces of a file, and where each piece stands there. */
export interface MappedText {
  readonly text: string;
  /** By rising `offset`; the first has offset 0. */
  readonly pieces: readonly Piece[];
}

export interface Piece extends Place {
  /** In the text, where the piece begins. */
  readonly offset: number;
}

/** Where in the file a character of the text stands; at its end, the place after the last one. */
export function locate({ pieces }: MappedText, offset: number): Place {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] ?? { offset: 0, line: 1, column: 0 };
  return { line: piece.line, column: piece.column + offset - piece.offset };
}

/** A part of a text, with its places. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  const first = { offset: 0, ...locate(mapped, start) };
  const rest = mapped.pieces
    .filter(({ offset }) => offset > start && offset < end)
    .map((piece) => ({ ...piece, offset: piece.offset - start }));
  return { text: mapped.text.slice(start, end), pieces: [first, ...rest] };
}
