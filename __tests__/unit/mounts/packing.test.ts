import { expect, test } from '@jest/globals';
import * as zlib from 'node:zlib';
import { hasZstd, packContents, unpackByOurs } from '../../../src/mounts/packing.ts';

const CONTENTS = Buffer.from('abc'.repeat(100));
/** By Node 24's zstd. */
const BY_ZSTD = Buffer.from('28b52ffd602c0055000018616263010026aa6e08', 'hex');

test('packs by zstd where Node has it, else by brotli', async () => {
  const { bytes, packing } = await packContents(CONTENTS);
  expect(hasZstd()).toBe('zstdCompress' in zlib);
  expect(packing).toBe(hasZstd() ? 'zstd' : 'brotli');
  expect(bytes.length).toBeLessThan(CONTENTS.length / 5);
  const unpacked = hasZstd() ? await unpackByOurs(bytes, CONTENTS.length) : zlib.brotliDecompressSync(bytes);
  expect(Buffer.from(unpacked)).toEqual(CONTENTS);
});

test('unpacks zstd without Node, and no more than there is to be', async () => {
  expect(Buffer.from(await unpackByOurs(BY_ZSTD, CONTENTS.length))).toEqual(CONTENTS);
  expect(Buffer.from(await unpackByOurs(BY_ZSTD, 1000))).toEqual(CONTENTS);
  await expect(unpackByOurs(BY_ZSTD, CONTENTS.length - 1)).rejects.toThrow();
  await expect(unpackByOurs(BY_ZSTD.subarray(0, -4), CONTENTS.length)).rejects.toThrow();
  await expect(unpackByOurs(Buffer.from('neither'), CONTENTS.length)).rejects.toThrow();
});
