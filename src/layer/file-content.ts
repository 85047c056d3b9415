import { createHash, hash, type Hash } from 'node:crypto';
import type { TarEntry } from '../tar/read-headers.ts';

/** Takes a file's content as it passes by, holes as zeros. */
export interface FileSink {
  /** The bytes are valid during the call only. */
  write(bytes: Uint8Array): void;
  /** After the last byte. */
  end(): void;
}

const ZEROS = new Uint8Array(1024 * 1024);
const EMPTY = hash('sha256', '');

/** The content of one file of a layer: hashed, and handed on to who wants it. */
export class FileContent {
  readonly #entry: TarEntry;
  readonly #sink: FileSink | null;
  #hash: Hash | null = null;
  #whole: string | null = null;
  /** Of the file. */
  #offset = 0;
  #segment = 0;
  #left = 0;

  constructor(entry: TarEntry, sink: FileSink | null) {
    this.#entry = entry;
    this.#sink = sink;
    if (entry.sparse !== null) this.#begin();
  }

  /** What the archive has of it, without a sparse file's map. */
  write(bytes: Uint8Array): void {
    const { sparse, size } = this.#entry;
    if (sparse === null) {
      // As nearly all small files come.
      if (bytes.length === size) this.#whole = hash('sha256', bytes);
      else this.#update(bytes);
      this.#sink?.write(bytes);
      return;
    }
    for (let place = 0; place < bytes.length;) {
      const part = bytes.subarray(place, place + this.#left);
      this.#put(part);
      place += part.length;
      this.#left -= part.length;
      if (this.#left === 0 && !this.#next()) return;
    }
  }

  /** After the last: the hash of the content. */
  end(): string {
    this.#fill(this.#entry.sparse === null ? 0 : this.#entry.size);
    this.#sink?.end();
    return this.#whole ?? this.#hash?.digest('hex') ?? EMPTY;
  }

  /** To the first part with bytes in it. */
  #begin(): void {
    this.#segment = -1;
    this.#next();
  }

  #next(): boolean {
    for (;;) {
      this.#segment += 1;
      const part = this.#entry.sparse?.map[this.#segment];
      if (part === undefined) return false;
      if (part.bytes === 0) continue;
      this.#fill(part.offset);
      this.#left = part.bytes;
      return true;
    }
  }

  #fill(until: number): void {
    while (this.#offset < until) this.#put(ZEROS.subarray(0, until - this.#offset));
  }

  #put(bytes: Uint8Array): void {
    this.#update(bytes);
    this.#sink?.write(bytes);
    this.#offset += bytes.length;
  }

  #update(bytes: Uint8Array): void {
    this.#hash ??= createHash('sha256');
    this.#hash.update(bytes);
  }
}
