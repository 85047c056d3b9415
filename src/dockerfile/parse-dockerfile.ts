import { DockerfileParser } from 'dockerfile-ast';
import { parseInstruction } from './parse-instruction.ts';
import { makeStages } from './make-stages.ts';
import type { Dockerfile, Instruction } from './dockerfile.ts';

export type ParsedDockerfile =
  | { readonly kind: 'parsed'; readonly dockerfile: Dockerfile }
  /** `why` is a sentence without a full stop. */
  | { readonly kind: 'refused'; readonly why: string };

/** More than these no person reads; BuildKit's own bound is 64 kB a line. */
const MOST_CHARACTERS = 512 * 1024;
const MOST_LINES = 20_000;
const MOST_INSTRUCTIONS = 2000;

/** `RUN 3<<EOF`: the library knows heredocs without a number only. */
const NUMBERED_HEREDOC = /(^|\s)([0-9]+)(?=<<-?["']?[^\s<"'])/g;
const DIRECTIVE = /^\s*#\s*(?:syntax|escape|check)\s*=/i;
const TAKES_HEREDOC = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i;

/**
 * Text to Dockerfile. Where instructions, directives and comments begin and end is the library's reading; what is in them
 * is ours (`parse-instruction.ts`). Text of any kind is taken; throws nothing.
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  if (text.length > MOST_CHARACTERS) return refuse(`it has more than ${MOST_CHARACTERS} characters`);
  // To BuildKit a lone carriage return ends no line.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
  const lines = plain.split(/\r?\n/);
  if (lines.length > MOST_LINES) return refuse(`it has more than ${MOST_LINES} lines`);
  try {
    return read(plain, lines);
  } catch {
    // The library was not made for hostile text (its issue 123).
    return refuse('it cannot be read as a Dockerfile');
  }
}

function read(text: string, lines: readonly string[]): ParsedDockerfile {
  // Column for column, so that places stay true.
  const tamed = text.split('\n').map((line) => {
    // To the library any name is a directive's.
    if (/^\s*#/.test(line)) return DIRECTIVE.test(line) ? line : line.replace(/=/g, ' ');
    return TAKES_HEREDOC.test(line)
      ? line.replace(NUMBERED_HEREDOC, (_, blank: string, number: string) => blank + ' '.repeat(number.length))
      : line;
  });
  const tree = DockerfileParser.parse(tamed.join('\n'));
  const found = tree.getInstructions();
  if (found.length > MOST_INSTRUCTIONS) return refuse(`it has more than ${MOST_INSTRUCTIONS} instructions`);
  const escape = tree.getEscapeCharacter() === '`' ? '`' : '\\';
  const source = { lines, escape } as const;
  const instructions = found.map((node): Instruction => {
    const { start, end } = node.getRange();
    return parseInstruction(source, start.line + 1, end.line + 1);
  });
  const comments = new Map(
    tree.getComments().map((comment): [number, string] => {
      const line = comment.getRange().start.line + 1;
      return [line, (lines[line - 1] ?? '').replace(/^\s*#/, '').trim()];
    }),
  );
  const from = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  if (from === -1) return refuse('it has no FROM');
  const globals = instructions.slice(0, from).filter(({ keyword }) => keyword === 'ARG');
  const stages = makeStages(globals, instructions.slice(from), escape);
  return { kind: 'parsed', dockerfile: { lines, escape, globals, stages, comments } };
}

function refuse(why: string): ParsedDockerfile {
  return { kind: 'refused', why };
}
