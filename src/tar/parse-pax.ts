import { invalidTar } from './invalid-tar.ts';

/**
 * The records of a PAX header (POSIX pax, "pax Extended Header"): `<length> <key>=<value>\n`, the length in decimal and
 * over all of it. Later records replace earlier ones; those of a sparse map of version 0.0, which are repeated, become
 * one `GNU.sparse.map` as of 0.1. Extended attributes may hold any bytes: their values come as latin1. Throws
 * `IMAGE_INVALID`, naming `what`.
 */
export function parsePax(bytes: Uint8Array, what: string): Map<string, string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = new Map<string, string>();
  const map: string[] = [];
  let start = 0;
  while (start < text.length) {
    const blank = text.indexOf(0x20, start);
    const length = blank === -1 || blank - start > 10 ? '' : text.toString('latin1', start, blank);
    const end = start + Number(length);
    const equals = blank === -1 ? -1 : text.indexOf(0x3d, blank);
    if (
      !/^[1-9][0-9]*$/.test(length) ||
      end > text.length ||
      equals === -1 ||
      equals >= end ||
      text[end - 1] !== 0x0a
    ) {
      throw invalidTar(what, 'has a malformed PAX header');
    }
    const key = text.toString('utf8', blank + 1, equals);
    const value = text.toString(key.startsWith(XATTR) ? 'latin1' : 'utf8', equals + 1, end - 1);
    if (key === '' || (NAMES.has(key) && value.includes('\0'))) throw invalidTar(what, 'has a malformed PAX header');
    if (key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes') map.push(value);
    else records.set(key, value);
    start = end;
  }
  if (map.length > 0) records.set('GNU.sparse.map', map.join());
  return records;
}

/** Of records with an extended attribute's bytes. */
export const XATTR = 'SCHILY.xattr.';

/** A path ends at a NUL for one reader and goes on for another. */
const NAMES = new Set(['path', 'linkpath', 'GNU.sparse.name']);
