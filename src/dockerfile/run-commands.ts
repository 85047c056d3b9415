import { locate, type MappedText, type Place } from './mapped-text.ts';
import { parseShell } from './parse-shell.ts';
import type { Instruction } from './dockerfile.ts';
import type { ShellCommand, ShellWord } from './shell-command.ts';

export interface RunCommand extends ShellCommand {
  /** Without folders; `''` where there is only an assignment or a redirection. */
  readonly program: string;
  readonly arguments: readonly ShellWord[];
  /** The environment that the command is given in its own line, by name. */
  readonly own: ReadonlyMap<string, string>;
  /** Where the program's name stands. */
  readonly place: Place;
  /** What `start` and `end` are in; `null` where they are none of the file's: in an exec form, in `sh -c "…"`. */
  readonly text: MappedText | null;
}

/** They run what stands behind them, and change nothing that matters here. */
const WRAPPERS = new Set(['sudo', 'exec', 'command', 'env', 'nice', 'nohup', 'eatmydata', 'time']);
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'busybox']);

/**
 * The commands of a RUN: of its shell text, its heredoc, the text in `["sh", "-c", "…"]` and in `sh -c "…"`. `null` where
 * the shell is not a POSIX one, or its text is not understood.
 */
export function readRunCommands(run: Instruction): readonly RunCommand[] | null {
  if (run.keyword !== 'RUN') return null;
  if (run.exec !== null) return readExec(run.exec, locate(run.argument, 0));
  const [heredoc, ...others] = run.heredocs;
  if (heredoc === undefined) return readText(run.argument);
  // `<<EOF`, or `bash -e <<EOF`: what is in it is run. Before a `cat`, it is data.
  const [program, ...options] = run.words;
  const isRun =
    program === undefined || (SHELLS.has(baseName(program)) && options.every((option) => option.startsWith('-')));
  if (!isRun || others.length > 0) return null;
  const [, interpreter = 'sh'] = /^#!\s*(?:\S*\/env\s+)?(\S+)/.exec(heredoc.body.text) ?? [];
  return SHELLS.has(baseName(interpreter)) ? readText(heredoc.body) : null;
}

function readText(text: MappedText): RunCommand[] | null {
  const parsed = parseShell(text.text);
  if (parsed === null) return null;
  const commands: RunCommand[] = [];
  for (const command of parsed) {
    const described = describe(command, locate(text, command.words[0]?.start ?? command.start), text);
    const inner = readInner(described);
    if (inner === null) return null;
    commands.push(described, ...inner);
  }
  return commands;
}

function readExec(words: readonly string[], place: Place): RunCommand[] | null {
  const command = describe(
    {
      words: words.map((text) => ({ text, isLiteral: true, start: 0, end: 0 })),
      assignments: [],
      redirects: [],
      operator: '',
      next: '',
      depth: 0,
      isSubstituted: false,
      start: 0,
      end: 0,
    },
    place,
    null,
  );
  const inner = readInner(command);
  return inner === null ? null : [command, ...inner];
}

/** Of `sh -c "…"`. Their places in the file are the shell's. */
function readInner({ program, arguments: words, place, depth }: RunCommand): RunCommand[] | null {
  if (!SHELLS.has(program)) return [];
  const at = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = at === -1 ? undefined : words[at + 1];
  if (script === undefined) return [];
  const parsed = parseShell(script.text);
  return parsed === null
    ? null
    : parsed.map((command) => describe({ ...command, depth: command.depth + depth + 1 }, place, null));
}

function describe(command: ShellCommand, place: Place, text: MappedText | null): RunCommand {
  const own = new Map(command.assignments.map(({ text }) => splitAssignment(text)));
  let first = 0;
  while (WRAPPERS.has(baseName(command.words[first]?.text ?? ''))) {
    first += 1;
    for (let word = command.words[first]; word !== undefined && /^-|=/.test(word.text); word = command.words[first]) {
      if (word.text.includes('=')) own.set(...splitAssignment(word.text));
      first += 1;
    }
  }
  return {
    ...command,
    program: baseName(command.words[first]?.text ?? ''),
    arguments: command.words.slice(first + 1),
    own,
    place,
    text,
  };
}

function splitAssignment(text: string): [string, string] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}
