/** Puts numbers and bytes behind one another. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** A whole number from 0 on: seven bits a byte, the lowest first, the top bit where more follows (LEB128). */
  number(value: number): void {
    this.#reserve(8);
    while (value >= 0x80) {
      this.#bytes[this.#length++] = (value % 0x80) + 0x80;
      value = Math.floor(value / 0x80);
    }
    this.#bytes[this.#length++] = value;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Bytes with their length before them. */
  column(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.bytes(bytes);
  }

  end(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}

/** Takes what a `ByteWriter` wrote. `fail` makes the error for bytes that it cannot have written. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #fail: (why: string) => Error;
  #place = 0;

  constructor(bytes: Uint8Array, fail: (why: string) => Error) {
    this.#bytes = bytes;
    this.#fail = fail;
  }

  number(): number {
    const first = this.#bytes[this.#place];
    // As most are.
    if (first !== undefined && first < 0x80) {
      this.#place += 1;
      return first;
    }
    let value = 0;
    let weight = 1;
    for (let count = 0; count < MOST_NUMBER_BYTES; count += 1) {
      const byte = this.#bytes[this.#place];
      if (byte === undefined) throw this.#fail('ends too early');
      this.#place += 1;
      value += (byte & 0x7f) * weight;
      weight *= 0x80;
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) break;
        return value;
      }
    }
    throw this.#fail('has a number that is too large');
  }

  bytes(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#place) throw this.#fail('ends too early');
    const bytes = this.#bytes.subarray(this.#place, this.#place + length);
    this.#place += length;
    return bytes;
  }

  column(): Uint8Array {
    return this.bytes(this.number());
  }

  get isAtEnd(): boolean {
    return this.#place === this.#bytes.length;
  }

  /** Throws where something is left. */
  end(): void {
    if (!this.isAtEnd) throw this.#fail('goes on after its end');
  }
}

/** Of 53 bits. */
const MOST_NUMBER_BYTES = 8;
