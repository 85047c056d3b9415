import { describe, expect, test } from '@jest/globals';
import { compareLayers, type MadeLayer } from '../compare-layers.ts';
import { file, whiteout } from '../layer-fixture.ts';
import type { LayerEntry } from '../../../../src/layer/layer-entry.ts';

const SQLITE = '/var/lib/rpm/rpmdb.sqlite';
const BY = 'RUN dnf install';
const layer = (content: string, entries: LayerEntry[] | null): MadeLayer => ({ by: BY, bytes: 5000, content, entries });
const database = (path: string, contentHash: string): LayerEntry[] => [file(path, { contentHash })];

describe('a database that was not read', () => {
  const notesOf = (baseline: readonly MadeLayer[], head: readonly MadeLayer[]) =>
    compareLayers(baseline, head).notes.filter(({ code }) => code === 'packages-not-read');

  test.each([
    SQLITE,
    '/var/lib/rpm/Packages',
    '/var/lib/rpm/Packages.db',
    '/usr/lib/sysimage/rpm/rpmdb.sqlite',
    '/usr/lib/sysimage/rpm/Packages.db',
    '/usr/share/rpm/rpmdb.sqlite',
  ])('%s: is said once', (path) => {
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
    [
      'was taken away by a later layer',
      [],
      [layer('1', database(SQLITE, '1')), layer('2', [whiteout('/var/lib/rpm')])],
      0,
    ],
  ])('where it %s', (_, baseline, head, count) => {
    const other = layer('other', []);
    expect(notesOf([other, ...baseline], [other, ...head])).toHaveLength(count);
  });
});

/** A layer in which `RUN dnf install` left packages of such versions, and of a size each. */
function installed(
  versions: Readonly<Record<string, string>>,
  { size = 3000, path = SQLITE, log = 0, isRead = true } = {},
): MadeLayer {
  const hash = JSON.stringify(versions);
  const entries = [
    file(path, { contentHash: hash }),
    file(`${path}-wal`, { size: log, contentHash: `log of ${hash}` }),
    ...Object.keys(versions).map((name) => file(`/usr/bin/${name}`, { size, contentHash: `${name} ${hash}` })),
  ];
  const text = Object.entries(versions)
    .map(([name, version]) => `P:${name}\nV:${version}\nF:bin\nR:${name}`)
    .join('\n\n');
  return { by: BY, bytes: size, content: hash, entries, texts: isRead ? { [hash]: text } : {} };
}

describe('a database that was read', () => {
  const tell = (baseline: readonly MadeLayer[], head: readonly MadeLayer[]) => {
    const { causes, notes } = compareLayers(baseline, head);
    const packages = causes.flatMap(({ package: changed, onDiskBytes }) =>
      changed === null ? [] : [[changed.type, changed.name, changed.baselineVersion, changed.version, onDiskBytes]],
    );
    return { packages, isSaid: notes.some(({ code }) => code === 'packages-not-read') };
  };
  const base = layer('base', [file('/etc/os-release')]);

  test('what came, went and changed version; files lie in a merged /usr', () => {
    const before = installed({ bash: '5.2-1', curl: '8.1-1', gone: '1-1' });
    const after = installed({ bash: '5.2-1', curl: '8.2-1', fresh: '2:1-1' }, { size: 9000 });
    expect(tell([base, before], [base, after])).toEqual({
      packages: expect.arrayContaining([
        ['rpm', 'curl', '8.1-1', '8.2-1', 6144],
        ['rpm', 'gone', '1-1', null, -3584],
        ['rpm', 'fresh', null, '2:1-1', 9728],
      ]),
      isSaid: false,
    });
  });

  test('of several places the newest counts', () => {
    const path = '/usr/lib/sysimage/rpm/rpmdb.sqlite';
    const old = layer('old', database('/var/lib/rpm/Packages', 'old'));
    const before = installed({ a: '1-1' }, { path });
    const after = installed({ a: '2-1' }, { path, size: 9000 });
    expect(tell([old, before], [old, after])).toEqual({ packages: [['rpm', 'a', '1-1', '2-1', 6144]], isSaid: false });
  });

  test('what is in SQLite’s log only is not known: then no package is said to have changed', () => {
    const before = installed({ a: '1-1' });
    const after = installed({ a: '2-1' }, { size: 9000, log: 4096 });
    expect(tell([base, before], [base, after])).toEqual({ packages: [], isSaid: true });
  });

  test('a side that was not read has not lost its packages', () => {
    const before = installed({ a: '1-1' }, { isRead: false });
    const after = installed({ a: '2-1' }, { size: 9000 });
    expect(tell([base, before], [base, after])).toEqual({ packages: [], isSaid: true });
  });

  test('one that may be in a layer that was not read is not taken for one that is not there', () => {
    const unread = layer('unread', null);
    expect(tell([unread], [unread, installed({ a: '1-1' })])).toEqual({ packages: [], isSaid: false });
    expect(tell([base], [base, installed({ a: '1-1' })])).toMatchObject({
      packages: [['rpm', 'a', null, '1-1', 3584]],
    });
  });
});
