import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cause } from '../../../src/compare/comparison.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';
import { arbitraryChanges, arbitraryOrigins } from './arbitrary-origin.ts';
import { compareLayers, type MadeLayer } from './compare-layers.ts';
import { file, whiteout } from './layer-fixture.ts';

const brief = (cause: Cause): string =>
  [cause.kind, cause.downloadBytes, cause.onDiskBytes, cause.package?.name ?? cause.detail].join(' ');

const node = (
  name: string,
  version: string,
  bytes: number,
): { entries: LayerEntry[]; texts: Record<string, string> } => ({
  entries: [
    file(`/app/node_modules/${name}/package.json`, { size: 100, contentHash: `${name} ${version}` }),
    file(`/app/node_modules/${name}/index.js`, { size: bytes, contentHash: `${name} ${version} ${bytes}` }),
  ],
  texts: { [`${name} ${version}`]: JSON.stringify({ version }) },
});

const npmLayer = (bytes: number, ...packages: ReturnType<typeof node>[]) => ({
  by: 'RUN npm ci',
  bytes,
  entries: packages.flatMap(({ entries }) => entries),
  texts: Object.fromEntries(packages.flatMap(({ texts }) => Object.entries(texts))),
});

const sumUp = (causes: readonly Cause[]): number[] => [
  causes.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0),
  causes.reduce((sum, { onDiskBytes }) => sum + (onDiskBytes ?? NaN), 0),
];

