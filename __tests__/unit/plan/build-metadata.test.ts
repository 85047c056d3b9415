import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { parseBuildMetadata } from '../../../src/plan/build-metadata.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const CONFIG = `sha256:${'b'.repeat(64)}`;
const ID = 'x1'.repeat(12) + 'z';
const ONE = {
  'buildx.build.provenance': { builder: { id: '' } },
  'buildx.build.ref': `plimsoll-1/plimsoll-10/${ID}`,
  'containerimage.config.digest': CONFIG,
  'containerimage.descriptor': { mediaType: 'application/vnd.oci.image.index.v1+json', digest: DIGEST, size: 855 },
  'containerimage.digest': DIGEST,
  'image.name': 'ghcr.io/acme/api:main,ghcr.io/acme/api:sha-1',
};

const parse = (value: unknown) => parseBuildMetadata('metadata', JSON.stringify(value));

describe('parseBuildMetadata', () => {
  test('reads what build-push-action gives', () => {
    expect(parse(ONE)).toEqual([
      {
        target: null,
        build: { builder: 'plimsoll-1', id: ID },
        digest: DIGEST,
        imageId: CONFIG,
        repository: { text: 'ghcr.io/acme/api', registry: 'ghcr.io', lastElement: 'api', wasLowered: false },
        tags: ['ghcr.io/acme/api:main', 'ghcr.io/acme/api:sha-1'],
      },
    ]);
  });

  test('reads what bake gives, in its order, without its warnings', () => {
    const made = parse({ web: ONE, 'buildx.build.warnings': { web: [] }, jobs: { 'containerimage.digest': DIGEST } });
    expect(made.map(({ target, build, repository }) => [target, build?.id, repository?.text])).toEqual([
      ['web', ID, 'ghcr.io/acme/api'],
      ['jobs', undefined, undefined],
    ]);
  });

  test('leaves out what bake built for the sake of others alone, unless nothing made an image', () => {
    const base = { 'buildx.build.ref': ONE['buildx.build.ref'] };
    expect(parse({ base, web: ONE }).map(({ target }) => target)).toEqual(['web']);
    expect(parse({ base, web: base }).map(({ target }) => target)).toEqual(['base', 'web']);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', 'digest', /^metadata: got "digest"; it takes the output "metadata" of/],
    ['a list', '[]', /^metadata: got/],
    ['nothing in it', '{}', /^metadata: got "\{\}"/],
    ['warnings alone', '{"buildx.build.warnings":{}}', /^metadata: got/],
    [
      'a digest that is none',
      JSON.stringify({ 'containerimage.digest': 'sha256:1' }),
      /containerimage\.digest: got "sha256:1"/,
    ],
    ['a flag for a builder', JSON.stringify({ 'buildx.build.ref': `--x/y/${ID}` }), /buildx\.build\.ref: got "--x/],
    ['a target that is a path', JSON.stringify({ '../x': ONE }), /got "\.\.\/x"/],
    ['a target that is no object', '{"web": 1}', /^metadata: web: got "1"/],
    [
      'a name that is none',
      JSON.stringify({ ...ONE, 'image.name': 'ghcr.io/A/../b' }),
      /image\.name: got "ghcr\.io\/A/,
    ],
    [
      'more targets than anybody reads',
      JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, place) => [`t${place}`, ONE]))),
      /has 51 targets; it takes 50/,
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseBuildMetadata('metadata', text)).toThrow(message);
  });

  test('gives images or INPUT_INVALID for any JSON', () => {
    const field = fc.constantFrom(...Object.keys(ONE), 'web');
    fc.assert(
      fc.property(fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(ONE)))), (value) => {
        try {
          expect(parse(value).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PlimsollError);
          expect(error).toMatchObject({ code: 'INPUT_INVALID' });
        }
      }),
    );
  });
});
