/**
 * Symbolic links that lead to one of the paths, to a folder that holds one, or into one; also by way of another such
 * link. `links`: what each says, by its path. All paths from the root of the context, which no link leads out of.
 */
export function findLinksTo(paths: readonly string[], links: ReadonlyMap<string, string>): string[] {
  const waiting = new Map([...links].map(([path, target]) => [path, resolveLink(path, target)]));
  const reached = new Set(paths.map((path) => splitPath(path).join('/')));
  const folders = new Set([...reached].flatMap(listFolders));
  const found: string[] = [];
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [path, target] of waiting) {
      if (!folders.has(target) && ![target, ...listFolders(target)].some((one) => reached.has(one))) continue;
      waiting.delete(path);
      found.push(path);
      reached.add(path);
      for (const folder of listFolders(path)) folders.add(folder);
      isNew = true;
    }
  }
  return found.sort();
}

function resolveLink(path: string, target: string): string {
  const names = target.startsWith('/') ? [] : splitPath(path).slice(0, -1);
  for (const name of splitPath(target)) {
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names.join('/');
}

/** `a/b/c` -> '', `a`, `a/b`. */
function listFolders(path: string): string[] {
  const names = splitPath(path);
  return names.map((_, index) => names.slice(0, index).join('/'));
}

function splitPath(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}
