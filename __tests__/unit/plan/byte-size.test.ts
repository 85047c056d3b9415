import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseByteSize, readByteSize } from '../../../src/plan/byte-size.ts';

describe('parseByteSize', () => {
  test.each([
    ['20 MB', 20_000_000],
    ['20MB', 20_000_000],
    [' 20  MB ', 20_000_000],
    ['1.5 MB', 1_500_000],
    ['4.35 MB', 4_350_000],
    ['1.1 GB', 1_100_000_000],
    ['50 kB', 50_000],
    ['1 KiB', 1024],
    ['1.5 MiB', 1_572_864],
    ['0.1 MiB', 104_857],
    ['2 GiB', 2_147_483_648],
    ['7 B', 7],
    ['0 MB', 0],
  ])('reads %j as %i bytes', (text, bytes) => {
    expect(parseByteSize('max-read', text)).toBe(bytes);
  });

  test.each([
    '',
    '20',
    '20 mb',
    '20 KB',
    '20 Mb',
    '20 TB',
    'MB',
    '-1 MB',
    '+1 MB',
    '1e3 MB',
    '1,5 MB',
    '.5 MB',
    '5.',
    '20 M B',
  ])('refuses %j', (text) => {
    expect(() => parseByteSize('max-read', text)).toThrow(/^max-read: got ".*"; it takes a size with its unit/);
  });

  test('refuses what is no safe integer of bytes', () => {
    expect(readByteSize('9007199254740991 B')).toBe(Number.MAX_SAFE_INTEGER);
    expect(readByteSize('9007199254740992 B')).toBeNull();
    expect(readByteSize('9999999999999999 GiB')).toBeNull();
  });

  test('a unit that every object has is none', () => {
    expect(readByteSize('1 constructor')).toBeNull();
  });

  test('reads every number of bytes that it can print', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('', ' ', '\t'), (bytes, blank) => {
        expect(readByteSize(`${bytes}${blank}B`)).toBe(bytes);
      }),
    );
  });

  test('decimals of a unit are exact to the byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 999_999 }), (whole, part) => {
        expect(readByteSize(`${whole}.${String(part).padStart(6, '0')} MB`)).toBe(whole * 1_000_000 + part);
      }),
    );
  });
});
