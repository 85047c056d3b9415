import { matchesWildcards, parseFolderWildcards, type Wildcard } from './wildcards.ts';

/** More than this is no list that a person wrote. */
const MOST_PATTERNS = 1000;

/**
 * Takes a file's or a folder's path from where the patterns are; of a folder it is true only where nothing in it can be
 * taken back in.
 */
export type IsIgnored = (path: string, isFolder: boolean) => boolean;

/**
 * What a .dockerignore leaves out of a context (moby/patternmatcher, as Docker documents it): the last line that speaks
 * of a path, or of a folder above it, decides.
 */
export function parseDockerIgnore(text: string): { isIgnored: IsIgnored } | null {
  const patterns = text.split(/\r?\n/).flatMap(parseLine);
  return patterns.length > MOST_PATTERNS ? null : { isIgnored: matchLast(patterns) };
}

/** What `COPY --exclude` leaves out: the same patterns, without comments. One from the root is none: paths have no slash before them. */
export function parseExcludes(excludes: readonly string[]): IsIgnored {
  return matchLast(excludes.filter((pattern) => !/^\s*!?\//.test(pattern)).flatMap(parsePattern));
}

function matchLast(patterns: readonly Pattern[]): IsIgnored {
  const hasExceptions = patterns.some(({ isException }) => isException);
  return (path, isFolder) => {
    if (isFolder && hasExceptions) return false;
    const parts = path.split('/').filter((name) => name !== '');
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    let isIgnored = false;
    for (const { isException, wildcards } of patterns) {
      if (isException !== isIgnored) continue;
      if (paths.some((one) => matchesWildcards(wildcards, one))) isIgnored = !isException;
    }
    return isIgnored;
  };
}

interface Pattern {
  isException: boolean;
  wildcards: readonly Wildcard[];
}

/** What Go takes for blanks: not a byte order mark. */
const BLANKS = /^[^\S\uFEFF]+|[^\S\uFEFF]+$/g;

function parseLine(line: string, index: number): Pattern[] {
  const whole = index === 0 ? line.replace(/^\uFEFF/, '') : line;
  return whole.startsWith('#') ? [] : parsePattern(whole);
}

function parsePattern(written: string): Pattern[] {
  const trimmed = written.replace(BLANKS, '');
  const isException = trimmed.startsWith('!');
  const pattern = isException ? trimmed.slice(1).replace(BLANKS, '') : trimmed;
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    // What is above the context is never in it.
    else if (!pattern.startsWith('/')) parts.push(part);
  }
  return parts.length === 0 ? [] : [{ isException, wildcards: parseFolderWildcards(parts.join('/')) }];
}
