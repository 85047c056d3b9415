import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { digestOf } from '../../../src/image/digest-of.ts';
import { EntryCollector } from '../../../src/mounts/entry-collector.ts';
import { openStored } from '../../../src/mounts/find-stored.ts';
import { parseLists, type ListedEntry } from '../../../src/mounts/list-folders.ts';
import { keyOfMount, type MountEntry } from '../../../src/mounts/mount-set.ts';
import { PackWriter } from '../../../src/mounts/pack-writer.ts';
import type { TarEntry } from '../../../src/tar/read-headers.ts';

const NAME = '00112233445566778899aabb';

describe('what a builder lists', () => {
  // As busybox 1.35 and 1.37 print it, but for the name.
  const text = `${NAME} folder
${NAME} 41ed 0 0 4096 1700000000 17 2026-11-29 14:31:03.288052499 +0000 .
${NAME} 81a4 12345 3000000 12 981173106 18 2026-11-29 14:31:03.288052500 +0000 ./a
b/${NAME}
${NAME} a1ff 0 0 11 -5 19 2026-11-29 14:31:03.000000000 +0000 ./l
${NAME} 11a4 0 0 0 1700000000 20 2026-11-29 14:31:03.288052499 +0000 ./pipe
${NAME} folder
${NAME} folder
${NAME} 41c0 1 2 4096 1700000000 21 2026-11-29 14:31:03.288052499 +0000 .
`;
  const [first, second, third] = parseLists(text, NAME);

  test('is of entries, whatever their names have in them', () => {
    expect(first?.entries).toMatchObject([
      { path: '', type: 'directory', mode: 0o755, inode: '17' },
      { path: `a\nb/${NAME}`, type: 'file', uid: 12345, gid: 3000000, size: 12, mtime: 981173106 },
      { path: 'l', type: 'symlink', mode: 0o777, mtime: 0 },
      { path: 'pipe', type: 'other' },
    ]);
    expect(first?.isWhole).toBe(true);
  });

  test('is empty for a folder that is not there', () => {
    expect(second?.entries).toEqual([]);
    expect(third?.entries).toMatchObject([{ path: '', mode: 0o700, uid: 1, gid: 2 }]);
  });

  test('has no time of change where that is known to the second only', () => {
    expect(first?.entries.map(({ changed }) => changed)).toEqual([
      '2026-11-29 14:31:03.288052499 +0000',
      '2026-11-29 14:31:03.288052500 +0000',
      null,
      '2026-11-29 14:31:03.288052499 +0000',
    ]);
  });
});

const at = (path: string, own: Partial<ListedEntry> = {}): ListedEntry => ({
  ...{ path, type: 'file', mode: 0o644, uid: 1, gid: 2, size: 3, mtime: 1_700_000_000 },
  ...{ inode: path, changed: '2026-11-29 14:31:03.288052499 +0000' },
  ...own,
});
const FOLDER = at('', { type: 'directory', mode: 0o755, size: 4096 });
const sha256 = createHash('sha256').update('abc').digest('hex');

