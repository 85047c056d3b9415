import { describe, expect, test } from '@jest/globals';
import { formatCacheLoss, formatCacheVerdict, listCacheCosts } from '../../../../src/report/timing/cache-line.ts';
import { formatPlain } from '../../../../src/report/text/plain.ts';
import type { CacheComparison } from '../../../../src/compare/comparison.ts';

function makeCache(change: Partial<CacheComparison> = {}): CacheComparison {
  return {
    ...{ restored: 3, cacheable: 5, savedSteps: 3, savedMs: 20_000, costMs: 4_000 },
    ...{ importMs: 100, exportMs: 3_900, exportBytes: null, pullMs: 0, pullBytes: 0, verdict: 'earns', advice: null },
    ...change,
  };
}

const tell = (change: Partial<CacheComparison>): string | null => {
  const text = formatCacheVerdict(makeCache(change));
  return text === null ? null : formatPlain(text);
};

describe('the verdict on a cache', () => {
  test.each<[Partial<CacheComparison>, string | null]>([
    [{}, 'the cache saved ≈ 20 s and cost 4 s'],
    [{ verdict: 'unused', costMs: 0 }, null],
    [{ costMs: 999, savedMs: 999 }, null],
    [{ costMs: null }, null],
    [{ verdict: 'nothing-restored', savedMs: 0 }, 'the cache cost 4 s, and no step was restored from it'],
    [{ verdict: 'loses', savedMs: 1_000 }, 'the cache cost 4 s and saved ≈ 1 s'],
    [
      { verdict: 'loses', savedMs: 1_000, advice: 'inline' },
      'the cache cost 4 s and saved ≈ 1 s: an image of one stage carries its cache itself with cache-to: type=inline',
    ],
    [
      { verdict: 'even', pullMs: 18_000 },
      'the cache cost 4 s and saved ≈ 20 s, not counting 18 s of downloading what it restored',
    ],
    [
      { verdict: 'unknown', savedMs: null, savedSteps: 0 },
      'the cache cost 4 s; what it saved is not known: no record tells when the restored steps last ran',
    ],
    [
      { verdict: 'unknown', savedMs: 2_000, savedSteps: 2 },
      'the cache cost 4 s and saved ≈ 2 s or more: of 1 restored step no record tells when it last ran',
    ],
  ])('%j', (change, text) => {
    expect(tell(change)).toBe(text);
  });
});

test('stands in the open where the loss is clear and something can be done', () => {
  const loss = (durationMs: number | null, change: Partial<CacheComparison>): boolean =>
    formatCacheLoss({
      ...{ durationMs, baselineDurationMs: null, steps: [], activities: [], criticalPaths: [] },
      cache: makeCache({ verdict: 'loses', advice: 'no-export', costMs: 30_000, ...change }),
    }) !== null;
  expect(loss(100_000, {})).toBe(true);
  expect(loss(100_000, { savedMs: 20_001 })).toBe(false);
  expect(loss(100_000, { advice: null })).toBe(false);
  // Four minutes of it: no build of that length is measured to ten seconds.
  expect(loss(240_000, {})).toBe(false);
  expect(loss(null, {})).toBe(false);
});

test('costs are listed as far as they are known and worth a look', () => {
  const list = (change: Partial<CacheComparison>): string[] => listCacheCosts(makeCache(change)).map(formatPlain);
  expect(list({ importMs: 1_200, exportBytes: 1_500_000, pullMs: 700, pullBytes: 36_000_000 })).toEqual([
    'reading it took 1.2 s',
    'downloading what it restored, base images below included, took 0.7 s: 36.0 MB',
    'writing it took 3.9 s, 1.5 MB of it new',
  ]);
  expect(list({ importMs: 900, exportMs: 900, exportBytes: 900_000, pullMs: 900, pullBytes: 900_000 })).toEqual([]);
  expect(list({ importMs: null, exportMs: null, exportBytes: null, pullMs: null, pullBytes: null })).toEqual([]);
});
