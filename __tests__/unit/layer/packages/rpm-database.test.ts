import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LAYER_LIMITS } from '../../../../src/layer/limits.ts';
import { openPackageReader } from '../../../../src/layer/packages/package-reader.ts';
import { makeRpmHeader, type RpmField } from './make-rpm-header.ts';

/** Written by rpm, SQLite and Berkeley DB (`make-rpm-corpus.py`). */
const readKept = (name: string): Buffer => readFileSync(new URL(`../../../fuzz/corpus/rpm/${name}`, import.meta.url));

function read(file: Buffer, path = '/var/lib/rpm/Packages'): string | null {
  const reader = openPackageReader({ path, size: file.length });
  for (let place = 0; place < file.length; place += 1000) reader?.write(file.subarray(place, place + 1000));
  return reader?.end() ?? null;
}

/** A database of rpm's own with one package. */
function makeDatabase(header: Buffer): Buffer {
  const file = Buffer.alloc(4096);
  file.write('RpmP');
  file.writeUInt32LE(1, 12);
  for (let slot = 32; slot < 4096; slot += 16) file.write('Slot', slot);
  file.writeUInt32LE(1, 36);
  file.writeUInt32LE(4096 / 16, 40);
  const blob = Buffer.alloc(16);
  blob.write('BlbS');
  blob.writeUInt32LE(1, 4);
  blob.writeUInt32LE(header.length, 12);
  return Buffer.concat([file, blob, header]);
}

const KINDS = [
  ['SQLite', 'rpmdb.sqlite'],
  ['rpm’s own', 'Packages.db'],
  ['Berkeley DB', 'Packages'],
  ['Berkeley DB of a big-endian machine', 'Packages.big-endian'],
] as const;

describe.each(KINDS)('%s', (_, name) => {
  const file = readKept(name);

  test('packages with their versions, and the files that were installed', () => {
    const paragraphs = read(file)?.split('\n\n').sort() ?? [];
    expect(paragraphs).toHaveLength(3);
    const [greeter = '', many = '', none] = paragraphs;
    // Neither its manual, which was left out, nor its log, which it only lists.
    const folders = [
      ['usr/bin', 'greeter'],
      ['usr/share', 'greeter'],
      ['usr/share/greeter', 'a', 'b', 'd'],
      ['usr/share/greeter/b', 'c'],
    ].map(([folder = '', ...names]) => [`F:${folder}`, ...names.map((one) => `R:${one}`)].join('\n'));
    expect(greeter.split('\n').slice(0, 2)).toEqual(['P:greeter', 'V:2:1.0-3']);
    expect(greeter).toBe(['P:greeter', 'V:2:1.0-3', ...folders].join('\n'));
    expect(many).toContain('V:1.0~rc1-3');
    expect(many.match(/^R:file\d+$/gm)).toHaveLength(60);
    expect(none).toBe('P:none\nV:7^git-3\nF:usr/bin\nR:none\nF:usr/share\nR:none\nF:usr/share/none\nR:b');
  });

  test('one that is cut off tells of nothing', () => {
    const eighths = Array.from({ length: 8 }, (_, eighth) => read(file.subarray(0, (file.length * eighth) / 8)));
    expect(eighths.filter((text) => text !== null)).toEqual([]);
  });
});

test.each([
  ['/var/lib/rpm/rpmdb.sqlite', true],
  ['/usr/lib/sysimage/rpm/Packages.db', true],
  ['/usr/share/rpm/rpmdb.sqlite', true],
  ['/var/lib/rpm/rpmdb.sqlite-wal', false],
  ['/home/var/lib/rpm/Packages', false],
])('%s: %s', (path, isRead) => {
  expect(read(readKept('rpmdb.sqlite'), path) !== null).toBe(isRead);
});

test('one that is larger than what is held in memory is not read', () => {
  const open = (size: number) => openPackageReader({ path: '/var/lib/rpm/rpmdb.sqlite', size });
  expect(open(LAYER_LIMITS.rpmDatabaseBytes)?.constructor.name).toBe('RpmDatabase');
  expect(open(LAYER_LIMITS.rpmDatabaseBytes + 1)?.constructor.name).not.toBe('RpmDatabase');
});

test('SQLite: pages that go round in a circle tell of nothing', () => {
  const file = Buffer.from(readKept('rpmdb.sqlite'));
  // Of the table of rpm's packages: an inner page, whose last child becomes itself.
  const root =
    Array.from({ length: file.length / 512 }, (_, page) => page).find((page) => file[page * 512] === 5) ?? -1;
  expect(root).toBeGreaterThan(0);
  file.writeUInt32BE(root + 1, root * 512 + 8);
  expect(read(file)).toBeNull();
});

describe('a header', () => {
  const named = (name: string): RpmField[] => [
    { tag: 1000, text: [name] },
    { tag: 1001, text: ['1'] },
    { tag: 1002, text: ['2'] },
  ];
  const files: RpmField[] = [
    { tag: 1116, numbers: [1, 0, 1] },
    { tag: 1117, text: ['a', '', 'c'] },
    { tag: 1118, text: ['/', '/opt/x/'] },
  ];
  const tell = (fields: readonly RpmField[]) => read(makeDatabase(makeRpmHeader(fields)));

  test('files are grouped by their folder', () => {
    expect(tell([...named('a'), ...files])).toBe('P:a\nV:1-2\nF:opt/x\nR:a\nR:c\nF:\nR:');
  });

  test('states and flags of files may be missing, and more than there are files', () => {
    const replaced: RpmField = { tag: 1029, bytes: [1, 0, 0, 0, 0] };
    expect(tell([...named('a'), ...files, replaced])).toBe('P:a\nV:1-2\nF:\nR:\nF:opt/x\nR:c');
  });

  test('a key that is trusted is no package', () => {
    expect(tell(named('gpg-pubkey'))).toBe('');
  });

  test('what would break a line does not', () => {
    expect(tell(named('a\nP:b\r'))).toBe('P:a P:b \nV:1-2');
  });

  test.each<[string, RpmField[]]>([
    ['a folder that is not there', [{ tag: 1116, numbers: [2, 0, 1] }, ...files.slice(1)]],
    ['fewer folders than files', [{ tag: 1116, numbers: [1] }, ...files.slice(1)]],
    ['numbers that are texts', [{ tag: 1116, text: ['1'] }, ...files.slice(1)]],
    ['texts that are numbers', [...files.slice(0, 1), { tag: 1117, numbers: [1] }]],
    ['more texts than there are', [...files.slice(0, 1), { tag: 1117, text: ['a'], count: 9 }]],
    ['more numbers than there are', [{ tag: 1116, numbers: [1], count: 0xffffffff }, ...files.slice(1)]],
  ])('%s: then nothing is told', (_, fields) => {
    expect(tell([...named('a'), ...fields])).toBeNull();
  });

  test('a database whose places all name one package tells of nothing', () => {
    const file = makeDatabase(
      makeRpmHeader([...named('a'), { tag: 1005, bytes: Array.from({ length: 2000 }, () => 1) }]),
    );
    expect(read(file)).not.toBeNull();
    for (let slot = 48; slot < 4096; slot += 16) file.copy(file, slot, 32, 48);
    expect(read(file)).toBeNull();
  });
});
