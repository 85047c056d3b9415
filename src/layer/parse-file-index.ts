import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { errorCode } from '../image/error-code.ts';
import { parseJson } from '../image/parse-json.ts';
import { ByteCursor } from './byte-columns.ts';
import {
  EMPTY_HASH,
  expectedTarBytes,
  FILE_INDEX_LIMITS,
  INDEX_HASH_CHARACTERS,
  type IndexedLayer,
} from './file-index.ts';
import { invalidLayer } from './invalid-layer.ts';
import { LAYER_LIMITS } from './limits.ts';
import { KnownEntries } from './known-entries.ts';
import { readPaths } from './read-paths.ts';
import { TextCursor } from './text-cursor.ts';
import type { FileType, LayerEntry } from './layer-entry.ts';

const decompress = promisify(brotliDecompress);

/**
 * A file index to what is in its layer, as `formatFileIndex` wrote it; hashes have `INDEX_HASH_CHARACTERS`. An entry that is
 * equal to one of `known` is that one; what is new is known from then on. Throws `IMAGE_INVALID` where it says what reading
 * a layer cannot find, and `LIMIT_EXCEEDED`, naming `what`.
 */
export async function parseFileIndex(
  bytes: Uint8Array,
  what: string,
  known: KnownEntries = new KnownEntries(),
): Promise<IndexedLayer> {
  const cursor = new ByteCursor(await unpack(bytes, what), (why) => invalidLayer(what, why));
  const header = parseJson(cursor.column(), IndexHeaderSchema, `the head of ${what}`);
  if (header.entries > LAYER_LIMITS.entries) throw tooLarge(what);
  const columns = openColumns(cursor, what);
  const entries = readEntries(header, columns, known, what);
  const texts = readTexts(entries, columns, what);
  const { rows, sizes, hashes, tarBytes, linkLengths, links, textPlaces } = columns;
  for (const column of [rows, sizes, hashes, tarBytes, linkLengths, links, textPlaces, columns.texts]) column.end();
  return { entries, texts, diskBytes: header.diskBytes };
}

type Columns = ReturnType<typeof openColumns>;

/** In the order in which they are written. */
function openColumns(cursor: ByteCursor, what: string) {
  const fail = failureOf(what);
  const numbers = (): ByteCursor => new ByteCursor(cursor.column(), fail);
  const decode = (bytes: Uint8Array): string => decodeText(bytes, fail);
  const text = (): TextCursor => new TextCursor(decode(cursor.column()), fail);
  const columns = {
    rows: numbers(),
    shared: numbers(),
    lengths: numbers(),
    names: cursor.column(),
    sizes: numbers(),
    hashes: new TextCursor(toHex(cursor.column()), fail),
    tarBytes: numbers(),
    linkLengths: numbers(),
    links: text(),
    textPlaces: numbers(),
    texts: text(),
  };
  cursor.end();
  return columns;
}

/** Most are smaller; the default takes twice as long. */
const CHUNK_BYTES = 2 * 1024 * 1024;

