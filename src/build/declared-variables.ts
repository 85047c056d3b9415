import { readInstruction } from './dockerfile-instruction.ts';

const MOST_LINES = 50_000;
const MOST_INSTRUCTIONS = 2000;
/** Of one of them. */
const MOST_CONTINUED = 500;

/**
 * Names that the ENV and ARG of a Dockerfile's stages set: all else in a step's environment is of its base image. More may
 * be named than are set. `null`: there is no telling.
 */
export function readDeclaredVariables(
  files: readonly { readonly lines: readonly string[] }[],
): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const { lines } of files) {
    if (lines.length > MOST_LINES) return null;
    const from = lines.findIndex((line) => /^\s*FROM\s/i.test(line));
    if (from === -1) return null;
    const places = [...lines.keys()].filter((place) => place > from && /^\s*(?:ENV|ARG)\s/i.test(lines[place] ?? ''));
    if (places.length > MOST_INSTRUCTIONS) return null;
    for (const place of places) {
      const [, first = '', ...rest] = readInstruction(lines, place + 1, place + MOST_CONTINUED).split(/\s+/);
      for (const word of [first, ...rest.filter((other) => other.includes('='))]) {
        names.add(word.replace(/=.*$/s, ''));
      }
    }
  }
  return files.length === 0 ? null : names;
}
