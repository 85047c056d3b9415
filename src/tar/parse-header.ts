import { invalidTar } from './invalid-tar.ts';

/** One 512-byte header block of a tar archive, as it is written: names may be continued elsewhere (PAX, GNU). */
export interface HeaderBlock {
  /** As the block has it, with USTAR's prefix; UTF-8, with U+FFFD for bytes that are not. */
  readonly path: string;
  readonly link: string;
  /** The type flag's character; `\0` where there is none. */
  readonly flag: string;
  /** Bytes of content, as the block states them. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Unix seconds; 0 where the block has none that can be read: no reader refuses an archive for it. */
  readonly mtime: number;
  /** Of a device: major and minor number; 0 elsewhere. */
  readonly device: readonly [major: number, minor: number];
  /** Old GNU's sparse file: its whole size, the beginning of its map, and whether blocks with more of it follow. */
  readonly sparse: { readonly size: number; readonly map: readonly Segment[]; readonly isContinued: boolean } | null;
}

/** A part of a sparse file that an archive holds: where in the file it stands, and its bytes. The rest is zeros. */
export interface Segment {
  readonly offset: number;
  readonly bytes: number;
}

export const BLOCK_BYTES = 512;

/** The end of an archive is a block of zeros. */
export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/**
 * A block to what it says, for USTAR, PAX, GNU, star and V7, read as Go's archive/tar does, which Docker and containerd
 * unpack with. Throws `IMAGE_INVALID`, naming `what`.
 */
export function parseHeader(block: Uint8Array, what: string): HeaderBlock {
  if (!hasChecksum(block, readDigits(block, 148, 156))) {
    throw invalidTar(what, 'has a header with a wrong checksum, or is no tar archive');
  }

  const flag = String.fromCharCode(block[156] ?? 0);
  const name = readText(block, 0, 100);
  const prefix = readPrefix(block);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    link: readText(block, 157, 257),
    flag,
    size: readNumber(block, 124, 136, what),
    mode: readNumber(block, 100, 108, what),
    uid: readNumber(block, 108, 116, what),
    gid: readNumber(block, 116, 124, what),
    mtime: readMtime(block),
    device:
      flag === '3' || flag === '4' ? [readNumber(block, 329, 337, what), readNumber(block, 337, 345, what)] : NO_DEVICE,
    sparse:
      flag === 'S' && readMagic(block) === GNU_MAGIC
        ? {
            size: readNumber(block, 483, 495, what),
            map: parseSparseMap(block.subarray(386, 482), what),
            isContinued: block[482] === 1,
          }
        : null,
  };
}

/** Old GNU's: pairs of numbers of 12 bytes each, up to an empty one. */
export function parseSparseMap(field: Uint8Array, what: string): Segment[] {
  const map: Segment[] = [];
  for (let place = 0; place + 24 <= field.length && field[place] !== 0; place += 24) {
    const offset = readNumber(field, place, place + 12, what);
    map.push({ offset, bytes: readNumber(field, place + 12, place + 24, what) });
  }
  return map;
}

/** A field's text up to the first NUL: what follows is padding. */
export function readText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let end = from;
  let all = 0;
  for (; end < to && bytes[end] !== 0; end++) all |= bytes[end] ?? 0;
  if (end === from) return '';
  // As nearly all are; the decoder takes several times as long for so few.
  if (all < 0x80) return readLatin1(bytes, from, end);
  return decoder.decode(bytes.subarray(from, end));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const GNU_MAGIC = 'ustar  \0';
const NO_DEVICE = [0, 0] as const;

function readLatin1(bytes: Uint8Array, from: number, to: number): string {
  const { buffer, byteOffset, length } = bytes;
  return (bytes instanceof Buffer ? bytes : Buffer.from(buffer, byteOffset, length)).toString('latin1', from, to);
}

/** What stands before the path. GNU has times in its place, but Go before 1.8, and so Docker up to 1.13, wrote it there too. */
function readPrefix(block: Uint8Array): string {
  if (block[345] === 0) return '';
  const magic = readMagic(block);
  if (magic === GNU_MAGIC) {
    const isTime = (from: number) => !Number.isNaN(readValue(block, from, from + 12));
    const isPlain = !(isTime(345) && (block[357] === 0 || isTime(357)));
    const prefix = isPlain ? readText(block, 345, 500) : '';
    return BEYOND_ASCII.test(prefix) ? '' : prefix;
  }
  if (!magic.startsWith('ustar\0')) return '';
  const isStar = readLatin1(block, 508, 512) === 'tar\0';
  return readText(block, 345, isStar ? 476 : 500);
}

const BEYOND_ASCII = /[^\0-\x7f]/;

function readMagic(block: Uint8Array): string {
  return readLatin1(block, 257, 265);
}

/** The checksum counts its own field as blanks. Some old writers added signed bytes. */
function hasChecksum({ buffer, byteOffset }: Uint8Array, checksum: number): boolean {
  const block = new DataView(buffer, byteOffset, BLOCK_BYTES);
  // Four bytes at once, to two sums of 16 bits: this is most of what a header takes.
  let sums = 0;
  for (let place = 0; place < BLOCK_BYTES; place += 4) {
    const word = block.getInt32(place);
    // Of 32 bits again, which need no room on the heap.
    sums = (sums + (word & 0xff00ff) + ((word >>> 8) & 0xff00ff)) | 0;
  }
  let unsigned = (sums >>> 16) + (sums & 0xffff) + 8 * BLANK;
  for (let place = 148; place < 156; place++) unsigned -= block.getUint8(place);
  return checksum === unsigned || checksum === unsigned - 256 * countHigh(block);
}

function countHigh(block: DataView): number {
  let high = 0;
  for (let place = 0; place < BLOCK_BYTES; place++) {
    if ((place < 148 || place >= 156) && block.getUint8(place) >= 0x80) high++;
  }
  return high;
}

const BLANK = 0x20;
const DIGIT = { first: 0x30, last: 0x37 };

/** Octal digits between blanks or NULs, or GNU's and star's base 256; neither negative nor beyond what a number holds exactly. */
function readNumber(block: Uint8Array, from: number, to: number, what: string): number {
  const value = readValue(block, from, to);
  if (!Number.isSafeInteger(value)) throw invalidTar(what, 'has a header with a malformed number');
  return value;
}

function readMtime(block: Uint8Array): number {
  const value = readValue(block, 136, 148);
  return Number.isSafeInteger(value) ? value : 0;
}

function readValue(block: Uint8Array, from: number, to: number): number {
  return (block[from] ?? 0) >= 0x80 ? readBase256(block, from, to) : readDigits(block, from, to);
}

function readBase256(block: Uint8Array, from: number, to: number): number {
  let value = (block[from] ?? 0) & 0x7f;
  for (let place = from + 1; place < to; place++) value = value * 256 + (block[place] ?? 0);
  return value;
}

/** NaN where there are others between them. */
function readDigits(block: Uint8Array, from: number, to: number): number {
  let value = 0;
  let place = from;
  while (place < to && (block[place] === BLANK || block[place] === 0)) place++;
  for (; place < to; place++) {
    const byte = block[place] ?? 0;
    if (byte === BLANK || byte === 0) break;
    value = byte < DIGIT.first || byte > DIGIT.last ? Number.NaN : value * 8 + byte - DIGIT.first;
  }
  return value;
}
