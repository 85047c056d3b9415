import { describe, expect, test } from '@jest/globals';
import { countedChange, isDriftCounted } from '../../../src/compare/counted-change.ts';
import { judgeSignificance } from '../../../src/compare/significance.ts';
import { makeCause, makeComparison, makeTold } from '../report/told-comparison.ts';
import { makeBudget } from './fixture.ts';

const platform = (own: number, drift: number) =>
  makeTold(10_000_000, {
    causes: [makeCause({ downloadBytes: own }), makeCause({ downloadBytes: drift, by: 'drift' })],
  });
const MAX = makeBudget('max-increase: 5%', { percent: 5 });
const NOISE = { bytes: 50_000, percent: 0.5 };

describe('countedChange', () => {
  test('is the change without what came by itself', () => {
    expect(countedChange(platform(300, 40))).toBe(300);
    expect(countedChange(platform(300, -300))).toBe(300);
    expect(countedChange({ ...platform(1, 1), download: { baseline: null, head: 1, change: null } })).toBeNull();
  });
});

describe('isDriftCounted', () => {
  test('shows in a budget that counts it', () => {
    const platforms = [platform(300, 40)];
    expect(isDriftCounted(makeComparison(platforms, { budgets: [MAX], countDrift: true }))).toBe(true);
    expect(isDriftCounted(makeComparison(platforms, { budgets: [MAX] }))).toBe(false);
    expect(isDriftCounted(makeComparison(platforms))).toBe(false);
    expect(isDriftCounted(makeComparison([platform(300, 0)], { budgets: [MAX], countDrift: true }))).toBe(false);
  });
});

describe('judgeSignificance', () => {
  const moved = makeComparison([platform(0, 400_000)]);

  test('finds no news for the reader of a change in what came by itself', () => {
    expect(judgeSignificance(moved, { noise: NOISE, subject: 'change' })).toBe('noise');
    expect(judgeSignificance(moved, { noise: NOISE, subject: 'build' })).toBe('news');
  });

  test('finds news where both cancel out, and where all counts', () => {
    const hidden = makeComparison([platform(400_000, -400_000)]);
    expect(judgeSignificance(hidden, { noise: NOISE, subject: 'change' })).toBe('news');
    const counted = makeComparison([platform(0, 400_000)], { budgets: [MAX], countDrift: true });
    expect(judgeSignificance(counted, { noise: NOISE, subject: 'change' })).toBe('news');
  });
});
