/** Colour sequences of a terminal, which build logs are full of; every other escape is shown as what it is. */
const COLOURS = /\u001B\[[0-9;:]*m/g;

/** They choose between two looks of the character before them. */
const VARIATION_SELECTORS = /[\uFE00-\uFE0F]/g;

/** What is not seen, or changes how its neighbours are seen: controls, bidi, zero width, unassigned, lone surrogates. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** Printable ASCII with single blanks shows what it is; the other expressions take a millisecond to compile. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A run of accents long enough to climb over the lines around it. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * Untrusted text as one line of what it shows: blanks of every kind become one space, colours go, unseen characters
 * become U+FFFD so that nothing hides, and at most `limit` characters stay, the last of them `…` where it was longer.
 */
export function makeVisible(untrusted: string, limit: number): string {
  if (untrusted.length <= limit && PLAIN.test(untrusted)) return untrusted;
  // Bounded before the expressions run.
  const line = untrusted
    .slice(0, limit * 16)
    .replace(COLOURS, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(VARIATION_SELECTORS, '')
    .replace(UNSEEN, '\uFFFD')
    .replace(STACKED_MARKS, '$1')
    .trim();
  const characters = Array.from(line);
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
