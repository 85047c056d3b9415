/** A path of a Linux image from a folder, without `.`, `..` and a slash at its end; `null` where the folder is not known. */
export function joinPath(folder: string | null, path: string): string | null {
  if (!path.startsWith('/') && folder === null) return null;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder ?? ''}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether `path` is `folder` or in it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
