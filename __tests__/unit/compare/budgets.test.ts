import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeBudgets, type BudgetRules } from '../../../src/compare/budgets.ts';
import type { Cause, PlatformComparison } from '../../../src/compare/comparison.ts';
import type { Budget } from '../../../src/plan/budget.ts';
import { makeBudget } from './fixture.ts';

function makeCause(by: Cause['by'], downloadBytes: number, onDiskBytes: number | null = null): Cause {
  return {
    kind: 'layer',
    by,
    downloadBytes,
    estimated: false,
    onDiskBytes,
    layer: null,
    source: null,
    package: null,
    detail: '',
    paths: [],
  };
}

function makePlatform(
  baseline: number | null,
  head: number | null,
  change: Partial<PlatformComparison> = {},
): PlatformComparison {
  return {
    platform: 'linux/amd64',
    status: baseline === null ? 'added' : head === null ? 'removed' : 'compared',
    download: { baseline, head, change: baseline === null || head === null ? null : head - baseline },
    onDisk: { baseline: null, head: null, change: null },
    pull: head === null ? null : { bytes: head },
    base: null,
    layers: [],
    files: null,
    causes: [],
    replaced: [],
    runtime: { baseline: null, head: null },
    surface: { baseline: null, head: null },
    pullTimes: [],
    ...change,
  };
}

const RULES: BudgetRules = {
  budgets: [],
  overBudget: 'fail',
  countDrift: false,
  isOverridden: false,
  isBaselineExact: true,
  withoutBaseline: null,
};

function judge(
  budgets: readonly Budget[],
  platforms: readonly PlatformComparison[],
  rules: Partial<BudgetRules> = {},
): string[] {
  return judgeBudgets(platforms, { ...RULES, budgets, ...rules }).map(
    ({ limit, platform, measured, allowed, verdict, enforced }) =>
      `${limit} ${platform} ${measured ?? '-'}/${allowed ?? '-'} ${verdict}${enforced ? '' : ' (warns)'}`,
  );
}

const percent = (value: number): Budget => makeBudget(`${value}%`, { percent: value });
const bytes = (value: number): Budget => makeBudget(`${value} B`, { bytes: value });
const both = makeBudget('5% and 100 B', { percent: 5, bytes: 100 });
const size = (value: number): Budget => makeBudget(`size ${value} B`, { kind: 'max-size', bytes: value });

