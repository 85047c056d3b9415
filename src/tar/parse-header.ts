import { invalidTar } from './invalid-tar.ts';

/** One 512-byte header block of a tar archive, as it is written: names may be continued elsewhere (PAX, GNU). */
export interface HeaderBlock {
  /** As the block has it, with USTAR's prefix. */
  readonly path: Uint8Array;
  readonly link: Uint8Array;
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
  const number = (from: number, to: number) => readNumber(block, { from, to }, what);
  if (!hasChecksum(block, readDigits(block, 148, 156))) {
    throw invalidTar(what, 'has a header with a wrong checksum, or is no tar archive');
  }

  const flag = String.fromCharCode(block[156] ?? 0);
  const name = untilNul(block.subarray(0, 100));
  const prefix = readPrefix(block);
  return {
    path: prefix.length === 0 ? name : Buffer.concat([prefix, SLASH, name]),
    link: block[157] === 0 ? EMPTY : untilNul(block.subarray(157, 257)),
    flag,
    size: number(124, 136),
    mode: number(100, 108),
    uid: number(108, 116),
    gid: number(116, 124),
    mtime: readMtime(block),
    device: flag === '3' || flag === '4' ? [number(329, 337), number(337, 345)] : NO_DEVICE,
    sparse:
      flag === 'S' && readMagic(block) === GNU_MAGIC
        ? { size: number(483, 495), map: parseSparseMap(block.subarray(386, 482), what), isContinued: block[482] === 1 }
        : null,
  };
}

/** Old GNU's: pairs of numbers of 12 bytes each, up to an empty one. */
export function parseSparseMap(field: Uint8Array, what: string): Segment[] {
  const map: Segment[] = [];
  for (let place = 0; place + 24 <= field.length && field[place] !== 0; place += 24) {
    const offset = readNumber(field, { from: place, to: place + 12 }, what);
    map.push({ offset, bytes: readNumber(field, { from: place + 12, to: place + 24 }, what) });
  }
  return map;
}

/** Up to the first NUL: what follows is padding. */
export function untilNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}

const EMPTY = new Uint8Array();
const GNU_MAGIC = 'ustar  \0';
const NO_DEVICE = [0, 0] as const;
const SLASH = Buffer.from('/');

/** What stands before the path. GNU has times in its place, but Go before 1.8, and so Docker up to 1.13, wrote it there too. */
function readPrefix(block: Uint8Array): Uint8Array {
  if (block[345] === 0) return EMPTY;
  const magic = readMagic(block);
  if (magic === GNU_MAGIC) {
    const isTime = (from: number) => !Number.isNaN(readValue(block, { from, to: from + 12 }));
    const prefix = untilNul(block.subarray(345, 500));
    return (isTime(345) && (block[357] === 0 || isTime(357))) || prefix.some((byte) => byte >= 0x80) ? EMPTY : prefix;
  }
  if (!magic.startsWith('ustar\0')) return EMPTY;
  const isStar = readLatin1(block, 508, 512) === 'tar\0';
  return untilNul(block.subarray(345, isStar ? 476 : 500));
}

function readMagic(block: Uint8Array): string {
  return readLatin1(block, 257, 265);
}

function readLatin1(block: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let place = from; place < to; place++) text += String.fromCharCode(block[place] ?? 0);
  return text;
}

/** The checksum counts its own field as blanks. Some old writers added signed bytes. */
function hasChecksum(block: Uint8Array, checksum: number): boolean {
  let unsigned = 8 * BLANK;
  let high = 0;
  for (let place = 0; place < BLOCK_BYTES; place++) {
    if (place === 148) place = 156;
    const byte = block[place] ?? 0;
    unsigned += byte;
    if (byte >= 0x80) high++;
  }
  return checksum === unsigned || checksum === unsigned - 256 * high;
}

const BLANK = 0x20;
const DIGIT = { first: 0x30, last: 0x37 };

interface Field {
  readonly from: number;
  readonly to: number;
}

/** Octal digits between blanks or NULs, or GNU's and star's base 256; neither negative nor beyond what a number holds exactly. */
function readNumber(block: Uint8Array, field: Field, what: string): number {
  const value = readValue(block, field);
  if (!Number.isSafeInteger(value)) throw invalidTar(what, 'has a header with a malformed number');
  return value;
}

function readMtime(block: Uint8Array): number {
  const value = readValue(block, { from: 136, to: 148 });
  return Number.isSafeInteger(value) ? value : 0;
}

function readValue(block: Uint8Array, { from, to }: Field): number {
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
