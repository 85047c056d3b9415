import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMaterials } from '../../../../src/build/origins/materials.ts';
import { PlimsollError } from '../../../../src/errors.ts';
import { formatReference } from '../../../../src/image/reference.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const BASE = { uri: 'pkg:docker/debian@12?platform=linux%2Famd64', digest: { sha256: A } };
const TOOLS = { uri: 'pkg:docker/ghcr.io/acme/tools@1?platform=linux%2Farm64', digest: { sha256: B } };

const v1 = (list: unknown) => ({ predicate: { buildDefinition: { resolvedDependencies: list } } });
const v02 = (list: unknown) => ({ predicate: { buildType: 'x', materials: list } });

function parse(statement: unknown) {
  const { images, isWhole } = parseMaterials(Buffer.from(JSON.stringify(statement)), 'provenance');
  return { images: images.map(({ reference }) => formatReference(reference)), isWhole };
}

describe.each([
  ['v1', v1],
  ['v0.2', v02],
])('provenance %s', (_, make) => {
  test('lists images with what they stood for', () => {
    expect(parse(make([BASE, TOOLS]))).toEqual({
      images: [`docker.io/library/debian:12@sha256:${A}`, `ghcr.io/acme/tools:1@sha256:${B}`],
      isWhole: true,
    });
  });

  test('leaves the frontend out, and what is no image', () => {
    const frontend = { uri: 'pkg:docker/docker/dockerfile@1', digest: { sha256: A } };
    const git = { uri: 'https://github.com/acme/api.git#refs/heads/main', digest: { sha1: 'c'.repeat(40) } };
    expect(parse(make([frontend, git, BASE]))).toEqual({
      images: [`docker.io/library/debian:12@sha256:${A}`],
      isWhole: true,
    });
  });

  test('is not the whole where an image has no name in a registry, or there are too many', () => {
    expect(parse(make([BASE, { uri: 'pkg:oci/base?digest=sha256:0' }])).isWhole).toBe(false);
    expect(parse(make(Array<unknown>(1001).fill({ uri: 'https://example.com/file' }))).isWhole).toBe(false);
  });

  test('may list nothing, and digests that are none', () => {
    expect(parse(make(null))).toEqual({ images: [], isWhole: true });
    expect(parse(make([{ ...BASE, digest: { sha256: '../../x' } }])).images).toEqual(['docker.io/library/debian:12']);
  });
});

test.each([{}, [], null, { predicate: {} }, v1('x'), v02([{ uri: 1 }]), v1([null])])('%j is refused', (statement) => {
  expect(() => parse(statement)).toThrow(expect.objectContaining({ code: 'IMAGE_INVALID' }));
});

test('any bytes are read or refused', () => {
  const anyStatement = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .array(fc.record({ uri: fc.string().map((text) => `pkg:docker/${text}`) }))
      .map((list) => Buffer.from(JSON.stringify(v1(list)))),
  );
  fc.assert(
    fc.property(anyStatement, (bytes) => {
      try {
        parseMaterials(bytes, 'provenance');
      } catch (error) {
        if (!(error instanceof PlimsollError) || error.code !== 'IMAGE_INVALID') throw error;
      }
    }),
  );
});
