import { createHash, type Hash } from 'node:crypto';
import type { Digest } from '../image/digest.ts';

/** Bytes on their way, hashed and counted. What their source throws is remembered as such. */
export class HashedChunks implements AsyncIterable<Uint8Array> {
  bytes = 0;
  failure: unknown = null;
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #algorithm: string;
  readonly #hash: Hash;
  #digest: string | null = null;

  /** `algorithm` is that of `digest`. */
  constructor(source: AsyncIterable<Uint8Array>, algorithm: string) {
    this.#source = source;
    this.#algorithm = algorithm;
    this.#hash = createHash(algorithm);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#source) {
        this.bytes += chunk.length;
        this.#hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** After the last byte. */
  digest(): string {
    this.#digest ??= `${this.#algorithm}:${this.#hash.digest('hex')}`;
    return this.#digest;
  }
}

/** `sha256` of `sha256:1a2b…`. */
export function algorithmOf(digest: Digest): string {
  return digest.slice(0, digest.indexOf(':'));
}
