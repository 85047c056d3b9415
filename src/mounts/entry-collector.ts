import { isInside } from './check-mount-set.ts';
import type { MountEntry } from './mount-set.ts';
import type { PackWriter } from './pack-writer.ts';
import type { ArchivedEntry } from './read-archive.ts';

/** The entries of one mount, out of an archive of its folder. */
export class EntryCollector {
  /** Entries that are not carried. */
  left = 0;
  readonly #entries = new Map<string, MountEntry>();

  /** `folder`: what the archive calls the mount. Throws what packing throws. */
  async add(folder: string, { entry, content }: ArchivedEntry, packs: PackWriter): Promise<void> {
    const path = entry.path.slice(folder.length + 1).replace(/\/$/, '');
    const { mode, uid, gid, mtime, type, link } = entry;
    const owned = { path, mode: mode & 0o7777, uid, gid, mtime };
    // Of no folder that is left is there anything: a mount without its own, which is first, is none.
    const parent = this.#entries.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (path !== '' && (!isInside(path) || parent?.kind !== 'directory')) {
      this.left += 1;
    } else if (type === 'directory') {
      this.#entries.set(path, { kind: 'directory', ...owned });
    } else if (type === 'symlink' && !/[\0\uFFFD]/.test(link)) {
      this.#entries.set(path, { kind: 'symlink', ...owned, mtime: 0, target: link });
    } else if (type === 'hardlink' && this.#entries.get(link.slice(folder.length + 1))?.kind === 'file') {
      this.#entries.set(path, { kind: 'hardlink', path, target: link.slice(folder.length + 1) });
    } else if (type === 'file' && content !== null) {
      this.#entries.set(path, { kind: 'file', ...owned, size: content.length, ...(await packs.add(content)) });
    } else {
      this.left += 1;
    }
  }

  /** By path. The mount's own time is that of the newest in it: ours was the last hand in it. None where it is empty. */
  entries(): MountEntry[] {
    this.#nameLinks();
    const entries = [...this.#entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const [root, ...rest] = entries;
    if (root?.kind !== 'directory' || rest.length === 0) return [];
    const newest = rest.reduce((latest, entry) => Math.max(latest, entry.kind === 'hardlink' ? 0 : entry.mtime), 0);
    return [{ ...root, mtime: newest }, ...rest];
  }

  /** Which name of a file an archive has first is chance: the first by path is to be the file, so that nothing changes where nothing did. */
  #nameLinks(): void {
    const links = [...this.#entries.values()].filter((entry) => entry.kind === 'hardlink');
    for (const target of new Set(links.map((link) => link.target))) {
      const file = this.#entries.get(target);
      if (file?.kind !== 'file') continue;
      const names = [target, ...links.filter((link) => link.target === target).map(({ path }) => path)].sort();
      const [first = target, ...others] = names;
      this.#entries.set(first, { ...file, path: first });
      for (const path of others) this.#entries.set(path, { kind: 'hardlink', path, target: first });
    }
  }
}
