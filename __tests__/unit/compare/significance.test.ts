import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { compareVulnerabilities } from '../../../src/worth/compare-vulnerabilities.ts';
import { judgeSignificance } from '../../../src/compare/significance.ts';
import { makeBudget, makeImage, makeInput, makePlatform } from './fixture.ts';

const NOISE = { bytes: 50_000, percent: 0.5 };
const CHANGE = { noise: NOISE, subject: 'change' } as const;

function image(bytes: number, platforms = ['linux/amd64'], content = `${bytes}`): ReturnType<typeof makeImage> {
  return makeImage(
    'x',
    platforms.map((platform) => makePlatform(platform, [{ by: 'RUN a', bytes, content }], 0)),
  );
}

function judge(baseline: number, head: number, noise = NOISE): string {
  return judgeSignificance(compare(makeInput(image(baseline), image(head))), { noise, subject: 'change' });
}

describe('judgeSignificance', () => {
  test('finds nothing where every layer is the same', () => {
    expect(judge(100_000_000, 100_000_000)).toBe('unchanged');
    expect(judge(100, 100, { bytes: 0, percent: 0 })).toBe('unchanged');
  });

  test('takes as noise what is below both bounds, and not what reaches one of them', () => {
    expect(judge(9_999_900, 9_999_900 + 49_999)).toBe('noise');
    expect(judge(9_999_900, 9_999_900 - 49_999)).toBe('noise');
    expect(judge(100_000_000, 100_050_000)).toBe('news');
    expect(judge(100_000_000, 99_950_000)).toBe('news');
    expect(judge(1_000_000, 1_005_000)).toBe('news');
    expect(judge(1_000_000, 1_004_999)).toBe('noise');
    expect(judge(1_000_000, 1_000_001, { bytes: 0, percent: 0 })).toBe('news');
    // Only one of the two was given: the other is beyond every change.
    expect(judge(1_000_000, 1_049_999, { bytes: 50_000, percent: Number.MAX_SAFE_INTEGER })).toBe('noise');
  });

  test('says what changed though its size did not', () => {
    const comparison = compare(makeInput(image(100, undefined, 'x'), image(100, undefined, 'y')));
    expect(judgeSignificance(comparison, CHANGE)).toBe('noise');
  });

  test('says that a severe vulnerability came, where the image changed and one scanner tells of both', () => {
    const one = { id: 'CVE-1', package: 'a', version: null, fixedVersion: null };
    const judgeCame = (severity: 'high' | 'medium', head = image(100, undefined, 'y'), tool = 'trivy'): string => {
      const vulnerabilities = compareVulnerabilities(
        { tool: 'trivy', vulnerabilities: [] },
        { tool, vulnerabilities: [{ ...one, severity }] },
      );
      const input = makeInput(image(100, undefined, 'x'), head, { vulnerabilities });
      return judgeSignificance(compare(input), CHANGE);
    };
    expect(judgeCame('high')).toBe('news');
    expect(judgeCame('medium')).toBe('noise');
    expect(judgeCame('high', image(100, undefined, 'x'))).toBe('unchanged');
    expect(judgeCame('high', undefined, 'grype')).toBe('noise');
  });

  test('says that a platform came or went, and every verdict but pass', () => {
    const one = image(1_000_000);
    const two = image(1_000_000, ['linux/amd64', 'linux/arm64']);
    expect(judgeSignificance(compare(makeInput(one, two)), CHANGE)).toBe('news');
    expect(judgeSignificance(compare(makeInput(two, one)), CHANGE)).toBe('news');
    expect(judgeSignificance(compare(makeInput(one, one, { baseline: { kind: 'none', reason: 'x' } })), CHANGE)).toBe(
      'news',
    );
    const rules = {
      budgets: [makeBudget('max-size: 1 B', { kind: 'max-size', bytes: 1 })],
      overBudget: 'fail',
      countDrift: false,
      isOverridden: false,
    } as const;
    expect(judgeSignificance(compare(makeInput(one, one, { rules })), CHANGE)).toBe('news');
  });
});
