import { readShellWord } from './shell-word.ts';
import type { Redirect, ShellCommand, ShellWord } from './shell-command.ts';

/** Words that open, divide or close something and are no command. */
const RESERVED = new Map<string, 'open' | 'between' | 'close'>([
  ['if', 'open'],
  ['while', 'open'],
  ['until', 'open'],
  ['{', 'open'],
  ['then', 'between'],
  ['elif', 'between'],
  ['else', 'between'],
  ['do', 'between'],
  ['!', 'between'],
  ['time', 'between'],
  ['fi', 'close'],
  ['done', 'close'],
  ['}', 'close'],
  ['esac', 'close'],
]);

/** These are the first word of a command that names what is gone through. */
const HEADS = new Set(['for', 'select', 'case']);

/** Where a pattern of a `case` is read, up to its bracket. */
const PATTERN = 'pattern';

const OPERATORS = /^(?:&&|\|\||\|&|;;&|;;|;&|;|\||&(?!>))/;
const REDIRECT = /^(?:&>>?|[0-9]*(?:<<<|<<-?|>>|>\||<>|>&|<&|>|<)(?!\())/;
const MOST_DEPTH = 20;
const MOST_COMMANDS = 5000;

type Operator = ShellCommand['operator'];

/**
 * The simple commands of a POSIX or bash text in the order they are written, those of substitutions before the command
 * that they are in. `null` where it is not understood: quotes or brackets that stay open, a function, too much of it.
 */
export function parseShell(text: string): ShellCommand[] | null {
  const commands: ShellCommand[] = [];
  const isWhole = read(text, { commands, depth: 0, isSubstituted: false, base: 0 });
  return isWhole && commands.length <= MOST_COMMANDS ? commands : null;
}

interface Around {
  readonly commands: ShellCommand[];
  readonly depth: number;
  readonly isSubstituted: boolean;
  /** Where the text stands in the whole. */
  readonly base: number;
}

interface Draft {
  words: ShellWord[];
  assignments: ShellWord[];
  redirects: Redirect[];
}

function read(text: string, around: Around): boolean {
  if (around.depth > MOST_DEPTH) return false;
  let draft: Draft = { words: [], assignments: [], redirects: [] };
  const open: string[] = [];
  let operator: Operator = '';
  let last = -1;
  let place = 0;

  const end = (found: Operator): void => {
    // A pattern of a case, which is no command.
    if (open.at(-1) === PATTERN) draft = { words: [], assignments: [], redirects: [] };
    const all = [...draft.assignments, ...draft.words, ...draft.redirects.map(({ target }) => target)];
    if (all.length > 0) {
      last = around.commands.length;
      around.commands.push({
        ...draft,
        operator,
        next: found,
        depth: around.depth + open.length,
        isSubstituted: around.isSubstituted,
        start: Math.min(...all.map(({ start }) => start)),
        end: Math.max(...all.map((word) => word.end)),
      });
    } else {
      // `) && next`: the group's last command does not know what follows the group.
      last = -1;
    }
    operator = found;
    draft = { words: [], assignments: [], redirects: [] };
  };

  while (place < text.length) {
    if (around.commands.length > MOST_COMMANDS) return false;
    const rest = text.slice(place, place + 4);
    const character = text.charAt(place);
    if (character === '\n') {
      // A line may end behind `&&`.
      if (draft.words.length + draft.assignments.length + draft.redirects.length > 0) end(';');
      place += 1;
    } else if (/\s/.test(character)) {
      place += 1;
    } else if (character === '\\' && /^\\\r?\n/.test(rest)) {
      place += rest.startsWith('\\\n') ? 2 : 3;
    } else if (character === '#') {
      const stop = text.indexOf('\n', place);
      place = stop === -1 ? text.length : stop;
    } else if (character === '(') {
      // `name() {`, or an array.
      if (draft.words.length > 0 || draft.assignments.length > 0) return false;
      if (text.startsWith('((', place)) return false;
      open.push('(');
      operator = '';
      place += 1;
    } else if (character === ')') {
      end(';');
      const closed = open.pop();
      if (closed === PATTERN) open.push('case');
      else if (closed !== '(') return false;
      operator = '';
      place += 1;
    } else {
      const [symbol] = OPERATORS.exec(rest) ?? [];
      if (symbol !== undefined) {
        end(symbol === '&&' || symbol === '||' || symbol === '&' ? symbol : symbol.startsWith('|') ? '|' : ';');
        place += symbol.length;
        if (symbol.startsWith(';;') && open.at(-1) === 'case') open[open.length - 1] = PATTERN;
        continue;
      }
      const [redirect] = REDIRECT.exec(text.slice(place, place + 8)) ?? [];
      if (redirect !== undefined) {
        place += redirect.length;
        place += /^[ \t]*/.exec(text.slice(place, place + 100))?.[0].length ?? 0;
      }
      const word = readShellWord(text, place, around.base);
      if (word === null || word.end === place) return false;
      for (const inner of word.inner) {
        const deeper = {
          ...around,
          depth: around.depth + open.length + 1,
          isSubstituted: true,
          base: around.base + inner.start,
        };
        if (!read(inner.text, deeper)) return false;
      }
      place = word.end;
      if (redirect !== undefined) {
        // A heredoc of the shell's own: its text follows, and is no command.
        if (/^[0-9]*<<-?$/.test(redirect)) {
          const stop = skipHeredoc(text, place, word.word.text, redirect.endsWith('-'));
          if (stop === null) return false;
          draft.redirects.push({ kind: '<<', target: word.word });
          place = stop;
          continue;
        }
        draft.redirects.push({ kind: redirect.replace(/^[0-9]+/, ''), target: word.word });
        continue;
      }
      const reserved = draft.words.length + draft.assignments.length === 0 ? RESERVED.get(word.raw) : undefined;
      if (reserved !== undefined) {
        if (reserved === 'open') open.push(word.raw);
        // What follows a `}` or `fi` follows all that was in it.
        if (reserved === 'close' && ['(', undefined].includes(open.pop())) return false;
        if (reserved !== 'close') operator = '';
      } else if (draft.words.length === 0 && /^[A-Za-z_][A-Za-z0-9_]*\+?=/.test(word.raw)) {
        draft.assignments.push(word.word);
      } else if (word.raw === 'function' && draft.words.length === 0) {
        return false;
      } else {
        if (draft.words.length === 0 && HEADS.has(word.raw)) open.push(word.raw === 'case' ? PATTERN : word.raw);
        draft.words.push(word.word);
      }
    }
  }
  end('');
  if (last !== -1) {
    const command = around.commands[last];
    if (command !== undefined) around.commands[last] = { ...command, next: '' };
  }
  return open.length === 0;
}

/** Where the text goes on behind a heredoc's last line; the rest of its first line is lost where there is any. */
function skipHeredoc(text: string, from: number, name: string, isDashed: boolean): number | null {
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
