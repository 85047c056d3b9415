import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digestOf } from '../../src/image/digest-of.ts';
import { formatFileIndex } from '../../src/layer/format-file-index.ts';
import { LayerParser } from '../../src/layer/layer-parser.ts';
import { RpmDatabase } from '../../src/layer/packages/rpm-database.ts';
import { mergeLayers } from '../../src/layer/merge-layers.ts';
import { parseFileIndex } from '../../src/layer/parse-file-index.ts';
import { readLayer } from '../../src/layer/read-layer.ts';
import { parseSparseMap } from '../../src/tar/parse-header.ts';
import { parsePax } from '../../src/tar/parse-pax.ts';
import { readXattrs } from '../../src/tar/read-xattrs.ts';
import { checkSegments, pairSegments } from '../../src/tar/sparse-map.ts';
import { PlimsollError } from '../../src/errors.ts';
import { changeColumns } from './change-columns.ts';
import { repairTar } from './repair-tar.ts';
import { INDEX_SEEDS, seedsOf, UNPACKED_INDEX_SEEDS } from './seeds.ts';
import type { IndexedLayer } from '../../src/layer/file-index.ts';
import type { LayerEntry } from '../../src/layer/layer-entry.ts';
import type { Random } from './random.ts';

export interface FuzzedReader {
  readonly seeds: readonly Uint8Array[];
  /** After the changes: mends what would end every reading at once. */
  readonly repair?: (bytes: Uint8Array, random: Random) => Uint8Array;
  /** Reads, and throws what a reader throws, or an `Error` for an invariant that does not hold. */
  readonly read: (bytes: Uint8Array) => Promise<void> | void;
}

/** The readers of what comes from outside, each with what it must hold to beyond ending well. */
export const FUZZED_READERS: Readonly<Record<string, FuzzedReader>> = {
  tar: { seeds: seedsOf('tar'), repair: repairTar, read: readTar },
  pax: {
    seeds: seedsOf('pax'),
    read: (bytes) => {
      readXattrs(parsePax(bytes, 'pax'));
    },
  },
  sparse: { seeds: seedsOf('sparse'), read: readSparse },
  gzip: {
    seeds: seedsOf('gzip'),
    read: async (bytes) => {
      await readBlob(bytes, 'gzip');
    },
  },
  zstd: {
    seeds: seedsOf('zstd'),
    read: async (bytes) => {
      await readBlob(bytes, 'zstd');
    },
  },
  layer: { seeds: seedsOf('tar'), repair: repairTar, read: readPacked },
  index: {
    seeds: UNPACKED_INDEX_SEEDS,
    repair: changeColumns,
    read: async (bytes) => {
      await readIndex(brotliCompressSync(bytes, { params: FAST }));
    },
  },
  'packed-index': { seeds: INDEX_SEEDS, read: readIndex },
  rpm: { seeds: seedsOf('rpm'), read: readRpm },
};

const FAST = { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 };

/** Written again it is the same, and merges with itself. */
async function readIndex(packed: Uint8Array): Promise<void> {
  const index = await parseFileIndex(packed, 'index');
  const again = await parseFileIndex(await formatFileIndex(index, 'index'), 'index');
  const tellIndex = ({ entries, texts, diskBytes }: IndexedLayer): string =>
    JSON.stringify([entries, [...texts].sort(), diskBytes]);
  if (tellIndex(index) !== tellIndex(again)) throw new Error('another reading when written again');
  mergeLayers([[...index.entries], [...index.entries]]);
}

/** In pieces it is what it is as a whole, a paragraph each package. */
function readRpm(bytes: Uint8Array): void {
  const readIn = (size: number): string | null => {
    const reader = new RpmDatabase(bytes.length);
    for (let place = 0; place < bytes.length; place += size) reader.write(bytes.subarray(place, place + size));
    return reader.end();
  };
  const text = readIn(bytes.length);
  if (text !== readIn(97)) throw new Error('another reading in pieces');
  if (text === null) throw new PlimsollError('IMAGE_INVALID', 'the database is damaged');
  for (const paragraph of text === '' ? [] : text.split('\n\n')) {
    if (!/^P:.*\nV:.*(?:\nF:.*(?:\nR:.*)+)*$/.test(paragraph)) throw new Error('a paragraph that is none');
  }
}

/** In pieces it is what it is as a whole, and merges with itself. */
function readTar(bytes: Uint8Array): void {
  const whole = parse(bytes, bytes.length);
  const pieces = parse(bytes, 97);
  if (tell(whole) !== tell(pieces)) throw new Error('another reading in pieces');
  if (whole instanceof PlimsollError) throw whole;
  mergeLayers([whole, whole]);
}

function parse(bytes: Uint8Array, size: number): LayerEntry[] | PlimsollError {
  try {
    const parser = new LayerParser('tar');
    for (let place = 0; place < bytes.length; place += size) parser.push(bytes.subarray(place, place + size));
    parser.end();
    return parser.entries;
  } catch (error) {
    if (error instanceof PlimsollError) return error;
    throw error;
  }
}

function tell(outcome: LayerEntry[] | PlimsollError): string {
  return outcome instanceof PlimsollError ? outcome.message : JSON.stringify(outcome);
}

/** A map of PAX where there are commas, else one of old GNU's. */
function readSparse(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1');
  const map = text.includes(',') ? pairSegments(text.split(','), 'sparse') : parseSparseMap(bytes, 'sparse');
  checkSegments(map, { size: 100_000, dataBytes: map.reduce((sum, { bytes }) => sum + bytes, 0) }, 'sparse');
}

/** With the digest that it has. Which tar stream is in it nobody knows before: that it is another is the last that is looked at. */
async function readBlob(blob: Uint8Array, compression: 'gzip' | 'zstd'): Promise<void> {
  const digest = digestOf(blob);
  const mediaType = `application/vnd.oci.image.layer.v1.tar+${compression}`;
  try {
    await readLayer(inPieces(blob), { mediaType, what: compression, digest, diffID: digest, bytes: blob.length });
  } catch (error) {
    if (error instanceof PlimsollError && error.message.includes('holds another tar archive')) return;
    throw error;
  }
}

/** Packed, it is what it is unpacked. */
async function readPacked(tar: Uint8Array): Promise<void> {
  const blob = gzipSync(tar, { level: 1 });
  const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', what: 'tar' };
  const expected = parse(tar, tar.length);
  const { entries, diskBytes } = await readLayer(inPieces(blob), {
    ...layer,
    digest: digestOf(blob),
    diffID: digestOf(tar),
    bytes: blob.length,
  });
  if (diskBytes !== tar.length || JSON.stringify(entries) !== JSON.stringify(expected)) {
    throw new Error('another reading when packed');
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < bytes.length; place += 1000) {
    yield await Promise.resolve(bytes.subarray(place, place + 1000));
  }
}
