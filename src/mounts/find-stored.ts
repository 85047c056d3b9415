import { keyOfMount, type MountEntry, type PackPlace } from './mount-set.ts';
import { keyOfContent } from './pack-writer.ts';
import type { CacheMount } from '../build/cache-mounts.ts';
import type { KnownSet } from './known-set.ts';
import type { ListedEntry } from './list-folders.ts';
import type { StoredSet } from './stored-set.ts';

/** A file or a symbolic link of a mount, as a stored set has it; `null`: it may be another, and has to be read. */
export type FindStored = (mount: CacheMount, listed: ListedEntry) => MountEntry | null;

/**
 * Of a builder that knows the set: what was not touched since is not read again. It is the same inode, whose last change is
 * the one that was listed then, and the set has it by that name and of that size, time and owner. `places`: where contents
 * of the set are.
 */
export function openStored(set: StoredSet, places: ReadonlyMap<string, PackPlace>, known: KnownSet | null): FindStored {
  if (known?.digest !== set.digest) return () => null;
  const before = new Map(
    [...known.mounts].map(([key, { list }]) => [key, new Map(list.entries.map((entry) => [entry.path, entry]))]),
  );
  const entries = new Map(
    set.mounts.map(({ mount, entries }) => [keyOfMount(mount), new Map(entries.map((entry) => [entry.path, entry]))]),
  );
  return (mount, listed) => {
    const key = keyOfMount(mount);
    const then = before.get(key)?.get(listed.path);
    const entry = entries.get(key)?.get(listed.path);
    if (then === undefined || entry === undefined || !isUntouched(listed, then)) return null;
    if (entry.kind === 'symlink') return listed.type === 'symlink' && isOwnedAlike(entry, listed) ? entry : null;
    if (entry.kind !== 'file' || listed.type !== 'file' || !isOwnedAlike(entry, listed)) return null;
    const place = places.get(keyOfContent(entry.sha256, entry.size));
    return place === undefined || entry.size !== listed.size || entry.mtime !== listed.mtime
      ? null
      : { ...entry, place };
  };
}

function isUntouched(now: ListedEntry, then: ListedEntry): boolean {
  return now.changed !== null && now.changed === then.changed && now.inode === then.inode;
}

function isOwnedAlike(entry: Owned, { mode, uid, gid }: ListedEntry): boolean {
  return entry.mode === mode && entry.uid === uid && entry.gid === gid;
}

type Owned = Pick<ListedEntry, 'mode' | 'uid' | 'gid'>;
