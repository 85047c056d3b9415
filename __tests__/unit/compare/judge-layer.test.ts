import { describe, expect, test } from '@jest/globals';
import type { ContextChanges } from '../../../src/build/context/context-changes.ts';
import type { ContextInput, ImageOrigin, LayerOrigin } from '../../../src/build/origins/image-origin.ts';
import type { Cause } from '../../../src/compare/comparison.ts';
import { compareLayers, type MadeLayer } from './compare-layers.ts';
import { file } from './layer-fixture.ts';

const made = (by: string, hash: string, bytes = hash.length): MadeLayer => ({
  by,
  bytes,
  content: `${by} ${hash} ${bytes}`,
  entries: [file('/out', { contentHash: hash, size: 1000 })],
});

const from = (recipe: string | null, inputs: LayerOrigin['inputs'] = []): LayerOrigin => ({
  source: { file: 'Dockerfile', line: 14 },
  recipe,
  inputs,
});
const context = (...paths: string[]): ContextInput[] => [{ context: 'context', paths }];
const origins = (...layers: LayerOrigin[]): ImageOrigin[] => [
  { platform: 'linux/amd64', base: null, layers, context: null },
];
const changes = (...changed: string[]): ContextChanges => ({ changed, unknown: [] });

interface Case {
  by?: string;
  before?: LayerOrigin;
  after: LayerOrigin;
  changed?: ContextChanges | null;
  /** What is in the layer on both sides. */
  contents?: [string, string];
}

/** Whose doing the difference of one layer's pair is. */
function judge({ by = 'RUN make', after, before = after, changed = null, contents = ['1', '22'] }: Case): Cause['by'] {
  const { causes } = compareLayers([made(by, contents[0], 1)], [made(by, contents[1], 2)], {
    origins: { baseline: origins(before), head: origins(after) },
    changedPaths: changed,
  });
  const [cause] = causes;
  if (cause === undefined) throw new Error('no cause');
  return cause.by;
}

describe('whose doing a layer is', () => {
  test('is the change for another recipe, whatever went in', () => {
    expect(judge({ before: from('1'), after: from('2') })).toBe('change');
    expect(judge({ before: from('1', null), after: from('2', null) })).toBe('change');
  });

  test('is drift for the same recipe out of the same inputs', () => {
    expect(judge({ after: from('1') })).toBe('drift');
    expect(judge({ after: from('1', context('src')), changed: changes('docs/a.md', 'src.txt') })).toBe('drift');
  });

  test('is the change where a file that goes in is another', () => {
    for (const paths of [['src'], [''], ['go.mod', 'src/a.go'], ['./src/'], ['s*/*.go']]) {
      expect(judge({ after: from('1', context(...paths)), changed: changes('src/a.go') })).toBe('change');
    }
  });

  test('is not known where recipe or inputs are not', () => {
    expect(judge({ before: from(null), after: from('1') })).toBeNull();
    expect(judge({ after: from('1', null), changed: changes() })).toBeNull();
    expect(judge({ after: from('1', context('src')) })).toBeNull();
    expect(judge({ after: from('1', context('src')), changed: { changed: [], unknown: ['src/gen'] } })).toBeNull();
    expect(judge({ after: from('1', [{ context: 'other', paths: ['x'] }]), changed: changes('x') })).toBeNull();
  });

  test('is told by what a COPY puts in straight from a context', () => {
    const copy = { by: 'COPY src ./go.mod /app/ # buildkit', after: from('1', context('src', 'go.mod')) };
    expect(judge(copy)).toBe('change');
    expect(judge({ ...copy, contents: ['1', '1'] })).toBe('drift');
    expect(judge({ ...copy, changed: { changed: [], unknown: ['src'] } })).toBe('change');
    expect(judge({ ...copy, by: 'COPY --chown=1:1 . . # buildkit', after: from('1', context('')) })).toBe('change');
    expect(judge({ ...copy, by: 'ADD x /x', after: from('1', [{ context: 'other', paths: ['x'] }]) })).toBe('change');
    expect(judge({ ...copy, after: from('1', context('go.mod', 'package.json', 'src')) })).toBe('change');
    // Out of another stage, into which the context went.
    expect(judge({ ...copy, by: 'COPY /out /app # buildkit' })).toBeNull();
    expect(judge({ ...copy, by: 'COPY / / # buildkit', after: from('1', context('')) })).toBeNull();
    expect(judge({ ...copy, by: 'RUN src go.mod /app/' })).toBeNull();
  });

  test('is drift for what was built again, and not known for what was packed otherwise, unless it was asked for', () => {
    expect(judge({ after: from('1'), contents: ['1', '1'] })).toBe('drift');
    expect(judge({ after: from('1', context('a')), changed: changes('a'), contents: ['1', '1'] })).toBe('change');
    expect(judge({ before: from('1'), after: from('2'), contents: ['1', '1'] })).toBe('change');
    const packed = (before: LayerOrigin, after: LayerOrigin): Cause[] => {
      const layer = { by: 'RUN make', content: 'x', entries: [file('/out')] };
      return compareLayers([{ ...layer, bytes: 1 }], [{ ...layer, bytes: 2, compression: 'zstd' }], {
        origins: { baseline: origins(before), head: origins(after) },
      }).causes;
    };
    expect(packed(from('1', context('a')), from('1', context('a')))).toMatchObject([
      { kind: 'recompressed', by: null },
    ]);
    expect(packed(from('1'), from('2'))).toMatchObject([{ by: 'change' }]);
  });

  test('is the change for an instruction that only one build has', () => {
    const sides = (head: ImageOrigin[], baseline: ImageOrigin[]) =>
      compareLayers([made('RUN a', '1')], [made('RUN a', '1'), made('RUN b', '2')], {
        origins: { baseline, head },
      }).causes.map(({ by }) => by);
    expect(sides(origins(from('a'), from('b')), origins(from('a')))).toEqual(['change']);
    expect(sides(origins(from('a'), from('a')), origins(from('a')))).toEqual(['drift']);
    expect(sides(origins(from('a'), from('b')), origins(from(null)))).toEqual([null]);
    expect(sides(origins(from('a'), from(null)), origins(from('a')))).toEqual([null]);
    expect(sides(origins(from('a'), from('b')), [])).toEqual([null]);
    const went = compareLayers([made('RUN a', '1'), made('RUN b', '2')], [made('RUN a', '1')], {
      origins: { baseline: origins(from('a'), from('b')), head: origins(from('a')) },
    });
    expect(went.causes).toMatchObject([{ by: 'change', source: { line: 14 } }]);
  });

  test('is that of its packages too', () => {
    const npm = (version: string, size: number): MadeLayer => ({
      by: 'RUN npm ci',
      bytes: size,
      entries: [
        file('/n/node_modules/a/package.json', { contentHash: version }),
        file('/n/node_modules/a/x', { size, contentHash: `${size}` }),
        file('/n/log', { size, contentHash: `${size}` }),
      ],
      texts: { [version]: JSON.stringify({ version }) },
    });
    const { causes } = compareLayers([npm('1', 1000)], [npm('2', 9000)], {
      origins: { baseline: origins(from('1')), head: origins(from('1')) },
    });
    expect(causes).toMatchObject([
      { kind: 'layer', by: 'drift', source: { line: 14 }, paths: [{ path: '/n/log' }] },
      { kind: 'package', by: 'drift', source: { line: 14 }, paths: [{ path: '/n/node_modules/a/x' }] },
    ]);
  });
});
