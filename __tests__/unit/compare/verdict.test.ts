import { describe, expect, test } from '@jest/globals';
import { decideVerdict, failsJob, rankVerdict, REPORTS_UNREAD } from '../../../src/compare/verdict.ts';

describe('verdict', () => {
  test('is the first that holds, in the order of the contract', () => {
    const order = ['over', 'overridden', 'not-compared', 'no-baseline', 'pass'] as const;
    order.forEach((verdict, index) => {
      expect(decideVerdict([...order.slice(index)].reverse())).toBe(verdict);
      expect(rankVerdict(verdict)).toBe(index);
    });
    expect(decideVerdict([])).toBe('pass');
  });

  test('fails the job for a broken budget that is enforced, and under strict for no comparison', () => {
    const comparison = (
      verdict: 'over' | 'overridden' | 'not-compared' | 'no-baseline',
      enforced: boolean,
    ): Parameters<typeof failsJob>[0] => ({
      verdict,
      budgets: [{ verdict, enforced }],
      notes: [],
    });
    expect(failsJob(comparison('over', true), false)).toBe(true);
    expect(failsJob(comparison('over', false), true)).toBe(false);
    expect(failsJob(comparison('overridden', true), true)).toBe(false);
    expect(failsJob(comparison('not-compared', true), false)).toBe(false);
    expect(failsJob(comparison('not-compared', true), true)).toBe(true);
    expect(failsJob(comparison('no-baseline', true), true)).toBe(false);
    const unread = { ...comparison('no-baseline', true), notes: [{ code: REPORTS_UNREAD }] };
    expect([failsJob(unread, true), failsJob(unread, false)]).toEqual([true, false]);
  });
});
