import { parseShell } from '../dockerfile/parse-shell.ts';
import type { Subject } from './subject.ts';
import type { Instruction } from '../dockerfile/dockerfile.ts';

/** What a container of the image starts, as far as the Dockerfile says. */
export interface Entry {
  readonly instruction: Instruction;
  /** Program and arguments, of ENTRYPOINT and CMD together. */
  readonly words: readonly string[];
  /** The program without its folders. */
  readonly program: string;
}

/** `null` where neither CMD nor ENTRYPOINT is there, or its text is not understood. */
export function readEntry({ shipped }: Subject): Entry | null {
  const last = (keyword: string) => shipped.findLast(({ instruction }) => instruction.keyword === keyword);
  const entrypoint = last('ENTRYPOINT');
  const command = last('CMD');
  const instruction = entrypoint?.instruction ?? command?.instruction;
  if (instruction === undefined) return null;
  const words = [entrypoint, command].flatMap((step) =>
    step === undefined ? [] : (readWords(step.instruction) ?? []),
  );
  // `tini -- server`, `dumb-init server`: what they start counts.
  const [first = '', ...rest] = words;
  const start = INITS.has(baseName(first)) ? rest.filter((word) => !word.startsWith('-')) : words;
  const [program = ''] = start;
  return program === '' ? null : { instruction, words: start, program: baseName(program) };
}

/** Whether it is no program of Linux: a runtime outside of the image runs it, or it is there to be taken out. */
export function isForeign({ program }: Entry): boolean {
  return /\.(?:wasm|apk|exe|dll)$/.test(program);
}

const INITS = new Set(['tini', 'dumb-init', 'catatonit', 'tini-static']);

function readWords({ exec, argument }: Instruction): readonly string[] | null {
  if (exec !== null) {
    const [shell = '', option = '', script] = exec;
    if (!/(?:^|\/)(?:ba|da|a)?sh$/.test(shell) || !/^-[a-z]*c$/.test(option)) return exec;
    return script === undefined ? null : readShell(script);
  }
  return readShell(argument.text);
}

/** The last command of a shell text: those before it prepare. */
function readShell(text: string): string[] | null {
  const last = parseShell(text)?.findLast(({ isSubstituted, words }) => !isSubstituted && words.length > 0);
  const words = last?.words.map((word) => word.text) ?? null;
  return words?.[0] === 'exec' ? words.slice(1) : words;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
