import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readStatedOrigin } from '../../../../src/build/origins/read-stated-origin.ts';
import { digestOf } from '../../../../src/image/digest-of.ts';
import { readFixture } from '../fixture.ts';
import type { PlatformImage } from '../../../../src/image/image.ts';

const DIGEST = digestOf(Buffer.from('x'));

function imageOf(count: number): PlatformImage {
  const layer = { digest: DIGEST, diffID: DIGEST, mediaType: '', downloadBytes: 1, createdBy: '' };
  return {
    platform: 'linux/amd64',
    manifestDigest: DIGEST,
    config: { digest: DIGEST, size: 2 },
    layers: Array.from({ length: count }, () => layer),
    labels: {},
    settings: {},
    annotations: {},
  };
}

/** As it is attached: the predicate of a statement. */
const attach = async (fixture: string): Promise<Uint8Array> =>
  Buffer.from(
    `{"_type":"https://in-toto.io/Statement/v1","predicate":${(await readFixture(fixture)).toString('utf8')}}`,
  );

test.each(['origin', 'origin-v0.2'])('mode=max of a real build: %s', async (name) => {
  const statement = await attach(`${name}.provenance.json`);
  expect(readStatedOrigin(statement, imageOf(11))).toMatchObject({ base: { layers: 3 }, layers: Array(8).fill({}) });
});

test('of an image with another number of layers it is not believed', async () => {
  const statement = await attach('origin.provenance.json');
  for (const count of [0, 3, 10, 12]) expect(readStatedOrigin(statement, imageOf(count))).toBeNull();
});

test.each(['cold', 'v0.2'])('without its definition it tells nothing: %s', async (name) => {
  expect(readStatedOrigin(await attach(`${name}.provenance.json`), imageOf(11))).toBeNull();
});

test('any bytes are read or passed over', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(`{"predicate":${text}}`)),
  );
  fc.assert(
    fc.property(bytes, (statement) => {
      expect(readStatedOrigin(statement, imageOf(1))).toBeNull();
    }),
  );
});
