import { PlimsollError } from '../errors.ts';
import { invalidLayer } from './invalid-layer.ts';
import { LAYER_LIMITS } from './limits.ts';

const MAGIC = 0xfd2fb528;
const BLOCK_BYTES = 128 * 1024;

/**
 * Walks the frames of a zstd stream (RFC 8878, 3.1) by their headers, before they are decoded: a decoder takes the memory
 * that a header asks for. Throws `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`.
 */
export class ZstdFrames {
  readonly #what: string;
  readonly #header = Buffer.alloc(18);
  #length = 0;
  #skip = 0;
  #expects: 'frame' | 'block' = 'frame';
  #checksumBytes = 0;
  #windowBytes = 0;
  #movedBytes = 0;
  #frames = 0;

  constructor(what: string) {
    this.#what = what;
  }

  /** The windows of all blocks so far: what a decoder moves that shifts its window for each. */
  get movedBytes(): number {
    return this.#movedBytes;
  }

  /** Whether a frame may begin here, or all end. */
  get isBetween(): boolean {
    return this.#expects === 'frame' && this.#length === 0 && this.#skip === 0;
  }

  /** After the last byte. */
  end(): void {
    if (!this.isBetween) throw invalidLayer(this.#what, 'ends in the middle of a zstd frame');
  }

  /** Goes on to the end of a block or a frame, or of `bytes`; gives how many bytes there are up to it. */
  next(bytes: Uint8Array): number {
    for (let place = 0; place < bytes.length;) {
      if (this.#skip > 0) {
        const step = Math.min(this.#skip, bytes.length - place);
        this.#skip -= step;
        place += step;
        if (this.#skip === 0) return place;
        continue;
      }
      this.#header[this.#length++] = bytes[place++] ?? 0;
      if (this.#expects === 'block') this.#readBlock();
      else this.#readFrame();
      if (this.#length === 0 && this.#skip === 0) return place;
    }
    return bytes.length;
  }

  #readFrame(): void {
    if (this.#length < 5) return;
    const header = this.#header;
    const magic = header.readUInt32LE(0);
    if (magic >>> 4 === 0x184d2a5) {
      if (this.#length === 8) this.#advance('frame', header.readUInt32LE(4));
      return;
    }
    if (magic !== MAGIC) throw invalidLayer(this.#what, 'has something in it that is no zstd');
    const flags = header[4] ?? 0;
    const isSingle = (flags & 0x20) !== 0;
    const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
    const sizeOffset = 5 + (isSingle ? 0 : 1) + dictionaryBytes;
    if (this.#length < sizeOffset + sizeBytes) return;
    const descriptor = header[5] ?? 0;
    const windowBytes = isSingle
      ? readSize(header.subarray(sizeOffset, sizeOffset + sizeBytes))
      : 2 ** (10 + (descriptor >> 3)) * (1 + (descriptor & 7) / 8);
    if (windowBytes > LAYER_LIMITS.windowBytes) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${this.#what} takes a zstd window of ${windowBytes} bytes`);
    }
    this.#frames += 1;
    if (this.#frames > LAYER_LIMITS.zstdFrames) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${this.#what} has more than ${LAYER_LIMITS.zstdFrames} zstd frames`);
    }
    this.#windowBytes = windowBytes;
    this.#checksumBytes = flags & 4 ? 4 : 0;
    this.#advance('block', 0);
  }

  #readBlock(): void {
    if (this.#length < 3) return;
    const header = this.#header.readUIntLE(0, 3);
    const type = (header >> 1) & 3;
    const size = header >> 3;
    if (type === 3 || size > BLOCK_BYTES) throw invalidLayer(this.#what, 'has a malformed zstd block');
    this.#movedBytes += this.#windowBytes;
    // A block of one byte, repeated.
    const bytes = type === 1 ? 1 : size;
    const isLast = (header & 1) === 1;
    this.#advance(isLast ? 'frame' : 'block', bytes + (isLast ? this.#checksumBytes : 0));
  }

  #advance(expects: 'frame' | 'block', skip: number): void {
    this.#expects = expects;
    this.#skip = skip;
    this.#length = 0;
  }
}

function readSize(field: Uint8Array): number {
  const size = field.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return field.length === 2 ? size + 256 : size;
}
