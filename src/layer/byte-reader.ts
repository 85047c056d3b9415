/** Bytes that come once, in chunks; what was not used of one can be given back. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #unread: Uint8Array = NOTHING;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next chunk, never an empty one; `null` at the end. */
  async next(): Promise<Uint8Array | null> {
    if (this.#unread.length > 0) {
      const chunk = this.#unread;
      this.#unread = NOTHING;
      return chunk;
    }
    for (;;) {
      const next = await this.#chunks.next();
      if (next.done === true) return null;
      if (next.value.length > 0) return next.value;
    }
  }

  /** Comes first with the next chunk. */
  unread(bytes: Uint8Array): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([bytes, this.#unread]);
  }

  /** Fewer bytes where the end comes before. */
  async take(size: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let missing = size; missing > 0;) {
      const chunk = await this.next();
      if (chunk === null) break;
      parts.push(chunk.subarray(0, missing));
      if (chunk.length > missing) this.unread(chunk.subarray(missing));
      missing -= Math.min(missing, chunk.length);
    }
    const [only = NOTHING] = parts;
    return parts.length <= 1 ? only : Buffer.concat(parts);
  }

  /** Takes as many bytes as there is room for; how many there were before the end. */
  async fill(room: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < room.length) {
      const chunk = await this.next();
      if (chunk === null) break;
      const used = chunk.subarray(0, room.length - filled);
      room.set(used, filled);
      filled += used.length;
      if (chunk.length > used.length) this.unread(chunk.subarray(used.length));
    }
    return filled;
  }

  async peek(size: number): Promise<Uint8Array> {
    const bytes = await this.take(size);
    if (bytes.length > 0) this.unread(bytes);
    return bytes;
  }

  /** Lets go of where the bytes come from. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

const NOTHING = new Uint8Array();
