import { describe, expect, test } from '@jest/globals';
import { findKeptContents } from '../../../src/mounts/kept-packs.ts';
import { MOUNT_LIMITS } from '../../../src/mounts/limits.ts';
import { joinUnder, parentOfAll } from '../../../src/mounts/mount-paths.ts';
import { PackWriter } from '../../../src/mounts/pack-writer.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import type { MountSet } from '../../../src/mounts/mount-set.ts';

describe('PackWriter', () => {
  const push = (pushed: Uint8Array[]) => async (contents: Uint8Array) => {
    pushed.push(Buffer.from(contents));
    return await Promise.resolve({ digest: digestOf(contents), size: 5, packing: 'zstd' as const });
  };

  test('puts each content into a pack once, and none that is stored', async () => {
    const pushed: Uint8Array[] = [];
    const first = new PackWriter({ packs: [], places: new Map() }, push(pushed));
    const a = await first.add(Buffer.from('aaa'));
    expect(await first.add(Buffer.from('b'))).toMatchObject({ place: { pack: 0, offset: 3 } });
    expect(await first.add(Buffer.from('aaa'))).toEqual(a);
    expect(await first.add(Buffer.from(''))).toMatchObject({ place: { pack: 0, offset: 0 } });
    const { packs, newBytes } = await first.end();
    expect([packs.length, newBytes, pushed.map(String)]).toEqual([1, 5, ['aaab'].map(String)]);

    const places = new Map([[`${a.sha256} 3`, a.place]]);
    const second = new PackWriter({ packs, places }, push(pushed));
    expect(await second.add(Buffer.from('aaa'))).toEqual(a);
    expect(await second.add(Buffer.from('new'))).toMatchObject({ place: { pack: 1, offset: 0 } });
    expect(await second.end()).toMatchObject({ newBytes: 5, packs: [packs[0], { contentBytes: 3 }] });
  });

  test('closes a pack when it is full, and gives a larger file one by itself', async () => {
    const pushed: Uint8Array[] = [];
    const packs = new PackWriter({ packs: [], places: new Map() }, push(pushed));
    await packs.add(Buffer.from('a'));
    await packs.add(Buffer.alloc(MOUNT_LIMITS.packBytes + 1));
    await packs.add(Buffer.from('b'));
    await packs.end();
    expect(pushed.map(({ length }) => length)).toEqual([1, MOUNT_LIMITS.packBytes + 1, 1]);
  });

  test('tells of what could not be stored', async () => {
    const packs = new PackWriter({ packs: [], places: new Map() }, async () => await Promise.reject(new Error('full')));
    await packs.add(Buffer.from('a'));
    await expect(packs.end()).rejects.toThrow('full');
  });
});

describe('findKeptContents', () => {
  const setOf = (shares: readonly number[]): MountSet => ({
    packs: shares.map((_, at) => ({
      digest: digestOf(Buffer.from(`${at}`)),
      size: 1,
      packing: 'brotli',
      contentBytes: 100,
    })),
    mounts: [
      {
        mount: { id: '/a', begins: { kind: 'empty' } },
        entries: shares.map((size, pack) => ({
          ...{ kind: 'file', path: `${pack}`, mode: 0, uid: 0, gid: 0, mtime: 0, size },
          ...{ sha256: `${pack}`, place: { pack, offset: 0 } },
        })),
      },
    ],
  });
  const kept = (shares: readonly number[]): number[] =>
    [...findKeptContents(setOf(shares)).values()].map(({ pack }) => pack);

  test('leaves out those of a pack that is mostly unused', () => {
    expect(kept([100, 49, 50])).toEqual([0, 2]);
  });

  test('leaves out the smaller half of too many packs, to become one', () => {
    const many = Array.from({ length: MOUNT_LIMITS.packsToMerge }, (_, at) => 50 + at);
    expect(kept(many)).toEqual(many.map((_, at) => at).slice(MOUNT_LIMITS.packsToMerge / 2));
  });
});

describe('parentOfAll', () => {
  test.each([
    [['/a/b/1/fs', '/a/b/2/fs/cache'], '/a/b', ['1/fs', '2/fs/cache']],
    [['/a/b'], '/a', ['b']],
    [['/a', '/b'], '/', ['a', 'b']],
    [['/a/b', '/a/b/c'], '/a', ['b', 'b/c']],
  ])('of %j', (folders, parent, names) => {
    expect(parentOfAll(folders)).toBe(parent);
    expect(folders.map((folder) => joinUnder(parent, folder))).toEqual(names);
  });
});
