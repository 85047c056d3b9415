import { describe, expect, test } from '@jest/globals';
import { joinOutputs } from '../../../src/publish/join-outputs.ts';
import type { Verdict } from '../../../src/compare/comparison.ts';
import type { ReportOutputs } from '../../../src/publish/report-outputs.ts';

function image(verdict: Verdict, given: Partial<ReportOutputs>) {
  const outputs: ReportOutputs = {
    ...{ reference: '', pushed: 'false', verdict, size: '', 'size-change': '', 'size-change-percent': '' },
    ...{ 'build-duration': '', baseline: '', 'comparison-file': '', 'comment-file': '', 'report-file': '' },
    ...{ 'collected-file': '', 'comment-url': '' },
    ...given,
  };
  return { outputs, comparison: { verdict } };
}

describe('joinOutputs', () => {
  test('leaves one image as it is', () => {
    const one = image('pass', { reference: 'x@y', size: '1', 'size-change': '-3', 'comment-url': 'https://x' });
    expect(joinOutputs([one])).toEqual(one.outputs);
  });

  test('has the worst verdict, the numbers of what grew most, and a line each', () => {
    const joined = joinOutputs([
      image('pass', { reference: 'a', size: '5', 'size-change': '-1', pushed: 'true', 'build-duration': '9' }),
      image('over', { reference: 'b', size: '7', 'size-change': '2', 'build-duration': '3', 'comment-url': 'u' }),
      image('not-compared', { reference: 'c' }),
    ]);
    expect(joined).toMatchObject({
      ...{ verdict: 'over', reference: 'a\nb\nc', size: '7', 'size-change': '2', pushed: 'false' },
      ...{ 'build-duration': '9', 'report-file': '', 'comment-url': 'u' },
    });
  });

  test('knows no number where none of them has one', () => {
    expect(joinOutputs([image('no-baseline', { size: '4' }), image('not-compared', {})])).toMatchObject({
      size: '4',
      'size-change': '',
      'build-duration': '',
    });
  });
});
