import { LAYER_LIMITS } from '../limits.ts';
import { isBerkeley, readBerkeley } from './rpm-berkeley.ts';
import { describeRpm } from './rpm-header.ts';
import { isNdb, readNdb } from './rpm-ndb.ts';
import { isSqlite, readSqlite } from './rpm-sqlite.ts';
import type { PackageReader } from './package-reader.ts';

/** Where rpm's database is or was, of any kind (rpmdb(8)); under `/usr/share` in images that can be booted. */
const DATABASE = /^\/(?:var\/lib|usr\/lib\/sysimage|usr\/share)\/rpm\/(?:rpmdb\.sqlite|Packages\.db|Packages)$/;

export function isRpmDatabase({ path, size }: { readonly path: string; readonly size: number }): boolean {
  return size <= LAYER_LIMITS.rpmDatabaseBytes && DATABASE.test(path);
}

/** Each kind of database that rpm has had, by what its file begins with: the headers of packages in it. */
const KINDS: readonly (readonly [is: (file: Buffer) => boolean, read: (file: Buffer) => Iterable<Buffer>])[] = [
  [isSqlite, readSqlite],
  [isNdb, readNdb],
  [isBerkeley, readBerkeley],
];

/**
 * The packages in rpm's database, in paragraphs as apk writes them: `P:` name, `V:` version, `F:` a folder, `R:` a file in
 * it. A database is read out of its order, so all of it is held until its end. One that is damaged tells of none.
 */
export class RpmDatabase implements PackageReader {
  readonly #file: Buffer;
  #offset = 0;

  /** `size` is the file's. */
  constructor(size: number) {
    this.#file = Buffer.alloc(size);
  }

  write(bytes: Uint8Array): void {
    this.#file.set(bytes, this.#offset);
    this.#offset += bytes.length;
  }

  end(): string | null {
    try {
      return describeAll(this.#file);
    } catch {
      return null;
    }
  }
}

function describeAll(file: Buffer): string | null {
  const kind = KINDS.find(([is]) => is(file));
  if (kind === undefined) return null;
  const paragraphs: string[] = [];
  let bytes = 0;
  let characters = 0;
  for (const header of kind[1](file)) {
    bytes += header.length;
    // Places may be named twice.
    if (bytes > file.length) throw new Error('more in it than it has');
    const paragraph = describeRpm(header);
    if (paragraph === null) continue;
    characters += paragraph.length;
    if (characters > LAYER_LIMITS.packageCharacters) throw new Error('too many files in it');
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}
