/** An entry of a ZIP archive, as its directory has it. */
export interface ZipEntry {
  /** Untrusted text. */
  readonly name: string;
  /** What it takes of the archive, compressed as it is, without headers. */
  readonly bytes: number;
  readonly method: 'stored' | 'deflated' | 'other';
  /** Where its local header is, from the start of the archive. */
  readonly offset: number;
}

const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * The directory at a ZIP archive's end (APPNOTE 4.3.12, 4.3.16) out of the archive's last bytes; `null` where that is no
 * archive's end, or the directory begins before these bytes. What stands before the archive, as a script that starts it,
 * is counted in. An entry of 4 GiB or more, which has its size elsewhere, is left out.
 */
export function readZipDirectory(tail: Buffer, tailOffset: number): ZipEntry[] | null {
  const end = findEnd(tail);
  if (end === null) return null;
  const directoryBytes = tail.readUInt32LE(end + 12);
  const start = end - directoryBytes;
  if (start < 0) return null;
  const prefixBytes = tailOffset + start - tail.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let place = start; place + ENTRY_BYTES <= end && tail.readUInt32BE(place) === 0x504b0102;) {
    const nameFrom = place + ENTRY_BYTES;
    const nameUntil = nameFrom + tail.readUInt16LE(place + 28);
    const bytes = tail.readUInt32LE(place + 20);
    const offset = tail.readUInt32LE(place + 42);
    if (nameUntil > end) break;
    if (bytes < 0xffffffff && offset < 0xffffffff) {
      const name = tail.toString('utf8', nameFrom, nameUntil);
      entries.push({
        name,
        bytes,
        method: METHODS.get(tail.readUInt16LE(place + 10)) ?? 'other',
        offset: prefixBytes + offset,
      });
    }
    place = nameUntil + tail.readUInt16LE(place + 30) + tail.readUInt16LE(place + 32);
  }
  return entries;
}

const METHODS = new Map<number, ZipEntry['method']>([
  [0, 'stored'],
  [8, 'deflated'],
]);

/** The last record whose comment goes to the last byte. */
function findEnd(tail: Buffer): number | null {
  const last = tail.length - END_BYTES;
  for (let place = last; place >= Math.max(0, last - LONGEST_COMMENT); place--) {
    if (tail.readUInt32BE(place) === 0x504b0506 && tail.readUInt16LE(place + 20) === last - place) return place;
  }
  return null;
}
