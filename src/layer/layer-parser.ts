import { PlimsollError } from '../errors.ts';
import { readHeaders, type TarEntry, type TarStep } from '../tar/read-headers.ts';
import { FileContent, type FileSink } from './file-content.ts';
import { invalidLayer } from './invalid-layer.ts';
import { normalizePath, parseWhiteout } from './layer-path.ts';
import { LAYER_LIMITS } from './limits.ts';
import type { FileEntry, LayerEntry } from './layer-entry.ts';

/** A file, before its content passes by. */
export interface PassingFile {
  /** As `FileEntry` has it. */
  readonly path: string;
  readonly size: number;
}

export type OnFile = (file: PassingFile) => FileSink | null;

/** Which files have a `contentHash`: all, or those that have a sink; the contents of others are passed over. */
export type Hashes = 'all' | 'wanted';

interface Content {
  readonly entry: TarEntry;
  readonly path: string;
  /** In the tar stream. */
  readonly from: number;
  readonly until: number;
  /** `null`: nobody wants it. */
  readonly content: FileContent | null;
}

/**
 * A layer's tar stream, pushed in pieces of any size, to its entries. Content passes by and is not copied. Throws
 * `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`.
 */
export class LayerParser {
  /** In archive order. */
  readonly entries: LayerEntry[] = [];
  readonly #what: string;
  readonly #onFile: OnFile;
  readonly #hashes: Hashes;
  readonly #headers: ReturnType<typeof readHeaders>;
  /** What the headers ask for; `null` after their end. */
  #asked: Extract<TarStep, { kind: 'read' }> | null = null;
  #got: Uint8Array[] = [];
  #gotBytes = 0;
  #content: Content | null = null;
  #offset = 0;
  #sparseBytes = 0;
  #textCharacters = 0;

  constructor(what: string, onFile: OnFile = () => null, hashes: Hashes = 'all') {
    this.#what = what;
    this.#onFile = onFile;
    this.#hashes = hashes;
    this.#headers = readHeaders(what);
    this.#settle(this.#headers.next());
  }

  push(bytes: Uint8Array): void {
    for (let place = 0; place < bytes.length;) {
      const used =
        this.#content === null ? this.#pushHeader(bytes, place) : this.#pushContent(bytes, place, this.#content);
      place += used;
      this.#offset += used;
      this.#endContent();
    }
  }

  /** After the last piece. */
  end(): void {
    if (this.#content !== null) {
      throw invalidLayer(this.#what, `is cut off in ${JSON.stringify(this.#content.path.slice(0, 200))}`);
    }
    while (this.#asked !== null) this.#answer();
  }

  #pushHeader(bytes: Uint8Array, place: number): number {
    const rest = bytes.length - place;
    // What follows the end of an archive belongs to nothing.
    if (this.#asked === null) return rest;
    const { offset, size } = this.#asked;
    if (this.#offset < offset) return Math.min(rest, offset - this.#offset);
    const part = bytes.subarray(place, place + size - this.#gotBytes);
    if (part.length === size) {
      this.#settle(this.#headers.next(part));
      return size;
    }
    // Kept beyond the call: it is divided between two pieces.
    this.#got.push(Uint8Array.from(part));
    this.#gotBytes += part.length;
    if (this.#gotBytes === size) this.#answer();
    return part.length;
  }

  #pushContent(bytes: Uint8Array, place: number, { from, until, content }: Content): number {
    const rest = bytes.length - place;
    if (this.#offset < from) return Math.min(rest, from - this.#offset);
    const length = Math.min(rest, until - this.#offset);
    content?.write(bytes.subarray(place, place + length));
    return length;
  }

  #endContent(): void {
    if (this.#content === null || this.#offset < this.#content.until) return;
    const { entry, path, content } = this.#content;
    this.#content = null;
    this.entries.push(makeEntry(entry, path, content?.end() ?? null, this.#what));
  }

  #answer(): void {
    const bytes = Buffer.concat(this.#got);
    this.#got = [];
    this.#gotBytes = 0;
    this.#settle(this.#headers.next(bytes));
  }

  #settle(step: IteratorResult<TarStep, void>): void {
    while (step.done !== true) {
      if (step.value.kind === 'read' && step.value.size > 0) {
        this.#asked = step.value;
        return;
      }
      if (step.value.kind === 'entry') this.#add(step.value.entry);
      step = this.#headers.next(NOTHING);
    }
    this.#asked = null;
  }

  #add(entry: TarEntry): void {
    if (this.entries.length >= LAYER_LIMITS.entries) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${this.#what} has more than ${LAYER_LIMITS.entries} entries`);
    }
    this.#textCharacters += entry.path.length + entry.link.length + entry.xattrs.length;
    if (this.#textCharacters > LAYER_LIMITS.textCharacters) {
      throw new PlimsollError(
        'LIMIT_EXCEEDED',
        `${this.#what} has paths, links and extended attributes of more than ${LAYER_LIMITS.textCharacters} characters`,
      );
    }
    // Of a type that nobody knows: no container engine makes anything of it.
    if (entry.type === 'other') return;
    const path = normalizePath(entry.path, this.#what);
    const whiteout = parseWhiteout(path, this.#what);
    if (whiteout?.kind === 'ignored') return;
    if (whiteout !== null) {
      this.entries.push({ kind: whiteout.kind, path: whiteout.path, tarBytes: tarBytes(entry) });
      return;
    }
    if (entry.type !== 'file') {
      this.entries.push(makeEntry(entry, path, null, this.#what));
      return;
    }
    this.#sparseBytes += entry.sparse === null ? 0 : entry.size - (entry.contentBytes - entry.sparse.mapBytes);
    if (this.#sparseBytes > LAYER_LIMITS.sparseBytes) {
      throw new PlimsollError(
        'LIMIT_EXCEEDED',
        `${this.#what} has sparse files with holes of ${this.#sparseBytes} bytes; ${LAYER_LIMITS.sparseBytes} are read`,
      );
    }
    const sink = this.#onFile({ path, size: entry.size });
    const content = sink === null && this.#hashes === 'wanted' ? null : new FileContent(entry, sink);
    const from = entry.contentOffset + (entry.sparse?.mapBytes ?? 0);
    const until = entry.contentOffset + entry.contentBytes;
    if (from < until) this.#content = { entry, path, from, until, content };
    else this.entries.push(makeEntry(entry, path, content?.end() ?? null, this.#what));
  }
}

const NOTHING = new Uint8Array();

function tarBytes({ headerOffset, nextOffset }: TarEntry): number {
  return nextOffset - headerOffset;
}

function makeEntry(entry: TarEntry, path: string, contentHash: string | null, what: string): FileEntry {
  const { type, size, mode, uid, gid, device, xattrs } = entry;
  if (type === 'other') throw new PlimsollError('INTERNAL', `${what}: an entry of no type`);
  return {
    kind: 'entry',
    path,
    type,
    size,
    mode: mode & 0o7777,
    uid,
    gid,
    link: type === 'symlink' ? entry.link : type === 'hardlink' ? normalizePath(entry.link, what) : null,
    contentHash,
    tarBytes: tarBytes(entry),
    xattrs,
    device: type === 'char' || type === 'block' ? device.join(':') : null,
  };
}
