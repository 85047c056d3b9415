const MAGIC = 0x061561;
/** Of a page: its place in the log, numbers of itself, the one before and the next, items, free bytes, level, type. */
const PAGE_HEAD_BYTES = 26;
/** Pages of items, sorted and, as they were before 4.6, unsorted. */
const HASH_PAGES: ReadonlySet<number> = new Set([2, 13]);
const OVERFLOW_PAGE = 7;
const ITEM_HERE = 1;
const ITEM_ELSEWHERE = 3;
/** Beside packages: the number that the next one gets. */
const COUNTER_BYTES = 4;

export function isBerkeley(file: Buffer): boolean {
  return file.length >= 512 && (file.readUInt32LE(12) === MAGIC || file.readUInt32BE(12) === MAGIC);
}

/**
 * Headers of packages in rpm's database of Berkeley DB, as it was up to rpm 4.15: the values of a hash table, in the order
 * of bytes of the machine that wrote it (libdb's dbinc/db_page.h). Throws where the file is damaged.
 */
export function* readBerkeley(file: Buffer): Generator<Buffer> {
  const isLittle = file.readUInt32LE(12) === MAGIC;
  const read = (page: Buffer, offset: number, size: 2 | 4): number =>
    isLittle ? page.readUIntLE(offset, size) : page.readUIntBE(offset, size);
  const pageBytes = read(file, 20, 4);
  if (pageBytes < 512 || pageBytes > 65_536 || file.readUInt8(24) !== 0)
    throw new Error('odd pages, or encrypted ones');
  const taken = new Set<number>();
  /** What does not fit beside others has pages of its own, each with the number of the next. */
  const readElsewhere = (first: number, bytes: number): Buffer => {
    const parts: Buffer[] = [];
    let left = bytes;
    for (let number = first; left > 0;) {
      const page = file.subarray(number * pageBytes, (number + 1) * pageBytes);
      if (taken.has(number) || page.readUInt8(25) !== OVERFLOW_PAGE) throw new Error('no page of a package');
      taken.add(number);
      const part = page.subarray(PAGE_HEAD_BYTES, PAGE_HEAD_BYTES + Math.min(left, read(page, 22, 2)));
      parts.push(part);
      left -= part.length;
      number = read(page, 16, 4);
    }
    return Buffer.concat(parts);
  };
  const pages = read(file, 32, 4);
  if ((pages + 1) * pageBytes > file.length) throw new Error('cut off');
  for (let number = 1; number <= pages; number++) {
    const page = file.subarray(number * pageBytes, (number + 1) * pageBytes);
    if (!HASH_PAGES.has(page.readUInt8(25))) continue;
    const placeOf = (item: number): number => read(page, PAGE_HEAD_BYTES + item * 2, 2);
    // Keys and values take turns; the first item is at the page's end.
    for (let item = 1; item < read(page, 20, 2); item += 2) {
      const place = placeOf(item);
      const type = page.readUInt8(place);
      const here = page.subarray(place + 1, placeOf(item - 1));
      if (type === ITEM_ELSEWHERE) yield readElsewhere(read(page, place + 4, 4), read(page, place + 8, 4));
      else if (type === ITEM_HERE && here.length > COUNTER_BYTES) yield here;
    }
  }
}
