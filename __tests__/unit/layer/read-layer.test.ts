import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { readLayer, THREAD_FROM_BYTES, type LayerToRead, type ReadLayer } from '../../../src/layer/read-layer.ts';
import { makePax, makeTar, type Member } from '../tar/make-tar.ts';

const GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';

function inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  return (async function* () {
    for (let place = 0; place < bytes.length; place += size)
      yield await Promise.resolve(bytes.subarray(place, place + size));
  })();
}

async function read(
  blob: Uint8Array,
  tar: Uint8Array,
  { size = 1000, ...rest }: Partial<LayerToRead> & { size?: number } = {},
): Promise<ReadLayer> {
  const [digest, diffID] = [digestOf(blob), digestOf(tar)];
  const layer = { mediaType: GZIP, what: 'the layer', digest, diffID, bytes: blob.length, ...rest };
  return await readLayer(inPieces(blob, size), layer);
}

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof PlimsollError ? `${error.code}: ${error.message}` : String(error);
  }
}

const MEMBERS: Member[] = [
  { path: './', flag: '5', mode: 0o755 },
  { path: 'usr/bin/', flag: '5', mode: 0o755 },
  { path: './usr//bin/x', content: 'x'.repeat(700), mode: 0o104755, uid: 7 },
  { path: 'usr/bin/y', flag: '1', link: 'usr/bin/x' },
  { path: 'usr/bin/z', flag: '2', link: '../x' },
  { path: 'usr/.wh.gone' },
  { path: 'etc/.wh..wh..opq' },
  { path: '.wh..wh.plnk', flag: '5' },
  { path: 'empty' },
];
const TAR = makeTar(MEMBERS);

describe('a layer', () => {
  test('gives its entries in archive order, whiteouts told apart', async () => {
    const { entries, diskBytes } = await read(gzipSync(TAR), TAR);
    expect(diskBytes).toBe(TAR.length);
    expect(entries.map(({ kind, path, tarBytes }) => [kind, path, tarBytes])).toEqual([
      ['entry', '/', 512],
      ['entry', '/usr/bin', 512],
      ['entry', '/usr/bin/x', 1536],
      ['entry', '/usr/bin/y', 512],
      ['entry', '/usr/bin/z', 512],
      ['whiteout', '/usr/gone', 512],
      ['opaque', '/etc', 512],
      ['entry', '/empty', 512],
    ]);
    expect(entries[2]).toMatchObject({
      type: 'file',
      size: 700,
      mode: 0o4755,
      uid: 7,
      contentHash: digestOf(Buffer.from('x'.repeat(700))).slice(7),
    });
    expect(entries[3]).toMatchObject({ type: 'hardlink', link: '/usr/bin/x', contentHash: null });
    expect(entries[4]).toMatchObject({ type: 'symlink', link: '../x', contentHash: null });
  });

  test.each([1, 7, 511, 512, 513, 100_000])('is the same in pieces of %d bytes', async (size) => {
    const whole = await read(gzipSync(TAR), TAR);
    expect(await read(gzipSync(TAR), TAR, { size })).toEqual(whole);
    expect(await read(TAR, TAR, { size })).toEqual(whole);
  });

  test('counts what follows the end of the archive', async () => {
    const tar = Buffer.concat([TAR, Buffer.from('rubbish')]);
    expect((await read(gzipSync(tar), tar)).diskBytes).toBe(TAR.length + 7);
  });

  test('is the same but for hashes where nobody wants the contents, and is read to its end all the same', async () => {
    const { entries } = await read(gzipSync(TAR), TAR);
    const withoutHashes = entries.map((entry) => (entry.kind === 'entry' ? { ...entry, contentHash: null } : entry));
    expect((await read(gzipSync(TAR), TAR, { hashes: 'wanted' })).entries).toEqual(withoutHashes);
    const cut = TAR.subarray(0, 512 * 4);
    expect(await failure(read(cut, cut, { hashes: 'wanted' }))).toMatch(/^IMAGE_INVALID.*cut off in "\/usr\/bin\/x"/);
  });

  test('hands the content of a file on to who wants it, holes as zeros', async () => {
    const pax = makePax({ 'GNU.sparse.size': '9', 'GNU.sparse.map': '0,1,4,2' });
    const tar = makeTar([{ path: 'a', content: 'no' }, pax, { path: 's', content: 'abc' }]);
    const taken: Buffer[] = [];
    let ends = 0;
    const sink = { write: (bytes: Uint8Array) => taken.push(Buffer.from(bytes)), end: () => (ends += 1) };
    const { entries } = await read(tar, tar, {
      onFile: ({ path, size }) => (path === '/s' && size === 9 ? sink : null),
    });
    const content = Buffer.from('a\0\0\0bc\0\0\0');
    expect([Buffer.concat(taken), ends]).toEqual([content, 1]);
    expect(entries[1]).toMatchObject({ size: 9, contentHash: digestOf(content).slice(7), tarBytes: 2048 });
  });
});

