import { canBeAskedFor } from './find-mount-folders.ts';
import { openStored } from './find-stored.ts';
import { findKeptContents } from './kept-packs.ts';
import { recallSet, rememberSet } from './known-set.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { listMounts } from './list-mounts.ts';
import { keyOfMount, type MountEntry, type MountSet, type Pack, type PackPlace } from './mount-set.ts';
import { PackWriter } from './pack-writer.ts';
import { readMounts } from './read-mounts.ts';
import { pushPack, pushStoredSet, type StoredSet } from './stored-set.ts';
import type { CacheMount, CacheMountStep } from '../build/cache-mounts.ts';
import type { BuilderContainer } from './builder-container.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** What was kept of a builder's cache mounts. */
export type SavedMounts =
  /** No step that has mounts ran: what is kept is what there is. */
  | { readonly kind: 'unused' }
  | {
      readonly kind: 'saved';
      /** IDs of the mounts that were looked at, as BuildKit has them. */
      readonly saved: readonly string[];
      /** IDs of mounts that are not carried. */
      readonly left: readonly string[];
      /** Files that are not carried: devices, sockets, names that are not UTF-8, larger than `MOUNT_LIMITS.fileBytes`. */
      readonly leftFiles: number;
      readonly files: number;
      readonly bytes: number;
      /** Of the files that had to be read: the others were not touched since they were stored. */
      readonly readBytes: number;
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
 * Keeps what the steps of a build left in their cache mounts. A content that is stored already is not sent again, and a file
 * that was not touched since it came from there is not read. A mount whose steps came from the cache stays as it was kept;
 * one that no step has any more is dropped. Throws `DOCKER_FAILED`, `REGISTRY_*`, `LIMIT_EXCEEDED`, `IMAGE_INVALID`, before
 * the tag is moved.
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

  const known = await recallSet(container);
  const { mounts: listed, lists } = await listMounts(container, used.filter(canBeAskedFor), known);
  const places = previous === null ? new Map<string, PackPlace>() : findKeptContents(previous);
  const findStored = previous === null ? () => null : openStored(previous, places, known);

  const stored = { packs: previous?.packs ?? [], places };
  const packs = new PackWriter(stored, async (contents) => await pushPack(client, reference, contents));
  const isLate = () => clock() > endMs;
  const read = await readMounts(container, { mounts: listed, findStored, carried, isLate }, packs);
  const { packs: all, newBytes } = await packs.end();
  const filled = read.mounts.filter(({ entries }) => entries.length > 0);
  const mounts = [...filled, ...carried].sort((a, b) => (keyOfMount(a.mount) < keyOfMount(b.mount) ? -1 : 1));
  const set = dropUnusedPacks({ packs: all, mounts });
  const there = previous?.reference === reference ? previous.digest : null;
  const pushed = await pushStoredSet(client, reference, set, there);
  // Without it the next reads all again.
  await rememberSet(container, pushed.digest, listed, lists.name).catch(() => undefined);

  const saved = new Set(read.mounts.map(({ mount }) => keyOfMount(mount)));
  const files = filled.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'directory'));
  return {
    kind: 'saved',
    saved: read.mounts.map(({ mount }) => mount.id),
    left: used.filter((mount) => !saved.has(keyOfMount(mount))).map(({ id }) => id),
    leftFiles: read.leftFiles,
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0),
    readBytes: read.readBytes,
    newBytes: newBytes + (pushed.isNew ? pushed.tableBytes : 0),
    storedBytes: pushed.storedBytes,
    isNew: pushed.isNew,
  };
}

function uniqueMounts(steps: readonly CacheMountStep[]): CacheMount[] {
  return [...new Map(steps.flatMap(({ mounts }) => mounts).map((mount) => [keyOfMount(mount), mount])).values()];
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
