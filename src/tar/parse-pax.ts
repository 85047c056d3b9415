import { invalidTar } from './invalid-tar.ts';

/**
 * The records of a PAX header (POSIX pax, "pax Extended Header"): `<length> <key>=<value>\n`, the length in decimal and
 * over all of it. Later records replace earlier ones. Throws `IMAGE_INVALID`, naming `what`.
 */
export function parsePax(bytes: Uint8Array, what: string): Map<string, string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = new Map<string, string>();
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
    const value = text.toString('utf8', equals + 1, end - 1);
    if (key === '' || (NAMES.has(key) && value.includes('\0'))) throw invalidTar(what, 'has a malformed PAX header');
    records.set(key, value);
    start = end;
  }
  return records;
}

/** A path ends at a NUL for one reader and goes on for another. */
const NAMES = new Set(['path', 'linkpath', 'GNU.sparse.name']);
