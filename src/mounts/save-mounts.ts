import { PlimsollError } from '../errors.ts';
import { archiveFolders, type BuilderContainer } from './builder-container.ts';
import { canBeAskedFor, findMountFolders, type MountFolderPlace } from './find-mount-folders.ts';
import { findKeptContents } from './kept-packs.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { EntryCollector } from './entry-collector.ts';
import { joinUnder, parentOfAll } from './mount-paths.ts';
import { keyOfMount, type MountEntry, type MountSet, type Pack, type StoredMount } from './mount-set.ts';
import { PackWriter } from './pack-writer.ts';
import { readArchive } from './read-archive.ts';
import { pushPack, pushStoredSet, type StoredSet } from './stored-set.ts';
import type { CacheMount, CacheMountStep } from '../build/cache-mounts.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** What was kept of a builder's cache mounts. */
export type SavedMounts =
  /** No step that has mounts ran: what is kept is what there is. */
  | { readonly kind: 'unused' }
  | {
      readonly kind: 'saved';
      /** IDs of the mounts that were read, as BuildKit has them. */
      readonly saved: readonly string[];
      /** IDs of mounts that are not carried. */
      readonly left: readonly string[];
      /** Files that are not carried: devices, sockets, names that are not UTF-8, larger than `MOUNT_LIMITS.fileBytes`. */
      readonly leftFiles: number;
      readonly files: number;
      readonly bytes: number;
      /** Of the blobs that had to be sent. */
      readonly newBytes: number;
      /** Of the whole set. */
      readonly storedBytes: number;
      readonly isNew: boolean;
    };

export interface MountsToSave {
  /** Of the build that has ended. */
  readonly steps: readonly CacheMountStep[];
  /** What the builder began with: its packs lie in the same repository. `null`: there is none. */
  readonly previous: StoredSet | null;
  /** Where the set goes. */
  readonly reference: string;
}

/**
 * Keeps what the steps of a build left in their cache mounts. A content that is stored already is not sent again. A mount
 * whose steps came from the cache stays as it was kept; one that no step has any more is dropped. Throws `DOCKER_FAILED`,
 * `REGISTRY_*`, `LIMIT_EXCEEDED`, `IMAGE_INVALID`, before the tag is moved.
 */
export async function saveMounts(
  container: BuilderContainer,
  client: RegistryClient,
  { steps, previous, reference }: MountsToSave,
  clock: () => number = Date.now,
): Promise<SavedMounts> {
  const endMs = clock() + MOUNT_LIMITS.totalMs;
  const used = uniqueMounts(steps.filter(({ ran }) => ran));
  if (used.length === 0) return { kind: 'unused' };
  const isUsed = new Set(used.map(keyOfMount));
  const isThere = new Set(uniqueMounts(steps).map(keyOfMount));
  const carried = (previous?.mounts ?? []).filter(({ mount }) => {
    const key = keyOfMount(mount);
    return isThere.has(key) && !isUsed.has(key);
  });
  const places = chooseFitting(await findMountFolders(container, used.filter(canBeAskedFor)), carried);

  const known = { packs: previous?.packs ?? [], places: previous === null ? new Map() : findKeptContents(previous) };
  const packs = new PackWriter(known, async (contents) => await pushPack(client, reference, contents));
  const collected = await collect(container, places, packs, () => clock() > endMs);
  const { packs: all, newBytes } = await packs.end();
  const mounts = [...collected.mounts, ...carried].sort((a, b) => (keyOfMount(a.mount) < keyOfMount(b.mount) ? -1 : 1));
  const set = dropUnusedPacks({ packs: all, mounts });
  const there = previous?.reference === reference ? previous.digest : null;
  const pushed = await pushStoredSet(client, reference, set, there);

  const saved = new Set(places.map(({ mount }) => keyOfMount(mount)));
  const files = collected.mounts.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'directory'));
  return {
    kind: 'saved',
    saved: places.map(({ mount }) => mount.id),
    left: used.filter((mount) => !saved.has(keyOfMount(mount))).map(({ id }) => id),
    leftFiles: collected.leftFiles,
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0),
    newBytes: newBytes + (pushed.isNew ? pushed.tableBytes : 0),
    storedBytes: pushed.storedBytes,
    isNew: pushed.isNew,
  };
}

function uniqueMounts(steps: readonly CacheMountStep[]): CacheMount[] {
  return [...new Map(steps.flatMap(({ mounts }) => mounts).map((mount) => [keyOfMount(mount), mount])).values()];
}

/** As many, the smallest first, as go into a set beside those that are carried on. */
function chooseFitting(places: readonly MountFolderPlace[], carried: readonly StoredMount[]): MountFolderPlace[] {
  let bytes = carried
    .flatMap(({ entries }) => entries)
    .reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
  return places
    .toSorted((a, b) => a.kilobytes - b.kilobytes)
    .slice(0, MOUNT_LIMITS.mounts - carried.length)
    .filter(({ kilobytes }) => {
      bytes += kilobytes * 1024;
      return bytes <= MOUNT_LIMITS.bytes;
    });
}

async function collect(
  container: BuilderContainer,
  places: readonly MountFolderPlace[],
  packs: PackWriter,
  isLate: () => boolean,
): Promise<{ mounts: StoredMount[]; leftFiles: number }> {
  if (places.length === 0) return { mounts: [], leftFiles: 0 };
  const root = parentOfAll(places.map(({ folder }) => folder));
  const byFolder = new Map(places.map(({ folder }) => [joinUnder(root, folder), new EntryCollector()]));
  let count = 0;
  for await (const archived of readArchive(archiveFolders(container, root, [...byFolder.keys()]), 'the cache mounts')) {
    count += 1;
    if (count > MOUNT_LIMITS.entries || isLate()) {
      const why = `${count} entries took longer than ${MOUNT_LIMITS.totalMs / 60_000} minutes, or are too many`;
      throw new PlimsollError('LIMIT_EXCEEDED', `cache mounts: ${why}`);
    }
    const path = archived.entry.path;
    const folder = [...byFolder.keys()].find(
      (name) => path === `${name}/` || path === name || path.startsWith(`${name}/`),
    );
    if (folder !== undefined) await byFolder.get(folder)?.add(folder, archived, packs);
  }
  const collectors = [...byFolder.values()];
  return {
    mounts: places.flatMap(({ mount, folder }) => {
      const entries = byFolder.get(joinUnder(root, folder))?.entries() ?? [];
      return entries.length === 0 ? [] : [{ mount, entries }];
    }),
    leftFiles: collectors.reduce((sum, { left }) => sum + left, 0),
  };
}

function dropUnusedPacks({ packs, mounts }: MountSet): MountSet {
  const used = new Set(mounts.flatMap(({ entries }) => entries.flatMap((entry) => placeOf(entry) ?? [])));
  const kept: Pack[] = [];
  const placeNow = new Map<number, number>();
  for (const [at, pack] of packs.entries()) {
    if (!used.has(at)) continue;
    placeNow.set(at, kept.length);
    kept.push(pack);
  }
  const move = (entry: MountEntry): MountEntry =>
    entry.kind === 'file' ? { ...entry, place: { ...entry.place, pack: placeNow.get(entry.place.pack) ?? 0 } } : entry;
  return { packs: kept, mounts: mounts.map(({ mount, entries }) => ({ mount, entries: entries.map(move) })) };
}

function placeOf(entry: MountEntry): number | null {
  return entry.kind === 'file' && entry.size > 0 ? entry.place.pack : null;
}