describe('budgets', () => {
  test('are exceeded by more, not by as much', () => {
    expect(judge([bytes(10)], [makePlatform(100, 110)])).toEqual(['10 B linux/amd64 10/10 pass']);
    expect(judge([bytes(10)], [makePlatform(100, 111)])).toEqual(['10 B linux/amd64 11/10 over']);
    expect(judge([size(110)], [makePlatform(100, 110)])).toEqual(['size 110 B linux/amd64 110/110 pass']);
    expect(judge([size(110)], [makePlatform(100, 111)])).toEqual(['size 110 B linux/amd64 111/110 over']);
    expect(judge([bytes(0)], [makePlatform(100, 90)])).toEqual(['0 B linux/amd64 -10/0 pass']);
  });

  test('take a percent of the baseline, rounded down', () => {
    expect(judge([percent(5)], [makePlatform(199, 208)])).toEqual(['5% linux/amd64 9/9 pass']);
    expect(judge([percent(5)], [makePlatform(199, 209)])).toEqual(['5% linux/amd64 10/9 over']);
    // 4.35 * 10000 is a little less in binary.
    expect(judge([percent(4.35)], [makePlatform(10_000, 10_435)])).toEqual(['4.35% linux/amd64 435/435 pass']);
    expect(judge([percent(0.1)], [makePlatform(999, 1000)])).toEqual(['0.1% linux/amd64 1/0 over']);
    expect(judge([percent(5)], [makePlatform(0, 1)])).toEqual(['5% linux/amd64 1/0 over']);
  });

  test('with both forms are exceeded when both are', () => {
    expect(judge([both], [makePlatform(1000, 1060)])).toEqual(['5% and 100 B linux/amd64 60/100 pass']);
    expect(judge([both], [makePlatform(10_000, 10_400)])).toEqual(['5% and 100 B linux/amd64 400/500 pass']);
    expect(judge([both], [makePlatform(1000, 1101)])).toEqual(['5% and 100 B linux/amd64 101/100 over']);
  });

  test('allow what the definition allows, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.nat(1e12),
        fc.nat(20_000),
        fc.option(fc.nat(1e9)),
        (before, after, hundredths, limit) => {
          const [result] = judgeBudgets([makePlatform(before, after)], {
            ...RULES,
            budgets: [makeBudget('x', { percent: hundredths / 100, bytes: limit })],
          });
          const isOverPercent = BigInt(after - before) * 10_000n > BigInt(before) * BigInt(hundredths);
          const isOverBytes = limit === null || after - before > limit;
          expect(result?.verdict).toBe(isOverPercent && isOverBytes ? 'over' : 'pass');
          expect(Number.isSafeInteger(result?.allowed)).toBe(true);
        },
      ),
    );
  });

  test('of a platform replace the general one of their kind there', () => {
    const platforms = [makePlatform(100, 120), makePlatform(100, 120, { platform: 'linux/arm64' })];
    const own = { ...bytes(30), platform: 'linux/arm64' };
    expect(judge([bytes(10), own, size(150)], platforms)).toEqual([
      '10 B linux/amd64 20/10 over',
      '30 B linux/arm64 20/30 pass',
      'size 150 B linux/amd64 120/150 pass',
      'size 150 B linux/arm64 120/150 pass',
    ]);
  });

  test('of the download and of the disk are apart', () => {
    const platform = makePlatform(100, 120, { onDisk: { baseline: 1000, head: 1300, change: 300 } });
    const onDisk = makeBudget('disk', { on: 'disk', bytes: 200 });
    expect(judge([onDisk, bytes(30)], [platform])).toEqual([
      'disk linux/amd64 300/200 over',
      '30 B linux/amd64 20/30 pass',
    ]);
    expect(judge([makeBudget('disk', { on: 'disk', percent: 30 })], [platform])).toEqual([
      'disk linux/amd64 300/300 pass',
    ]);
  });

  test('that cannot be measured are not passed', () => {
    const platform = makePlatform(100, 120);
    expect(judge([makeBudget('disk', { on: 'disk', bytes: 200 })], [platform])).toEqual([
      'disk linux/amd64 -/200 not-compared',
    ]);
    expect(judge([makeBudget('disk', { on: 'disk', percent: 5 })], [platform])).toEqual([
      'disk linux/amd64 -/- not-compared',
    ]);
    expect(judge([makeBudget('disk', { kind: 'max-size', on: 'disk', bytes: 5 })], [platform])).toEqual([
      'disk linux/amd64 -/5 not-compared',
    ]);
  });

  test('leave drift out, unless it counts', () => {
    const platform = makePlatform(100, 150, {
      onDisk: { baseline: 100, head: 160, change: 60 },
      causes: [makeCause('change', 20, 20), makeCause('drift', 25, 30), makeCause(null, 5, 10)],
    });
    const onDisk = makeBudget('disk', { on: 'disk', bytes: 29 });
    expect(judge([bytes(24), onDisk], [platform])).toEqual([
      '24 B linux/amd64 25/24 over',
      'disk linux/amd64 30/29 over',
    ]);
    expect(judge([bytes(24)], [platform], { countDrift: true })).toEqual(['24 B linux/amd64 50/24 over']);
    const unread = { ...platform, causes: [makeCause('drift', 25, null)] };
    expect(judge([onDisk], [unread])).toEqual(['disk linux/amd64 -/29 not-compared']);
  });

  test('on a new platform limit its size only, on one that went nothing', () => {
    const platforms = [
      makePlatform(100, 100),
      makePlatform(null, 100, { platform: 'linux/arm64' }),
      makePlatform(100, null, { platform: 'linux/s390x' }),
    ];
    expect(judge([bytes(10), size(50)], platforms)).toEqual([
      '10 B linux/amd64 0/10 pass',
      'size 50 B linux/amd64 100/50 over',
      'size 50 B linux/arm64 100/50 over',
    ]);
  });

  test('on an increase wait for a baseline, on a size do not', () => {
    const platforms = [makePlatform(null, 100)];
    for (const withoutBaseline of ['no-baseline', 'not-compared'] as const) {
      expect(judge([percent(5), bytes(10), size(50)], platforms, { withoutBaseline })).toEqual([
        `5% linux/amd64 -/- ${withoutBaseline}`,
        `10 B linux/amd64 -/10 ${withoutBaseline}`,
        'size 50 B linux/amd64 100/50 over',
      ]);
    }
  });

  test('only warn where the event warns, and an increase where the baseline is inexact', () => {
    const platforms = [makePlatform(100, 200)];
    expect(judge([bytes(10), size(50)], platforms, { overBudget: 'warn' })).toEqual([
      '10 B linux/amd64 100/10 over (warns)',
      'size 50 B linux/amd64 200/50 over (warns)',
    ]);
    expect(judge([bytes(10), size(50)], platforms, { isBaselineExact: false })).toEqual([
      '10 B linux/amd64 100/10 over (warns)',
      'size 50 B linux/amd64 200/50 over',
    ]);
    expect(judge([bytes(10)], platforms, { overBudget: 'none' })).toEqual([]);
  });

  test('are lifted by a label where they are broken, and pass where they are not', () => {
    const platforms = [makePlatform(100, 200), makePlatform(100, 100, { platform: 'linux/arm64' })];
    expect(judge([bytes(10)], platforms, { isOverridden: true })).toEqual([
      '10 B linux/amd64 100/10 overridden',
      '10 B linux/arm64 0/10 pass',
    ]);
  });
});
