/** What a line of the comment bears. */
const MOST_CHARACTERS = 120;

/** A path of at most `most` characters, without its middle where it was longer: nested packages differ in their names at the end. */
export function shortenPath(path: string, most = MOST_CHARACTERS): string {
  if (path.length <= most) return path;
  const half = Math.floor((most - 1) / 2);
  // No half of a surrogate pair stays: as many characters are there however many of them are pairs.
  const start = Array.from(path.slice(0, most)).slice(0, half);
  const end = Array.from(path.slice(-most)).slice(-half);
  return [...start, '…', ...end].join('');
}
