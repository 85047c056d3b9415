import { describe, expect, test } from '@jest/globals';
import type { ImageOrigin, LayerOrigin } from '../../../src/build/origins/image-origin.ts';
import type { Cause } from '../../../src/compare/comparison.ts';
import { compareLayers, type MadeLayer } from './compare-layers.ts';
import { makeBase, makeDigest } from './fixture.ts';
import { file } from './layer-fixture.ts';

const rootfs = (bytes: number, by = 'ADD rootfs'): MadeLayer => ({
  by,
  bytes,
  entries: [file('/bin/sh', { size: bytes * 2, contentHash: `sh ${bytes}` }), file('/etc/os-release')],
});
const own = (bytes: number, by = 'RUN make'): MadeLayer => ({
  by,
  bytes,
  entries: [file('/app', { size: bytes * 2 })],
});

const AT_14: LayerOrigin = { source: { file: 'Dockerfile', line: 14 }, recipe: 'make', inputs: [] };
const origin = (base: ImageOrigin['base'], layers: readonly LayerOrigin[] = [AT_14]): ImageOrigin[] => [
  { platform: 'linux/amd64', base, layers, context: null },
];
const MOVED = makeDigest('debian of another day');

const brief = (cause: Cause): string => `${cause.kind} ${cause.downloadBytes} ${cause.by ?? 'null'} ${cause.detail}`;

describe('a base image that moved', () => {
  test('is one cause, by drift, with both digests and the line of the FROM', () => {
    const { base, causes, layers, notes } = compareLayers(
      [rootfs(1000), rootfs(50, 'RUN base'), own(10)],
      [rootfs(1400), rootfs(60, 'RUN base'), own(10)],
      { origins: { baseline: origin(makeBase({ layers: 2 })), head: origin(makeBase({ layers: 2, digest: MOVED })) } },
    );
    expect(causes.map(brief)).toEqual(['base-image 410 drift docker.io/library/debian:12']);
    expect(causes[0]).toMatchObject({ layer: null, estimated: false, source: { file: 'Dockerfile', line: 1 } });
    expect(causes[0]?.paths).toEqual([{ path: '/bin/sh', onDiskBytes: causes[0]?.onDiskBytes }]);
    expect(base).toEqual({
      reference: 'docker.io/library/debian:12',
      baselineDigest: makeDigest('debian'),
      digest: MOVED,
      inDiff: false,
    });
    expect(layers.map(({ status, source }) => [status, source?.line])).toEqual([
      ['changed', 1],
      ['changed', 1],
      ['same', 14],
    ]);
    expect(notes).toEqual([]);
  });

  test('keeps its packages to itself', () => {
    const layer = (version: string, size: number): MadeLayer => ({
      by: 'RUN npm i -g npm',
      bytes: size,
      entries: [
        file('/usr/lib/node_modules/npm/package.json', { contentHash: version }),
        file('/usr/lib/node_modules/npm/cli.js', { size, contentHash: `cli ${version}` }),
      ],
      texts: { [version]: JSON.stringify({ version }) },
    });
    const sides: [MadeLayer[], MadeLayer[]] = [[layer('1', 1000)], [layer('2', 3000)]];
    expect(compareLayers(...sides).causes.map(({ kind }) => kind)).toEqual(['package']);
    const origins = { baseline: origin(makeBase(), []), head: origin(makeBase({ digest: MOVED }), []) };
    expect(compareLayers(...sides, { origins }).causes.map(({ kind }) => kind)).toEqual(['base-image']);
  });

  test('is by the change where the FROM asks for something else', () => {
    const after = makeBase({ reference: 'docker.io/library/alpine:3.20', request: 'alpine:3.20', digest: MOVED });
    const { base, causes } = compareLayers([rootfs(1000), own(10)], [rootfs(300, 'ADD alpine'), own(10)], {
      origins: { baseline: origin(makeBase()), head: origin(after) },
    });
    expect(causes.map(brief)).toEqual([
      'base-image -700 change docker.io/library/debian:12 → docker.io/library/alpine:3.20',
    ]);
    expect(base).toMatchObject({ reference: 'docker.io/library/alpine:3.20', inDiff: true });
  });

  test('may become nothing, or come out of nothing', () => {
    const origins = { baseline: origin(makeBase()), head: origin(null) };
    const went = compareLayers([rootfs(1000), own(10)], [own(10)], { origins });
    expect(went.causes.map(brief)).toEqual(['base-image -1000 change docker.io/library/debian:12 → scratch']);
    expect(went.base).toEqual({
      reference: 'docker.io/library/debian:12',
      baselineDigest: makeDigest('debian'),
      digest: null,
      inDiff: true,
    });
    const came = compareLayers([own(10)], [rootfs(1000), own(10)], {
      origins: { baseline: origins.head, head: origins.baseline },
    });
    expect(came.causes.map(brief)).toEqual(['base-image 1000 change scratch → docker.io/library/debian:12']);
    expect(came.base).toMatchObject({ baselineDigest: null, digest: makeDigest('debian'), inDiff: true });
  });

  test('is neither of change nor of drift where one FROM is not known in full', () => {
    const head = origin(makeBase({ digest: MOVED, request: null }));
    const { base, causes } = compareLayers([rootfs(1000), own(10)], [rootfs(1400), own(10)], {
      origins: { baseline: origin(makeBase()), head },
    });
    expect(causes.map(brief)).toEqual(['base-image 400 null docker.io/library/debian:12']);
    expect(base?.inDiff).toBeNull();
  });

  test('is told apart from a layer of the Dockerfile that it is paired with', () => {
    const { causes } = compareLayers(
      [rootfs(1000), own(70, 'RUN base'), own(10)],
      [rootfs(1000), own(90, 'RUN base'), own(10)],
      {
        origins: {
          baseline: origin(makeBase(), [{ ...AT_14, recipe: 'own' }, AT_14]),
          head: origin(makeBase({ layers: 2, digest: MOVED })),
        },
      },
    );
    expect(causes.map(brief)).toEqual(['base-image 90 drift docker.io/library/debian:12', 'layer -70 change RUN base']);
  });
});

