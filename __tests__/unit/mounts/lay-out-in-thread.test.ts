import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { LayOutThread, type EntryToLayOut } from '../../../src/mounts/lay-out-in-thread.ts';
import type { Packing } from '../../../src/mounts/packing.ts';
import type { FetchedPack } from '../../../src/mounts/stored-set.ts';

const CONTENTS = Buffer.concat([Buffer.from('abc'.repeat(100)), randomBytes(9_000_000), Buffer.alloc(6_000_000, 'x')]);
const ENTRIES: EntryToLayOut[] = [
  { header: Buffer.alloc(512, 'a'), offset: 0, size: 300 },
  { header: Buffer.alloc(1536, 'b'), offset: 300, size: 9_000_000 },
  { header: Buffer.alloc(512, 'c'), offset: 512, size: 512 },
  { header: Buffer.alloc(512, 'd'), offset: 0, size: 300 },
  { header: Buffer.alloc(512, 'e'), offset: 9_000_300, size: 6_000_000 },
];
/** By Node 24's zstd. */
const ABC_BY_ZSTD = Buffer.from('28b52ffd602c0055000018616263010026aa6e08', 'hex');

let thread: LayOutThread;
let folder: string;
let file: FileHandle;
beforeEach(async () => {
  thread = new LayOutThread();
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-lay-out-'));
  file = await open(join(folder, 'archive'), 'wx+');
});
afterEach(async () => {
  await thread.end();
  await file.close();
  await rm(folder, { recursive: true });
});

function pack(packed: Uint8Array, contentBytes: number, packing: Packing = 'brotli'): FetchedPack {
  const shared = new Uint8Array(new SharedArrayBuffer(packed.length));
  shared.set(packed);
  return { what: 'pack 7', packed: shared, packing, contentBytes };
}

function byBrotli(contents: Uint8Array): Uint8Array {
  return zlib.brotliCompressSync(contents, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } });
}

async function layOut(fetched: FetchedPack, entries: readonly EntryToLayOut[]): Promise<Buffer> {
  const archive = Buffer.alloc(await thread.layOut(fetched, entries, file.fd));
  const { bytesRead } = await file.read(archive, 0, archive.length, 0);
  expect(bytesRead).toBe(archive.length);
  return archive;
}

function expected(contents: Uint8Array, entries: readonly EntryToLayOut[]): Buffer {
  return Buffer.concat(
    entries.flatMap(({ header, offset, size }) => [
      ...[header, contents.subarray(offset, offset + size)],
      Buffer.alloc((512 - (size % 512)) % 512),
    ]),
  );
}

describe('laying out a pack in a thread', () => {
  test('gives headers and contents in their order, filled up to blocks, one pack after the other', async () => {
    const packed = byBrotli(CONTENTS);
    for (const entries of [ENTRIES, ENTRIES.toReversed(), []]) {
      const archive = await layOut(pack(packed, CONTENTS.length), entries);
      expect(archive.equals(expected(CONTENTS, entries))).toBe(true);
    }
  });

  test('reads zstd, also where Node has none', async () => {
    const abc = Buffer.from('abc'.repeat(100));
    const entries = ENTRIES.slice(0, 1);
    expect(await layOut(pack(ABC_BY_ZSTD, abc.length, 'zstd'), entries)).toEqual(expected(abc, entries));
  });

  test('gives any files of any contents', async () => {
    const entry = fc.tuple(fc.nat(2), fc.nat(1100), fc.nat(1100)).map(([blocks, from, to]) => ({
      header: Buffer.alloc(512 * (blocks + 1), `${blocks}`),
      offset: Math.min(from, to),
      size: Math.abs(from - to),
    }));
    const property = fc.asyncProperty(
      fc.uint8Array({ minLength: 1100, maxLength: 2000 }),
      fc.array(entry),
      async (contents, entries) => {
        const archive = await layOut(pack(byBrotli(contents), contents.length), entries);
        expect(archive).toEqual(expected(contents, entries));
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  test.each<[string, FetchedPack]>([
    ['has less in it', pack(byBrotli(Buffer.alloc(100)), 101)],
    ['has more in it', pack(byBrotli(Buffer.alloc(100_000)), 99_999)],
    ['is a bomb', pack(byBrotli(Buffer.alloc(50_000_000)), 10)],
    ['is cut', pack(byBrotli(CONTENTS).subarray(0, -100), CONTENTS.length)],
    ['is none', pack(Buffer.from('neither'), 7)],
    ['is none by zstd', pack(Buffer.from('neither'), 7, 'zstd')],
  ])('refuses one that %s, and goes on', async (_, wrong) => {
    await expect(layOut(wrong, ENTRIES)).rejects.toMatchObject({
      code: 'IMAGE_INVALID',
      message: expect.stringContaining(`pack 7 does not unpack to ${wrong.contentBytes} bytes: `),
    });
    const entries = ENTRIES.slice(0, 1);
    expect(await layOut(pack(byBrotli(CONTENTS), CONTENTS.length), entries)).toEqual(expected(CONTENTS, entries));
  });

  test('tells of a file that cannot be written', async () => {
    const closed = await open(join(folder, 'archive'), 'r');
    const writing = thread.layOut(pack(byBrotli(CONTENTS), CONTENTS.length), ENTRIES, closed.fd);
    await expect(writing).rejects.toThrow(/^EBADF: /);
    await closed.close();
  });

  test('that has ended is told', async () => {
    await thread.end();
    await expect(layOut(pack(byBrotli(CONTENTS), CONTENTS.length), ENTRIES)).rejects.toThrow('ended early');
  });
});
