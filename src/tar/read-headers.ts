import { PlimsollError } from '../errors.ts';
import { invalidTar } from './invalid-tar.ts';
import { BLOCK_BYTES, isZeroBlock, parseHeader, untilNul, type HeaderBlock } from './parse-header.ts';
import { parsePax } from './parse-pax.ts';

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
  /** Target of a hard link or symlink, as written. Untrusted text. */
  readonly link: string;
  /** Where its first header begins: PAX and GNU headers for it included. */
  readonly headerOffset: number;
  readonly contentOffset: number;
  /** Bytes of content in the archive: fewer than `size` where a file is sparse. */
  readonly contentBytes: number;
  /** Where the next header begins, after the padding. */
  readonly nextOffset: number;
}

/** What the reader asks of who holds the bytes, or tells. */
export type TarStep =
  /** Answer with the bytes there; with fewer where the archive ends before. Offsets only grow. */
  | { readonly kind: 'read'; readonly offset: number; readonly size: number }
  | { readonly kind: 'entry'; readonly entry: TarEntry };

export const TAR_LIMITS = {
  /** Of one PAX or GNU header, as Go's reader has it. */
  extensionBytes: 1024 * 1024,
  /** Linux takes 4,096. */
  pathBytes: 16 * 1024,
} as const;

/**
 * Walks the headers of a tar archive: USTAR, PAX (local and global), GNU (long names, sparse files, base-256 numbers),
 * star and V7. It holds no bytes itself and does no I/O, so that a file is read by seeking and a stream by skipping:
 * `next(bytes)` answers a `read`. Ends at a block of zeros or where the archive does. Throws `IMAGE_INVALID` and
 * `LIMIT_EXCEEDED`, naming `what`; memory is bounded by `TAR_LIMITS`.
 */
export function* readHeaders(what: string): Generator<TarStep, void, Uint8Array> {
  let global: ReadonlyMap<string, string> = new Map();
  let extensions = NONE;
  let headerOffset = 0;
  let offset = 0;
  for (;;) {
    const block: Uint8Array = yield { kind: 'read', offset, size: BLOCK_BYTES };
    if (block.length === 0 || isZeroBlock(block)) break;
    if (block.length < BLOCK_BYTES) throw invalidTar(what, 'ends in the middle of a header');
    const header = parseHeader(block, what);
    offset += BLOCK_BYTES;

    if (EXTENSIONS.has(header.flag)) {
      const content = yield* readExtension(header, offset, what);
      offset += padded(header.size);
      if (header.flag === 'g') {
        global = new Map([...global, ...parsePax(content, what)]);
        if (extensions === NONE) headerOffset = offset;
      } else {
        extensions = extend(extensions, header.flag, content, what);
      }
      continue;
    }

    if (header.sparse?.isContinued === true) offset = yield* skipSparseMap(offset, what);
    const entry = makeEntry(header, { global, extensions, headerOffset, contentOffset: offset, what });
    yield { kind: 'entry', entry };
    offset = headerOffset = entry.nextOffset;
    extensions = NONE;
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
const decoder = new TextDecoder();

function* readExtension(
  { size }: HeaderBlock,
  offset: number,
  what: string,
): Generator<TarStep, Uint8Array, Uint8Array> {
  if (size > TAR_LIMITS.extensionBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has a PAX or GNU header of ${size} bytes`);
  }
  const content = yield { kind: 'read', offset, size };
  if (content.length < size) throw invalidTar(what, 'ends in the middle of a header');
  return content;
}

function* skipSparseMap(offset: number, what: string): Generator<TarStep, number, Uint8Array> {
  for (;;) {
    const block: Uint8Array = yield { kind: 'read', offset, size: BLOCK_BYTES };
    if (block.length < BLOCK_BYTES) throw invalidTar(what, 'ends in the middle of a header');
    offset += BLOCK_BYTES;
    if (block[504] !== 1) return offset;
  }
}

function extend(before: Extensions, flag: string, content: Uint8Array, what: string): Extensions {
  if (flag === 'L') return { ...before, path: decoder.decode(untilNul(content)) };
  if (flag === 'K') return { ...before, link: decoder.decode(untilNul(content)) };
  return { ...before, pax: new Map([...before.pax, ...parsePax(content, what)]) };
}

function makeEntry(
  header: HeaderBlock,
  at: {
    global: ReadonlyMap<string, string>;
    extensions: Extensions;
    headerOffset: number;
    contentOffset: number;
    what: string;
  },
): TarEntry {
  const { global, extensions, headerOffset, contentOffset, what } = at;
  // An empty value takes a global one back.
  const record = (key: string) => (extensions.pax.get(key) ?? global.get(key)) || undefined;
  const number = (key: string) => parseDecimal(record(key), what);
  const path = extensions.path ?? record('GNU.sparse.name') ?? record('path') ?? decoder.decode(header.path);
  if (path.length > TAR_LIMITS.pathBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has a path of ${path.length} characters`);
  }
  const type = typeOf(header.flag, path);
  // As Go's reader: what such a type says of its size is not followed by content.
  const contentBytes = HEADER_ONLY.has(type) ? 0 : (number('size') ?? header.size);
  const nextOffset = contentOffset + padded(contentBytes);
  if (!Number.isSafeInteger(nextOffset)) throw invalidTar(what, 'has an entry larger than any file');
  return {
    path,
    type,
    size: HEADER_ONLY.has(type)
      ? 0
      : (number('GNU.sparse.realsize') ?? number('GNU.sparse.size') ?? header.sparse?.size ?? contentBytes),
    mode: header.mode,
    uid: number('uid') ?? header.uid,
    gid: number('gid') ?? header.gid,
    link: extensions.link ?? record('linkpath') ?? decoder.decode(header.link),
    headerOffset,
    contentOffset,
    contentBytes,
    nextOffset,
  };
}

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
