/** Characters that tell a line from others: its own, and those that follow. */
const CHARACTERS = 100;
const FACTOR = 37n;
/** After the last character of a file. */
const END = '\uFFFF';
/** More lines no Dockerfile has, and it takes a while. */
const MOST_LINES = 10_000;

/**
 * What GitHub's code scanning knows a line by when others move it, `primaryLocationLineHash` as its own upload makes it
 * (github/codeql-action, "fingerprints"): 64 bits over a hundred characters without blanks, and which of those alike it is.
 * None for a longer file than anybody writes.
 */
export function hashLines(text: string): readonly string[] {
  const shown = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + END;
  const starts = [0, ...[...shown.matchAll(/\n/g)].map(({ index }) => index + 1)];
  if (starts.length > MOST_LINES) return [];
  const counts = new Map<string, number>();
  return starts.map((start) => {
    const hash = hashFrom(shown, start);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

function hashFrom(text: string, start: number): string {
  let hash = 0n;
  for (let place = start; place < start + CHARACTERS; place++) {
    const code = place < text.length ? text.charCodeAt(place) : 0;
    hash = BigInt.asUintN(64, hash * FACTOR + BigInt(code));
  }
  return hash.toString(16);
}
