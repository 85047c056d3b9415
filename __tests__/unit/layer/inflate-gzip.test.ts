import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { ByteReader } from '../../../src/layer/byte-reader.ts';
import { inflateGzip } from '../../../src/layer/inflate-gzip.ts';

test.each([1000, 65_536, 1_000_000])('inflates into a few buffers, read in pieces of %d bytes', async (size) => {
  const content = Buffer.concat([randomBytes(3_000_000), Buffer.alloc(5_000_000, 'text '), randomBytes(100)]);
  const blob = gzipSync(content, { level: 1 });
  const pieces = (async function* () {
    for (let place = 0; place < blob.length; place += size)
      yield await Promise.resolve(blob.subarray(place, place + size));
  })();
  const buffers = new Set<ArrayBufferLike>();
  let offset = 0;
  for await (const chunk of inflateGzip(new ByteReader(pieces), 'the layer')) {
    buffers.add(chunk.buffer);
    expect(content.subarray(offset, offset + chunk.length).equals(chunk)).toBe(true);
    offset += chunk.length;
  }
  expect(offset).toBe(content.length);
  expect(buffers.size).toBeLessThanOrEqual(4);
});
