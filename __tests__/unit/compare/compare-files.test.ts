import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareFiles } from '../../../src/compare/compare-files.ts';
import { mergeRoot } from '../../../src/compare/root-tree.ts';
import { mergeLayers, type MergedFile } from '../../../src/layer/merge-layers.ts';
import type { FileEntry, LayerEntry } from '../../../src/layer/layer-entry.ts';
import { file, whiteout } from './layer-fixture.ts';

type Layers = readonly (readonly LayerEntry[])[];

const compare = (baseline: Layers, head: Layers, isWhole = true) =>
  compareFiles({ root: mergeRoot(baseline), isWhole }, { root: mergeRoot(head), isWhole });

describe('the files of two images', () => {
  test('added, removed, changed: the largest change first, then by path', () => {
    const before = [[file('/gone'), file('/same'), file('/grows', { size: 10 }), file('/shrinks', { size: 5000 })]];
    const after = [
      [
        file('/b'),
        file('/a'),
        file('/same'),
        file('/grows', { size: 12, contentHash: 'x' }),
        file('/shrinks', { size: 1 }),
      ],
    ];
    expect(compare(before, after).files).toEqual({
      added: [
        { path: '/a', size: 3000 },
        { path: '/b', size: 3000 },
      ],
      removed: [{ path: '/gone', size: 3000 }],
      changed: [
        { path: '/shrinks', baselineSize: 5000, size: 1, what: ['content'] },
        { path: '/grows', baselineSize: 10, size: 12, what: ['content'] },
      ],
      truncated: false,
    });
  });

  test.each<[string, Partial<FileEntry>, string[]]>([
    ['content', { contentHash: 'x' }, ['content']],
    ['mode', { mode: 0o755 }, ['mode']],
    ['capabilities', { xattrs: 'security.capability' }, ['mode']],
    ['owner', { gid: 1, uid: 2 }, ['owner']],
    ['all of it', { contentHash: 'x', mode: 0, uid: 1 }, ['content', 'mode', 'owner']],
    ['type', { type: 'symlink', link: '/y', contentHash: null, mode: 0o777 }, ['type']],
  ])('what changed: %s', (_, change, what) => {
    const { files } = compare([[file('/x')]], [[file('/x', change)]]);
    expect(files.changed).toMatchObject([{ path: '/x', what }]);
  });

  test('a symlink with another target', () => {
    const link = (target: string) => file('/l', { type: 'symlink', link: target, contentHash: null });
    expect(compare([[link('/a')]], [[link('/b')]]).files.changed).toEqual([
      { path: '/l', baselineSize: 0, size: 0, what: ['link'] },
    ]);
  });

  test('directories only where they came, went or changed mode or owner', () => {
    const before = [[file('/d/'), file('/d/x'), file('/m/'), file('/gone/')]];
    const after = [[file('/d/'), file('/d/x', { contentHash: 'y' }), file('/m/', { mode: 0o700 }), file('/new/')]];
    const { files } = compare(before, after);
    expect(files).toMatchObject({ added: [{ path: '/new', size: 0 }], removed: [{ path: '/gone', size: 0 }] });
    expect(files.changed.map(({ path }) => path)).toEqual(['/d/x', '/m']);
  });

  test('each name of a hard link has the size of the file', () => {
    const link = file('/b', { type: 'hardlink', link: '/a', contentHash: null });
    expect(compare([], [[file('/a'), link]]).files.added.map(({ size }) => size)).toEqual([3000, 3000]);
    // Into a lower layer, whose own name goes at the same time.
    expect(compare([[file('/a')]], [[file('/a')], [whiteout('/a'), link]]).files).toMatchObject({
      added: [{ path: '/b', size: 3000 }],
      removed: [{ path: '/a' }],
      changed: [],
    });
  });

  test('a hard link to a file that its own layer makes a directory has no content', () => {
    const link = (path: string): LayerEntry => file(path, { type: 'hardlink', link: '/a', contentHash: null });
    const { files } = compare([[file('/a')], [link('/a/a'), link('/b')]], [[file('/b')]]);
    expect(files.changed).toMatchObject([{ path: '/b', what: ['content'] }]);
  });

  test('no more than 1,000 of each', () => {
    const many = Array.from({ length: 1001 }, (_, index) => file(`/${index}`));
    expect(compare([], [many.slice(1)]).files.truncated).toBe(false);
    const { files } = compare([many], []);
    expect(files.truncated).toBe(true);
    expect(files.removed).toHaveLength(1000);
  });

  test('a file that becomes a directory, and back', () => {
    const { files } = compare([[file('/x')]], [[file('/x')], [file('/x/'), file('/x/y')]]);
    expect(files).toMatchObject({ changed: [{ path: '/x', what: ['type'] }], added: [{ path: '/x/y' }] });
    expect(compare([[file('/x/'), file('/x/y')]], [[file('/x/'), file('/x/y')], [file('/x')]]).files).toMatchObject({
      changed: [{ path: '/x', what: ['type'] }],
      removed: [{ path: '/x/y' }],
    });
  });
});

