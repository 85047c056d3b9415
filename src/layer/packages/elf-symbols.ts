/** Of a program's beginning, where its header is and Go's linker writes its table of sections. */
const HEAD_BYTES = 4096;
/** Of its end, where other linkers write that table and the names in it. */
const TAIL_BYTES = 256 * 1024;
const MOST_SECTIONS = 4096;

/** A program that can be run, or a library that can be loaded: an object file and a kernel's module need their symbols. */
const TYPES: ReadonlySet<number> = new Set([2, 3]);
const SYMBOL_TABLE = 2;
const NO_BYTES = 8;
const FLAG_ALLOCATED = 2n;
const DEBUG = /^\.(?:z?debug|gnu\.debuglto_|stab|gdb_index)/;

interface Section {
  readonly name: string;
  readonly type: number;
  readonly isLoaded: boolean;
  readonly bytes: number;
  /** Place of the section with a symbol table's names. */
  readonly link: number;
}

/** How many bytes of an ELF file `strip` would take away, found as it passes by; `size` is the file's (elf(5)). */
export class ElfSymbols {
  readonly #head: Buffer;
  readonly #tail: Buffer;
  readonly #tailOffset: number;
  #offset = 0;

  constructor(size: number) {
    this.#head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    this.#tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    this.#tailOffset = size - this.#tail.length;
  }

  /** Whether anything is to be seen yet that makes it no ELF file. */
  get isOther(): boolean {
    return this.#offset >= 4 && this.#head.readUInt32BE(0) !== 0x7f454c46;
  }

  write(bytes: Uint8Array): void {
    if (this.#offset < this.#head.length)
      this.#head.set(bytes.subarray(0, this.#head.length - this.#offset), this.#offset);
    const from = Math.max(0, this.#tailOffset - this.#offset);
    if (from < bytes.length && !this.isOther)
      this.#tail.set(bytes.subarray(from), this.#offset + from - this.#tailOffset);
    this.#offset += bytes.length;
  }

  /**
   * After the last byte: symbols, their names and what debuggers read. `null`: it is no such file, or its table of sections
   * is at none of the usual places; where only the sections' names are not, symbols are counted.
   */
  end(): number | null {
    const sections = this.isOther || this.#offset < 64 ? null : this.#readSections();
    if (sections === null) return null;
    const removed = new Set<Section>();
    for (const section of sections) {
      if (section.isLoaded || section.type === NO_BYTES) continue;
      if (DEBUG.test(section.name)) removed.add(section);
      if (section.type !== SYMBOL_TABLE) continue;
      removed.add(section);
      const names = sections[section.link];
      if (names?.isLoaded === false) removed.add(names);
    }
    const bytes = [...removed].reduce((sum, section) => sum + section.bytes, 0);
    return bytes < this.#offset ? bytes : null;
  }

  #readSections(): Section[] | null {
    const head = this.#head;
    const is64 = head[4] === 2;
    const read = makeRead(head[5] === 1);
    if (!TYPES.has(read(head, 16, 2))) return null;
    const [offset, size, count, namesPlace] = is64
      ? [read(head, 40, 8), read(head, 58, 2), read(head, 60, 2), read(head, 62, 2)]
      : [read(head, 32, 4), read(head, 46, 2), read(head, 48, 2), read(head, 50, 2)];
    if (size !== (is64 ? 64 : 40) || count === 0 || count > MOST_SECTIONS) return null;
    const table = this.#bytesAt(offset, size * count);
    if (table === null) return null;
    const rows = Array.from({ length: count }, (_, place) => {
      const row = table.subarray(place * size, (place + 1) * size);
      const [flags, at, bytes, link] = is64
        ? [read(row, 8, 8), read(row, 24, 8), read(row, 32, 8), read(row, 40, 4)]
        : [read(row, 8, 4), read(row, 16, 4), read(row, 20, 4), read(row, 24, 4)];
      const isLoaded = (BigInt(flags) & FLAG_ALLOCATED) !== 0n;
      return { name: read(row, 0, 4), type: read(row, 4, 4), isLoaded, at, bytes, link };
    });
    const where = rows[namesPlace];
    const names = where === undefined ? null : this.#bytesAt(where.at, where.bytes);
    return rows.map((row) => ({ ...row, name: names === null ? '' : readName(names, row.name) }));
  }

  #bytesAt(offset: number, size: number): Buffer | null {
    for (const [kept, start] of [[this.#head, 0] as const, [this.#tail, this.#tailOffset] as const]) {
      if (offset >= start && offset + size <= start + kept.length)
        return kept.subarray(offset - start, offset - start + size);
    }
    return null;
  }
}

function makeRead(isLittle: boolean): (bytes: Buffer, offset: number, size: 2 | 4 | 8) => number {
  return (bytes, offset, size) => {
    if (size !== 8) return isLittle ? bytes.readUIntLE(offset, size) : bytes.readUIntBE(offset, size);
    return Number(isLittle ? bytes.readBigUInt64LE(offset) : bytes.readBigUInt64BE(offset));
  };
}

function readName(names: Buffer, offset: number): string {
  const end = names.indexOf(0, offset);
  return end === -1 ? '' : names.toString('latin1', offset, Math.min(end, offset + 64));
}
