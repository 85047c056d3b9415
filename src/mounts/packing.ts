import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { ByteReader } from '../layer/byte-reader.ts';
import { inflateZstd } from '../layer/inflate-zstd.ts';

export type Packing = 'brotli' | 'zstd';

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
/** Node 20 has no name for it. */
const ZSTD_LEVEL = 100;
/** Where a piece is full, another is asked for, though nothing is left. */
const SPARE_BYTES = 64;

const byBrotli = promisify(zlib.brotliCompress);

/**
 * By zstd where Node has it, from 22.15 on, as on GitHub's runners; else by brotli; each at its least effort: time is what
 * this is for. zstd packs a Go build's caches in three quarters of brotli's time and unpacks them in a third of it, no larger;
 * gzip at its least takes three to ten times brotli's.
 */
export async function packContents(contents: Uint8Array): Promise<{ bytes: Uint8Array; packing: Packing }> {
  const chunkSize = Math.ceil(contents.length / 2) + SPARE_BYTES;
  const byZstd = findZstdCompress();
  if (byZstd !== null) {
    return { bytes: await byZstd(contents, { params: { [ZSTD_LEVEL]: 1 }, chunkSize }), packing: 'zstd' };
  }
  const params = { [BROTLI_PARAM_QUALITY]: 1, [BROTLI_PARAM_LGWIN]: 20, [BROTLI_PARAM_SIZE_HINT]: contents.length };
  return { bytes: await byBrotli(contents, { params, chunkSize }), packing: 'brotli' };
}

/** Whether Node has zstd. */
export function hasZstd(): boolean {
  return findZstdCompress() !== null;
}

/** zstd, where Node has none: what reads layers reads it. Throws where it is none, and where more than `most` bytes come. */
export async function unpackByOurs(bytes: Uint8Array, most: number): Promise<Uint8Array<SharedArrayBuffer>> {
  const reader = new ByteReader(inflateZstd(new ByteReader(oneChunk(bytes)), 'a pack', null));
  const contents = new Uint8Array(new SharedArrayBuffer(most));
  const length = await reader.fill(contents);
  if ((await reader.next()) !== null) throw new RangeError(`there are more than ${most} bytes`);
  return contents.subarray(0, length);
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type Work = (bytes: Uint8Array, options: zlib.ZlibOptions | object) => Promise<Uint8Array>;

function findZstdCompress(): Work | null {
  const work: unknown = Reflect.get(zlib, 'zstdCompress');
  if (typeof work !== 'function') return null;
  return async (bytes, options) =>
    await new Promise((resolve, reject) => {
      const end = (error: unknown, result: unknown): void => {
        if (result instanceof Uint8Array) resolve(result);
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      Reflect.apply(work, zlib, [bytes, options, end]);
    });
}
