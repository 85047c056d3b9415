import { PlimsollError, wrapError } from '../errors.ts';
import { runInBuilder, type BuilderContainer } from './builder-container.ts';
import { findMountFolders, placeByKey } from './find-mount-folders.ts';
import { recallSet, rememberSet } from './known-set.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { LayOutThread } from './lay-out-in-thread.ts';
import { keepLists } from './list-folders.ts';
import { joinUnder, parentOfAll } from './mount-paths.ts';
import { keyOfMount, type FileEntry, type MountEntry, type StoredMount } from './mount-set.ts';
import { PackReader } from './pack-reader.ts';
import { formatTarHeader } from './tar-header.ts';
import { unpackInBuilder, type Unpacker } from './unpack-in-builder.ts';
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
  readonly isEmpty: boolean;
}

interface Unpacking {
  readonly packs: PackReader;
  /** One a program that unpacks in the builder. */
  readonly threads: readonly LayOutThread[];
  readonly targets: readonly Target[];
  readonly isLate: () => boolean;
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
  const threads = Array.from({ length: MOUNT_LIMITS.parallelWriters }, () => new LayOutThread());
  try {
    const { there, forgotten } = await findTargets(container, set);
    const targets = there.filter(({ isEmpty }) => isEmpty);
    try {
      if (targets.length > 0) {
        await unpackAll(container, { packs, threads, targets, isLate: () => clock() > endMs });
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
  } finally {
    await Promise.all(
      threads.map(async (thread) => {
        await thread.end();
      }),
    );
  }
}

async function findTargets(
  container: BuilderContainer,
  { mounts }: StoredSet,
): Promise<{ there: Target[]; forgotten: Promise<unknown> }> {
  const { places: found, forgotten } = await findMountFolders(
    container,
    mounts.map(({ mount }) => mount),
  );
  const places = placeByKey(found);
  const there = mounts.flatMap(({ mount, entries }): Target[] => {
    const place = places.get(keyOfMount(mount));
    return place === undefined ? [] : [{ ...place, entries }];
  });
  return { there, forgotten };
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

async function unpackAll(container: BuilderContainer, { packs, threads, targets, isLate }: Unpacking): Promise<void> {
  const root = parentOfAll(targets.map(({ folder }) => folder));
  const placed = targets.map(({ folder, entries }) => ({ folder: joinUnder(root, folder), entries }));
  const files = groupByPack(placed).entries();
  const unpackRest = async (thread: LayOutThread): Promise<void> => {
    await unpackInBuilder(container, root, async (unpacker) => {
      await unpackPacks(packs, files, thread, unpacker, isLate);
    });
  };
  const unpackKind = async (kind: MountEntry['kind']): Promise<void> => {
    const headers = placed.flatMap(({ folder, entries }) => {
      const wanted = entries.filter((entry) => entry.kind === kind && !hasContent(entry));
      // A folder that is made changes the time of the one that it is in, which therefore comes after it.
      return wanted.toReversed().map((entry) => formatTarHeader(folder, entry));
    });
    if (headers.length === 0) return;
    await unpackInBuilder(container, root, async ({ file, unpack }) => {
      const archive = Buffer.concat(headers);
      await file.writeFile(archive);
      await unpack(archive.length);
    });
  };
  try {
    // Those that are begun end before an error is told. Folders that are missing are made on the way.
    const [failed] = (await Promise.allSettled(threads.map(unpackRest))).filter(({ status }) => status === 'rejected');
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

/** Each takes the next pack that is left. Throws `LIMIT_EXCEEDED` when it is late. */
async function unpackPacks(
  packs: PackReader,
  rest: Iterator<[number, Placed[]]>,
  thread: LayOutThread,
  { file, unpack }: Unpacker,
  isLate: () => boolean,
): Promise<void> {
  const begin = () => {
    const next = rest.next();
    if (next.done === true) return null;
    const [place, files] = next.value;
    const fetched = packs.fetch(place);
    // Its error is told where it is waited for.
    fetched.catch(() => undefined);
    return { files, fetched };
  };
  for (let current = begin(); current !== null;) {
    const following = begin();
    const entries = current.files.map(([folder, entry]) => ({
      header: formatTarHeader(folder, entry),
      offset: entry.place.offset,
      size: entry.size,
    }));
    const pack = await current.fetched;
    if (isLate()) {
      throw new PlimsollError('LIMIT_EXCEEDED', `it took longer than ${MOUNT_LIMITS.totalMs / 60_000} minutes`);
    }
    const bytes = await thread.layOut(pack, entries, file.fd);
    packs.giveBack(pack);
    await unpack(bytes);
    current = following;
  }
}
