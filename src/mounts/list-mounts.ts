import { findMountFolders } from './find-mount-folders.ts';
import { listFolders, type FolderList, type FolderLists } from './list-folders.ts';
import { keyOfMount } from './mount-set.ts';
import type { CacheMount } from '../build/cache-mounts.ts';
import type { BuilderContainer } from './builder-container.ts';
import type { KnownSet } from './known-set.ts';

/** A mount of a builder, and what is in it. */
export interface ListedMount {
  readonly mount: CacheMount;
  /** Absolute, in the builder's container. */
  readonly folder: string;
  readonly list: FolderList;
}

/**
 * Where mounts are and what is in them; those that the builder has not are left out. Where all are where they were when a
 * set was put into them, nobody is asked where they are: that takes a build. Throws `DOCKER_FAILED`, `LIMIT_EXCEEDED`.
 */
export async function listMounts(
  container: BuilderContainer,
  mounts: readonly CacheMount[],
  known: KnownSet | null,
): Promise<{ mounts: readonly ListedMount[]; lists: FolderLists }> {
  const places = mounts.flatMap((mount) => {
    const place = known?.mounts.get(keyOfMount(mount));
    return place === undefined ? [] : [{ mount, ...place }];
  });
  if (places.length === mounts.length) {
    const there = await listPlaces(container, places);
    const isSame = (at: number) => there.mounts[at]?.list.entries[0]?.inode === places[at]?.list.entries[0]?.inode;
    if (places.every((_, at) => isSame(at))) return there;
  }
  const { places: found, forgotten } = await findMountFolders(container, mounts);
  const [listed] = await Promise.all([listPlaces(container, found), forgotten]);
  return listed;
}

async function listPlaces(container: BuilderContainer, places: readonly Pick<ListedMount, 'mount' | 'folder'>[]) {
  const lists = await listFolders(
    container,
    places.map(({ folder }) => folder),
  );
  const mounts = places.flatMap(({ mount, folder }, at): ListedMount[] => {
    const list = lists.folders[at];
    return list === undefined ? [] : [{ mount, folder, list }];
  });
  return { mounts, lists };
}