async function unpack(bytes: Uint8Array, what: string): Promise<Uint8Array> {
  if (bytes.length > FILE_INDEX_LIMITS.bytes) throw tooLarge(what);
  try {
    return await decompress(bytes, { maxOutputLength: FILE_INDEX_LIMITS.unpackedBytes, chunkSize: CHUNK_BYTES });
  } catch (error) {
    throw errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(what)
      : invalidLayer(what, 'is not packed by brotli', error);
  }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const TYPES = ['file', 'directory', 'symlink', 'hardlink', 'char', 'block', 'fifo', 'whiteout', 'opaque'] as const;

const IndexHeaderSchema = v.object({
  entries: count,
  diskBytes: v.pipe(count, v.maxValue(LAYER_LIMITS.diskBytes)),
  /** What many entries have in common: type, mode, user, group, extended attributes, device. */
  shapes: v.array(
    v.tuple([
      v.picklist(TYPES),
      v.pipe(count, v.maxValue(0o7777)),
      v.pipe(v.number(), v.safeInteger()),
      v.pipe(v.number(), v.safeInteger()),
      v.string(),
      v.nullable(v.string()),
    ]),
  ),
});

/** One of the shapes: taken apart once, not for each entry. */
interface Row {
  readonly type: FileType | 'whiteout' | 'opaque';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly xattrs: string;
  readonly device: string | null;
}

function readEntries(
  { entries: length, shapes }: v.InferOutput<typeof IndexHeaderSchema>,
  columns: Columns,
  known: KnownEntries,
  what: string,
): LayerEntry[] {
  const fail = failureOf(what);
  const entries: LayerEntry[] = [];
  const decode = (bytes: Uint8Array): string => decodeText(bytes, fail);
  const check = (path: string): void => {
    if (path === '/' || !ODD.test(path)) return;
    throw invalidLayer(what, `has a path that no layer has: ${JSON.stringify(path.slice(0, 80))}`);
  };
  const failures = { fail, tooLarge: () => tooLarge(what), check };
  const { paths, shared, twins } = readPaths(length, columns, decode, failures, known.open(length));
  const rows = shapes.map(([type, mode, uid, gid, xattrs, device]): Row => ({ type, mode, uid, gid, xattrs, device }));
  for (let place = 0; place < length; place += 1) {
    const path = paths[place] ?? '';
    const twin = twins[place] ?? null;
    const row = rows[columns.rows.number()];
    if (row === undefined) throw invalidLayer(what, 'has an entry of no shape');
    entries.push(readEntry(row, path, twin, columns, what));
  }
  known.add({ entries, shared });
  return entries;
}

/** What `normalizePath` does not make. */
const ODD = /^(?!\/)|\/\.{0,2}(?:\/|$)/;

function readEntry(
  { type, mode, uid, gid, xattrs, device }: Row,
  path: string,
  twin: LayerEntry | null,
  columns: Columns,
  what: string,
): LayerEntry {
  const size = type === 'file' ? columns.sizes.number() : 0;
  if (size > LAYER_LIMITS.diskBytes + LAYER_LIMITS.sparseBytes) throw invalidLayer(what, 'has a file larger than any');
  const tarBytes = expectedTarBytes(size) + unfoldSign(columns.tarBytes.number());
  if (tarBytes < 0 || tarBytes > LAYER_LIMITS.diskBytes) throw invalidLayer(what, 'has an entry larger than a layer');
  if (type === 'whiteout' || type === 'opaque') return { kind: type, path, tarBytes };
  const link = type === 'symlink' || type === 'hardlink' ? columns.links.take(columns.linkLengths.number()) : null;
  const contentHash = type !== 'file' ? null : size === 0 ? EMPTY_HASH : columns.hashes.take(INDEX_HASH_CHARACTERS);
  if (
    twin?.kind === 'entry' &&
    twin.contentHash === contentHash &&
    twin.size === size &&
    twin.tarBytes === tarBytes &&
    twin.type === type &&
    twin.mode === mode &&
    twin.uid === uid &&
    twin.gid === gid &&
    twin.link === link &&
    twin.xattrs === xattrs &&
    twin.device === device
  ) {
    return twin;
  }
  return { kind: 'entry', path, type, size, mode, uid, gid, link, contentHash, tarBytes, xattrs, device };
}

function readTexts(entries: readonly LayerEntry[], { textPlaces, texts }: Columns, what: string): Map<string, string> {
  const byHash = new Map<string, string>();
  let place = 0;
  while (!textPlaces.isAtEnd) {
    place += textPlaces.number();
    const entry = entries[place];
    if (entry?.kind !== 'entry' || entry.contentHash === null) throw invalidLayer(what, 'has a text of no file');
    byHash.set(entry.contentHash, texts.take(textPlaces.number()));
  }
  return byHash;
}

function failureOf(what: string): (why: string) => Error {
  return (why) => invalidLayer(what, `has a column that ${why}`);
}

function toHex({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('hex');
}

function unfoldSign(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function decodeText(bytes: Uint8Array, fail: (why: string) => Error): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fail('is not UTF-8');
  }
}

function tooLarge(what: string): PlimsollError {
  return new PlimsollError('LIMIT_EXCEEDED', `${what} is larger than a file index may be`);
}
