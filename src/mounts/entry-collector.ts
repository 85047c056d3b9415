import { createHash } from 'node:crypto';
import { isInside } from './check-mount-set.ts';
import { MOUNT_LIMITS } from './limits.ts';
import type { ListedEntry } from './list-folders.ts';
import type { MountEntry } from './mount-set.ts';
import type { PackWriter } from './pack-writer.ts';
import type { ArchivedEntry } from './read-archive.ts';

const OF_NOTHING = createHash('sha256').digest('hex');

/** The entries of one mount: what they are is listed, what they hold is stored already or read. */
export class EntryCollector {
  /** Entries that are not carried. */
  left = 0;
  /** Of all files, as they were listed. */
  readonly bytes: number;
  readonly #entries = new Map<string, MountEntry>();
  readonly #wanted = new Map<string, ListedEntry>();

  /** `findStored`: a file or a symbolic link as a stored set has it; `null` where it has to be read. */
  constructor(list: readonly ListedEntry[], findStored: (entry: ListedEntry) => MountEntry | null) {
    const names = new Map<string, string>();
    let bytes = 0;
    for (const entry of this.#carry(list)) {
      const { path, type, inode, size } = entry;
      const first = type === 'file' ? names.get(inode) : undefined;
      if (type === 'file' && first === undefined) {
        names.set(inode, path);
        bytes += size;
      }
      if (type === 'directory') this.#entries.set(path, { kind: 'directory', ...ownedOf(entry) });
      else if (first !== undefined) this.#entries.set(path, { kind: 'hardlink', path, target: first });
      else if (type === 'file' && size === 0) this.#addFile(entry, 0, { sha256: OF_NOTHING, place: NOWHERE });
      else this.#addStored(entry, findStored(entry));
    }
    this.bytes = bytes;
  }

  /** Paths of what has to be read. */
  wanted(): string[] {
    return [...this.#wanted.keys()];
  }

  /** `path`: in the mount. Throws what packing throws. */
  async add(path: string, { entry: { type, link }, content }: ArchivedEntry, packs: PackWriter): Promise<void> {
    const listed = this.#wanted.get(path);
    if (listed === undefined) return;
    if (listed.type === 'file' && type === 'file' && content !== null) {
      this.#wanted.delete(path);
      this.#addFile(listed, content.length, await packs.add(content));
    } else if (listed.type === 'symlink' && type === 'symlink' && !/[\0\uFFFD]/.test(link)) {
      this.#wanted.delete(path);
      this.#entries.set(path, { kind: 'symlink', ...ownedOf(listed), mtime: 0, target: link });
    }
  }

  /** By path. The mount's own time is that of the newest in it: ours was the last hand in it. None where it is empty. */
  entries(): MountEntry[] {
    this.left += this.#wanted.size;
    this.#wanted.clear();
    const entries = [...this.#entries.values()].filter((entry) => {
      const isCarried = entry.kind !== 'hardlink' || this.#entries.has(entry.target);
      if (!isCarried) this.left += 1;
      return isCarried;
    });
    const [root, ...rest] = entries.sort(byPath);
    if (root?.kind !== 'directory' || rest.length === 0) return [];
    const newest = rest.reduce((latest, entry) => Math.max(latest, entry.kind === 'hardlink' ? 0 : entry.mtime), 0);
    return [{ ...root, mtime: newest }, ...rest];
  }

  /** By path, so that of a file's names the same one is always the first, and nothing changes where nothing did. */
  #carry(list: readonly ListedEntry[]): ListedEntry[] {
    const carried = new Map<string, ListedEntry>();
    for (const entry of list) {
      const { path, type, size } = entry;
      // Of no folder that is left is there anything: a mount without its own, which is first, is none.
      const parent = carried.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      const isPlaced = path === '' || (isInside(path) && parent?.type === 'directory');
      const isKnown = type === 'file' ? size <= MOUNT_LIMITS.fileBytes : type !== 'other';
      if (isPlaced && isKnown && !carried.has(path)) carried.set(path, entry);
      else this.left += 1;
    }
    return [...carried.values()].sort(byPath);
  }

  #addStored(listed: ListedEntry, stored: MountEntry | null): void {
    if (stored === null) this.#wanted.set(listed.path, listed);
    else this.#entries.set(listed.path, stored);
  }

  #addFile(listed: ListedEntry, size: number, where: Awaited<ReturnType<PackWriter['add']>>): void {
    this.#entries.set(listed.path, { kind: 'file', ...ownedOf(listed), size, ...where });
  }
}

const NOWHERE = { pack: 0, offset: 0 };

function ownedOf({ path, mode, uid, gid, mtime }: ListedEntry) {
  return { path, mode, uid, gid, mtime };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
