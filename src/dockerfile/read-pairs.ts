import type { Instruction } from './dockerfile.ts';

/** What ENV, ARG and LABEL set, as it is written; `null` where an ARG has no default. */
export interface Pair {
  readonly name: string;
  readonly value: string | null;
}

/** The pairs of an ENV, ARG or LABEL, with the form `ENV NAME some value` too. */
export function readPairs({ keyword, words, argument }: Instruction): Pair[] {
  const [first] = words;
  if (first === undefined) return [];
  if (keyword !== 'ARG' && !first.includes('=')) {
    return [{ name: first, value: argument.text.trim().slice(first.length).trim() }];
  }
  return words.map((word) => {
    const equals = word.indexOf('=');
    return equals === -1
      ? { name: word, value: null }
      : { name: word.slice(0, equals).replace(/^(["'])(.*)\1$/, '$2'), value: word.slice(equals + 1) };
  });
}
