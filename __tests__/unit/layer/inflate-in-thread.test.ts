import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { ByteReader } from '../../../src/layer/byte-reader.ts';
import { hasThreadedInflate, ThreadedInflate } from '../../../src/layer/inflate-in-thread.ts';

const CONTENT = Buffer.concat([randomBytes(3_000_000), Buffer.alloc(5_000_000, 'text '), randomBytes(100)]);
const PACKED = deflateRawSync(CONTENT, { level: 1 });

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < bytes.length; place += size) {
    yield await Promise.resolve(bytes.subarray(place, place + size));
  }
}

function inflate(pieces: AsyncIterable<Uint8Array>): ThreadedInflate {
  return new ThreadedInflate(new ByteReader(pieces), 'sha256');
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.length;
  return bytes;
}

test('is there in the Node that runs this', () => {
  expect(hasThreadedInflate()).toBe(true);
});

describe('inflating in a thread', () => {
  test.each([1000, 65_536, 1_000_000])('gives all in the same few buffers, fed in pieces of %d bytes', async (size) => {
    const inflated = inflate(inPieces(PACKED, size));
    const buffers = new Set<string>();
    let offset = 0;
    for await (const chunk of inflated) {
      buffers.add(`${chunk.byteOffset}`);
      expect(CONTENT.subarray(offset, offset + chunk.length).equals(chunk)).toBe(true);
      offset += chunk.length;
    }
    expect(offset).toBe(CONTENT.length);
    expect(buffers.size).toBe(4);
    expect(inflated.digest()).toBe(`sha256:${createHash('sha256').update(CONTENT).digest('hex')}`);
  });

  test('takes no more than fits in while nobody takes what came out', async () => {
    let fed = 0;
    const pieces = (async function* () {
      for await (const piece of inPieces(PACKED, 10_000)) {
        fed += piece.length;
        yield piece;
      }
    })();
    for await (const chunk of inflate(pieces)) {
      expect(chunk.length).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      // Of random bytes, which are as long packed: four pieces of 256 KiB, and those that were fed ahead.
      expect(fed).toBeLessThan(1_200_000);
      break;
    }
    expect(fed).toBeLessThan(1_200_000);
  });

  test('ends where its data do, and leaves what follows', async () => {
    const endless = (async function* () {
      yield await Promise.resolve(PACKED);
      for (;;) yield await Promise.resolve(Buffer.alloc(100_000, 'x'));
    })();
    expect(await drain(inflate(endless))).toBe(CONTENT.length);
  });

  test('throws what its source does, wherever that is', async () => {
    for (const bytes of [0, 10, 2_000_000]) {
      const broken = (async function* () {
        yield* inPieces(PACKED.subarray(0, bytes), 10_000);
        await Promise.resolve();
        throw new Error('the connection is gone');
      })();
      await expect(drain(inflate(broken))).rejects.toThrow('the connection is gone');
    }
  });

  test('throws what zlib finds', async () => {
    const damaged = Buffer.concat([PACKED.subarray(0, 1_000_000), Buffer.alloc(1_000_000, 0xff)]);
    await expect(drain(inflate(inPieces(damaged, 10_000)))).rejects.toThrow(/^invalid /);
  });
});
