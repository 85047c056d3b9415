import { PlimsollError } from '../errors.ts';

/** What stands for a part of a template. */
export type Part =
  /** A word of a command or a path: refused where a shell, BuildKit or YAML would see more in it than its letters. */
  | string
  /** Words of CMD or ENTRYPOINT, which no shell sees. */
  | readonly string[]
  /** Lines that another template made. */
  | DockerfileText
  /** The line that it stands in, with nothing else, is left out. */
  | null;

/** Text that only `dockerfile` makes. */
export class DockerfileText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const WORD = /^[A-Za-z0-9_.@+:][A-Za-z0-9_./@+:=-]*$/;

/**
 * A template of a Dockerfile, indented as the code around it. Throws `INPUT_INVALID` for a word of the project's that is
 * more than a word, so that nothing in a manifest becomes a command.
 */
export function dockerfile(strings: TemplateStringsArray, ...parts: readonly Part[]): DockerfileText {
  const indent = /^\n?( *)/.exec(strings[0] ?? '')?.[1] ?? '';
  const margin = new RegExp(`\n {0,${indent.length}}`, 'g');
  const text = strings
    .map((piece, place) => `${piece.replace(margin, '\n')}${place < parts.length ? write(parts[place] ?? null) : ''}`)
    .join('')
    .replace(new RegExp(`^[^\\S\\n]*${LEFT_OUT}\\n`, 'gm'), '')
    .trim();
  return new DockerfileText(text);
}

/** No text of a project has it: words are letters, and JSON escapes it. */
const LEFT_OUT = '\u0000';

function write(part: Part): string {
  if (part === null) return LEFT_OUT;
  if (part instanceof DockerfileText) return part.text;
  if (typeof part === 'string') return checkWord(part);
  return `[${part.map((word) => JSON.stringify(word)).join(', ')}]`;
}

function checkWord(text: string): string {
  if (WORD.test(text)) return text;
  throw new PlimsollError(
    'INPUT_INVALID',
    `${JSON.stringify(text.slice(0, 200))} cannot stand in a Dockerfile that Plimsoll writes`,
    { hint: 'Letters, digits and "_", ".", "/", "@", "+", ":", "=", "-" can.' },
  );
}

/** Words beside each other: paths of a COPY. */
export function joinWords(words: readonly (string | DockerfileText)[]): DockerfileText {
  return new DockerfileText(words.map((word) => write(word)).join(' '));
}

/** Instructions under each other, those that there are. */
export function joinLines(...lines: readonly (DockerfileText | null)[]): DockerfileText {
  return new DockerfileText(lines.flatMap((line) => line?.text ?? []).join('\n'));
}

/** A Dockerfile of these stages, those that there are. */
export function joinStages(...stages: readonly (DockerfileText | null)[]): DockerfileText {
  const texts = stages.flatMap((stage) => stage?.text ?? []);
  return new DockerfileText(`# syntax=docker/dockerfile:1\n${texts.join('\n\n')}\n`);
}
