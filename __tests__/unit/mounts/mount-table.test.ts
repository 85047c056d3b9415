import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { digestOf } from '../../../src/image/digest-of.ts';
import { isInside } from '../../../src/mounts/check-mount-set.ts';
import { formatMountTable, parseMountTable } from '../../../src/mounts/mount-table.ts';
import { ByteReader } from '../../../src/layer/byte-reader.ts';
import { formatTarHeader } from '../../../src/mounts/tar-header.ts';
import { readArchives } from '../../../src/mounts/read-archive.ts';
import type { MountEntry, MountSet } from '../../../src/mounts/mount-set.ts';

const DIGEST = digestOf(Buffer.from('pack'));
const owned = { mode: 0o644, uid: 1000, gid: 4_000_000_000, mtime: 1_700_000_000 };
const place = { pack: 0, offset: 3 };
const SET: MountSet = {
  packs: [{ digest: DIGEST, size: 9, packing: 'zstd', contentBytes: 10 }],
  mounts: [
    {
      mount: { id: '//go', begins: { kind: 'folder', uid: 1, gid: 2, mode: 0o750 } },
      entries: [
        { kind: 'directory', path: '', ...owned },
        { kind: 'directory', path: 'a b', ...owned },
        { kind: 'file', path: 'a b/ü', ...owned, size: 7, sha256: 'f'.repeat(64), place },
        { kind: 'hardlink', path: 'h', target: 'a b/ü' },
        { kind: 'symlink', path: 'l', ...owned, mtime: 0, target: '../../anywhere' },
      ],
    },
  ],
};

const TABLE = v.looseObject({ mounts: v.array(v.looseObject({ entries: v.array(v.unknown()) })) });

/** The set with another entry in the place of one of its own. */
function withEntry(at: number, entry: unknown): MountSet {
  const table = v.parse(TABLE, JSON.parse(Buffer.from(formatMountTable(SET)).toString()));
  table.mounts[0]?.entries.splice(at, 1, entry);
  return parseMountTable(Buffer.from(JSON.stringify(table)), SET.packs, 'it');
}

describe('parseMountTable', () => {
  test('gives what was formatted', () => {
    expect(parseMountTable(formatMountTable(SET), SET.packs, 'it')).toEqual(SET);
  });

  test('one of other packs than there are is none', () => {
    expect(() => parseMountTable(formatMountTable(SET), [], 'it')).toThrow('is of 1 packs, and there are 0');
  });

  test.each<[string, number, unknown[]]>([
    ['a path that leads out', 2, ['f', 'a b/../../x', 1, 0, 0, 0, 1, 'f'.repeat(64), 0, 0]],
    ['an absolute path', 2, ['f', '/x', 1, 0, 0, 0, 1, 'f'.repeat(64), 0, 0]],
    ['a path below a file', 4, ['d', 'a b/ü/x', 1, 0, 0, 0]],
    ['a path below a link', 3, ['d', 'l/x', 1, 0, 0, 0]],
    ['a path twice', 3, ['d', 'a b', 1, 0, 0, 0]],
    ['a path with a NUL', 3, ['d', 'a\0', 1, 0, 0, 0]],
    ['half of a character', 3, ['d', '\ud800', 1, 0, 0, 0]],
    ['no mount', 0, ['d', 'x', 1, 0, 0, 0]],
    ['a mode of a device', 1, ['d', 'a b', 0o20644, 0, 0, 0]],
    ['an owner that there is not', 1, ['d', 'a b', 1, 0xff_ff_ff_ff, 0, 0]],
    ['a time before times', 1, ['d', 'a b', 1, 0, 0, -1]],
    ['a kind of its own', 1, ['b', 'a b', 1, 0, 0, 0]],
    ['a content beyond its pack', 2, ['f', 'a b/ü', 1, 0, 0, 0, 8, 'f'.repeat(64), 0, 3]],
    ['a content of no pack', 2, ['f', 'a b/ü', 1, 0, 0, 0, 1, 'f'.repeat(64), 1, 0]],
    ['a link to a folder', 3, ['h', 'h', 'a b']],
    ['a link out', 3, ['h', 'h', '../x']],
    ['a link to nothing', 4, ['l', 'l', 1, 0, 0, 0, '']],
  ])('refuses %s', (_, at, entry) => {
    expect(() => withEntry(at, entry)).toThrow(/^it /);
  });
});

describe('isInside', () => {
  test('whatever passes is where it is said to be', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '..', '.', '', 'b c', '\\')), (parts) => {
        const path = parts.join('/');
        const resolved = new URL(`file:///mount/${path.replaceAll('\\', '%5C')}`).pathname;
        return !isInside(path) || resolved === `/mount/${path.replaceAll(' ', '%20').replaceAll('\\', '%5C')}`;
      }),
    );
  });
});

describe('formatTarHeader', () => {
  test('is read as what it says: long names and large numbers too', async () => {
    const long = `${'folder/'.repeat(40)}name`;
    const entries: MountEntry[] = [
      { kind: 'directory', path: '', ...owned },
      { kind: 'file', path: long, ...owned, size: 3, sha256: '', place },
      { kind: 'hardlink', path: 'h', target: long },
      { kind: 'symlink', path: 'l', ...owned, target: long },
    ];
    const bytes = Buffer.concat([
      ...entries.flatMap((entry) => {
        const content = entry.kind === 'file' ? [Buffer.from('abc'), Buffer.alloc(509)] : [];
        return [formatTarHeader('7/fs', entry), ...content];
      }),
      Buffer.alloc(1024),
    ]);
    const read = [];
    for await (const { entry, content } of readArchives(chunks(bytes, 700), 'it')) {
      const { path, type, mode, uid, gid, mtime, link } = entry;
      read.push([path, type, mode, uid, gid, mtime, link, content === null ? null : Buffer.from(content).toString()]);
    }
    const { mode, uid, gid, mtime } = owned;
    expect(read).toEqual([
      ['7/fs/', 'directory', mode, uid, gid, mtime, '', null],
      [`7/fs/${long}`, 'file', mode, uid, gid, mtime, '', 'abc'],
      ['7/fs/h', 'hardlink', 0, 0, 0, 0, `7/fs/${long}`, null],
      ['7/fs/l', 'symlink', mode, uid, gid, mtime, long, null],
    ]);
  });

  test('an archive that breaks off in a file is an error', async () => {
    const entry: MountEntry = { kind: 'file', path: 'x', ...owned, size: 9, sha256: '', place };
    const reading = readArchives(chunks(Buffer.concat([formatTarHeader('7', entry), Buffer.from('abc')]), 99), 'it');
    await expect(new ByteReader(toBytes(reading)).next()).rejects.toThrow('it ends in the midst of a file');
  });
});

// eslint-disable-next-line @typescript-eslint/require-await
async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* toBytes(entries: AsyncIterable<{ content: Uint8Array | null }>): AsyncGenerator<Uint8Array> {
  for await (const { content } of entries) if (content !== null) yield content;
}
