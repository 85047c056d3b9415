import { expect, test } from '@jest/globals';
import { mergeLayers } from '../../../src/layer/merge-layers.ts';
import { makeFile } from './make-entry.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const directory = (path: string, mode = 0o755) =>
  makeFile(path, 0, { type: 'directory', mode, contentHash: null, tarBytes: 512 });
const link = (path: string, to: string) =>
  makeFile(path, 0, { type: 'hardlink', link: to, contentHash: null, mode: 0, tarBytes: 512 });
const whiteout = (path: string): LayerEntry => ({ kind: 'whiteout', path, tarBytes: 512 });
const opaque = (path: string): LayerEntry => ({ kind: 'opaque', path, tarBytes: 512 });

function see(...layers: LayerEntry[][]): string[] {
  return mergeLayers(layers).files.map(({ path, type, size, layer }) => `${path} ${type} ${size} ${layer}`);
}

test('whiteouts take away of lower layers only, wherever in their own they stand', () => {
  expect(see([makeFile('/a/x', 1), makeFile('/b', 2)], [makeFile('/a/x', 3), whiteout('/a'), whiteout('/b')])).toEqual([
    '/ directory 0 0',
    '/a directory 0 1',
    '/a/x file 3 1',
  ]);
  expect(see([makeFile('/a/x', 1)], [makeFile('/a/y', 3), opaque('/a')])).toEqual([
    '/ directory 0 0',
    '/a directory 0 0',
    '/a/y file 3 1',
  ]);
});

test('a whiteout makes the directory that it is in, as container engines do', () => {
  expect(see([makeFile('/b', 1)], [whiteout('/a/x/y'), whiteout('/b/c'), opaque('/d/e'), opaque('/')])).toEqual([
    '/ directory 0 0',
    '/a directory 0 1',
    '/a/x directory 0 1',
    '/b directory 0 1',
    '/d directory 0 1',
    '/d/e directory 0 1',
  ]);
  expect(see([directory('/a'), makeFile('/a/x', 1)], [whiteout('/a/x')])).toEqual([
    '/ directory 0 0',
    '/a directory 0 0',
  ]);
});

test('a hard link has its target’s content, also out of a lower layer, and keeps it', () => {
  const target = makeFile('/t', 9, { mode: 0o4755, uid: 3, xattrs: 'a=b' });
  const { files } = mergeLayers([
    [target, link('/same', '/t')],
    [link('/upper', '/t'), whiteout('/t')],
    [makeFile('/t', 1), link('/late', '/t'), link('/dangling', '/none')],
  ]);
  const seen = new Map(files.map((file) => [file.path, file]));
  const { size, mode, uid, xattrs, contentHash } = target;
  for (const path of ['/same', '/upper']) {
    expect(seen.get(path)).toMatchObject({ type: 'hardlink', link: '/t', size, mode, uid, xattrs, contentHash });
  }
  expect(seen.get('/late')).toMatchObject({ size: 1 });
  expect(seen.get('/dangling')).toMatchObject({ size: 0, contentHash: null });
});

test('a file becomes a directory and back, with all that was in it', () => {
  const layers = [[makeFile('/a', 1)], [directory('/a'), makeFile('/a/x', 2)], [makeFile('/a', 3)]];
  expect(see(...layers)).toEqual(['/ directory 0 0', '/a file 3 2']);
  expect(mergeLayers(layers).wasted).toEqual([
    { path: '/a', size: 1, tarBytes: 1024, layer: 0, by: 1 },
    { path: '/a/x', size: 2, tarBytes: 1024, layer: 1, by: 2 },
  ]);
});

test('a directory is changed in place', () => {
  const { files, wasted } = mergeLayers([
    [directory('/a'), makeFile('/a/x', 1)],
    [directory('/', 0o700), directory('/a', 0o1777)],
  ]);
  expect(files.map(({ path, mode, layer }) => [path, mode, layer])).toEqual([
    ['/', 0o700, 1],
    ['/a', 0o1777, 1],
    ['/a/x', 0o644, 0],
  ]);
  expect(wasted).toEqual([]);
});

test('paths that engines’ own languages have names for are paths', () => {
  expect(see([makeFile('/__proto__/constructor', 1), makeFile('/toString', 1)])).toHaveLength(4);
});

test('a deep path is walked, not climbed', () => {
  const path = '/d'.repeat(2000);
  expect(mergeLayers([[makeFile(path, 1)], [whiteout('/d')]])).toMatchObject({
    files: [{ path: '/' }],
    wasted: [{ path }],
  });
});
