import { parseDockerIgnore } from '../build/context/docker-ignore.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';

/** Of a `.dockerignore`; a longer one is not looked at. */
export const MOST_IGNORE_BYTES = 65_536;

export interface IgnoreList {
  /** '' where there is no `.dockerignore`; `null`: it is too long. Untrusted text. */
  readonly text: string | null;
  /** Whether a path of the context is that of such a file. */
  readonly isList: (path: string) => boolean;
}

/** Without the files that a `.dockerignore` keeps out of the context. */
export function leaveOutIgnored({ changed, unknown }: ContextChanges, list: IgnoreList): ContextChanges {
  const ignore = list.text === null ? null : parseDockerIgnore(list.text);
  // Too long a list: what it leaves out is not looked at.
  if (ignore === null) return { changed: [], unknown: [...unknown, ...changed] };
  const isKept = (path: string): boolean => !ignore.isIgnored(path, path.endsWith('/'));
  // Another list may have let other files in: which, the list of now does not tell.
  const isListChanged = [...changed, ...unknown].some(list.isList);
  return { changed: changed.filter(isKept), unknown: [...unknown.filter(isKept), ...(isListChanged ? [''] : [])] };
}
