import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { cutHashes, EMPTY_HASH, expectedTarBytes, type IndexedLayer } from '../../../src/layer/file-index.ts';
import { KnownEntries } from '../../../src/layer/known-entries.ts';
import { formatFileIndex } from '../../../src/layer/format-file-index.ts';
import { normalizePath } from '../../../src/layer/layer-path.ts';
import { parseFileIndex } from '../../../src/layer/parse-file-index.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { makeFile } from './make-entry.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const hashOf = (text: string): string => digestOf(Buffer.from(text)).slice(7);

/** Few names, so that paths share much; a character of two units, and the marks of Windows and of Unicode. */
const arbitraryPath = fc
  .array(
    fc.oneof(
      fc.constantFrom('usr', 'usr2', 'lib', 'a😀', 'a😁', '\uFEFFb', '…'),
      fc.string({ minLength: 1, maxLength: 6 }),
    ),
    { maxLength: 5 },
  )
  .map((names) => normalizePath(names.join('/'), 'p'));
const owner = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 2 ** 40 }));
const common = {
  kind: fc.constant('entry' as const),
  path: arbitraryPath,
  mode: fc.constantFrom(0o644, 0o755, 0o4755),
  uid: owner,
  gid: owner,
  tarBytes: fc.oneof(fc.constantFrom(0, 512, 1024, 1536), fc.nat(2 ** 35)),
  xattrs: fc.constantFrom('', 'security.capability=0100', 'user.ü=00'),
};
const none = fc.constant(null);
const nothing = fc.constant(0);

const arbitraryEntry: fc.Arbitrary<LayerEntry> = fc.oneof(
  fc
    .record({
      ...common,
      type: fc.constant('file' as const),
      size: fc.oneof(fc.nat(3), fc.nat(2 ** 35)),
      contentHash: fc.constantFrom('one', 'two', 'three').map(hashOf),
      link: none,
      device: none,
    })
    .map((file) => (file.size === 0 ? { ...file, contentHash: hashOf('') } : file)),
  fc.record({
    ...common,
    type: fc.constantFrom('symlink' as const, 'hardlink' as const),
    size: nothing,
    contentHash: none,
    link: fc.oneof(arbitraryPath, fc.string()),
    device: none,
  }),
  fc.record({
    ...common,
    type: fc.constantFrom('directory' as const, 'fifo' as const, 'char' as const, 'block' as const),
    size: nothing,
    contentHash: none,
    link: none,
    device: fc.constantFrom(null, '1:3'),
  }),
  fc.record({
    kind: fc.constantFrom('whiteout' as const, 'opaque' as const),
    path: arbitraryPath,
    tarBytes: fc.nat(5000),
  }),
);

const arbitraryLayer: fc.Arbitrary<IndexedLayer> = fc
  .record({
    entries: fc.array(arbitraryEntry, { maxLength: 40 }),
    texts: fc.dictionary(fc.constantFrom('one', 'two', '', 'five').map(hashOf), fc.string({ unit: 'grapheme' })),
    diskBytes: fc.nat(),
  })
  .map(({ entries, texts, diskBytes }) => {
    const hashes = new Set(entries.map((each) => (each.kind === 'entry' ? each.contentHash : null)));
    return { entries, texts: new Map(Object.entries(texts).filter(([hash]) => hashes.has(hash))), diskBytes };
  });

const pack = (plain: Uint8Array): Uint8Array =>
  brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

const SMALL: IndexedLayer = {
  entries: [
    makeFile('/etc/one', 7, { contentHash: hashOf('one') }),
    makeFile('/etc/other', 9, { contentHash: hashOf('two') }),
    { kind: 'whiteout', path: '/var', tarBytes: 512 },
  ],
  texts: new Map([[hashOf('one'), 'text']]),
  diskBytes: 4096,
};

