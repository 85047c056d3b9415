import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePackageUrl } from '../../../src/image/package-url.ts';
import { formatReference } from '../../../src/image/reference.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('an image as provenance names it', () => {
  test.each([
    ['pkg:docker/debian@12?platform=linux%2Famd64', 'docker.io/library/debian:12', 'linux/amd64'],
    ['pkg:docker/ghcr.io/acme/base@1.2', 'ghcr.io/acme/base:1.2', null],
    ['pkg:docker/127.0.0.1:5000/lib/base@1?platform=linux%2Farm64%2Fv8', '127.0.0.1:5000/lib/base:1', 'linux/arm64'],
    [`pkg:docker/acme/base?digest=${DIGEST}&platform=linux%2Farm`, `docker.io/acme/base@${DIGEST}`, 'linux/arm/v7'],
    [`pkg:docker/base@1?digest=${encodeURIComponent(DIGEST)}`, `docker.io/library/base:1@${DIGEST}`, null],
    ['pkg:docker/localhost%3A5000/base@1', 'localhost:5000/base:1', null],
    ['pkg:docker/base@1?digest=sha256:short', 'docker.io/library/base:1', null],
  ])('%s', (url, reference, platform) => {
    const image = parsePackageUrl(url);
    expect(image === null ? null : formatReference(image.reference)).toBe(reference);
    expect(image?.platform).toBe(platform);
  });

  test.each([
    'https://github.com/acme/api.git',
    'pkg:oci/base?digest=sha256:0',
    'pkg:docker/',
    'pkg:docker/ghcr.io/UPPER/case@1',
    'pkg:docker/base@%E0%A4%A',
    'pkg:docker/../../etc@1',
    'pkg:docker/base@1?platform=a%20b',
  ])('%s is none', (url) => {
    expect(parsePackageUrl(url)).toBeNull();
  });

  test('of any text: one, or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        parsePackageUrl(`pkg:docker/${text}`);
      }),
    );
  });
});
