import { expect, test } from '@jest/globals';
import { readDeclaredBases } from '../../../../src/build/origins/declared-bases.ts';
import { parseDigest } from '../../../../src/image/digest.ts';
import { formatReference } from '../../../../src/image/reference.ts';
import type { Image, PlatformImage } from '../../../../src/image/image.ts';

const A = parseDigest(`sha256:${'a'.repeat(64)}`);
const B = parseDigest(`sha256:${'b'.repeat(64)}`);

type Texts = Readonly<Record<string, string>>;

const base = (name?: string, digest?: string): Texts => ({
  ...(name === undefined ? {} : { 'org.opencontainers.image.base.name': name }),
  ...(digest === undefined ? {} : { 'org.opencontainers.image.base.digest': digest }),
});

function read(places: { manifest?: Texts; index?: Texts; labels?: Texts }): string[] {
  const platform: PlatformImage = {
    platform: 'linux/amd64',
    manifestDigest: A,
    config: { digest: A, size: 2 },
    layers: [],
    labels: places.labels ?? {},
    settings: {},
    annotations: places.manifest ?? {},
  };
  const image: Image = { name: 'x', digest: B, platforms: [platform], repeated: [], annotations: places.index ?? {} };
  return readDeclaredBases(image, platform).map(
    ({ name, digest }) => `${name === null ? '-' : formatReference(name)} ${digest ?? '-'}`,
  );
}

test('the manifest goes before the index, and that before the labels', () => {
  expect(read({ manifest: base('one:1', A), index: base('two:1', B), labels: base('three:1') })).toEqual([
    `docker.io/library/one:1 ${A}`,
    `docker.io/library/two:1 ${B}`,
    'docker.io/library/three:1 -',
  ]);
});

test('a name of one place and a digest of another do not belong together', () => {
  expect(read({ manifest: base('one:1'), labels: base(undefined, B) })).toEqual([
    'docker.io/library/one:1 -',
    `- ${B}`,
  ]);
});

test('what stands in two places is one', () => {
  expect(read({ manifest: base('one:1', A), index: base('one:1', A) })).toEqual([`docker.io/library/one:1 ${A}`]);
});

test('a digest in the name counts where none stands beside it', () => {
  expect(read({ labels: base(`ghcr.io/acme/base:1@${A}`) })).toEqual([`ghcr.io/acme/base:1 ${A}`]);
  expect(read({ labels: base(`ghcr.io/acme/base:1@${A}`, B) })).toEqual([`ghcr.io/acme/base:1 ${B}`]);
});

test.each([
  base(''),
  base('', ''),
  base('http://169.254.169.254/latest'),
  base('Upper/Case'),
  // As buildah names an image of its own, which no registry has.
  base('localhost/api:latest', A),
  base('a b', 'sha256:x'),
  base('x'.repeat(5000)),
  { 'org.opencontainers.image.base.names': 'x' },
])('%j names none', (manifest) => {
  expect(read({ manifest })).toEqual([]);
});
