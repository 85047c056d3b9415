/** One part of a pattern. */
export type Wildcard =
  /** A character that fits. */
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean }
  /** Any number of characters but slashes. */
  | { readonly kind: 'name' }
  /** Nothing, or any number of folders with the slash behind them. */
  | { readonly kind: 'folders' }
  /** Any number of characters. */
  | { readonly kind: 'rest' };

/** Parses one part of a path, as COPY and ADD take it: Go's filepath.Match. */
export function parseWildcards(pattern: string): Wildcard[] {
  return parse(pattern, false);
}

/** Parses a pattern of a .dockerignore: with `**` for folders too (moby/patternmatcher). */
export function parseFolderWildcards(pattern: string): Wildcard[] {
  return parse(pattern, true);
}

function parse(pattern: string, hasFolders: boolean): Wildcard[] {
  const tokens = pattern.matchAll(/\*\*+\/?|\\([\s\S])|\[\^?(?:\\[\s\S]|[^\]\\])+\]|[\s\S]/gu);
  return [...tokens].map(({ 0: token, 1: escaped, index }): Wildcard => {
    if (token === '*' || (token.startsWith('**') && !hasFolders)) return { kind: 'name' };
    if (token.startsWith('**')) {
      return { kind: index + token.length === pattern.length && !token.endsWith('/') ? 'rest' : 'folders' };
    }
    if (token === '?') return { kind: 'one', fits: (character) => character !== '/' };
    if (token.length > 1 && token.startsWith('[')) return { kind: 'one', fits: parseClass(token) };
    const wanted = escaped ?? token;
    return { kind: 'one', fits: (character) => character === wanted };
  });
}

/** `[a-z_]`, `[^a]`. */
function parseClass(token: string): (character: string) => boolean {
  const isNegated = token.startsWith('[^');
  const ranges = [...token.slice(isNegated ? 2 : 1, -1).matchAll(/(\\[\s\S]|[^\\])(?:-(\\[\s\S]|[^\\]))?/gu)].map(
    ([, first = '', last]): [string, string] => [first.slice(-1), (last ?? first).slice(-1)],
  );
  return (character) =>
    character !== '/' && ranges.some(([first, last]) => first <= character && character <= last) !== isNegated;
}

/** Whether the whole text fits the whole pattern. All places of the pattern are followed at once, so that none takes long. */
export function matchesWildcards(pattern: readonly Wildcard[], text: string): boolean {
  // Of each place: whether it is reached, and whether that is within the folders that it stands for.
  let reached = new Set<number>();
  let within = new Set<number>();
  const reach = (to: Set<number>, start: number): void => {
    for (let place = start; !to.has(place); place++) {
      to.add(place);
      const kind = pattern[place]?.kind;
      if (kind === undefined || kind === 'one') break;
    }
  };
  reach(reached, 0);
  for (const character of text) {
    const next = new Set<number>();
    const nextWithin = new Set<number>();
    const follow = (place: number): void => {
      nextWithin.add(place);
      if (character === '/') reach(next, place + 1);
    };
    within.forEach(follow);
    for (const place of reached) {
      const part = pattern[place];
      if (part === undefined) continue;
      if (part.kind === 'folders') follow(place);
      else if (part.kind === 'one' && part.fits(character)) reach(next, place + 1);
      else if (part.kind === 'rest' || (part.kind === 'name' && character !== '/')) reach(next, place);
    }
    reached = next;
    within = nextWithin;
  }
  return reached.has(pattern.length);
}
