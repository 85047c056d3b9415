import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatByteChange, formatBytes, formatExactBytes } from '../../../src/report/text/bytes.ts';
import { formatDuration } from '../../../src/report/text/duration.ts';
import { describeLimit, formatApart } from '../../../src/report/limit.ts';
import { formatPercent } from '../../../src/report/text/percent.ts';

describe('bytes', () => {
  test.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_345_678, '12.3 MB'],
    [985_000_000, '985 MB'],
    [4_300_000_000, '4.3 GB'],
    [1.5e12, '1.5 TB'],
    [Number.MAX_SAFE_INTEGER, '9.0 PB'],
    [-1_900_000, '−1.9 MB'],
  ])('%d', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test('of a change have a sign', () => {
    expect([1_900_000, -1_900_000, 0, -0].map(formatByteChange)).toEqual(['+1.9 MB', '−1.9 MB', '0 B', '0 B']);
  });

  test('to the byte', () => {
    expect([0, 999, 1000, 12_300_001, -1000].map(formatExactBytes)).toEqual([
      '0 B',
      '999 B',
      '1,000 B',
      '12,300,001 B',
      '−1,000 B',
    ]);
  });

  test('are short and never more than a twentieth off', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        const [number = '', unit = ''] = formatBytes(bytes).split(' ');
        expect(number).toMatch(/^(?:\d{1,3}|\d{1,2}\.\d)$/);
        const shown = Number(number) * 1000 ** ['B', 'kB', 'MB', 'GB', 'TB', 'PB'].indexOf(unit);
        expect(Math.abs(shown - bytes)).toBeLessThanOrEqual(bytes / 20);
      }),
    );
  });
});

describe('percent', () => {
  test.each([
    [14, 100, '+14 %'],
    [-14, 100, '−14 %'],
    [1_900_000, 12_300_000, '+15 %'],
    [99, 1000, '+9.9 %'],
    [996, 10_000, '+10 %'],
    [3, 1000, '+0.3 %'],
    [4, 10_000, '+0.04 %'],
    [5, 100_000, '+0.01 %'],
    [4, 100_000, null],
    [0, 100, null],
    [-0, 100, null],
    [100, 0, null],
    [100, null, null],
    [100, 1, '+10,000 %'],
    [1_234_567, 100, '+1,234,567 %'],
    [-966, 980, '−99 %'],
    [-9_999, 10_000, '−99.9 %'],
    [-9_950, 10_000, '−99.5 %'],
    [-100, 100, '−100 %'],
  ])('%d of %d', (change, baseline, text) => {
    expect(formatPercent(change, baseline)).toBe(text);
  });

  test('is never infinite, not a number, or nothing', () => {
    fc.assert(
      fc.property(fc.option(fc.maxSafeNat()), fc.maxSafeNat(), (baseline, head) => {
        const text = formatPercent(head - (baseline ?? 0), baseline);
        if (text === null) return;
        expect(text).toMatch(/^[+−](?:0\.\d{1,2}|\d{1,2}\.\d|\d{1,3}(?:,\d{3})*) %$/);
        expect(text).not.toMatch(/^.0(?:\.0+)? %$/);
        if (head > 0) expect(text).not.toBe('−100 %');
      }),
    );
  });
});

describe('duration', () => {
  test.each([
    [0, '0 s'],
    [-5, '0 s'],
    [49, '0 s'],
    [50, '0.1 s'],
    [3_200, '3.2 s'],
    [3_000, '3 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [48_400, '48 s'],
    [59_499, '59 s'],
    [59_500, '1 min'],
    [176_000, '2 min 56 s'],
    [3_599_400, '59 min 59 s'],
    [3_600_000, '1 h'],
    [3_840_000, '1 h 4 min'],
    [86_400_000, '24 h'],
  ])('%d ms', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});

describe('limits', () => {
  test.each([
    ['max-increase: 5%', { kind: 'increase', where: 'download', text: '+5 %' }],
    ['max-increase: 5% and 1 MB', { kind: 'increase', where: 'download', text: '+5 % and +1 MB' }],
    ['max-increase: linux/arm/v7: 1.5 MiB', { kind: 'increase', where: 'download', text: '+1.5 MiB' }],
    ['max-increase-on-disk: 10 %', { kind: 'increase', where: 'size on disk', text: '+10 %' }],
    ['max-size: 20 MB', { kind: 'size', where: 'download', text: '20 MB' }],
    ['max-size-on-disk: linux/arm64: 22 MB', { kind: 'size', where: 'size on disk', text: '22 MB' }],
  ])('%s', (limit, parts) => {
    expect(describeLimit({ limit })).toEqual(parts);
  });

  test('are told from what is measured, to the byte where need be', () => {
    expect(formatApart(1_900_000, 615_000)).toEqual({ measured: '1.9 MB', allowed: null });
    expect(formatApart(615_001, 615_000)).toEqual({ measured: '615,001 B', allowed: '615,000 B' });
  });
});
