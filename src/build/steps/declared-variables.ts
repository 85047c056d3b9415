import { readInstruction } from './dockerfile-instruction.ts';

const MOST_LINES = 50_000;
const MOST_INSTRUCTIONS = 2000;
/** Of one of them. */
const MOST_CONTINUED = 500;

/** Quotes, escapes and variables make up another name than the one that is written. */
const MAY_BE_ANOTHER = /["'\\`$]/;

/** A keyword that goes on in the next line. */
const SPLIT_KEYWORD = /^\s*(?:E|EN|ENV|A|AR|ARG)[\\`]\s*$/i;

/** Whether a name is set by ARG alone. */
export type VariableKind = 'argument' | 'env';

/**
 * Names that the ENV and ARG of a Dockerfile's stages set: all else in a step's environment is of its base image. More may
 * be named than are set. `null`: there is no telling.
 */
export function readDeclaredVariables(
  files: readonly { readonly lines: readonly string[] }[],
): ReadonlyMap<string, VariableKind> | null {
  const names = new Map<string, VariableKind>();
  for (const { lines } of files) {
    if (lines.length > MOST_LINES) return null;
    const from = lines.findIndex((line) => /^\s*FROM\s/i.test(line));
    if (from === -1) return null;
    if (lines.some((line) => SPLIT_KEYWORD.test(line))) return null;
    const places = [...lines.keys()].filter((place) => place > from && /^\s*(?:ENV|ARG)\s/i.test(lines[place] ?? ''));
    if (places.length > MOST_INSTRUCTIONS) return null;
    for (const place of places) {
      const [keyword, first = '', ...rest] = readInstruction(lines, place + 1, place + MOST_CONTINUED).split(/\s+/);
      for (const word of [first, ...rest.filter((other) => other.includes('='))]) {
        const [name = ''] = word.split('=', 1);
        if (MAY_BE_ANOTHER.test(name)) return null;
        if (keyword === 'ENV' || !names.has(name)) names.set(name, keyword === 'ENV' ? 'env' : 'argument');
      }
    }
  }
  return files.length === 0 ? null : names;
}
