import { readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { formatFileIndex } from '../../src/layer/format-file-index.ts';
import { LayerParser } from '../../src/layer/layer-parser.ts';
import { base256, makePax, makeTar } from '../unit/tar/make-tar.ts';

/** What one reader's inputs are made of: archives by the book, and what is kept in `corpus/` (the finds, and what no test can make). */
export function seedsOf(reader: 'tar' | 'pax' | 'sparse' | 'gzip' | 'zstd' | 'rpm'): Uint8Array[] {
  return [...MADE[reader](), ...readCorpus(reader)];
}

function readCorpus(reader: string): Uint8Array[] {
  const folder = new URL(`corpus/${reader}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder)));
}

const long = 'd/'.repeat(90);
const tars = () => [
  makeTar([
    { path: 'etc/', flag: '5', mode: 0o755 },
    { path: 'etc/a', content: 'hello', uid: 1000, mode: 0o4755 },
    { path: 'b', flag: '2', link: 'etc/a' },
    { path: 'c', flag: '1', link: 'etc/a' },
    { path: 'null', flag: '3' },
    { path: 'pipe', flag: '6' },
    { path: '.wh.gone' },
    { path: 'etc/.wh..wh..opq' },
  ]),
  makeTar([
    makePax({ comment: 'of all' }, 'g'),
    makePax({ path: `${long}f`, size: '700', uid: '7', 'SCHILY.xattr.user.a': 'b' }),
    { path: 'f', content: 'x'.repeat(700), size: 0 },
    makePax({ 'LIBARCHIVE.xattr.user.a': 'Yg==', linkpath: long }),
    { path: 's', flag: '2' },
  ]),
  makeTar([
    { path: '././@LongLink', flag: 'L', content: `${long}\0`, format: 'gnu' },
    { path: '././@LongLink', flag: 'K', content: `${long}\0`, format: 'gnu' },
    { path: 'short', flag: '1', link: 'short', format: 'gnu' },
    { path: 'f', uid: base256(4_000_000_000n, 8), size: base256(3n, 12), content: 'abc', format: 'gnu' },
    { path: 'v7/', flag: '\0', format: 'v7' },
    { path: 'name', prefix: 'dir', format: 'star' },
  ]),
  makeTar([
    makePax({ 'GNU.sparse.size': '9000', 'GNU.sparse.map': '0,1,4096,2' }),
    { path: 's', content: 'abc' },
    makePax({ 'GNU.sparse.major': '1', 'GNU.sparse.name': 'real', 'GNU.sparse.realsize': '9000' }),
    { path: 't', content: `${'1\n4096\n3\n'.padEnd(512, '\0')}abc` },
    {
      path: 'u',
      flag: 'S',
      format: 'gnu',
      content: 'abc',
      edit: (block) => {
        block.write('00000007770\x0000000000003\0', 386);
        block.write('00000010000\0', 483);
      },
    },
  ]),
];

const MADE = {
  tar: tars,
  pax: () =>
    [
      '19 path=some/where\n12 size=123\n',
      '23 SCHILY.xattr.user.a=b\n33 LIBARCHIVE.xattr.user%2Eb=eA==\n',
      '24 GNU.sparse.offset=100\n26 GNU.sparse.numbytes=200\n',
      '11 comment=\n',
    ].map((text) => Buffer.from(text)),
  sparse: () =>
    ['0,1,4096,2', '0', '00000000010\x0000000000020\x0000000010000\x0000000000020\0'].map((text) => Buffer.from(text)),
  gzip: () => {
    const [first, second] = tars();
    if (first === undefined || second === undefined) throw new Error('no seed');
    const named = gzipSync(first);
    named[3] = 8 | 16;
    return [
      gzipSync(first),
      gzipSync(second, { level: 0 }),
      gzipSync(first, { strategy: 4 }),
      Buffer.concat([gzipSync(first.subarray(0, 512)), gzipSync(''), gzipSync(first.subarray(512))]),
      Buffer.concat([named.subarray(0, 10), Buffer.from('name\0comment\0'), named.subarray(10)]),
      gzipSync(Buffer.alloc(1_000_000)),
    ];
  },
  zstd: () => [],
  rpm: () => [],
};

/** Indexes of the archives above, as they are written, each file with a text; `unpacked` out of brotli. */
export const INDEX_SEEDS = await Promise.all(
  [
    ...tars(),
    makeTar([
      { path: 'a😀', content: 'b' },
      { path: 'a😁', flag: '2', link: '…😀' },
    ]),
  ].map(makeIndex),
);
export const UNPACKED_INDEX_SEEDS = INDEX_SEEDS.map((index) => new Uint8Array(brotliDecompressSync(index)));

async function makeIndex(tar: Uint8Array): Promise<Uint8Array> {
  const parser = new LayerParser('tar');
  parser.push(tar);
  parser.end();
  const hashes = parser.entries.flatMap((entry) =>
    entry.kind === 'entry' && entry.contentHash !== null ? [entry.contentHash] : [],
  );
  const texts = new Map(hashes.map((hash) => [hash, `{"version":"${hash.slice(0, 4)}…"}`]));
  return await formatFileIndex({ entries: parser.entries, texts, diskBytes: tar.length }, 'index');
}
