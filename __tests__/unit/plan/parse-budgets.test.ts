import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBudgets } from '../../../src/plan/parse-budgets.ts';
import type { Budget } from '../../../src/plan/budget.ts';

function increase(text: string): Pick<Budget, 'platform' | 'bytes' | 'percent'>[] {
  return parseBudgets('max-increase', text).map(({ platform, bytes, percent }) => ({ platform, bytes, percent }));
}

describe('parseBudgets', () => {
  test.each([
    ['5%', { platform: null, bytes: null, percent: 5 }],
    ['0.5 %', { platform: null, bytes: null, percent: 0.5 }],
    ['1 MB', { platform: null, bytes: 1_000_000, percent: null }],
    ['5% and 1 MB', { platform: null, bytes: 1_000_000, percent: 5 }],
    ['1.5 MiB  and  5%', { platform: null, bytes: 1_572_864, percent: 5 }],
    ['linux/arm64/v8: 0%', { platform: 'linux/arm64', bytes: null, percent: 0 }],
    ['linux/arm/v7:1kB', { platform: 'linux/arm/v7', bytes: 1000, percent: null }],
  ])('reads %j', (text, expected) => {
    expect(increase(text)).toEqual([expected]);
  });

  test('reads a line for all platforms and lines for some, and keeps what the user wrote', () => {
    expect(parseBudgets('max-size', '20 MB\r\n\r\n  linux/arm64:   22 MB \n')).toEqual([
      { kind: 'max-size', on: 'download', text: 'max-size: 20 MB', platform: null, bytes: 20_000_000, percent: null },
      {
        kind: 'max-size',
        on: 'download',
        text: 'max-size: linux/arm64: 22 MB',
        platform: 'linux/arm64',
        bytes: 22_000_000,
        percent: null,
      },
    ]);
  });

  test('knows the size on disk from the download', () => {
    expect(parseBudgets('max-size-on-disk', '1 GB')).toMatchObject([{ kind: 'max-size', on: 'disk' }]);
    expect(parseBudgets('max-increase-on-disk', '5%')).toMatchObject([
      { kind: 'max-increase', on: 'disk', text: 'max-increase-on-disk: 5%' },
    ]);
  });

  test('no text is no limit', () => {
    expect(parseBudgets('max-size', ' \n')).toEqual([]);
  });

  test.each([
    '5',
    '5 %%',
    '5% or 1 MB',
    '5% and',
    'and 5%',
    '5% and 6%',
    '1 MB and 2 MB',
    '5% and 1 MB and 2%',
    '5%, 1 MB',
    '5% 1 MB',
    '-5%',
    '+5%',
    '5%and1 MB',
    '∞%',
    'linux/arm64: ',
    'linux/arm64 5%',
    ': 5%',
    'no platform: 5%',
    '5%\n6%',
    'linux/arm64: 5%\nlinux/arm64/v8: 6%',
  ])('refuses %j', (text) => {
    expect(() => increase(text)).toThrow(/^max-increase: got /);
  });

  test('says that there is no "or", and no percent in a maximum size', () => {
    expect(() => increase('5% or 1 MB')).toThrow(expect.objectContaining({ hint: expect.stringContaining('no "or"') }));
    expect(() => parseBudgets('max-size', '20 MB and 5%')).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('max-increase') }),
    );
  });

  test.each(['20 mb', '20 TB', '20', '1e3 MB'])('says which units there are where it got %s', (text) => {
    expect(() => parseBudgets('max-size', text)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/kB, MB, GB .*KiB, MiB, GiB/) }),
    );
  });

  test('reads what is printed', () => {
    const bytes = fc.maxSafeNat();
    const percent = fc.integer({ min: 0, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
    const limit = fc
      .record({ bytes: fc.option(bytes), percent: fc.option(percent) })
      .filter((each) => each.bytes !== null || each.percent !== null);
    const platform = fc.option(fc.constantFrom('linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64'));
    const budgets = fc.uniqueArray(
      fc.record({ platform, limit }).map((each) => ({ platform: each.platform, ...each.limit })),
      { selector: (budget) => budget.platform },
    );
    fc.assert(
      fc.property(budgets, (wanted) => {
        expect(increase(wanted.map(print).join('\n'))).toEqual(wanted);
      }),
    );
  });
});

function print({ platform, bytes, percent }: Pick<Budget, 'platform' | 'bytes' | 'percent'>): string {
  const limits = [...(percent === null ? [] : [`${percent}%`]), ...(bytes === null ? [] : [`${bytes} B`])];
  return `${platform === null ? '' : `${platform}: `}${limits.join(' and ')}`;
}
