import type { Text } from './text.ts';
import { makeVisible } from './visible.ts';

/** What a line of a terminal or log bears, in characters: of a message, and of a name, path or instruction. */
const MOST_CHARACTERS = { foreign: 500, code: 120 };

/** A sentence for a terminal, a log or an annotation: one line, in which foreign text gives no commands. */
export function formatPlain(text: Text): string {
  return makeInertLine(
    text.pieces
      .map((piece) =>
        piece.kind === 'ours' ? piece.text : makeVisible(piece.text, piece.most ?? MOST_CHARACTERS[piece.kind]),
      )
      .join(''),
  );
}

/** A line that GitHub's runner takes for no command: `::` after the blanks it starts with, `##[` anywhere (facts/github.md). */
export function makeInertLine(line: string): string {
  return line.replace(/##(?=\[)/g, '## ').replace(/^(\s*):(?=:)/, '$1: ');
}
