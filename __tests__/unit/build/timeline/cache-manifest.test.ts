import { expect, test } from '@jest/globals';
import { parseCacheManifest } from '../../../../src/build/timeline/cache-manifest.ts';

const [A, B, CONFIG] = ['a', 'b', 'c'].map((digit) => `sha256:${digit.repeat(64)}`);
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
const config = { mediaType: 'application/vnd.buildkit.cacheconfig.v0', digest: CONFIG, size: 99 };
const layers = [
  { mediaType: LAYER, digest: A, size: 7 },
  { mediaType: LAYER, digest: B, size: 5 },
  { mediaType: LAYER, digest: A, size: 7 },
];

test.each([
  ['a manifest, as BuildKit writes it since 0.21', { schemaVersion: 2, config, layers }],
  ['an index, as it wrote it before', { schemaVersion: 2, manifests: [...layers, config] }],
])('the layers of a cache, each once: %s', (_, manifest) => {
  expect(parseCacheManifest(Buffer.from(JSON.stringify(manifest)), 'x')).toEqual([
    { digest: A, bytes: 7 },
    { digest: B, bytes: 5 },
  ]);
});

test.each(['{', '7', '{"layers":[{"mediaType":"x","digest":"latest","size":1}]}', '{"layers":1}'])(
  'is refused: %s',
  (json) => {
    expect(() => parseCacheManifest(Buffer.from(json), 'the cache x')).toThrow(/^the cache x/);
  },
);
