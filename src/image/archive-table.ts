import { posix } from 'node:path';
import { PlimsollError } from '../errors.ts';
import { LIMITS } from './limits.ts';
import type { TarEntry } from '../tar/read-headers.ts';

/** The files of an archive by their paths, with what is known of each. Links are followed. Names that lead outside are refused. */
export class ArchiveTable<File> {
  readonly #what: string;
  readonly #files = new Map<string, { readonly file: File } | { readonly link: string }>();
  #entries = 0;

  constructor(what: string) {
    this.#what = what;
  }

  /** The later of two entries of a path replaces the earlier, as on unpacking. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`. */
  add(entry: TarEntry, file: File): void {
    this.#entries++;
    if (this.#entries > LIMITS.archiveEntries) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${this.#what} has more than ${LIMITS.archiveEntries} entries`);
    }
    const path = this.clean(entry.path);
    if (entry.type === 'file') this.#files.set(path, { file });
    // Docker before 25 wrote a layer that it had written already as a link to that one.
    if (entry.type === 'symlink') this.#files.set(path, { link: posix.join(posix.dirname(path), entry.link) });
    if (entry.type === 'hardlink') this.#files.set(path, { link: entry.link });
  }

  /** `null`: there is no such file. Throws `IMAGE_INVALID` where the path, or a link on the way, leads outside. */
  find(path: string): File | null {
    let next = path;
    for (let hop = 0; hop < MOST_LINKS; hop++) {
      const found = this.#files.get(this.clean(next));
      if (found === undefined) return null;
      if ('file' in found) return found.file;
      next = found.link;
    }
    throw new PlimsollError('IMAGE_INVALID', `${this.#what}: too many links at ${JSON.stringify(path.slice(0, 200))}`);
  }

  /** `./a/b/` is `a/b`. */
  clean(path: string): string {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    if (path.startsWith('/') || parts.includes('..')) {
      throw new PlimsollError('IMAGE_INVALID', `${this.#what}: ${JSON.stringify(path.slice(0, 200))} leads outside`);
    }
    return parts.join('/');
  }
}

const MOST_LINKS = 8;
