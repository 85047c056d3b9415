import type { ShellWord } from './shell-command.ts';

export interface ReadWord {
  readonly word: ShellWord;
  /** As it is written. */
  readonly raw: string;
  /** Behind it, in the text. */
  readonly end: number;
  /** Texts of substitutions in it, and where they start. */
  readonly inner: readonly { readonly text: string; readonly start: number }[];
}

const ENDS = /[\s;&|<>()]/;
const PATTERN = /[*?[]/;
const MOST_NESTED = 100;

/** The word at `start`; `null` where a quote or a bracket stays open. `base` is added to its own places. */
export function readShellWord(text: string, start: number, base: number): ReadWord | null {
  let place = start;
  let value = '';
  let isLiteral = true;
  const inner: { text: string; start: number }[] = [];

  /** `$…`, a backtick or `<(`: kept as it is written. */
  const substitute = (): boolean => {
    const stop = endOfSubstitution(text, place);
    if (stop === null) return false;
    if (stop.inner !== null) inner.push({ text: text.slice(stop.inner, stop.end - 1), start: stop.inner });
    value += text.slice(place, stop.end);
    isLiteral = false;
    place = stop.end;
    return true;
  };

  while (place < text.length) {
    const character = text.charAt(place);
    if ((character === '<' || character === '>') && text.charAt(place + 1) === '(' && place === start) {
      if (!substitute()) return null;
    } else if (ENDS.test(character)) {
      break;
    } else if (character === '\\') {
      if (place + 1 >= text.length) return null;
      // A continued line is nothing.
      if (text.charAt(place + 1) !== '\n') value += text.charAt(place + 1);
      place += 2;
    } else if (character === "'") {
      const stop = text.indexOf("'", place + 1);
      if (stop === -1) return null;
      value += text.slice(place + 1, stop);
      place = stop + 1;
    } else if (character === '"') {
      place += 1;
      while (place < text.length && text.charAt(place) !== '"') {
        const quoted = text.charAt(place);
        if (quoted === '\\' && /["\\$`\n]/.test(text.charAt(place + 1))) {
          if (text.charAt(place + 1) !== '\n') value += text.charAt(place + 1);
          place += 2;
        } else if (quoted === '$' || quoted === '`') {
          if (!substitute()) return null;
        } else {
          value += quoted;
          place += 1;
        }
      }
      if (place >= text.length) return null;
      place += 1;
    } else if (character === '$' || character === '`') {
      if (!substitute()) return null;
    } else {
      if (PATTERN.test(character)) isLiteral = false;
      value += character;
      place += 1;
    }
  }
  const raw = text.slice(start, place);
  return { word: { text: value, isLiteral, start: base + start, end: base + place }, raw, end: place, inner };
}

/** Where it ends, and where the commands in it begin, if there are any. */
function endOfSubstitution(text: string, start: number): { end: number; inner: number | null } | null {
  if (text.charAt(start) === '`') {
    for (let place = start + 1; place < text.length; place++) {
      if (text.charAt(place) === '\\') place += 1;
      else if (text.charAt(place) === '`') return { end: place + 1, inner: start + 1 };
    }
    return null;
  }
  if (text.startsWith('$((', start)) {
    const stop = text.indexOf('))', start);
    return stop === -1 ? null : { end: stop + 2, inner: null };
  }
  if (text.charAt(start + 1) === '(') {
    const end = endOfBracket(text, start + 2, '(', ')');
    return end === null ? null : { end, inner: start + 2 };
  }
  if (text.charAt(start + 1) === '{') {
    const end = endOfBracket(text, start + 2, '{', '}');
    return end === null ? null : { end, inner: null };
  }
  // `$'…'` is a quoted text with escapes of its own; `$NAME`, `$1`, `$?`, a lone `$`.
  const [name = ''] = /^\$(?:[A-Za-z_][A-Za-z0-9_]*|[0-9?$!#@*-])?/.exec(text.slice(start, start + 200)) ?? [];
  return { end: start + Math.max(1, name.length), inner: null };
}

/** Behind the bracket that closes; quotes hide brackets. */
function endOfBracket(text: string, start: number, open: string, close: string): number | null {
  let depth = 1;
  let quote = '';
  for (let place = start; place < text.length; place++) {
    const character = text.charAt(place);
    if (character === '\\' && quote !== "'") place += 1;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else if (quote === '' && character === open) depth += 1;
    else if (quote === '' && character === close) {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
    if (depth > MOST_NESTED) return null;
  }
  return null;
}
