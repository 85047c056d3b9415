import { Readable } from 'node:stream';
import { PlimsollError, wrapError } from '../errors.ts';
import { runInBuilder, unpackInBuilder, type BuilderContainer } from './builder-container.ts';
import { findMountFolders, placeByKey } from './find-mount-folders.ts';
import { recallSet, rememberSet } from './known-set.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { keepLists } from './list-folders.ts';
import { joinUnder, parentOfAll } from './mount-paths.ts';
import { keyOfMount, type FileEntry, type MountEntry, type StoredMount } from './mount-set.ts';
import { PackReader } from './pack-reader.ts';
import { formatTarHeader, padTar, TAR_END } from './tar-header.ts';
import type { StoredSet } from './stored-set.ts';
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

interface Target extends StoredMount {
  readonly folder: string;
}

type Placed = readonly [folder: string, entry: FileEntry];

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
  const packs = new PackReader(client, set);
  // A builder that knows a set has its mounts already; for a new one the first packs come while it is asked where they are.
  const known = await recallSet(container);
  if (known === null) packs.fetchAhead(groupByPack(set.mounts.map((mount) => ({ folder: '', ...mount }))).keys());
  const mounts = set.mounts.map(({ mount }) => mount);
  const { places: found, forgotten } = await findMountFolders(container, mounts);
  const places = placeByKey(found);
  const there = set.mounts.flatMap(({ mount, entries }): (Target & { isEmpty: boolean })[] => {
    const place = places.get(keyOfMount(mount));
    return place === undefined ? [] : [{ ...place, entries }];
  });
  const targets = there.filter(({ isEmpty }) => isEmpty);
  try {
    if (targets.length > 0) {
      await unpackAll(container, packs, targets, () => clock() > endMs);
      await remember(container, set, targets);
    }
  } finally {
    await forgotten;
  }
  const files = targets.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'directory'));
  return {
    restored: targets.map(({ mount }) => mount.id),
    kept: there.filter(({ isEmpty }) => !isEmpty).map(({ mount }) => mount.id),
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0),
  };
}

/** What is not touched until it is saved is not read then. Without that, all is. */
async function remember(container: BuilderContainer, set: StoredSet, targets: readonly Target[]): Promise<void> {
  try {
    const name = await keepLists(
      container,
      targets.map(({ folder }) => folder),
    );
    await rememberSet(container, set.digest, targets, name);
  } catch {
    // What is not known costs time only.
  }
}

async function unpackAll(
  container: BuilderContainer,
  packs: PackReader,
  targets: readonly Target[],
  isLate: () => boolean,
): Promise<void> {
  const root = parentOfAll(targets.map(({ folder }) => folder));
  const placed = targets.map(({ folder, entries }) => ({ folder: joinUnder(root, folder), entries }));
  const unpack = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    await unpackInBuilder(container, root, inBatches(chunks, isLate));
  };
  const unpackKind = async (kind: MountEntry['kind']): Promise<void> => {
    const headers = placed.flatMap(({ folder, entries }) => {
      const wanted = entries.filter((entry) => entry.kind === kind && !hasContent(entry));
      // A folder that is made changes the time of the one that it is in, which therefore comes after it.
      return wanted.toReversed().map((entry) => formatTarHeader(folder, entry));
    });
    if (headers.length > 0) await unpack(Readable.from(headers));
  };
  try {
    const files = groupByPack(placed).entries();
    // Each of them takes the next pack that is left; those that are begun end before an error is told. Folders that are
    // missing are made on the way.
    const writers = Array.from({ length: MOUNT_LIMITS.parallelWriters }, () => unpack(readPacks(packs, files)));
    const [failed] = (await Promise.allSettled(writers)).filter(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    // Links come last, so that nothing is written through one. busybox keeps some symbolic ones for the end of an archive.
    for (const kind of ['file', 'hardlink', 'symlink', 'directory'] as const) await unpackKind(kind);
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

function hasContent(entry: MountEntry): entry is FileEntry {
  return entry.kind === 'file' && entry.size > 0;
}

/** Files with content by their packs, in the order in which they lie there. */
function groupByPack(placed: readonly Pick<Target, 'folder' | 'entries'>[]): Map<number, Placed[]> {
  const packs = new Map<number, Placed[]>();
  for (const { folder, entries } of placed) {
    for (const entry of entries.filter(hasContent)) {
      const files = packs.get(entry.place.pack) ?? [];
      packs.set(entry.place.pack, files);
      files.push([folder, entry]);
    }
  }
  return packs;
}

async function* readPacks(packs: PackReader, rest: Iterator<[number, Placed[]]>): AsyncGenerator<Uint8Array> {
  const begin = () => {
    const next = rest.next();
    if (next.done === true) return null;
    const [pack, files] = next.value;
    const contents = packs.fetch(pack);
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

const BATCH_BYTES = 256 * 1024;

/**
 * A write a file would be slow, and a buffer a write would keep the collector of garbage busy: a batch is valid until the
 * next is asked for. Ends the archive. Throws `LIMIT_EXCEEDED` when it is late.
 */
async function* inBatches(chunks: AsyncIterable<Uint8Array>, isLate: () => boolean): AsyncGenerator<Uint8Array> {
  const batch = new Uint8Array(BATCH_BYTES);
  let bytes = 0;
  for await (const chunk of withEnd(chunks)) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + BATCH_BYTES - bytes);
      batch.set(part, bytes);
      bytes += part.length;
      at += part.length;
      if (bytes < BATCH_BYTES) continue;
      if (isLate()) {
        throw new PlimsollError('LIMIT_EXCEEDED', `it took longer than ${MOUNT_LIMITS.totalMs / 60_000} minutes`);
      }
      yield batch;
      bytes = 0;
    }
  }
  yield batch.subarray(0, bytes);
}

async function* withEnd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
  yield TAR_END;
}