describe('where layers that both sides have were not read', () => {
  test('what a file was before is not known, and counted', () => {
    const { files, unsaid } = compare([[file('/app/a')]], [[file('/usr/'), file('/usr/bin/x'), file('/app/a')]], false);
    expect(files).toEqual({
      added: [],
      removed: [],
      changed: [{ path: '/usr/bin/x', baselineSize: null, size: 3000, what: [] }],
      truncated: false,
    });
    expect(unsaid).toBe(1);
  });

  test('unless a layer that was read takes away what may have been', () => {
    const opaque = whiteout('/app', 'opaque');
    const { files, unsaid } = compare([[opaque, file('/app/a')]], [[opaque, file('/app/a'), file('/app/b')]], false);
    expect(files.added).toEqual([{ path: '/app/b', size: 3000 }]);
    expect(unsaid).toBe(0);
  });

  test('a file that only lower layers may still have went, as far as is known', () => {
    const { files, unsaid } = compare([[file('/a')]], [[]], false);
    expect(files.removed).toEqual([{ path: '/a', size: 3000 }]);
    expect(unsaid).toBe(1);
  });
});

test('agrees with the merge of src/layer on any layers', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((names) => `/${names.join('/')}`);
  const entry = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ path, hash: fc.constantFrom('1', '2') })
        .map(({ path, hash }) => file(path, { contentHash: hash })),
    },
    { weight: 3, arbitrary: path.map((path) => file(`${path}/`)) },
    { weight: 1, arbitrary: path.map((path) => whiteout(path)) },
    { weight: 1, arbitrary: path.map((path) => whiteout(path, 'opaque')) },
    {
      weight: 1,
      arbitrary: fc
        .record({ path, link: path })
        .map(({ path, link }) => file(path, { type: 'hardlink', link, contentHash: null })),
    },
  );
  const image = fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 4 });
  const list = (layers: Layers): Map<string, MergedFile> =>
    new Map(mergeLayers(layers).files.map((merged) => [merged.path, merged]));
  fc.assert(
    fc.property(image, image, (baseline, head) => {
      const { files, unsaid } = compare(baseline, head);
      const [before, after] = [list(baseline), list(head)];
      const sort = (paths: Iterable<string>): string[] => [...paths].sort();
      expect(unsaid).toBe(0);
      expect(sort(files.added.map(({ path }) => path))).toEqual(
        sort([...after.keys()].filter((name) => !before.has(name))),
      );
      expect(sort(files.removed.map(({ path }) => path))).toEqual(
        sort([...before.keys()].filter((name) => !after.has(name))),
      );
      const typeOf = ({ type }: MergedFile): string => (type === 'hardlink' ? 'file' : type);
      const changed = [...after].filter(([name, now]) => {
        const old = before.get(name);
        return old !== undefined && (typeOf(old) !== typeOf(now) || old.contentHash !== now.contentHash);
      });
      expect(sort(files.changed.map(({ path }) => path))).toEqual(sort(changed.map(([name]) => name)));
    }),
    { numRuns: 500 },
  );
});
