import { PlimsollError } from '../errors.ts';
import { invalidTar } from './invalid-tar.ts';
import {
  BLOCK_BYTES,
  isZeroBlock,
  parseHeader,
  parseSparseMap,
  readText,
  type HeaderBlock,
  type Segment,
} from './parse-header.ts';
import { parsePax } from './parse-pax.ts';
import { readXattrs } from './read-xattrs.ts';
import { checkSegments, pairSegments } from './sparse-map.ts';

export type EntryType = 'file' | 'hardlink' | 'symlink' | 'char' | 'block' | 'directory' | 'fifo' | 'other';

/** One entry of a tar archive. All numbers are bytes from the archive's start, or bytes. */
export interface TarEntry {
  /** As written, so it may lead anywhere; UTF-8, with U+FFFD for bytes that are not. Untrusted text. */
  readonly path: string;
  readonly type: EntryType;
  /** The file's own size; 0 where the type has no content. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Unix seconds, as the header has it; 0 where it has none. */
  readonly mtime: number;
  /** Of a char or block device: major and minor number. */
  readonly device: readonly [major: number, minor: number];
  /** Target of a hard link or symlink, as written. Untrusted text. */
  readonly link: string;
  /** Extended attributes as `readXattrs` writes them; '' for none. Untrusted text. */
  readonly xattrs: string;
  /** Where its first header begins: PAX and GNU headers for it included. */
  readonly headerOffset: number;
  readonly contentOffset: number;
  /** Bytes of content in the archive: fewer than `size` where a file is sparse. */
  readonly contentBytes: number;
  /** Of a sparse file: what `contentBytes` are, in order, but for a map of `mapBytes` before them. `null`: the file as it is. */
  readonly sparse: { readonly map: readonly Segment[]; readonly mapBytes: number } | null;
  /** Where the next header begins, after the padding. */
  readonly nextOffset: number;
}

/** What the reader asks of who holds the bytes, or tells. */
export type TarStep =
  /** Answer with the bytes there; with fewer where the archive ends before. Offsets only grow. */
  | { readonly kind: 'read'; readonly offset: number; readonly size: number }
  | { readonly kind: 'entry'; readonly entry: TarEntry };

export const TAR_LIMITS = {
  /** Of the PAX and GNU headers of one entry; Go's reader takes as much of each. */
  extensionBytes: 1024 * 1024,
  /** Of the names and values that PAX headers for all that follow have left in force. */
  globalCharacters: 64 * 1024,
  /** Linux takes 4,096. */
  pathBytes: 16 * 1024,
  /** Parts of one sparse file. */
  segments: 100_000,
} as const;

/**
 * Walks the headers of a tar archive: USTAR, PAX (local and global), GNU (long names, sparse files, base-256 numbers),
 * star and V7. It holds no bytes itself and does no I/O, so that a file is read by seeking and a stream by skipping:
 * `next(bytes)` answers a `read`. Ends at a block of zeros or where the archive does. Throws `IMAGE_INVALID` and
 * `LIMIT_EXCEEDED`, naming `what`; memory is bounded by `TAR_LIMITS`.
 */
export function* readHeaders(what: string): Generator<TarStep, void, Uint8Array> {
  const global = new Map<string, string>();
  let extensions = NONE;
  let extensionBytes = 0;
  let headerOffset = 0;
  let offset = 0;
  for (;;) {
    const block: Uint8Array = yield { kind: 'read', offset, size: BLOCK_BYTES };
    if (block.length === 0 || isZeroBlock(block)) break;
    if (block.length < BLOCK_BYTES) throw invalidTar(what, 'ends in the middle of a header');
    const header = parseHeader(block, what);
    offset += BLOCK_BYTES;

    if (EXTENSIONS.has(header.flag)) {
      extensionBytes += header.size;
      const content = yield* readExtension(header, { offset, extensionBytes }, what);
      offset += padded(header.size);
      if (header.flag === 'g') {
        for (const [key, value] of parsePax(content, what)) global.set(key, value);
        checkGlobal(global, what);
        if (extensions === NONE) headerOffset = offset;
      } else {
        extensions = extend(extensions, header.flag, content, what);
      }
      continue;
    }

    const isPlain = header.sparse === null && extensions === NONE && global.size === 0;
    const more = isPlain ? NO_MAP : yield* readSparseMap(header, offset, what);
    offset += more.blocks * BLOCK_BYTES;
    const at = { global, extensions, headerOffset, contentOffset: offset, what };
    const made = makeEntry(header, at);
    const entry = isPlain ? made : yield* withSegments(made, more.map, at);
    yield { kind: 'entry', entry };
    offset = headerOffset = entry.nextOffset;
    extensions = NONE;
    extensionBytes = 0;
  }
  if (extensions !== NONE) throw invalidTar(what, 'ends after a header that continues');
}

