const LONGEST_PATH = 1024;

/** A path from the root of a repository, which does not lead out of it, '' of the root itself; `null`: it is none. */
export function readWorkTreePath(text: string): string | null {
  const names = text.split('/').filter((name) => name !== '' && name !== '.');
  const isNone = text === '' || text.startsWith('/') || text.length > LONGEST_PATH || text.includes('\0');
  return isNone || names.includes('..') ? null : names.join('/');
}
