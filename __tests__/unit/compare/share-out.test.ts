import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shareOut } from '../../../src/compare/share-out.ts';

test('is in proportion where all parts grew, the largest remainder rounded up', () => {
  expect(shareOut(100, [1000, 3000], 0.5)).toEqual([25, 75]);
  expect(shareOut(10, [1, 1, 1], 1)).toEqual([4, 3, 3]);
  expect(shareOut(-10, [-300, -100, -0], 0.1)).toEqual([-7, -3, 0]);
});

test('gives each its own where some grew and others shrank', () => {
  expect(shareOut(3, [1000, -990], 0.3)).toEqual([300, -297]);
});

test('gives all to the first where no part has a byte', () => {
  expect(shareOut(7, [0, 0], 0.3)).toEqual([7, 0]);
});

test('sums to the total, and gives nothing for nothing', () => {
  const bytes = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
  fc.assert(
    fc.property(
      bytes,
      fc.array(bytes, { minLength: 1, maxLength: 20 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (total, parts, ratio) => {
        const shares = shareOut(total, parts, ratio);
        expect(shares.every(Number.isSafeInteger)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      },
    ),
  );
});