/** Of a blob: a large one is inflated in a thread. */
const SIZES: [string, number][] = [
  ['small', 1],
  ['large', THREAD_FROM_BYTES],
];

describe.each(SIZES)('gzip, %s', (_size, bytes) => {
  const [first, second] = [TAR.subarray(0, 1500), TAR.subarray(1500)];
  const member = gzipSync(TAR);
  test.each<[string, Uint8Array]>([
    ['of two members', Buffer.concat([gzipSync(first), gzipSync(second)])],
    ['of an empty member and another', Buffer.concat([gzipSync(''), member, gzipSync('')])],
    ['with zeros behind it', Buffer.concat([member, Buffer.alloc(100)])],
    ['with something else behind it', Buffer.concat([member, Buffer.from('rubbish')])],
    ['with a wrong trailer', Buffer.concat([member.subarray(0, -8), Buffer.alloc(8, 1)])],
    ['without a trailer', member.subarray(0, -8)],
    ['with half a trailer', member.subarray(0, -3)],
    ['with a name and a comment', withFields(member)],
  ])('%s', async (_, blob) => {
    for (const size of [1, 100, 100_000]) expect((await read(blob, TAR, { size, bytes })).diskBytes).toBe(TAR.length);
  });
});

/** Extra field, name, comment and checksum of the header. */
function withFields(member: Buffer): Buffer {
  const header = Buffer.from(member.subarray(0, 10));
  header[3] = 2 | 4 | 8 | 16;
  const fields = Buffer.from('\x03\x00abcname\0comment\0cc', 'latin1');
  return Buffer.concat([header, fields, member.subarray(10)]);
}

describe.each(SIZES)('what is refused, %s', (_size, bytes) => {
  const blob = gzipSync(TAR);
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'another blob',
      () => read(blob, TAR, { bytes, digest: digestOf(TAR) }),
      'IMAGE_INVALID: the layer came with other bytes',
    ],
    [
      'another archive',
      () => read(blob, TAR, { bytes, diffID: digestOf(blob) }),
      'IMAGE_INVALID: the layer holds another tar',
    ],
    [
      'half a blob',
      () => read(blob.subarray(0, 90), TAR, { bytes, digest: digestOf(blob) }),
      'IMAGE_INVALID: the layer came with',
    ],
    [
      'half an archive',
      () => read(gzipSync(TAR.subarray(0, 1800)), TAR, { bytes }),
      'IMAGE_INVALID: the layer is cut off',
    ],
    [
      'no archive',
      () => read(Buffer.alloc(600, 'x'), TAR, { bytes }),
      'IMAGE_INVALID: the layer has a header with a wrong',
    ],
    [
      'damaged gzip',
      () => read(Buffer.concat([blob.subarray(0, 30), Buffer.alloc(90, 0xff)]), TAR, { bytes }),
      'IMAGE_INVALID: the layer is damaged',
    ],
    [
      'encrypted',
      () => read(blob, TAR, { bytes, mediaType: `${GZIP}+encrypted` }),
      'IMAGE_INVALID: the layer is encrypted',
    ],
    [
      'an unknown media type',
      () => read(blob, TAR, { bytes, mediaType: 'text/html' }),
      'IMAGE_INVALID: the layer has a media type',
    ],
  ])('%s', async (_, work, message) => {
    expect(await failure(work())).toContain(message);
  });

  test.each(['../x', '/a/../../x', 'a/.wh.', '.wh...'])('the path %s', async (path) => {
    const tar = makeTar([{ path }]);
    expect(await failure(read(tar, tar))).toMatch(/^IMAGE_INVALID: the layer has a (path|whiteout)/);
  });

  test('what the stream throws goes on', async () => {
    const stream = (async function* () {
      yield await Promise.resolve(blob.subarray(0, 50));
      throw new PlimsollError('REGISTRY_UNREACHABLE', 'gone');
    })();
    const layer = { mediaType: GZIP, what: 'the layer', digest: digestOf(blob), diffID: digestOf(TAR), bytes };
    expect(await failure(readLayer(stream, layer))).toBe('REGISTRY_UNREACHABLE: gone');
  });
});

test('in a thread it is read as without, whatever came of it on the way', async () => {
  const blob = Buffer.concat([gzipSync(TAR.subarray(0, 1500)), gzipSync(TAR.subarray(1500))]);
  const outcome = async (of: Uint8Array, bytes: number): Promise<unknown> => {
    try {
      return await read(of, TAR, { bytes, size: 100 });
    } catch (error) {
      // Of two faults either may be found first.
      return error instanceof PlimsollError ? error.code : error;
    }
  };
  const place = fc.nat(blob.length - 1);
  const isCut = fc.boolean();
  const property = fc.asyncProperty(place, fc.nat(255), isCut, async (at, byte, cut) => {
    const changed = cut ? blob.subarray(0, at) : Buffer.from(blob);
    if (!cut) changed[at] = byte;
    expect(await outcome(changed, THREAD_FROM_BYTES)).toEqual(await outcome(changed, 1));
  });
  await fc.assert(property, { numRuns: 60 });
});
