import { code, say, type Text } from '../text/text.ts';
import type { Cause, SourceLine } from '../../compare/comparison.ts';

/** Characters of an instruction in a row that says more than it. */
export const MOST_OF_AN_INSTRUCTION = 80;

/** Characters of a Dockerfile's path before its line. */
const MOST_OF_A_FILE = 60;

/** `Dockerfile:14` `RUN go build`. */
export function nameLayer({ source, detail, layer }: Pick<Cause, 'source' | 'detail' | 'layer'>): Text {
  const what =
    detail === ''
      ? say`layer ${code((layer ?? '').replace(/^sha\d+:/, '').slice(0, 12))}`
      : code(detail, MOST_OF_AN_INSTRUCTION);
  return source === null ? what : say`${formatSource(source)} ${what}`;
}

/** `Dockerfile:14`; of a long path the end, for the line must be seen. */
export function formatSource({ file, line }: SourceLine): Text {
  const characters = Array.from(file);
  const shown = characters.length <= MOST_OF_A_FILE ? file : `…${characters.slice(1 - MOST_OF_A_FILE).join('')}`;
  return code(`${shown}:${line}`);
}