describe('causes inside layers', () => {
  const base: MadeLayer = { by: 'ADD rootfs', bytes: 10_000, content: 'base', entries: null };

  test('a package that changed version is a cause of its own', () => {
    const platform = compareLayers(
      [base, npmLayer(2000, node('a', '1', 1024), node('b', '1', 4096))],
      [base, npmLayer(3000, node('a', '2', 3072), node('b', '1', 4096))],
    );
    expect(platform.causes.map(brief)).toEqual(['package 1000 2048 a']);
    expect(platform.causes[0]).toMatchObject({
      estimated: true,
      package: { type: 'npm', name: 'a', baselineVersion: '1', version: '2' },
      detail: 'RUN npm ci',
    });
    expect(platform.onDisk).toEqual({ baseline: null, head: null, change: 2048 });
  });

  test('what is left of its layer is the layer', () => {
    const bundle = file('/app/bundle.js', { size: 512 });
    const before = npmLayer(2000, node('a', '1', 1024));
    const after = npmLayer(2600, node('a', '2', 1024), node('c', '1', 512));
    const platform = compareLayers(
      [before],
      [
        {
          ...after,
          entries: [...after.entries, bundle],
        },
      ],
    );
    expect(platform.causes.map(brief)).toEqual([
      expect.stringMatching(/^layer \d+ 1024 RUN npm ci$/),
      expect.stringMatching(/^package \d+ 2048 c$/),
    ]);
    expect(sumUp(platform.causes)).toEqual([600, 3072]);
    expect(platform.files?.added.map(({ path }) => path)).toContain('/app/bundle.js');
  });

  test('what a layer moves is of the package whose version changed in the same size, where nothing else differs', () => {
    const both = (bytes: number, ...versions: string[]) => [
      npmLayer(bytes, ...versions.map((version, place) => node(`p${place}`, version, 1024))),
    ];
    expect(compareLayers(both(2000, '1', '1'), both(2037, '2', '2')).causes.map(brief)).toEqual(['package 37 0 p0']);
    // What moves no byte is no cause.
    expect(compareLayers(both(2000, '1'), both(2000, '2')).causes).toEqual([]);
    // A file of nobody's may be what it is.
    const [before, after] = [npmLayer(2000, node('p0', '1', 1024)), npmLayer(2037, node('p0', '2', 1024))];
    const note = (contentHash: string): LayerEntry => file('/app/note', { size: 10, contentHash });
    const noted = compareLayers(
      [{ ...before, entries: [...before.entries, note('x')] }],
      [{ ...after, entries: [...after.entries, note('y')] }],
    );
    expect(noted.causes.map(brief)).toEqual(['layer 37 0 RUN npm ci']);
  });

  test('an edited instruction is two layers, and is told as one that changed', () => {
    const baseline = { ...npmLayer(2000, node('a', '1', 1024), node('b', '1', 4096)), by: 'RUN npm ci' };
    const head = { ...npmLayer(1500, node('a', '2', 2048)), by: 'RUN npm ci --omit=dev' };
    const { causes, layers, replaced } = compareLayers([base, baseline], [base, head]);
    expect(layers.map(({ status }) => status)).toEqual(['same', 'removed', 'added']);
    expect(replaced).toMatchObject([{ baseline: layers[1]?.digest, head: layers[2]?.digest }]);
    const told = replaced.flatMap((one) => one.causes);
    expect(told.map(brief)).toEqual([
      expect.stringMatching(/^package \d+ 1024 a$/),
      expect.stringMatching(/^package -\d+ -5632 b$/),
    ]);
    expect(sumUp(told)).toEqual(sumUp(causes));
  });

  test.each([
    ['the same program', ['RUN npm ci', 'RUN apt-get install a'], ['RUN apt-get install a b'], [[1, 0]]],
    [
      'of as many of one kind',
      ['RUN a', 'COPY x /x'],
      ['RUN b', 'COPY y /y'],
      [
        [0, 0],
        [1, 1],
      ],
    ],
    ['not of another number', ['RUN a', 'RUN b'], ['RUN c'], []],
    ['not of another kind', ['COPY a /a'], ['RUN a'], []],
    [
      'what an older builder added',
      [`/bin/sh -c #(nop) ADD file:${'a'.repeat(64)} in /`],
      [`/bin/sh -c #(nop) ADD file:${'b'.repeat(64)} in /`],
      [[0, 0]],
    ],
    ['not what says nothing', [''], [''], []],
  ])('replaced is %s', (_, before, after, expected) => {
    const side = (name: string, instructions: readonly string[]): MadeLayer[] =>
      instructions.map((by, index) => ({ by, bytes: 100, entries: null, content: `${name}${index}` }));
    const { layers, replaced } = compareLayers(side('a', before), side('b', after));
    const place = (status: string, digest: string): number =>
      layers.filter((layer) => layer.status === status).findIndex((layer) => layer.digest === digest);
    expect(replaced.map(({ baseline, head }) => [place('removed', baseline), place('added', head)])).toEqual(expected);
  });

  test('a layer that was built again with the same content is rebuilt, not changed', () => {
    const again = (bytes: number): MadeLayer => ({ by: 'RUN a', bytes, entries: [file('/x')] });
    const { causes, layers, files } = compareLayers([base, again(500)], [base, again(510)]);
    expect(causes.map(brief)).toEqual(['rebuilt 10 0 RUN a']);
    expect(layers.map(({ status }) => status)).toEqual(['same', 'rebuilt']);
    expect(files).toEqual({ added: [], removed: [], changed: [], truncated: false });
  });

  test('a layer that could not be read is unknown; then files and the size on disk are too', () => {
    const { causes, files, onDisk } = compareLayers(
      [base, { by: 'RUN a', bytes: 500, entries: 'failed' }],
      [base, { by: 'RUN a', bytes: 700, entries: [file('/x')] }],
    );
    expect(causes).toMatchObject([{ kind: 'unknown', downloadBytes: 200, onDiskBytes: null, detail: 'RUN a' }]);
    expect({ files, onDisk }).toEqual({ files: null, onDisk: { baseline: null, head: null, change: null } });
  });

  test('a program that is made of many modules says which of them changed; its bytes stay with its layer', () => {
    const program = (version: string, size: number): MadeLayer => ({
      by: 'COPY /server /server',
      bytes: size,
      entries: [file('/server', { size, contentHash: version })],
      texts: {
        [version]: `Go build info\ngo\tgo1.26\nmod\texample.com/api\t(devel)\ndep\tgolang.org/x/net\t${version}`,
      },
    });
    const { causes } = compareLayers([base, program('v0.20.0', 5120)], [base, program('v0.30.0', 7168)]);
    expect(causes.map(brief)).toEqual([
      'layer 2048 2048 COPY /server /server; /server: golang.org/x/net v0.20.0 → v0.30.0',
    ]);
  });

  test('an archive within an archive has its share of the file', () => {
    const fat = (version: string, size: number): MadeLayer => ({
      by: 'COPY app.jar /app.jar',
      bytes: size,
      entries: [file('/app.jar', { size: 10_240 + size, contentHash: version })],
      texts: { [version]: `Java archive\narchive\tBOOT-INF/lib/spring-core-${version}.jar\t${size}` },
    });
    const { causes } = compareLayers([base, fat('6.1', 1024)], [base, fat('6.2', 1536)]);
    expect(causes.map(brief)).toEqual(['package 512 512 spring-core']);
  });

  test('sum to the change on both counts, whatever is in the layers', () => {
    const packages = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', '@s/d'), { maxLength: 4 })
      .chain((names) =>
        fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom('1', '2'), fc.nat(9000)))),
      )
      .map((all) => all.map(([name, version, bytes]) => node(name, version, bytes)));
    const others = fc.array(
      fc.oneof(
        fc
          .record({ path: fc.constantFrom('/x', '/y', '/app/node_modules'), hash: fc.constantFrom('1', '2') })
          .map(({ path, hash }) => file(path, { contentHash: hash })),
        fc.constantFrom(whiteout('/app/node_modules/a'), whiteout('/app', 'opaque')),
      ),
      { maxLength: 3 },
    );
    const layer = fc
      .record({
        packages,
        others,
        by: fc.constantFrom('RUN a', 'RUN b', ''),
        bytes: fc.nat(5000),
        isRead: fc.boolean(),
      })
      .map(({ packages, others, by, bytes, isRead }): MadeLayer => {
        const { entries, texts } = npmLayer(bytes, ...packages);
        const all = [...entries, ...others];
        return { by, bytes, entries: all, texts, content: JSON.stringify([all, isRead]) };
      });
    const side = fc
      .array(layer, { maxLength: 5 })
      .chain((layers) => fc.record({ layers: fc.constant(layers), origin: arbitraryOrigins(layers.length) }));
    fc.assert(
      fc.property(side, side, arbitraryChanges, (baseline, head, changedPaths) => {
        const compared = compareLayers(baseline.layers, head.layers, {
          origins: { baseline: baseline.origin, head: head.origin },
          changedPaths,
        });
        const { causes, download, onDisk, files } = compared;
        const sum = (count: (cause: Cause) => number | null): number =>
          causes.reduce((total, cause) => total + (count(cause) ?? NaN), 0);
        expect(sum((cause) => cause.downloadBytes)).toBe(download.change);
        expect(sum((cause) => cause.onDiskBytes)).toBe(onDisk.change);
        expect(causes.every(({ downloadBytes }) => Number.isSafeInteger(downloadBytes))).toBe(true);
        for (const { baseline: gone, head: come, causes: told } of compared.replaced) {
          const own = causes.filter(({ layer }) => layer === gone || layer === come);
          expect(sumUp(told)).toEqual(sumUp(own));
        }
        expect(files).not.toBeUndefined();
        expect(causes.filter(({ kind }) => kind === 'base-image').length).toBeLessThanOrEqual(1);
        // What is told of one side alone tells nothing of who did it.
        if ([baseline, head].some(({ origin }) => origin.length === 0)) {
          expect(new Set(causes.map(({ by }) => by))).toEqual(new Set(causes.length === 0 ? [] : [null]));
        }
        for (const cause of causes) {
          expect(cause.paths.length).toBeLessThanOrEqual(3);
          expect(cause.paths.every(({ onDiskBytes }) => onDiskBytes !== 0)).toBe(true);
        }
      }),
    );
  });
});
