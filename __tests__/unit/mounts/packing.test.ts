import { expect, test } from '@jest/globals';
import * as zlib from 'node:zlib';
import { packContents, unpackContents } from '../../../src/mounts/packing.ts';

const CONTENTS = Buffer.from('abc'.repeat(100));
/** By Node 24's zstd. */
const BY_ZSTD = Buffer.from('28b52ffd602c0055000018616263010026aa6e08', 'hex');
const BY_BROTLI = zlib.brotliCompressSync(CONTENTS);

test('packs by zstd where Node has it, else by brotli, and unpacks what it packed', async () => {
  const { bytes, packing } = await packContents(CONTENTS);
  expect(packing).toBe('zstdCompress' in zlib ? 'zstd' : 'brotli');
  expect(bytes.length).toBeLessThan(CONTENTS.length / 5);
  expect(Buffer.from(await unpackContents(bytes, packing, CONTENTS.length))).toEqual(CONTENTS);
});

test.each([
  ['zstd', BY_ZSTD, undefined],
  // Where Node has none.
  ['zstd', BY_ZSTD, null],
  ['brotli', BY_BROTLI, undefined],
] as const)('unpacks %s, and no more than there is to be', async (packing, bytes, ofZstd) => {
  const unpack = async (packed: Uint8Array, most: number) => await unpackContents(packed, packing, most, ofZstd);
  expect(Buffer.from(await unpack(bytes, CONTENTS.length))).toEqual(CONTENTS);
  await expect(unpack(bytes, CONTENTS.length - 1)).rejects.toThrow();
  await expect(unpack(bytes.subarray(0, -4), CONTENTS.length)).rejects.toThrow();
  await expect(unpack(Buffer.from('neither'), CONTENTS.length)).rejects.toThrow();
});