describe('a file index', () => {
  test('says what reading the layer says, at the length of its hashes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLayer, async (layer) => {
        expect(await parseFileIndex(await formatFileIndex(layer, 'l'), 'i')).toEqual(cutHashes(layer));
      }),
    );
  });

  test('with paths of ASCII alone, whatever they share', async () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '-', '\n'), minLength: 1, maxLength: 6 });
    const paths = fc.array(fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`));
    await fc.assert(
      fc.asyncProperty(paths, async (all) => {
        const layer = { entries: all.map((path) => makeFile(path, 0)), texts: new Map<string, string>(), diskBytes: 0 };
        const { entries } = await parseFileIndex(await formatFileIndex(layer, 'l'), 'i');
        expect(entries.map(({ path }) => path)).toEqual(all);
      }),
    );
  });

  test('says the same beside what is known of another, and has its entries where they are equal', async () => {
    const change = fc.record({ from: fc.nat(40), remove: fc.nat(5), add: fc.array(arbitraryEntry, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(arbitraryLayer, change, fc.boolean(), async (layer, { from, remove, add }, isAscii) => {
        const plain = isAscii
          ? layer.entries.map((entry, place) => ({ ...entry, path: `/a/${place % 7}/${place}` }))
          : layer.entries;
        const before = { ...layer, entries: plain };
        const after = { ...layer, entries: plain.toSpliced(from, remove, ...add), texts: new Map<string, string>() };
        const known = new KnownEntries();
        const first = await parseFileIndex(await formatFileIndex(before, 'l'), 'i', known);
        const second = await parseFileIndex(await formatFileIndex(after, 'l'), 'i', known);
        expect(second).toEqual(cutHashes(after));
        const isShared = second.entries.map((entry) => first.entries.includes(entry));
        const isChanged = after.entries.map((entry) => !plain.includes(entry));
        if (isAscii && add.length === 0 && remove < 4 && plain.length > 10) {
          expect(
            isShared.filter((is, place) => !is && isChanged[place] === false && after.entries[place]?.kind === 'entry'),
          ).toEqual([]);
        }
      }),
    );
  });

  test('of an index is the same', async () => {
    const once = await formatFileIndex(SMALL, 'l');
    expect(await formatFileIndex(await parseFileIndex(once, 'i'), 'l')).toEqual(once);
  });

  test('knows the hash of what is empty', () => {
    expect(hashOf('').slice(0, 16)).toBe(EMPTY_HASH);
  });

  test('of thousands of files takes no more than a hash and a few bytes of each', async () => {
    const entries = Array.from({ length: 5000 }, (_, place) =>
      makeFile(`/app/node_modules/package-${place % 70}/lib/file-${place}.js`, 1000 + ((place * 7919) % 5000), {
        contentHash: hashOf(`${place}`),
      }),
    );
    const bytes = await formatFileIndex({ entries, texts: new Map(), diskBytes: 1 }, 'l');
    expect(bytes.length / entries.length).toBeLessThan(14);
    const parsed = await parseFileIndex(bytes, 'i');
    expect(parsed.entries.map(({ path }) => path)).toEqual(entries.map(({ path }) => path));
  });
});

describe('an index that lies is refused', () => {
  const repack = async (change: (plain: Buffer) => Buffer): Promise<Uint8Array> =>
    pack(change(brotliDecompressSync(await formatFileIndex(SMALL, 'l'))));
  const replace = (from: string, to: string) => async () =>
    await repack((plain) => Buffer.from(plain.toString('latin1').replace(from, to), 'latin1'));

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['no brotli', () => Promise.resolve(Buffer.from('nothing of the kind')), 'is not packed by brotli'],
    ['nothing', () => Promise.resolve(new Uint8Array()), 'is not packed by brotli'],
    ['cut', async () => await repack((plain) => plain.subarray(0, -9)), 'ends too early'],
    ['goes on', async () => await repack((plain) => Buffer.concat([plain, Buffer.from('x')])), 'goes on after its end'],
    ['fewer entries', replace('"entries":3', '"entries":2'), 'goes on after its end'],
    ['more entries', replace('"entries":3', '"entries":9'), 'ends too early'],
    ['another head', replace('"diskBytes"', '"discBytes"'), 'malformed'],
    ['an unknown type', replace('"whiteout"', '"whitened"'), 'is malformed'],
    ['a path outside', replace('/etc/one', '/../one'.padEnd(8, 'x')), 'a path that no layer has'],
    [
      'a path that shares more than there is',
      replace('\x03\x00\x06\x01', '\x03\x09\x06\x01'),
      'shares what is not there',
    ],
    ['a path that is none', replace('/etc/one', 'xetc/one'), 'a path that no layer has'],
    ['text that is none', replace('text', 'te\xfft'), 'is not UTF-8'],
  ])('%s', async (_, make, why) => {
    await expect(make().then(async (bytes) => await parseFileIndex(bytes, 'the index'))).rejects.toMatchObject({
      code: 'IMAGE_INVALID',
      message: expect.stringContaining(why),
    });
  });

  test.each<[string, string, string]>([
    ['a path', '\x02\x00\x02\x02\x04\x03', '\x02\x00\x02\x02\x03\x04'],
    ['what a path shares', '\x02\x00\x02\x02\x04\x03', '\x02\x00\x03\x02\x04\x03'],
  ])('%s ends within a character of two units', async (_, from, to) => {
    const entries = [makeFile('/a😀', 0), makeFile('/a😁b', 0)];
    const index = await formatFileIndex({ entries, texts: new Map(), diskBytes: 0 }, 'l');
    const plain = brotliDecompressSync(index).toString('latin1');
    expect(plain).toContain(from);
    const lie = pack(Buffer.from(plain.replace(from, to), 'latin1'));
    await expect(parseFileIndex(lie, 'i')).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });

  test('that inflates without end, or has paths without end', async () => {
    const zeros = pack(Buffer.alloc(65 * 1024 * 1024));
    await expect(parseFileIndex(zeros, 'i')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    const long = `/${'x'.repeat(4000)}`;
    const entries = Array.from({ length: 17_000 }, () => makeFile(long, 0));
    const layer = { entries, texts: new Map<string, string>(), diskBytes: 0 };
    await expect(formatFileIndex(layer, 'l')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('whatever its bytes are, it is an error of ours', async () => {
    const plain = brotliDecompressSync(await formatFileIndex(SMALL, 'l'));
    const mutation = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutation, fc.uint8Array()), async (changes) => {
        const bytes = Buffer.from(plain);
        for (const change of changes) if (typeof change !== 'number') bytes[change[0]] = change[1];
        const lie = changes instanceof Uint8Array ? changes : bytes;
        const outcome = await parseFileIndex(pack(lie), 'i').catch((error: unknown) => error);
        expect(
          outcome instanceof PlimsollError || (typeof outcome === 'object' && outcome !== null && 'entries' in outcome),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test('what a plain file takes of a tar stream is its header and its blocks', () => {
  expect([0, 1, 512, 513].map(expectedTarBytes)).toEqual([512, 1024, 1024, 1536]);
});
