import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unionMs } from '../../../../src/build/timeline/union-ms.ts';

const arbitraryInterval = fc
  .record({ startMs: fc.nat(60), length: fc.nat(20) })
  .map(({ startMs, length }) => ({ startMs, endMs: startMs + length }));

test('counts every millisecond once', () => {
  fc.assert(
    fc.property(fc.array(arbitraryInterval, { minLength: 1, maxLength: 12 }), (intervals) => {
      const covered = Array.from({ length: 100 }, (_, at) =>
        intervals.some(({ startMs, endMs }) => startMs <= at && at < endMs),
      );
      expect(unionMs(intervals)).toBe(covered.filter(Boolean).length);
    }),
  );
});

test('what has no end is not known', () => {
  expect(unionMs([])).toBeNull();
  expect(unionMs([{ startMs: 1, endMs: null }])).toBeNull();
  expect(
    unionMs([
      { startMs: 1, endMs: null },
      { startMs: 2, endMs: 5 },
    ]),
  ).toBe(3);
});

test('an end before its start counts nothing', () => {
  expect(unionMs([{ startMs: 9, endMs: 3 }])).toBe(0);
});