/** What headers before an entry's own say about it. */
interface Extensions {
  readonly pax: ReadonlyMap<string, string>;
  readonly path: string | null;
  readonly link: string | null;
}

const NONE: Extensions = { pax: new Map(), path: null, link: null };
/** PAX local and Solaris's, PAX global, GNU's long name and long link. */
const EXTENSIONS = new Set(['x', 'X', 'g', 'L', 'K']);
const NO_MAP = { map: [], blocks: 0 };

function* readExtension(
  { size }: HeaderBlock,
  { offset, extensionBytes }: { readonly offset: number; readonly extensionBytes: number },
  what: string,
): Generator<TarStep, Uint8Array, Uint8Array> {
  if (extensionBytes > TAR_LIMITS.extensionBytes) {
    throw new PlimsollError(
      'LIMIT_EXCEEDED',
      `${what} has PAX or GNU headers of ${extensionBytes} bytes for one entry`,
    );
  }
  const content = yield { kind: 'read', offset, size };
  if (content.length < size) throw invalidTar(what, 'ends in the middle of a header');
  return content;
}

function checkGlobal(global: ReadonlyMap<string, string>, what: string): void {
  let characters = 0;
  for (const [key, value] of global) characters += key.length + value.length;
  if (characters <= TAR_LIMITS.globalCharacters) return;
  throw new PlimsollError('LIMIT_EXCEEDED', `${what} has PAX headers for all entries of ${characters} characters`);
}

/** Old GNU's map, and the blocks with which it goes on. */
function* readSparseMap(
  { sparse }: HeaderBlock,
  offset: number,
  what: string,
): Generator<TarStep, { map: Segment[]; blocks: number }, Uint8Array> {
  const map = [...(sparse?.map ?? [])];
  let blocks = 0;
  for (let isContinued = sparse?.isContinued ?? false; isContinued; blocks++) {
    const block: Uint8Array = yield { kind: 'read', offset: offset + blocks * BLOCK_BYTES, size: BLOCK_BYTES };
    if (block.length < BLOCK_BYTES) throw invalidTar(what, 'ends in the middle of a header');
    map.push(...parseSparseMap(block.subarray(0, 504), what));
    if (map.length > TAR_LIMITS.segments) throw tooManySegments(what);
    isContinued = block[504] === 1;
  }
  return { map, blocks };
}

/** An entry with the map of a sparse file: old GNU's, PAX 0.0 and 0.1 out of the records, 1.0 at the head of its content. */
function* withSegments(
  entry: TarEntry,
  old: readonly Segment[],
  { global, extensions, what }: At,
): Generator<TarStep, TarEntry, Uint8Array> {
  if (entry.type !== 'file') return entry;
  const record = (key: string) => extensions.pax.get(key) ?? global.get(key);
  const text = record('GNU.sparse.map');
  let sparse: TarEntry['sparse'] = null;
  if (record('GNU.sparse.major') === '1') sparse = yield* readMapInContent(entry, what);
  else if (text) sparse = { map: pairSegments(splitMap(text, what), what), mapBytes: 0 };
  else if (old.length > 0 || entry.size !== entry.contentBytes) sparse = { map: old, mapBytes: 0 };
  if (sparse === null) return entry;
  checkSegments(sparse.map, { size: entry.size, dataBytes: entry.contentBytes - sparse.mapBytes }, what);
  return { ...entry, sparse };
}

function splitMap(text: string, what: string): string[] {
  const numbers = text.split(',');
  if (numbers.length > 2 * TAR_LIMITS.segments) throw tooManySegments(what);
  return numbers;
}

