/**
 * Whether one of the paths is among what a step takes: a file or folder, '' for all, with the wildcards that COPY and ADD
 * know (Go's filepath.Match, which stays within a part of the path). A folder counts with all that is in it, either way
 * round: git names a submodule, and a folder that it does not track, by their own path alone.
 */
export function touches(taken: readonly string[], paths: readonly string[]): boolean {
  const patterns = taken.map((path) => splitPath(path).map(parseWildcards));
  return paths.some((path) => {
    const names = splitPath(path);
    return patterns.some((pattern) => pattern.every((part, index) => isMatch(part, names[index])));
  });
}

function splitPath(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** A character, any one character, or any number of them. */
type Wildcard = { kind: 'one'; character: string | null } | { kind: 'many' };

/** What stands between brackets is not looked at: it may be any character. */
function parseWildcards(part: string): Wildcard[] {
  return [...part.matchAll(/\\([\s\S])|\[(?:\\[\s\S]|[^\]\\])+\]|[\s\S]/gu)].map(([token, escaped]): Wildcard => {
    if (token === '*') return { kind: 'many' };
    const isAny = token === '?' || (token.length > 1 && token.startsWith('['));
    return { kind: 'one', character: isAny ? null : (escaped ?? token) };
  });
}

/** A path that ends before its pattern does is a folder that holds what is taken. Steps back to the last `*` alone, so that no pattern takes long. */
function isMatch(pattern: readonly Wildcard[], name: string | undefined): boolean {
  if (name === undefined) return true;
  const characters = Array.from(name);
  let place = 0;
  let star: { place: number; at: number } | null = null;
  let at = 0;
  while (at < characters.length) {
    const wildcard = pattern[place];
    if (wildcard?.kind === 'many') {
      star = { place: place++, at };
    } else if (wildcard !== undefined && (wildcard.character === null || wildcard.character === characters[at])) {
      place++;
      at++;
    } else if (star !== null) {
      place = star.place + 1;
      at = ++star.at;
    } else {
      return false;
    }
  }
  return pattern.slice(place).every(({ kind }) => kind === 'many');
}
