/** One way to authenticate that a server offers. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** By names in lower case. Untrusted text. */
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
const BLANKS = /[ \t]*/y;
/** What a credential of one piece (`Negotiate YIIZ==`) is made of, and what else is no parameter. */
const REST = /[^,]*/y;

/**
 * The challenges of a `WWW-Authenticate` header, several of which Node joins by commas (RFC 9110, 11.2 to 11.6.1). What
 * is malformed is skipped up to the next comma. Takes time linear in its length.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };

  while (at < header.length) {
    take(BLANKS);
    const word = take(TOKEN)?.[0];
    if (word === undefined) {
      take(REST);
      at += 1;
      continue;
    }
    take(BLANKS);
    if (header[at] !== '=') {
      challenges.push({ scheme: word.toLowerCase(), parameters: new Map() });
      if (header[at] === ',') at += 1;
      continue;
    }
    at += 1;
    take(BLANKS);
    const quoted = take(QUOTED)?.[1];
    const value = quoted?.replace(/\\([^])/g, '$1') ?? take(TOKEN)?.[0];
    take(REST);
    at += 1;
    const parameters = challenges.at(-1)?.parameters;
    // The first of a name counts.
    if (value !== undefined && parameters?.has(word.toLowerCase()) === false) parameters.set(word.toLowerCase(), value);
  }
  return challenges;
}
