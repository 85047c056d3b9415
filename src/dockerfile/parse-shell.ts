import { skipHeredoc } from './shell-heredoc.ts';
import {
  endCommand,
  endReading,
  isBetween,
  PATTERN,
  startReading,
  type Around,
  type Operator,
  type Reading,
} from './shell-reading.ts';
import { readShellWord, type ReadWord } from './shell-word.ts';
import type { ShellCommand } from './shell-command.ts';

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

const OPERATORS = /^(?:&&|\|\||\|&|;;&|;;|;&|;|\||&(?!>))/;
const REDIRECT = /^(?:&>>?|[0-9]*(?:<<<|<<-?|>>|>\||<>|>&|<&|>|<)(?!\())/;
const MOST_DEPTH = 20;
const MOST_COMMANDS = 5000;

/**
 * The simple commands of a POSIX or bash text in the order they are written, those of substitutions before the command
 * that they are in. `null` where it is not understood: quotes or brackets that stay open, a function, too much of it.
 */
export function parseShell(text: string): ShellCommand[] | null {
  const commands: ShellCommand[] = [];
  const isWhole = readText(text, { commands, depth: 0, isSubstituted: false, base: 0 });
  return isWhole && commands.length <= MOST_COMMANDS ? commands : null;
}

/** This and what follows say `false` of what is not understood. */
function readText(text: string, around: Around): boolean {
  if (around.depth > MOST_DEPTH) return false;
  const reading = startReading(text, around);
  while (reading.place < text.length) {
    if (around.commands.length > MOST_COMMANDS || !readNext(reading)) return false;
  }
  return endReading(reading);
}

function readNext(reading: Reading): boolean {
  const blanks = countBlanks(reading);
  if (blanks > 0) {
    // A line may end behind `&&`.
    if (reading.text.charAt(reading.place) === '\n' && !isBetween(reading)) endCommand(reading, ';');
    reading.place += blanks;
    return true;
  }
  switch (reading.text.charAt(reading.place)) {
    case '(':
      return openGroup(reading);
    case ')':
      return closeBracket(reading);
    default:
      return readOperator(reading) || readRedirectOrWord(reading);
  }
}

/** A blank, a line that goes on, a comment: characters to pass over. */
function countBlanks({ text, place }: Reading): number {
  if (text.charAt(place) === '#') {
    const stop = text.indexOf('\n', place);
    return (stop === -1 ? text.length : stop) - place;
  }
  return /^(?:\s|\\\r?\n)/.exec(text.slice(place, place + 3))?.[0].length ?? 0;
}

function openGroup(reading: Reading): boolean {
  const { draft, text, place } = reading;
  // `name() {`, or an array.
  if (draft.words.length > 0 || draft.assignments.length > 0) return false;
  if (text.startsWith('((', place)) return false;
  reading.open.push('(');
  reading.operator = '';
  reading.place += 1;
  return true;
}

/** Of a group, or behind a pattern of a case. */
function closeBracket(reading: Reading): boolean {
  endCommand(reading, ';');
  const closed = reading.open.pop();
  if (closed === PATTERN) reading.open.push('case');
  else if (closed !== '(') return false;
  reading.operator = '';
  reading.place += 1;
  return true;
}

/** `false`: there is none. */
function readOperator(reading: Reading): boolean {
  const { text, place, open } = reading;
  const [symbol] = OPERATORS.exec(text.slice(place, place + 4)) ?? [];
  if (symbol === undefined) return false;
  endCommand(reading, nameOperator(symbol));
  reading.place += symbol.length;
  if (symbol.startsWith(';;') && open.at(-1) === 'case') open[open.length - 1] = PATTERN;
  return true;
}

function nameOperator(symbol: string): Operator {
  if (symbol === '&&' || symbol === '||' || symbol === '&') return symbol;
  return symbol.startsWith('|') ? '|' : ';';
}

function readRedirectOrWord(reading: Reading): boolean {
  const { text, around } = reading;
  const [redirect] = REDIRECT.exec(text.slice(reading.place, reading.place + 8)) ?? [];
  if (redirect !== undefined) {
    reading.place += redirect.length;
    reading.place += /^[ \t]*/.exec(text.slice(reading.place, reading.place + 100))?.[0].length ?? 0;
  }
  const word = readShellWord(text, reading.place, around.base);
  if (word === null || word.end === reading.place) return false;
  if (!word.inner.every((inner) => readSubstituted(inner, reading))) return false;
  reading.place = word.end;
  return redirect === undefined ? keepWord(word, reading) : keepRedirect(redirect, word, reading);
}

function readSubstituted({ text, start }: ReadWord['inner'][number], { around, open }: Reading): boolean {
  const depth = around.depth + open.length + 1;
  return readText(text, { ...around, depth, isSubstituted: true, base: around.base + start });
}

function keepRedirect(symbol: string, { word }: ReadWord, reading: Reading): boolean {
  // A heredoc of the shell's own: its text follows, and is no command.
  if (/^[0-9]*<<-?$/.test(symbol)) {
    const stop = skipHeredoc(reading.text, reading.place, word.text, symbol.endsWith('-'));
    if (stop === null) return false;
    reading.place = stop;
    reading.draft.redirects.push({ kind: '<<', target: word });
  } else {
    reading.draft.redirects.push({ kind: symbol.replace(/^[0-9]+/, ''), target: word });
  }
  return true;
}

function keepWord({ word, raw }: ReadWord, reading: Reading): boolean {
  const { draft, open } = reading;
  const reserved = draft.words.length + draft.assignments.length === 0 ? RESERVED.get(raw) : undefined;
  if (reserved !== undefined) {
    if (reserved === 'open') open.push(raw);
    // What follows a `}` or `fi` follows all that was in it.
    if (reserved === 'close' && ['(', undefined].includes(open.pop())) return false;
    if (reserved !== 'close') reading.operator = '';
    return true;
  }
  const isFirst = draft.words.length === 0;
  if (isFirst && /^[A-Za-z_][A-Za-z0-9_]*\+?=/.test(raw)) {
    draft.assignments.push(word);
    return true;
  }
  if (isFirst && raw === 'function') return false;
  if (isFirst && HEADS.has(raw)) open.push(raw === 'case' ? PATTERN : raw);
  draft.words.push(word);
  return true;
}
