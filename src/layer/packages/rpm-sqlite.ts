const MAGIC = Buffer.from('SQLite format 3\0');
const HEADER_BYTES = 100;
const UTF_8 = 1;
const INNER = 0x05;
const LEAF = 0x0d;

export function isSqlite(file: Buffer): boolean {
  return file.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Headers of packages in rpm's database of SQLite: the column `blob` of its table `Packages`, whose other one is the row's
 * number (sqlite.org/fileformat2.html). Indexes are not looked at. Throws where the file is damaged.
 */
export function* readSqlite(file: Buffer): Generator<Buffer> {
  const pages = new Pages(file);
  const root = findTable(pages, 'Packages');
  if (root === null) throw new Error('no table');
  for (const [, blob] of readTable(pages, root)) if (blob !== undefined && blob.length > 0) yield blob;
}

/** Its first page, as the schema has it: type, name, table, page and text of each table and index. */
function findTable(pages: Pages, wanted: string): number | null {
  for (const [type, name, , root] of readTable(pages, 1)) {
    if (type?.toString() === 'table' && name?.toString() === wanted && root !== undefined && root.length > 0)
      return root.length > 6 ? Number(root.readBigUInt64BE()) : root.readUIntBE(0, root.length);
  }
  return null;
}

/** Rows of a table, as the bytes of their columns. */
function* readTable(pages: Pages, root: number): Generator<Buffer[]> {
  const open = [root];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const page = pages.take(number);
    const head = number === 1 ? HEADER_BYTES : 0;
    const cells = page.readUInt16BE(head + 3);
    const type = page.readUInt8(head);
    if (type === LEAF) {
      for (let cell = 0; cell < cells; cell++) {
        yield readRow(readPayload(pages, page, page.readUInt16BE(head + 8 + cell * 2)));
      }
    } else if (type === INNER) {
      // The last one is taken first.
      open.push(page.readUInt32BE(head + 8));
      for (let cell = cells - 1; cell >= 0; cell--) {
        open.push(page.readUInt32BE(page.readUInt16BE(head + 12 + cell * 2)));
      }
    } else throw new Error('no page of a table');
  }
}

/** What does not fit into a page goes on in others, each with the number of the next before it. */
function readPayload(pages: Pages, page: Buffer, cell: number): Buffer {
  const size = readVarint(page, cell);
  const row = readVarint(page, size.until);
  const bytes = size.value;
  if (bytes > pages.fileBytes) throw new Error('a row that is larger than the file');
  const here = countLocal(bytes, pages.usableBytes);
  const local = page.subarray(row.until, row.until + here);
  if (here === bytes) return local;
  const parts = [local];
  let left = bytes - here;
  for (let next = page.readUInt32BE(row.until + here); left > 0;) {
    const further = pages.take(next);
    const part = further.subarray(4, Math.min(4 + left, pages.usableBytes));
    parts.push(part);
    left -= part.length;
    next = further.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** How much of a row is in a page of a table ("Cell payload"). */
function countLocal(bytes: number, usable: number): number {
  const most = usable - 35;
  if (bytes <= most) return bytes;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((bytes - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** A list of types that tell sizes, then the columns ("Record format"). */
function readRow(payload: Buffer): Buffer[] {
  const head = readVarint(payload, 0);
  const columns: Buffer[] = [];
  let from = head.value;
  for (let place = head.until; place < head.value;) {
    const type = readVarint(payload, place);
    const bytes = type.value < 12 ? (NUMBER_BYTES[type.value] ?? NaN) : Math.floor((type.value - 12) / 2);
    if (!(from + bytes <= payload.length)) throw new Error('a column beyond its row');
    columns.push(payload.subarray(from, from + bytes));
    from += bytes;
    place = type.until;
  }
  return columns;
}

/** By type: nothing, whole numbers, a float, 0 and 1. */
const NUMBER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

/** Of seven bits a byte, high ones first; the ninth has eight. */
function readVarint(bytes: Buffer, offset: number): { readonly value: number; readonly until: number } {
  let value = 0;
  for (let place = offset; place < offset + 8; place++) {
    const byte = bytes.readUInt8(place);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, until: place + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(offset + 8), until: offset + 9 };
}

class Pages {
  readonly fileBytes: number;
  readonly usableBytes: number;
  readonly #file: Buffer;
  readonly #pageBytes: number;
  readonly #taken = new Set<number>();

  constructor(file: Buffer) {
    const stated = file.readUInt16BE(16);
    this.#file = file;
    this.#pageBytes = stated === 1 ? 65_536 : stated;
    this.fileBytes = file.length;
    this.usableBytes = this.#pageBytes - file.readUInt8(20);
    if (this.#pageBytes < 512 || this.usableBytes < 480) throw new Error('too small pages');
    if (file.readUInt32BE(56) !== UTF_8) throw new Error('texts that are not UTF-8');
  }

  /** Each belongs to one place of one table: the second time, the file goes round in a circle. Counted from 1. */
  take(number: number): Buffer {
    const until = number * this.#pageBytes;
    if (number === 0 || until > this.#file.length || this.#taken.has(number)) throw new Error('no such page');
    this.#taken.add(number);
    return this.#file.subarray(until - this.#pageBytes, until);
  }
}
