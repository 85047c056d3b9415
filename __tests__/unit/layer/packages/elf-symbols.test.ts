import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ElfSymbols } from '../../../../src/layer/packages/elf-symbols.ts';

interface Section {
  name: string;
  type: number;
  flags?: number;
  bytes: number;
  link?: number;
}

const PROGRAM_BITS = 1;
const SYMBOLS = 2;
const STRINGS = 3;
const NO_BITS = 8;

/** An ELF file of 64 bits, little end first, as elf(5) has it: header, sections, their names, then their table. */
function makeElf(sections: readonly Section[], type = 3): Buffer {
  const all: Section[] = [{ name: '', type: 0, bytes: 0 }, ...sections];
  const names = Buffer.from(`${all.map(({ name }) => name).join('\0')}\0.shstrtab\0`);
  all.push({ name: '.shstrtab', type: STRINGS, bytes: names.length });
  const parts: Buffer[] = [];
  const rows: Buffer[] = [];
  let at = 64;
  let name = 0;
  for (const section of all) {
    const row = Buffer.alloc(64);
    row.writeUInt32LE(name, 0);
    row.writeUInt32LE(section.type, 4);
    row.writeBigUInt64LE(BigInt(section.flags ?? 0), 8);
    row.writeBigUInt64LE(BigInt(at), 24);
    row.writeBigUInt64LE(BigInt(section.bytes), 32);
    row.writeUInt32LE(section.link ?? 0, 40);
    rows.push(row);
    name += section.name.length + 1;
    if (section.type === NO_BITS) continue;
    parts.push(section.name === '.shstrtab' ? names : Buffer.alloc(section.bytes, 0x20));
    at += section.bytes;
  }
  const header = Buffer.alloc(64);
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(type, 16);
  header.writeBigUInt64LE(BigInt(at), 40);
  header.writeUInt16LE(64, 58);
  header.writeUInt16LE(all.length, 60);
  header.writeUInt16LE(all.length - 1, 62);
  return Buffer.concat([header, ...parts, ...rows]);
}

function read(bytes: Buffer, cuts: readonly number[] = []): number | null {
  const symbols = new ElfSymbols(bytes.length);
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    symbols.write(bytes.subarray(from, cut));
    from = cut;
  }
  symbols.write(bytes.subarray(from));
  return symbols.end();
}

const LOADED = [
  { name: '.text', type: PROGRAM_BITS, flags: 6, bytes: 90_000 },
  { name: '.dynsym', type: 11, flags: 2, bytes: 3_000, link: 3 },
  { name: '.dynstr', type: STRINGS, flags: 2, bytes: 2_000 },
];
const FULL = [
  ...LOADED,
  { name: '.comment', type: PROGRAM_BITS, flags: 0x30, bytes: 40 },
  { name: '.debug_info', type: PROGRAM_BITS, bytes: 50_000 },
  { name: '.zdebug_line', type: PROGRAM_BITS, bytes: 7_000 },
  { name: '.symtab', type: SYMBOLS, bytes: 6_000, link: 8 },
  { name: '.strtab', type: STRINGS, bytes: 5_000 },
];

test('symbols, their names and what debuggers read are counted', () => {
  expect(read(makeElf(FULL))).toBe(50_000 + 7_000 + 6_000 + 5_000);
});

describe('is silent', () => {
  test.each<[string, Buffer, number | null]>([
    ['of a program that is stripped', makeElf(LOADED), 0],
    [
      'of debug information that lies elsewhere',
      makeElf([...LOADED, { name: '.debug_info', type: NO_BITS, bytes: 9_000 }]),
      0,
    ],
    ['of an object file and a module of the kernel', makeElf(FULL, 1), null],
    ['of what is no ELF file', Buffer.alloc(100_000, 0x23), null],
    ['of a file that is cut off', makeElf(FULL).subarray(0, -70), null],
    ['of a file of four bytes', Buffer.from('\x7fELF', 'latin1'), null],
  ])('%s', (_, bytes, expected) => {
    expect(read(bytes)).toBe(expected);
  });

  test('of names that are out of reach: symbols are counted all the same', () => {
    const elf = makeElf([...FULL, { name: '.far', type: PROGRAM_BITS, bytes: 400_000 }]);
    const table = Number(elf.readBigUInt64LE(40));
    // As lld has it: the names stand before what is large.
    elf.writeBigUInt64LE(20_000n, table + elf.readUInt16LE(62) * 64 + 24);
    expect(read(elf)).toBe(11_000);
  });
});

test('the pieces that it comes in do not matter', () => {
  const elf = makeElf(FULL);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: elf.length }), { maxLength: 8 }), (cuts) => {
      expect(read(elf, cuts)).toBe(68_000);
    }),
  );
});

test('whatever its bytes say, it ends, and never counts more than the file has', () => {
  const elf = makeElf(FULL);
  const place = fc.oneof(fc.integer({ min: 16, max: 63 }), fc.integer({ min: elf.length - 640, max: elf.length - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 12 }), (changes) => {
      const changed = Buffer.from(elf);
      for (const [at, value] of changes) changed[at] = value;
      const bytes = read(changed);
      expect(bytes ?? 0).toBeLessThan(elf.length);
      expect(bytes ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