/** Decimal numbers, a line each: how many pairs, then the pairs; padded to a block. */
function* readMapInContent(
  { contentOffset, contentBytes }: TarEntry,
  what: string,
): Generator<TarStep, TarEntry['sparse'], Uint8Array> {
  const lines: string[] = [];
  let rest = '';
  for (let mapBytes = 0; mapBytes < contentBytes && rest.length <= BLOCK_BYTES;) {
    const block: Uint8Array = yield { kind: 'read', offset: contentOffset + mapBytes, size: BLOCK_BYTES };
    if (block.length < BLOCK_BYTES) throw invalidTar(what, 'ends in the middle of a header');
    mapBytes += BLOCK_BYTES;
    lines.push(...`${rest}${Buffer.from(block).toString('latin1')}`.split('\n'));
    rest = lines.pop() ?? '';
    const [pairs] = lines;
    if (pairs === undefined) continue;
    if (!/^[0-9]{1,9}$/.test(pairs)) break;
    if (Number(pairs) > TAR_LIMITS.segments) throw tooManySegments(what);
    const count = 1 + 2 * Number(pairs);
    if (lines.length >= count) return { map: pairSegments(lines.slice(1, count), what), mapBytes };
  }
  throw invalidTar(what, 'has a malformed sparse map');
}

function tooManySegments(what: string): PlimsollError {
  return new PlimsollError('LIMIT_EXCEEDED', `${what} has a sparse file of more than ${TAR_LIMITS.segments} parts`);
}

function extend(before: Extensions, flag: string, content: Uint8Array, what: string): Extensions {
  if (flag === 'L') return { ...before, path: readText(content) };
  if (flag === 'K') return { ...before, link: readText(content) };
  return { ...before, pax: new Map([...before.pax, ...parsePax(content, what)]) };
}

interface At {
  readonly global: ReadonlyMap<string, string>;
  readonly extensions: Extensions;
  readonly headerOffset: number;
  readonly contentOffset: number;
  readonly what: string;
}

function makeEntry(header: HeaderBlock, at: At): TarEntry {
  const { global, extensions, headerOffset, contentOffset, what } = at;
  const record = openRecords(at);
  const path = extensions.path ?? record('GNU.sparse.name') ?? record('path') ?? header.path;
  if (path.length > TAR_LIMITS.pathBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has a path of ${path.length} characters`);
  }
  const type = typeOf(header.flag, path);
  // As Go's reader: what such a type says of its size is not followed by content.
  const contentBytes = HEADER_ONLY.has(type) ? 0 : (parseDecimal(record('size'), what) ?? header.size);
  const nextOffset = contentOffset + padded(contentBytes);
  if (!Number.isSafeInteger(nextOffset)) throw invalidTar(what, 'has an entry larger than any file');
  return {
    path,
    type,
    size: HEADER_ONLY.has(type)
      ? 0
      : (parseDecimal(record('GNU.sparse.realsize'), what) ??
        parseDecimal(record('GNU.sparse.size'), what) ??
        header.sparse?.size ??
        contentBytes),
    mode: header.mode,
    uid: parseDecimal(record('uid'), what) ?? header.uid,
    gid: parseDecimal(record('gid'), what) ?? header.gid,
    mtime: header.mtime,
    device: header.device,
    link: extensions.link ?? record('linkpath') ?? header.link,
    xattrs: record === NO_RECORDS ? '' : readXattrs(new Map([...global, ...extensions.pax])),
    headerOffset,
    contentOffset,
    contentBytes,
    sparse: null,
    nextOffset,
  };
}

/** What PAX headers say by a key. An empty value takes a global one back. */
function openRecords({ global, extensions: { pax } }: At): (key: string) => string | undefined {
  return pax.size + global.size === 0 ? NO_RECORDS : (key) => (pax.get(key) ?? global.get(key)) || undefined;
}

/** As of nearly all entries. */
const NO_RECORDS = (): undefined => undefined;

const HEADER_ONLY: ReadonlySet<EntryType> = new Set<EntryType>([
  'hardlink',
  'symlink',
  'char',
  'block',
  'directory',
  'fifo',
]);

function typeOf(flag: string, path: string): EntryType {
  switch (flag) {
    case '\0':
      // V7 has no type for directories.
      return path.endsWith('/') ? 'directory' : 'file';
    case '0':
    case '7':
    case 'S':
      return 'file';
    case '1':
      return 'hardlink';
    case '2':
      return 'symlink';
    case '3':
      return 'char';
    case '4':
      return 'block';
    case '5':
      return 'directory';
    case '6':
      return 'fifo';
    default:
      return 'other';
  }
}

function parseDecimal(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value)) throw invalidTar(what, 'has a malformed PAX header');
  return value;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}
