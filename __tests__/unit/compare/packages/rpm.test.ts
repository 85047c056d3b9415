import { expect, test } from '@jest/globals';
import { compareLayers, type MadeLayer } from '../compare-layers.ts';
import { file, whiteout } from '../layer-fixture.ts';
import type { LayerEntry } from '../../../../src/layer/layer-entry.ts';

const SQLITE = '/var/lib/rpm/rpmdb.sqlite';
const layer = (content: string, entries: LayerEntry[] | null): MadeLayer => ({
  by: 'RUN dnf install',
  bytes: 5000,
  content,
  entries,
});
const database = (path: string, contentHash: string): LayerEntry[] => [file(path, { contentHash })];

const notesOf = (baseline: readonly MadeLayer[], head: readonly MadeLayer[]) =>
  compareLayers(baseline, head).notes.filter(({ code }) => code === 'packages-not-read');

test.each([
  SQLITE,
  '/var/lib/rpm/Packages',
  '/var/lib/rpm/Packages.db',
  '/usr/lib/sysimage/rpm/rpmdb.sqlite',
  '/usr/lib/sysimage/rpm/Packages.db',
])('that packages of %s are not read is said once', (path) => {
  const base = layer('base', database(path, 'base'));
  expect(notesOf([base, layer('1', database(path, '1'))], [base, layer('2', database(path, '2'))])).toEqual([
    expect.objectContaining({ message: expect.stringContaining('which rpm packages changed is not known') }),
  ]);
});

test.each<[string, MadeLayer[], MadeLayer[], number]>([
  ['came', [], [layer('1', database(SQLITE, '1'))], 1],
  ['went', [layer('1', database(SQLITE, '1'))], [], 1],
  ['is in a layer of both', [layer('1', database(SQLITE, '1'))], [layer('1', database(SQLITE, '1'))], 0],
  ['is the same in another layer', [layer('1', database(SQLITE, '1'))], [layer('2', database(SQLITE, '1'))], 0],
  ['is in no layer that was read', [layer('1', null)], [layer('2', null)], 0],
  ['is no database', [], [layer('1', [file('/home/var/lib/rpm/Packages'), whiteout(SQLITE)])], 0],
])('where it %s', (_, baseline, head, count) => {
  const other = layer('other', []);
  expect(notesOf([other, ...baseline], [other, ...head])).toHaveLength(count);
});
