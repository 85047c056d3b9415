import { sliceMapped, type MappedText, type Piece } from './mapped-text.ts';
import { splitWords } from './split-words.ts';
import type { Flag, Heredoc, Instruction } from './dockerfile.ts';

interface Source {
  readonly lines: readonly string[];
  readonly escape: '\\' | '`';
}

const TAKE_HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);
const TAKE_FLAGS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK']);
const HEREDOC = /^[0-9]*<<(-?)(?:"([^"<]+)"|'([^'<]+)'|([^<"']+))$/;

/** The instruction in lines `line` to `lastLine`, which count from 1. */
export function parseInstruction(source: Source, line: number, lastLine: number): Instruction {
  const { head, used } = joinHead(source, line, lastLine);
  return parseHead(source, head, { line, lastLine, body: line + used });
}

interface Lines {
  readonly line: number;
  readonly lastLine: number;
  /** Where heredocs begin. */
  readonly body: number;
}

function parseHead(source: Source, head: MappedText, lines: Lines): Instruction {
  const [, blanks = '', word = ''] = /^(\s*)(\S*)/.exec(head.text) ?? [];
  const keyword = word.toUpperCase();
  const { flags, end } = readFlags(keyword, head.text, blanks.length + word.length);
  const argument = sliceMapped(head, end, head.text.length);
  const exec = readExec(argument.text);
  const heredocs = exec === null && TAKE_HEREDOCS.has(keyword) ? readHeredocs(source, argument.text, lines) : [];
  const offsets = new Set(heredocs.map(({ offset }) => offset));
  const words = splitWords(argument.text, source.escape).filter(({ start }) => !offsets.has(start));
  return {
    keyword,
    line: lines.line,
    lastLine: lines.lastLine,
    flags,
    argument,
    exec,
    words: exec ?? words.map(({ text }) => text),
    heredocs,
    // `ONBUILD ONBUILD` is refused by BuildKit.
    trigger: keyword === 'ONBUILD' && !/^\s*ONBUILD\b/i.test(argument.text) ? parseHead(source, argument, lines) : null,
  };
}

/** Continued lines in one, as BuildKit joins them: comments and empty lines between them are nothing. */
function joinHead({ lines, escape }: Source, line: number, lastLine: number): { head: MappedText; used: number } {
  const pieces: Piece[] = [];
  let text = '';
  let used = 0;
  for (let number = line; number <= lastLine; number++) {
    const whole = lines[number - 1] ?? '';
    used += 1;
    if (used > 1 && /^\s*(?:#|$)/.test(whole)) continue;
    const trimmed = whole.replace(/[ \t]+$/, '');
    const isContinued = trimmed.endsWith(escape);
    pieces.push({ offset: text.length, line: number, column: 0 });
    text += isContinued ? trimmed.slice(0, -1) : whole;
    if (!isContinued) break;
  }
  return { head: { text, pieces: pieces.length === 0 ? [{ offset: 0, line, column: 0 }] : pieces }, used };
}

function readFlags(keyword: string, text: string, start: number): { flags: Flag[]; end: number } {
  const flags: Flag[] = [];
  let end = start;
  for (;;) {
    const blanks = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
    const rest = text.slice(end + blanks);
    const word = TAKE_FLAGS.has(keyword) ? (/^--[^\s"']*(?:"[^"]*"|'[^']*'|[^\s"'])*/.exec(rest)?.[0] ?? '') : '';
    if (word === '' || word === '--') return { flags, end: end + blanks };
    const equals = word.indexOf('=');
    const name = equals === -1 ? word.slice(2) : word.slice(2, equals);
    const value = equals === -1 ? '' : word.slice(equals + 1);
    flags.push({ name: name.toLowerCase(), value: value.replace(/^(["'])(.*)\1$/, '$2') });
    end += blanks + word.length;
  }
}

function readExec(text: string): string[] | null {
  if (!/^\s*\[/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return null;
    const strings = value.filter((item): item is string => typeof item === 'string');
    return strings.length === value.length ? strings : null;
  } catch {
    return null;
  }
}

function readHeredocs({ lines, escape }: Source, argument: string, { body, lastLine }: Lines): Heredoc[] {
  if (!argument.includes('<<')) return [];
  const heredocs: Heredoc[] = [];
  let line = body;
  for (const { text, start } of splitWords(argument, escape)) {
    const [, dash, double, single, bare] = HEREDOC.exec(text) ?? [];
    const name = double ?? single ?? bare;
    if (name === undefined) continue;
    const pieces: Piece[] = [];
    const parts: string[] = [];
    let offset = 0;
    for (; line <= lastLine; line++) {
      const whole = lines[line - 1] ?? '';
      const part = dash === '-' ? whole.replace(/^\t+/, '') : whole;
      if (part === name) break;
      pieces.push({ offset, line, column: whole.length - part.length });
      parts.push(`${part}\n`);
      offset += part.length + 1;
    }
    line += 1;
    heredocs.push({
      name,
      body: { text: parts.join(''), pieces: pieces.length === 0 ? [{ offset: 0, line, column: 0 }] : pieces },
      offset: start,
    });
  }
  return heredocs;
}
