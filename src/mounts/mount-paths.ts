/** The folder that all of some folders (absolute, other than `/`) are in. */
export function parentOfAll(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split('/').slice(0, -1));
  const isShared = (_: string, at: number) =>
    others.every((parts) => first.slice(0, at + 1).every((name, place) => parts[place] === name));
  return first.filter(isShared).join('/') || '/';
}

/** A folder below `root`, as it is called from there. */
export function joinUnder(root: string, folder: string): string {
  return folder.slice(root === '/' ? 1 : root.length + 1);
}
