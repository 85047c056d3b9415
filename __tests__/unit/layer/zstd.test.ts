import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../src/errors.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { ByteReader } from '../../../src/layer/byte-reader.ts';
import { inflateZstd } from '../../../src/layer/inflate-zstd.ts';
import { readLayer } from '../../../src/layer/read-layer.ts';
import { makeZstdEngine } from '../../../src/layer/zstd-engine.ts';
import { makeTar } from '../tar/make-tar.ts';
import { xxh64 } from './xxh64.ts';

const TAR = makeTar([
  { path: 'a', content: 'x'.repeat(200_000) },
  { path: 'b', content: 'b' },
]);

/** A frame of raw blocks and blocks of one byte repeated, as RFC 8878 has them: what a decoder must read, made by hand. */
function frame(bytes: Uint8Array, { window = 0x38, checksum = false, size = 100_000 } = {}): Buffer {
  const blocks: Buffer[] = [];
  for (let place = 0; place < bytes.length; place += size) {
    const content = Buffer.from(bytes.subarray(place, place + size));
    const isLast = place + size >= bytes.length ? 1 : 0;
    const isRun = content.every((byte) => byte === content[0]);
    blocks.push(header((content.length << 3) | (isRun ? 2 : 0) | isLast), isRun ? content.subarray(0, 1) : content);
  }
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, checksum ? 4 : 0, window]),
    ...blocks,
    checksum ? low32(xxh64(bytes)) : Buffer.alloc(0),
  ]);
}

function header(value: number): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE(value, 0, 3);
  return bytes;
}

function low32(hash: bigint): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Number(hash & 0xffff_ffffn));
  return bytes;
}

function skippable(size: number): Buffer {
  const bytes = Buffer.alloc(8 + size, 'x');
  bytes.writeUInt32LE(0x184d2a53, 0);
  bytes.writeUInt32LE(size, 4);
  return bytes;
}

async function* inPieces(blob: Buffer, pieces: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < blob.length; place += pieces)
    yield await Promise.resolve(blob.subarray(place, place + pieces));
}

async function read(blob: Buffer, pieces = 100_000, digest = digestOf(blob)): Promise<number | string> {
  const stream = inPieces(blob, pieces);
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+zstd';
  try {
    return (
      await readLayer(stream, { mediaType, what: 'the layer', digest, diffID: digestOf(TAR), bytes: blob.length })
    ).entries.length;
  } catch (error) {
    return error instanceof PlimsollError ? `${error.code}: ${error.message}` : String(error);
  }
}

/** Node has its own from 22.15 on; ours is for those before. */
const DECODERS = [
  { name: 'ours', make: () => null },
  ...(makeZstdEngine() ? [{ name: "Node's", make: makeZstdEngine }] : []),
];

describe.each(DECODERS)('zstd by $name', ({ make }) => {
  const [first, second] = [TAR.subarray(0, 150_000), TAR.subarray(150_000)];
  test.each<[string, Buffer]>([
    ['of one frame', frame(TAR)],
    ['with checksums', frame(TAR, { checksum: true })],
    ['of several frames', Buffer.concat([frame(first, { checksum: true }), frame(second)])],
    [
      'with skippable frames',
      Buffer.concat([skippable(0), frame(first), skippable(70_000), frame(second), skippable(9)]),
    ],
    ['of many small frames', Buffer.concat([...Array.from({ length: 20_000 }, () => skippable(0)), frame(TAR)])],
  ])('%s', async (_, blob) => {
    for (const pieces of [997, 100_000]) {
      expect((await inflate(blob, pieces)).equals(TAR)).toBe(true);
    }
  });

  test('a byte at a time', async () => {
    const content = TAR.subarray(0, 1000);
    const blob = Buffer.concat([skippable(3), frame(content, { checksum: true }), frame(content)]);
    expect(await inflate(blob, 1)).toEqual(Buffer.concat([content, content]));
  });

  test('that is cut off is refused', async () => {
    await expect(inflate(frame(TAR).subarray(0, -200), 1000)).rejects.toThrow('ends in the middle of a zstd frame');
  });

  async function inflate(blob: Buffer, pieces: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const inflated = inflateZstd(new ByteReader(inPieces(blob, pieces)), 'the layer', make());
    for await (const chunk of inflated) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
});

describe('a layer in zstd', () => {
  test('is read', async () => {
    expect(await read(Buffer.concat([skippable(3), frame(TAR, { checksum: true })]))).toBe(2);
  });

  test.each<[string, Buffer, RegExp]>([
    ['is cut off', frame(TAR).subarray(0, -200), /^IMAGE_INVALID: the layer ends in the middle of a zstd frame/],
    ['has something behind it', Buffer.concat([frame(TAR), Buffer.alloc(100, 1)]), /^IMAGE_INVALID.*no zstd/],
    [
      'has a block of no type',
      Buffer.concat([frame(TAR).subarray(0, 6), header(7), Buffer.alloc(99)]),
      /^IMAGE_INVALID.*block/,
    ],
    ['asks for a window of gigabytes', frame(TAR, { window: 0xa8 }), /^LIMIT_EXCEEDED.*window/],
    ['has blocks larger than blocks are', frame(Buffer.alloc(2e5), { size: 2e5 }), /^IMAGE_INVALID.*block/],
  ])('that %s is refused', async (_, blob, message) => {
    expect(await read(blob)).toMatch(message);
  });
});
