import { describe, expect, test } from '@jest/globals';
import { nameImage } from '../../../src/command/name-image.ts';
import { titleSide } from '../../../src/command/title-side.ts';
import { parseReference } from '../../../src/image/reference.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const side = (name: string) => ({
  name,
  reference: /^(?:oci|oci-archive|docker-archive|docker|build):/.test(name) ? null : parseReference(name),
});

test.each([
  ['ghcr.io/acme/api:main', 'ghcr.io/acme/api-next:1', 'ghcr.io/acme/api-next', 'api-next'],
  ['ghcr.io/acme/api:main', 'build:b/0123456789012345678901234', 'ghcr.io/acme/api', 'api'],
  ['nginx', 'oci:out', 'docker.io/library/nginx', 'nginx'],
  ['oci:./out/old', 'oci:./out/new:latest', 'oci:./out/new:latest', 'new'],
  [
    'docker-archive:Api (1).tar',
    'build:b/0123456789012345678901234',
    'build:b/0123456789012345678901234',
    'api-1-.tar',
  ],
  ['docker:acme/api:1', 'oci:.', 'oci:.', 'image'],
  ['build:b/a', 'build:b/c', 'build:b/c', 'image'],
])('%s and %s: %s, called %s', (baseline, head, image, name) => {
  expect(nameImage(side(baseline), side(head))).toEqual({ image, name });
});

describe('titleSide', () => {
  test.each([
    ['ghcr.io/acme/api:main', 'api:main'],
    ['nginx', 'nginx:latest'],
    [`ghcr.io/acme/api:main@${DIGEST}`, 'api@sha256:0123456789ab'],
    ['oci:out', 'oci:out'],
    ['oci:./a/b/out:latest', 'oci:out:latest'],
    ['docker-archive:/tmp/x/api.tar', 'docker-archive:api.tar'],
    ['oci:out/', 'oci:out/'],
    ['build:', 'build:'],
    ['build:b/0123456789012345678901234', 'build:b/0123456789012345678901234'],
  ])('%s is called %s', (text, title) => {
    expect(titleSide(text, side(text))).toBe(title);
  });
});
