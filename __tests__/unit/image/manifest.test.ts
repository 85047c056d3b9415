import { describe as suite, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../../src/image/digest-of.ts';
import { parseManifest } from '../../../src/image/manifest.ts';
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from './image-store.ts';

const DIGEST = digestOf(Buffer.from('x'));
const CONFIG = { mediaType: OCI_CONFIG, digest: DIGEST, size: 7 };

const parse = (value: unknown, mediaType = OCI_MANIFEST) =>
  parseManifest(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), mediaType, 'acme/api');

suite('parseManifest', () => {
  test.each([
    ['its own media type', { mediaType: OCI_MANIFEST, config: CONFIG, layers: [] }, ''],
    ["the answer's media type", { config: CONFIG, layers: [] }, DOCKER_MANIFEST],
    ['its form alone', { config: CONFIG, layers: [] }, 'application/json'],
    ['null for what is not there', { config: CONFIG, layers: [], annotations: null, manifests: null }, OCI_MANIFEST],
    [
      'an old media type of the config',
      { config: { ...CONFIG, mediaType: 'application/octet-stream' }, layers: [] },
      DOCKER_MANIFEST,
    ],
  ])('knows a manifest by %s', (_, value, mediaType) => {
    expect(parse(value, mediaType)).toMatchObject({
      kind: 'image',
      config: { digest: DIGEST, size: 7 },
      layers: [],
      annotations: {},
    });
  });

  test('reads what an entry says of its platform', () => {
    const entry = {
      mediaType: OCI_MANIFEST,
      digest: DIGEST,
      size: 1,
      platform: { os: 'windows', architecture: 'amd64', 'os.version': '10.0' },
    };
    expect(parse({ manifests: [entry] }, OCI_INDEX)).toEqual({
      kind: 'index',
      annotations: {},
      entries: [
        {
          mediaType: OCI_MANIFEST,
          digest: DIGEST,
          size: 1,
          annotations: {},
          platform: { os: 'windows', architecture: 'amd64', variant: null, osVersion: '10.0' },
        },
      ],
    });
  });

  test.each([
    ['application/vnd.oci.empty.v1+json', 'application/vnd.example.sbom', 'application/vnd.example.sbom'],
    ['application/vnd.buildkit.cacheconfig.v0', undefined, 'application/vnd.buildkit.cacheconfig.v0'],
    ['application/vnd.docker.plugin.v1+json', undefined, 'application/vnd.docker.plugin.v1+json'],
  ])('tells an artifact with config %s', (mediaType, artifactType, type) => {
    expect(parse({ config: { ...CONFIG, mediaType }, layers: [], artifactType })).toEqual({ kind: 'artifact', type });
  });

  test.each([
    ['', 'is not JSON'],
    ['<html>', 'is not JSON'],
    ['null', 'is malformed'],
    ['[]', 'is neither a manifest nor an index'],
    [Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1'), 'is not JSON'],
    [{}, 'is neither a manifest nor an index of an image'],
    [{ config: CONFIG }, 'is neither a manifest nor an index'],
    [{ schemaVersion: 1, name: 'x', fsLayers: [] }, 'old format (schema 1)'],
    [
      { schemaVersion: 2, mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' },
      'old format (schema 1)',
    ],
    [{ manifests: [], config: CONFIG, layers: [] }, 'is an index and a manifest at once'],
    [{ manifests: [], layers: [] }, 'is an index and a manifest at once'],
    [{ manifests: [], mediaType: OCI_MANIFEST }, `calls itself ${OCI_MANIFEST}, and is an index`],
    [{ config: CONFIG, layers: [], mediaType: DOCKER_LIST }, `calls itself ${DOCKER_LIST}, and is a manifest`],
    [{ config: { ...CONFIG, size: -1 }, layers: [] }, 'malformed at config.size: a negative size'],
    [{ config: { ...CONFIG, size: 1.5 }, layers: [] }, 'malformed at config.size: not a size'],
    [{ config: { ...CONFIG, size: 2 ** 53 }, layers: [] }, 'malformed at config.size: not a size'],
    [{ config: { ...CONFIG, size: '7' }, layers: [] }, 'malformed at config.size'],
    [{ config: { ...CONFIG, digest: 'sha256:1' }, layers: [] }, 'malformed at config.digest: not a digest'],
    [{ config: CONFIG, layers: [{ ...CONFIG, mediaType: 'x'.repeat(256) }] }, 'malformed at layers.0.mediaType'],
    [
      { manifests: [{ ...CONFIG, platform: { os: 'li nux', architecture: 'x' } }] },
      'malformed at manifests.0.platform.os',
    ],
  ])('refuses %j', (value, message) => {
    expect(() => parse(value, '')).toThrow(
      expect.objectContaining({ code: 'IMAGE_INVALID', message: expect.stringContaining(message) }),
    );
    expect(() => parse(value, '')).toThrow(/^acme\/api /);
  });

  test('schema 1 is told by the media type before its form is looked at', () => {
    expect(() => parse('{', 'application/vnd.docker.distribution.manifest.v1+json')).toThrow('schema 1');
  });

  test('whatever comes, it is read or refused by our own error', () => {
    const valid = [
      { schemaVersion: 2, mediaType: OCI_MANIFEST, config: CONFIG, layers: [CONFIG], annotations: { a: 'b' } },
      { schemaVersion: 2, manifests: [{ ...CONFIG, platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }] },
    ].map((value) => JSON.stringify(value));
    const spoilt = fc
      .tuple(
        fc.constantFrom(...valid),
        fc.array(fc.tuple(fc.nat(400), fc.string({ maxLength: 3 }), fc.nat(9)), { maxLength: 4 }),
      )
      .map(([text, edits]) =>
        edits.reduce((now, [at, put, drop]) => now.slice(0, at) + put + now.slice(at + drop), text),
      );
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.json()), (text) => {
        try {
          expect(['index', 'image', 'artifact']).toContain(parse(text).kind);
        } catch (error) {
          expect(error).toMatchObject({
            code: 'IMAGE_INVALID',
            message: expect.stringMatching(/^acme\/api .{1,600}$/s),
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('names of JavaScript do no harm', () => {
    const text = `{"config":${JSON.stringify(CONFIG)},"layers":[],"annotations":{"__proto__":"x","toString":"y"}}`;
    const manifest = parse(text);
    expect(manifest.kind === 'image' && Object.entries(manifest.annotations)).toEqual([['toString', 'y']]);
  });
});
