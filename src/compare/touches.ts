import { parseExcludes } from '../build/context/docker-ignore.ts';
import { parseTakenPath } from '../build/context/taken-path.ts';
import { matchesWildcards, parseWildcards, type Wildcard } from '../build/context/wildcards.ts';

/**
 * Whether one of the paths is among what a step takes: a file or folder, '' for all, with the wildcards of COPY and ADD,
 * which stay within a part of the path, and without what it leaves out of it. A folder counts with all that is in it,
 * either way round: git names a submodule, and a folder that it does not track, by their own path alone.
 */
export function touches(taken: readonly string[], paths: readonly string[]): boolean {
  return paths.some(makeMatcher(taken));
}

/** Those of the paths that are among what a step takes, by the same rules. */
export function listTouched(taken: readonly string[], paths: readonly string[]): string[] {
  return paths.filter(makeMatcher(taken));
}

function makeMatcher(taken: readonly string[]): (path: string) => boolean {
  const patterns = taken.map(parseTakenPath).map(({ path, excludes }) => ({
    pattern: splitPath(path).map(parseWildcards),
    isExcluded: parseExcludes(excludes),
  }));
  return (path) => {
    const names = splitPath(path);
    const isFolder = names.length === 0 || path.endsWith('/');
    return patterns.some(
      ({ pattern, isExcluded }) =>
        pattern.every((part, index) => isMatch(part, names[index])) &&
        !isExcluded(names.slice(pattern.length).join('/'), isFolder),
    );
  };
}

function splitPath(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** A path that ends before its pattern does is a folder that holds what is taken. */
function isMatch(part: readonly Wildcard[], name: string | undefined): boolean {
  return name === undefined || matchesWildcards(part, name);
}