describe('what is not read again', () => {
  const mount = { id: '//go', begins: { kind: 'empty' } } as const;
  const digest = digestOf(Buffer.from('set'));
  const pack = { digest: digestOf(Buffer.from('pack')), size: 9, packing: 'zstd' as const, contentBytes: 3 };
  const owned = { mode: 0o644, uid: 1, gid: 2 };
  const entries: MountEntry[] = [
    { kind: 'directory', path: '', ...owned, mode: 0o755, mtime: 1_700_000_000 },
    { kind: 'file', path: 'a', ...owned, mtime: 1_700_000_000, size: 3, sha256, place: { pack: 0, offset: 7 } },
    { kind: 'symlink', path: 'l', ...owned, mode: 0o777, mtime: 0, target: 'x' },
  ];
  const link = at('l', { type: 'symlink', mode: 0o777, size: 1 });
  const set = { packs: [pack], mounts: [{ mount, entries }], reference: 'r/a:b', digest, storedBytes: 9 };
  const places = new Map([[`${sha256} 3`, { pack: 4, offset: 0 }]]);
  const known = (list: readonly ListedEntry[], of: string = digest) => ({
    digest: of,
    mounts: new Map([[keyOfMount(mount), { folder: '/7/fs', list: { entries: list, isWhole: true } }]]),
  });
  const then = [FOLDER, at('a'), link];

  test('is what was not touched since it was stored; it is where the next set has its content', () => {
    const find = openStored(set, places, known(then));
    expect(find(mount, at('a'))).toEqual({ ...entries[1], place: { pack: 4, offset: 0 } });
    expect(find(mount, link)).toEqual(entries[2]);
    expect(find({ id: '/other', begins: { kind: 'empty' } }, at('a'))).toBeNull();
  });

  test.each<[string, Partial<ListedEntry>]>([
    ['changed', { changed: '2026-11-29 14:31:03.288052500 +0000' }],
    ['took the place of another', { inode: '99' }],
    ['is not known to the nanosecond', { changed: null }],
    ['has another size than is stored', { size: 4 }],
    ['has another time than is stored', { mtime: 1_700_000_001 }],
    ['has another owner than is stored', { uid: 9 }],
    ['has another mode than is stored', { mode: 0o600 }],
    ['became a link', { type: 'symlink' }],
    ['is new', { path: 'new' }],
  ])('a file that %s is read', (_, own) => {
    const now = at('a', own);
    // Where only the set differs, the builder's own list would say that nothing happened.
    const listed = 'changed' in own && own.changed !== null ? then : [FOLDER, { ...now, inode: 'a' }];
    expect(openStored(set, places, known(listed))(mount, now)).toBeNull();
  });

  test('without the list of that very set, or where its pack goes, all is read', () => {
    expect(openStored(set, places, null)(mount, at('a'))).toBeNull();
    expect(openStored(set, places, known(then, 'sha256:other'))(mount, at('a'))).toBeNull();
    expect(openStored(set, new Map(), known(then))(mount, at('a'))).toBeNull();
  });
});

describe('EntryCollector', () => {
  const archived = (type: TarEntry['type'], content: string | null, linkTo = '') => ({
    entry: {
      ...{ path: '', type, size: 0, mode: 0, uid: 0, gid: 0, mtime: 0, device: [0, 0] as const, link: linkTo },
      ...{ xattrs: '', headerOffset: 0, contentOffset: 0, contentBytes: 0, sparse: null, nextOffset: 0 },
    },
    content: content === null ? null : Buffer.from(content),
  });
  const packs = () =>
    new PackWriter({ packs: [], places: new Map() }, async (contents) =>
      Promise.resolve({ digest: digestOf(contents), size: 1, packing: 'zstd' as const }),
    );

  test('takes names of one file for links to the first of them, whichever was listed first', async () => {
    const names = ['z', 'b', 'c'].map((path) => at(path, { inode: '5' }));
    const collector = new EntryCollector([FOLDER, ...names, at('empty', { size: 0 })], () => null);
    expect([collector.wanted(), collector.bytes]).toEqual([['b'], 3]);
    await collector.add('b', archived('file', 'abcd'), packs());
    expect(collector.entries().map((entry) => [entry.path, entry.kind, 'target' in entry && entry.target])).toEqual([
      ['', 'directory', false],
      ['b', 'file', false],
      ['c', 'hardlink', 'b'],
      ['empty', 'file', false],
      ['z', 'hardlink', 'b'],
    ]);
    expect(collector.left).toBe(0);
  });

  test('leaves what is no file, what is in no folder, names that are no text, and what is another when it is read', async () => {
    const list = [
      ...[
        FOLDER,
        at('pipe', { type: 'other' }),
        at('no/where'),
        at('\uFFFD'),
        at('../out'),
        at('l', { type: 'symlink' }),
      ],
      ...[at('late'), at('late2', { inode: 'late' }), at('huge', { size: 2 ** 40 }), at('ok')],
    ];
    const collector = new EntryCollector(list, () => null);
    expect(collector.wanted()).toEqual(['l', 'late', 'ok']);
    await collector.add('late', archived('symlink', null, '/etc'), packs());
    await collector.add('l', archived('symlink', null, '../anywhere'), packs());
    await collector.add('ok', archived('file', 'abc'), packs());
    await collector.add('../out', archived('file', 'abc'), packs());
    expect(collector.entries().map(({ path }) => path)).toEqual(['', 'l', 'ok']);
    expect(collector.left).toBe(7);
  });
});
