import { PlimsollError, wrapError } from '../errors.ts';
import { runInBuilder, unpackInBuilder, type BuilderContainer } from './builder-container.ts';
import { findMountFolders, placeByKey } from './find-mount-folders.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { joinUnder, parentOfAll } from './mount-paths.ts';
import { keyOfMount, type FileEntry, type MountEntry } from './mount-set.ts';
import { fetchPack, type StoredSet } from './stored-set.ts';
import { formatTarHeader, padTar, TAR_END } from './tar-header.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** What came back into a builder. */
export interface RestoredMounts {
  /** IDs, as BuildKit has them. */
  readonly restored: readonly string[];
  /** Those that the builder has something in already: it is not a new one. */
  readonly kept: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

interface Target {
  readonly id: string;
  readonly folder: string;
  readonly entries: readonly MountEntry[];
}

/**
 * Puts a set's contents into the builder's cache mounts, those that are empty. All or nothing: after an error they are
 * empty again, as without us. Throws `DOCKER_FAILED`, `REGISTRY_*`, `IMAGE_INVALID`, `LIMIT_EXCEEDED`.
 */
export async function restoreMounts(
  container: BuilderContainer,
  client: RegistryClient,
  set: StoredSet,
  clock: () => number = Date.now,
): Promise<RestoredMounts> {
  const endMs = clock() + MOUNT_LIMITS.totalMs;
  const places = placeByKey(
    await findMountFolders(
      container,
      set.mounts.map(({ mount }) => mount),
    ),
  );
  const found = set.mounts.flatMap(({ mount, entries }) => {
    const place = places.get(keyOfMount(mount));
    return place === undefined ? [] : [{ id: mount.id, folder: place.folder, isEmpty: place.isEmpty, entries }];
  });
  const targets = found.filter(({ isEmpty }) => isEmpty);
  if (targets.length > 0) await unpackAll(container, client, set, targets, () => clock() > endMs);
  const files = targets.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'directory'));
  return {
    restored: targets.map(({ id }) => id),
    kept: found.filter(({ isEmpty }) => !isEmpty).map(({ id }) => id),
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0),
  };
}

async function unpackAll(
  container: BuilderContainer,
  client: RegistryClient,
  set: StoredSet,
  targets: readonly Target[],
  isLate: () => boolean,
): Promise<void> {
  const root = parentOfAll(targets.map(({ folder }) => folder));
  const unpack = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    await unpackInBuilder(container, root, inBatches(chunks, isLate));
  };
  const list = (isWanted: (entry: MountEntry) => boolean) => listHeaders(root, targets, isWanted);
  try {
    // Links come last, so that nothing is written through one.
    await unpack(list((entry) => entry.kind === 'directory' || (entry.kind === 'file' && entry.size === 0)));
    const packs = groupByPack(root, targets).entries();
    // Each of them takes the next pack that is left; those that are begun end before an error is told.
    const writers = Array.from({ length: MOUNT_LIMITS.parallelWriters }, () => unpack(openPacks(client, set, packs)));
    const [failed] = (await Promise.allSettled(writers)).filter(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    await unpack(list(({ kind }) => kind === 'hardlink'));
    // busybox keeps some of them for the end, so folders, of which this changes the times, have an archive of their own.
    await unpack(list(({ kind }) => kind === 'symlink'));
    await unpack(list(({ kind }) => kind === 'directory'));
  } catch (error) {
    const folders = targets.map(({ folder }) => folder);
    await runInBuilder(container, EMPTY, folders).catch((second: unknown) => {
      throw wrapError('DOCKER_FAILED', `${describe(error)}, and what was begun could not be taken away`, second);
    });
    throw error;
  }
}

const EMPTY = 'set -e; for folder; do find "$folder" -mindepth 1 -maxdepth 1 -exec rm -rf {} +; done';

function describe(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

type Placed = readonly [folder: string, entry: FileEntry];

/** Files with content by their packs, in the order in which they lie there. */
function groupByPack(root: string, targets: readonly Target[]): Map<number, Placed[]> {
  const packs = new Map<number, Placed[]>();
  for (const { folder, entries } of targets) {
    for (const entry of entries) {
      if (entry.kind !== 'file' || entry.size === 0) continue;
      const files = packs.get(entry.place.pack) ?? [];
      packs.set(entry.place.pack, files);
      files.push([joinUnder(root, folder), entry]);
    }
  }
  return packs;
}

async function* openPacks(
  client: RegistryClient,
  set: StoredSet,
  packs: Iterator<[number, Placed[]]>,
): AsyncGenerator<Uint8Array> {
  const begin = () => {
    const next = packs.next();
    if (next.done === true) return null;
    const [place, files] = next.value;
    const pack = set.packs[place];
    if (pack === undefined) throw new PlimsollError('IMAGE_INVALID', `${set.reference} has no pack ${place}`);
    const contents = fetchPack(client, set, pack);
    // Its error is told where it is waited for.
    contents.catch(() => undefined);
    return { files, contents };
  };
  for (let current = begin(); current !== null;) {
    const following = begin();
    const contents = await current.contents;
    for (const [folder, entry] of current.files) {
      yield formatTarHeader(folder, entry);
      yield contents.subarray(entry.place.offset, entry.place.offset + entry.size);
      yield padTar(entry.size);
    }
    current = following;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* listHeaders(
  root: string,
  targets: readonly Target[],
  isWanted: (entry: MountEntry) => boolean,
): AsyncGenerator<Uint8Array> {
  for (const { folder, entries } of targets) {
    for (const entry of entries) if (isWanted(entry)) yield formatTarHeader(joinUnder(root, folder), entry);
  }
}

const BATCH_BYTES = 256 * 1024;

/** A write a file would be slow. Ends the archive. Throws `LIMIT_EXCEEDED` when it is late. */
async function* inBatches(chunks: AsyncIterable<Uint8Array>, isLate: () => boolean): AsyncGenerator<Uint8Array> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    batch.push(chunk);
    bytes += chunk.length;
    if (bytes < BATCH_BYTES) continue;
    if (isLate())
      throw new PlimsollError('LIMIT_EXCEEDED', `it took longer than ${MOUNT_LIMITS.totalMs / 60_000} minutes`);
    yield Buffer.concat(batch);
    batch = [];
    bytes = 0;
  }
  yield Buffer.concat([...batch, TAR_END]);
}
