import { inflateRawSync } from 'node:zlib';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { JAVA_ARCHIVE } from './text-marks.ts';
import type { PackageReader } from './package-reader.ts';

const ARCHIVE = /\.[jwe]ar$/i;

export function isJavaArchive(path: string): boolean {
  return ARCHIVE.test(path);
}

/** Kept of an archive's beginning, where the manifest is as a rule. */
const HEAD_BYTES = 64 * 1024;
/** Kept of its end, where the directory is: of tens of thousands of classes. A smaller archive is kept as a whole. */
const TAIL_BYTES = 4 * 1024 * 1024;
/** Of a manifest or a list of properties. */
const MOST_INFLATED_BYTES = 256 * 1024;
/** Of one archive: a directory may name the same bytes thousands of times. */
const MOST_READ = 100;
const LOCAL_HEADER_BYTES = 30;

/**
 * What a Java archive says of itself, and the archives within it: lines of `pom`, group, artifact and version; `manifest`,
 * title and version; `archive`, path and bytes that it takes; divided by tabs. A file whose directory is not within the
 * bytes that are kept, or that has none, is taken for something else.
 */
export class JavaArchive implements PackageReader {
  readonly #head: Buffer;
  readonly #tail: Buffer;
  readonly #tailOffset: number;
  #offset = 0;
  #read = 0;

  constructor(size: number) {
    this.#tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    this.#tailOffset = size - this.#tail.length;
    this.#head = Buffer.alloc(Math.min(this.#tailOffset, HEAD_BYTES));
  }

  write(bytes: Uint8Array): void {
    if (this.#offset < this.#head.length)
      this.#head.set(bytes.subarray(0, this.#head.length - this.#offset), this.#offset);
    const from = Math.max(0, this.#tailOffset - this.#offset);
    if (from < bytes.length) this.#tail.set(bytes.subarray(from), this.#offset + from - this.#tailOffset);
    this.#offset += bytes.length;
  }

  end(): string | null {
    const entries = readZipDirectory(this.#tail, this.#tailOffset);
    if (entries === null) return null;
    const lines = entries.flatMap((entry) => this.#tell(entry));
    // One that says nothing may have its name and version in its file's name.
    return JAVA_ARCHIVE + lines.map((cells) => cells.map(clean).join('\t')).join('\n');
  }

  #tell(entry: ZipEntry): string[][] {
    const { name, bytes } = entry;
    if (isJavaArchive(name)) return [['archive', name, String(bytes)]];
    if (name === 'META-INF/MANIFEST.MF') {
      const read = makeRead(this.#readEntry(entry).replace(/\r?\n /g, ''), ':');
      const version = read('Implementation-Version') || read('Bundle-Version');
      const title = read('Implementation-Title') || read('Bundle-SymbolicName').replace(/;.*/, '');
      return version === '' ? [] : [['manifest', title, version]];
    }
    const [, group, artifact] = /^META-INF\/maven\/([^/]+)\/([^/]+)\/pom\.properties$/.exec(name) ?? [];
    if (group === undefined || artifact === undefined) return [];
    return [['pom', group, artifact, makeRead(this.#readEntry(entry), '=')('version')]];
  }

  /** The text of an entry; '' where its bytes were not kept, or are not what they should be. */
  #readEntry({ offset, bytes, method }: ZipEntry): string {
    this.#read += 1;
    if (bytes > MOST_INFLATED_BYTES || this.#read > MOST_READ) return '';
    const header = this.#bytesAt(offset, LOCAL_HEADER_BYTES);
    if (header?.readUInt32BE(0) !== 0x504b0304) return '';
    const skipped = LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const content = this.#bytesAt(offset + skipped, bytes);
    if (content === null) return '';
    if (method === 'stored') return content.toString();
    try {
      return method === 'other' ? '' : inflateRawSync(content, { maxOutputLength: MOST_INFLATED_BYTES }).toString();
    } catch {
      return '';
    }
  }

  #bytesAt(offset: number, size: number): Buffer | null {
    const inHead = offset + size <= this.#head.length;
    const from = inHead ? offset : offset - this.#tailOffset;
    const part = from < 0 ? null : (inHead ? this.#head : this.#tail).subarray(from, from + size);
    return part?.length === size ? part : null;
  }
}

/** The value of a name, as manifests and properties have them, a line each. */
function makeRead(text: string, divider: ':' | '='): (name: string) => string {
  const lines = text.split(/\r?\n/);
  return (name) => {
    for (const line of lines) {
      const place = line.indexOf(divider);
      if (place > 0 && line.slice(0, place).trim() === name) return line.slice(place + 1).trim();
    }
    return '';
  };
}

function clean(cell: string): string {
  return cell.replace(/[\t\r\n]/g, ' ').slice(0, 1000);
}
