/** Values by name; `null`: it is set, to what is not known. */
export type Variables = ReadonlyMap<string, string | null>;

/** An expanded text is no longer than this. */
const LONGEST = 10_000;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;
const BRACED = /^\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-+])([^${}]*))?\}/;

/**
 * A word as BuildKit expands it: quotes off, escapes resolved, `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME:+word}` put in;
 * a name that is not set is empty. `null` where a value is not known, or written in a way that is not read here.
 */
export function expand(word: string, variables: Variables, escape: string): string | null {
  let expanded = '';
  let quote = '';
  for (let place = 0; place < word.length; place++) {
    const character = word.charAt(place);
    if (character === escape && quote !== "'") {
      place += 1;
      expanded += word.charAt(place);
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    } else if (character === quote) {
      quote = '';
    } else if (character === '$' && quote !== "'") {
      const read = readVariable(word.slice(place + 1), variables);
      if (read === null) return null;
      expanded += read.value;
      place += read.length;
    } else {
      expanded += character;
    }
    if (expanded.length > LONGEST) return null;
  }
  return expanded;
}

function readVariable(rest: string, variables: Variables): { value: string; length: number } | null {
  if (!rest.startsWith('{')) {
    const [name] = NAME.exec(rest) ?? [];
    if (name === undefined) return { value: '$', length: 0 };
    const value = variables.has(name) ? (variables.get(name) ?? null) : '';
    return value === null ? null : { value, length: name.length };
  }
  const [whole, name, operator, word = ''] = BRACED.exec(rest) ?? [];
  if (whole === undefined || name === undefined) return null;
  const isSet = variables.has(name);
  const value = isSet ? (variables.get(name) ?? null) : '';
  // `:-` and `:+` look at what is empty too.
  if (value === null) return null;
  const counts = operator?.startsWith(':') === true ? value !== '' : isSet;
  const length = whole.length;
  if (operator === undefined) return { value, length };
  if (operator.endsWith('-')) return { value: counts ? value : word, length };
  return { value: counts ? word : '', length };
}