describe('a base that one side alone tells of', () => {
  test('is where the other has a layer of the same instruction', () => {
    const { base, causes, notes } = compareLayers([rootfs(1000), own(10)], [rootfs(1400), own(12)], {
      origins: { baseline: [], head: origin(makeBase()) },
    });
    expect(causes.map(brief)).toEqual(['base-image 400 null docker.io/library/debian:12', 'layer 2 null RUN make']);
    expect(base).toMatchObject({ baselineDigest: null, digest: makeDigest('debian'), inDiff: null });
    expect(notes.map(({ code }) => code)).toEqual(['base-unknown']);
    expect(notes[0]?.message).toContain('layers of the baseline are');
  });

  test('is not guessed where nothing ties the layers', () => {
    const { causes, notes } = compareLayers([rootfs(1000, 'ADD old'), own(10)], [rootfs(1400), own(10)], {
      origins: { baseline: [], head: origin(makeBase()) },
    });
    expect(causes.map(brief)).toEqual(['base-image 1400 null docker.io/library/debian:12', 'layer -1000 null ADD old']);
    expect(notes.map(({ code }) => code)).toEqual(['base-unknown']);
  });

  test('is no matter where it did not change', () => {
    const { causes, notes } = compareLayers([rootfs(1000), own(10)], [rootfs(1000), own(12)], {
      origins: { baseline: [], head: origin(makeBase()) },
    });
    expect(causes.map(brief)).toEqual(['layer 2 null RUN make']);
    expect(notes).toEqual([]);
  });
});

describe('a base that nobody tells of', () => {
  const origins = { baseline: [], head: [] };

  test('counts as after the base, and a note says so where layers differ', () => {
    const { base, causes, notes } = compareLayers([rootfs(1000), own(10)], [rootfs(1400), own(10)], { origins });
    expect(causes.map(brief)).toEqual(['layer 400 null ADD rootfs']);
    expect(base).toBeNull();
    expect(notes).toMatchObject([{ code: 'base-unknown', hint: expect.stringContaining('provenance') }]);
    const sizes = { origins, isBaseLookedFor: false };
    expect(compareLayers([rootfs(1000)], [rootfs(1400)], sizes).notes).toMatchObject([
      { code: 'base-unknown', hint: expect.stringContaining('"sizes"') },
    ]);
    expect(compareLayers([rootfs(1000)], [rootfs(1000)], { origins }).notes).toEqual([]);
  });

  test('is one that has more layers than the image, or leaves others over', () => {
    for (const told of [origin(makeBase({ layers: 3 })), origin(makeBase(), [AT_14, AT_14])]) {
      const { base, causes, notes } = compareLayers([rootfs(1000), own(10)], [rootfs(1400), own(10)], {
        origins: { baseline: told, head: told },
      });
      expect(causes.map(({ kind }) => kind)).toEqual(['layer']);
      expect(base).toBeNull();
      expect(notes.map(({ code }) => code)).toEqual(['origin-ignored', 'origin-ignored', 'base-unknown']);
    }
  });
});
