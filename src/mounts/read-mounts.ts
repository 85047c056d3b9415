import { PlimsollError } from '../errors.ts';
import { archiveFiles, type BuilderContainer } from './builder-container.ts';
import { EntryCollector } from './entry-collector.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { joinUnder, parentOfAll } from './mount-paths.ts';
import { readArchives } from './read-archive.ts';
import type { FindStored } from './find-stored.ts';
import type { ListedMount } from './list-mounts.ts';
import type { StoredMount } from './mount-set.ts';
import type { PackWriter } from './pack-writer.ts';

export interface MountsToRead {
  readonly mounts: readonly ListedMount[];
  /** What of them is stored already. */
  readonly findStored: FindStored;
  /** What goes into the set beside them. */
  readonly carried: readonly StoredMount[];
  readonly isLate: () => boolean;
}

export interface ReadMounts {
  /** Those that fit, and what is in them. */
  readonly mounts: readonly StoredMount[];
  /** Entries of them that are not carried. */
  readonly leftFiles: number;
  /** Of contents that were read. */
  readonly readBytes: number;
}

interface Collecting extends ListedMount {
  readonly collector: EntryCollector;
}

/** Reads what is in mounts, and puts what is new into packs. Throws `DOCKER_FAILED`, `LIMIT_EXCEEDED`, and what packing throws. */
export async function readMounts(
  container: BuilderContainer,
  { mounts, findStored, carried, isLate }: MountsToRead,
  packs: PackWriter,
): Promise<ReadMounts> {
  const whole = mounts.filter(({ list }) => list.isWhole);
  const collecting = whole.map((listed): Collecting => ({
    ...listed,
    collector: new EntryCollector(listed.list.entries, (entry) => findStored(listed.mount, entry)),
  }));
  const chosen = chooseFitting(collecting, carried);
  const root = parentOfAll(chosen.map(({ folder }) => folder));
  const collectors = chosen.map(({ folder, collector }) => ({ name: joinUnder(root, folder), collector }));
  const wanted = collectors.flatMap(({ name, collector }) => collector.wanted().map((path) => `${name}/${path}`));
  let readBytes = 0;
  for await (const archived of readArchives(archiveFiles(container, root, wanted), 'the cache mounts')) {
    if (isLate()) {
      const why = `reading them took longer than ${MOUNT_LIMITS.totalMs / 60_000} minutes`;
      throw new PlimsollError('LIMIT_EXCEEDED', `cache mounts: ${why}`);
    }
    const { path } = archived.entry;
    const into = collectors.find(({ name }) => path.startsWith(`${name}/`));
    readBytes += archived.content?.length ?? 0;
    await into?.collector.add(path.slice(into.name.length + 1), archived, packs);
  }
  return {
    mounts: chosen.map(({ mount, collector }) => ({ mount, entries: collector.entries() })),
    leftFiles: chosen.reduce((sum, { collector }) => sum + collector.left, 0),
    readBytes,
  };
}

/** As many, the smallest first, as go into a set beside those that are carried on. */
function chooseFitting(mounts: readonly Collecting[], carried: readonly StoredMount[]): Collecting[] {
  let [bytes, entries] = [0, 0];
  for (const mount of carried) {
    entries += mount.entries.length;
    bytes += mount.entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
  }
  return mounts
    .toSorted((a, b) => a.collector.bytes - b.collector.bytes)
    .slice(0, MOUNT_LIMITS.mounts - carried.length)
    .filter(({ collector, list }) => {
      bytes += collector.bytes;
      entries += list.entries.length;
      return bytes <= MOUNT_LIMITS.bytes && entries <= MOUNT_LIMITS.entries;
    });
}
