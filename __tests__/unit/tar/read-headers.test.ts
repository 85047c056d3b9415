import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { readHeaders, TAR_LIMITS, type TarEntry } from '../../../src/tar/read-headers.ts';
import { base256, makePax, makeTar, type Member } from './make-tar.ts';

function read(bytes: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  const headers = readHeaders('layer');
  let step = headers.next();
  while (step.done !== true) {
    const { value } = step;
    if (value.kind === 'entry') entries.push(value.entry);
    step = headers.next(
      value.kind === 'read' ? bytes.subarray(value.offset, value.offset + value.size) : new Uint8Array(),
    );
  }
  return entries;
}

function readOne(...members: Member[]): TarEntry {
  const entries = read(makeTar(members));
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

function codeOf(bytes: Uint8Array): string {
  try {
    read(bytes);
    return 'none';
  } catch (error) {
    return error instanceof PlimsollError ? error.code : String(error);
  }
}

describe('what is in a header', () => {
  test('names, types and links', () => {
    const entries = read(
      makeTar([
        { path: 'etc/', flag: '5', mode: 0o755 },
        { path: 'etc/a', content: 'hello', uid: 1000, mode: 0o4755 },
        { path: 'b', flag: '2', link: 'etc/a' },
        { path: 'c', flag: '1', link: 'etc/a' },
        { path: 'null', flag: '3' },
        { path: 'sda', flag: '4' },
        { path: 'pipe', flag: '6' },
        { path: 'contiguous', flag: '7', content: 'x' },
      ]),
    );
    expect(entries.map(({ path, type, size, link }) => [path, type, size, link])).toEqual([
      ['etc/', 'directory', 0, ''],
      ['etc/a', 'file', 5, ''],
      ['b', 'symlink', 0, 'etc/a'],
      ['c', 'hardlink', 0, 'etc/a'],
      ['null', 'char', 0, ''],
      ['sda', 'block', 0, ''],
      ['pipe', 'fifo', 0, ''],
      ['contiguous', 'file', 1, ''],
    ]);
    expect(entries[1]).toMatchObject({
      mode: 0o4755,
      uid: 1000,
      headerOffset: 512,
      contentOffset: 1024,
      contentBytes: 5,
      nextOffset: 1536,
    });
  });

  test('a prefix is USTAR’s and star’s; GNU and V7 have times or nothing there', () => {
    expect(readOne({ path: 'name', prefix: 'dir' }).path).toBe('dir/name');
    expect(readOne({ path: 'name', prefix: 'dir', format: 'star' }).path).toBe('dir/name');
    expect(readOne({ path: 'name', prefix: '15147163412', format: 'gnu' }).path).toBe('name');
    expect(readOne({ path: 'name', prefix: 'dir', format: 'v7' }).path).toBe('name');
  });

  test('a prefix under GNU’s magic is a path where it is no time: Go before 1.8 wrote it so, and Docker unpacks it so', () => {
    expect(readOne({ path: 'name', prefix: 'usr/lib', format: 'gnu' }).path).toBe('usr/lib/name');
    expect(readOne({ path: 'name', prefix: 'caf\u00e9', format: 'gnu' }).path).toBe('name');
  });

  test('V7 names a directory by its slash', () => {
    expect(readOne({ path: 'dir/', flag: '\0', format: 'v7' }).type).toBe('directory');
    expect(readOne({ path: 'file', flag: '\0', format: 'v7' }).type).toBe('file');
  });

  test('a name and a prefix that fill their fields have no NUL', () => {
    const entry = readOne({ path: 'n'.repeat(100), prefix: 'p'.repeat(155) });
    expect(entry.path).toBe(`${'p'.repeat(155)}/${'n'.repeat(100)}`);
  });

  test('what has no content is not followed by any, whatever its size says', () => {
    const entries = read(makeTar([{ path: 'd', flag: '5', size: 4096 }, { path: 'f' }]));
    expect(entries.map(({ path, size }) => [path, size])).toEqual([
      ['d', 0],
      ['f', 0],
    ]);
  });

  test('a type nobody knows is skipped over with its content', () => {
    const entries = read(makeTar([{ path: 'v', flag: 'Z', content: 'abc' }, { path: 'f' }]));
    expect(entries.map(({ path, type }) => [path, type])).toEqual([
      ['v', 'other'],
      ['f', 'file'],
    ]);
  });

  test('bytes that are not UTF-8 do not stop it', () => {
    expect(readOne({ path: Buffer.from([0x61, 0xff, 0x62]) }).path).toBe('a\ufffdb');
  });

  test('numbers: base 256, blanks around octal, an empty field', () => {
    expect(readOne({ path: 'f', uid: base256(4_000_000_000n, 8) }).uid).toBe(4_000_000_000);
    expect(readOne({ path: 'f', uid: Buffer.from('  17 \0\0\0') }).uid).toBe(15);
    expect(readOne({ path: 'f', uid: Buffer.alloc(8) }).uid).toBe(0);
    const large = readOne({ path: 'f', size: base256(20_000_000_000n, 12) });
    expect(large).toMatchObject({ size: 20_000_000_000, nextOffset: 512 + 20_000_000_000 });
  });

  test('a byte order mark is part of a name, as of any file’s', () => {
    const entry = readOne({ path: '\ufefff', flag: '2', link: '\ufeffto' });
    expect(entry).toMatchObject({ path: '\ufefff', link: '\ufeffto' });
  });

  test('a checksum that leaves no byte out', () => {
    for (let place = 0; place < 512; place += 1) {
      if (place >= 148 && place < 156) continue;
      const bytes = makeTar([{ path: 'é'.repeat(40) }]);
      bytes[place] = (bytes[place] ?? 0) ^ 0x81;
      expect([place, codeOf(bytes)]).toEqual([place, 'IMAGE_INVALID']);
    }
  });

  test('a checksum of signed bytes, as old writers made it', () => {
    const bytes = makeTar([{ path: 'é' }]);
    const block = bytes.subarray(0, 512);
    const unsigned = Number.parseInt(block.toString('latin1', 148, 154), 8);
    block.write((unsigned - 2 * 256).toString(8).padStart(6, '0'), 148);
    expect(read(bytes).map(({ path }) => path)).toEqual(['é']);
  });
});

describe('headers that continue', () => {
  test('PAX: names, size and owner; the entry begins at its first header', () => {
    const path = 'ü/'.repeat(200);
    const entry = readOne(makePax({ path, size: '3', uid: '5000000', linkpath: 'x' }), {
      path: 'short',
      content: 'abc',
      size: 0,
    });
    expect(entry).toMatchObject({ path, size: 3, uid: 5_000_000, link: 'x', headerOffset: 0, nextOffset: 2560 });
  });

  test('PAX for all that follow, until one takes it back', () => {
    const entries = read(
      makeTar([
        makePax({ uid: '7' }, 'g'),
        { path: 'a' },
        makePax({ uid: '8' }),
        { path: 'b' },
        makePax({ uid: '' }),
        { path: 'c' },
      ]),
    );
    expect(entries.map(({ path, uid }) => [path, uid])).toEqual([
      ['a', 7],
      ['b', 8],
      ['c', 0],
    ]);
    expect(entries[0]?.headerOffset).toBe(1024);
  });

  test('GNU long names and links', () => {
    const long = 'l'.repeat(300);
    const entry = readOne(
      { path: '././@LongLink', flag: 'K', content: `${long}k\0` },
      { path: '././@LongLink', flag: 'L', content: `${long}\0` },
      { path: long.slice(0, 100), flag: '2', link: long.slice(0, 100) },
    );
    expect(entry).toMatchObject({ path: long, link: `${long}k`, headerOffset: 0 });
  });

  test('GNU sparse, old: the map’s blocks are not the content', () => {
    const map = Buffer.alloc(1024);
    map.write('00000007770\x0000000000003\0', 0);
    map[504] = 1;
    const headers = makeTar(
      [
        {
          path: 's',
          flag: 'S',
          format: 'gnu',
          size: 3,
          edit: (block) => {
            block[482] = 1;
            block.write('00000010000\0', 483);
          },
        },
      ],
      { end: false },
    );
    const bytes = Buffer.concat([headers, map, Buffer.from('abc'), Buffer.alloc(509), makeTar([{ path: 'next' }])]);
    const entries = read(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['s', 'next']);
    expect(entries[0]).toMatchObject({
      size: 4096,
      contentOffset: 1536,
      contentBytes: 3,
      sparse: { map: [{ offset: 4088, bytes: 3 }], mapBytes: 0 },
    });
  });

  test('GNU sparse in PAX: its name and its size', () => {
    const records = { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'real', 'GNU.sparse.realsize': '9000' };
    const content = `${'1\n4096\n3\n'.padEnd(512, '\0')}abc`;
    const entry = readOne(makePax(records), { path: 'GNUSparseFile.1/real', content });
    const sparse = { map: [{ offset: 4096, bytes: 3 }], mapBytes: 512 };
    expect(entry).toMatchObject({ path: 'real', size: 9000, contentBytes: 515, sparse });
  });

  test('GNU sparse in PAX: the map of 0.0 is repeated records, of 0.1 one', () => {
    const sizes = { 'GNU.sparse.numblocks': '2', 'GNU.sparse.size': '9000' };
    const map = [
      { offset: 0, bytes: 1 },
      { offset: 4096, bytes: 2 },
    ];
    const one = makePax({ ...sizes, 'GNU.sparse.map': '0,1,4096,2' });
    expect(readOne(one, { path: 's', content: 'abc' })).toMatchObject({ size: 9000, sparse: { map, mapBytes: 0 } });
    const record = (key: string, value: number) => makePax({ [`GNU.sparse.${key}`]: String(value) }).content;
    const repeated = map.flatMap(({ offset, bytes }) => [record('offset', offset), record('numbytes', bytes)]);
    const content = [makePax(sizes).content, ...repeated].join('');
    const entry = readOne({ path: 'x', flag: 'x', content }, { path: 's', content: 'abc' });
    expect(entry).toMatchObject({ size: 9000, sparse: { map, mapBytes: 0 } });
  });

  test.each<[string, string]>([
    ['parts that overlap', '0,2,1,1'],
    ['a part beyond the end', '0,1,8999,2'],
    ['a part without its size', '0'],
    ['more than the archive holds', '0,4'],
    ['less than the archive holds', '0,2'],
  ])('a sparse map with %s is refused', (_, map) => {
    const pax = makePax({ 'GNU.sparse.size': '9000', 'GNU.sparse.map': map });
    expect(codeOf(makeTar([pax, { path: 's', content: 'abc' }]))).toBe('IMAGE_INVALID');
  });

  test('extended attributes are one text, whoever wrote them', () => {
    const capability = '\x01\x00\x00\x02';
    const schily = makePax({ 'SCHILY.xattr.user.b': 'x', 'SCHILY.xattr.security.capability': capability });
    const libarchive = makePax({
      'LIBARCHIVE.xattr.security.capability': Buffer.from(capability).toString('base64'),
      'LIBARCHIVE.xattr.user%2Eb': 'eA==',
    });
    const expected = 'security.capability=01000002\nuser.b=78';
    expect(readOne(schily, { path: 'a' }).xattrs).toBe(expected);
    expect(readOne(libarchive, { path: 'a' }).xattrs).toBe(expected);
    expect(readOne({ path: 'a' }).xattrs).toBe('');
  });
});

describe('the end', () => {
  test('is a block of zeros, whatever follows, or where the bytes end', () => {
    const bytes = Buffer.concat([makeTar([{ path: 'a' }]), Buffer.from('rubbish')]);
    expect(read(bytes)).toHaveLength(1);
    expect(read(makeTar([{ path: 'a' }], { end: false }))).toHaveLength(1);
    expect(read(new Uint8Array())).toHaveLength(0);
  });

  test('is none in the middle of a header', () => {
    expect(codeOf(makeTar([{ path: 'a' }], { end: false }).subarray(0, 400))).toBe('IMAGE_INVALID');
    expect(codeOf(makeTar([makePax({ path: 'x' })], { end: false }))).toBe('IMAGE_INVALID');
    expect(codeOf(makeTar([makePax({ path: 'x' })], { end: false }).subarray(0, 515))).toBe('IMAGE_INVALID');
  });
});

describe('what lies', () => {
  test.each<[string, Member[]]>([
    ['a negative number', [{ path: 'f', uid: Buffer.alloc(8, 0xff) }]],
    ['a size beyond any file', [{ path: 'f', size: base256(2n ** 80n, 12) }]],
    ['no digits', [{ path: 'f', uid: Buffer.from('0000008\0') }]],
    ['a PAX size that is none', [makePax({ size: '-1' }), { path: 'f' }]],
    ['a PAX size beyond any file', [makePax({ size: '9007199254740991' }), { path: 'f' }]],
    ['a NUL in a PAX path', [makePax({ path: 'a\0b' }), { path: 'f' }]],
    ['a PAX length too short', [{ path: 'x', flag: 'x', content: '5 path=abc\n' }, { path: 'f' }]],
    ['a PAX length too long', [{ path: 'x', flag: 'x', content: '50 path=abc\n' }, { path: 'f' }]],
    ['a PAX length of zero', [{ path: 'x', flag: 'x', content: '0 path=abc\n' }, { path: 'f' }]],
    ['a PAX record without a value', [{ path: 'x', flag: 'x', content: '7 path\n' }, { path: 'f' }]],
  ])('%s', (_, members) => {
    expect(codeOf(makeTar(members))).toBe('IMAGE_INVALID');
  });

  test('a wrong checksum, and bytes that are no archive', () => {
    const bytes = makeTar([{ path: 'f' }]);
    bytes[0] = 0x67;
    expect(codeOf(bytes)).toBe('IMAGE_INVALID');
    expect(codeOf(Buffer.from('{}'.repeat(400)))).toBe('IMAGE_INVALID');
  });

  test('a header or a path without end', () => {
    expect(codeOf(makeTar([{ path: 'x', flag: 'x', size: TAR_LIMITS.extensionBytes + 1 }]))).toBe('LIMIT_EXCEEDED');
    const path = 'p'.repeat(TAR_LIMITS.pathBytes + 1);
    expect(codeOf(makeTar([{ path: 'x', flag: 'L', content: path }, { path: 'f' }]))).toBe('LIMIT_EXCEEDED');
  });

  test('any bytes end in entries or in an error of ours', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(6000), byte: fc.nat(255) }), { maxLength: 12 }),
        fc.nat(7000),
        (edits, length) => {
          const members = [makePax({ path: 'abc' }), { path: 'f', content: 'x'.repeat(700) }, { path: 'd', flag: '5' }];
          const bytes = makeTar(members);
          for (const { at, byte } of edits) bytes[at % bytes.length] = byte;
          expect(['none', 'IMAGE_INVALID', 'LIMIT_EXCEEDED']).toContain(codeOf(bytes.subarray(0, length)));
        },
      ),
    );
  });

  test('offsets grow, so that a stream can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 8 }), (sizes) => {
        const entries = read(makeTar(sizes.map((size, place) => ({ path: String(place), content: 'x'.repeat(size) }))));
        expect(entries.map(({ contentBytes }) => contentBytes)).toEqual(sizes);
        for (const [place, entry] of entries.entries()) {
          expect(entry.headerOffset).toBe(entries[place - 1]?.nextOffset ?? 0);
        }
      }),
    );
  });
});
