import { expect, test } from '@jest/globals';
import { formatRuntimeBlocks } from '../../../../src/report/details/runtime-blocks.ts';
import { CAUSE_CASES } from '../cause-cases.ts';

test('what is around the program is shown where it is not the same on both sides', () => {
  const told = CAUSE_CASES['runtime-changed'];
  if (told === undefined) throw new Error('there is no such case');
  const { comparison, context } = told;
  expect(formatRuntimeBlocks(comparison.platforms, context)).toMatchObject([{ kind: 'table' }]);
  const same = comparison.platforms.map((platform) => ({
    ...platform,
    runtime: { baseline: platform.runtime.head, head: platform.runtime.head },
  }));
  expect(formatRuntimeBlocks(same, context)).toEqual([]);
});
