import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { formatReportOutputs, type ReportFacts } from '../../../src/publish/report-outputs.ts';
import { makeDigest, makeImage, makeInput, makePlatform } from '../compare/fixture.ts';

const DIGEST = makeDigest('image');

function makeComparison(sizes: Record<string, [baseline: number, head: number]>): Comparison {
  const image = (side: 0 | 1): ReturnType<typeof makeImage> =>
    makeImage(
      'image',
      Object.entries(sizes).map(([platform, bytes]) =>
        makePlatform(platform, [{ by: 'COPY x', bytes: bytes[side] }], 1000),
      ),
    );
  return compare(makeInput(image(0), image(1)));
}

function makeFacts(change: Partial<ReportFacts> = {}): ReportFacts {
  return {
    image: 'ghcr.io/acme/api',
    platforms: ['linux/amd64', 'linux/arm64'],
    digest: DIGEST,
    isPushed: true,
    comparison: makeComparison({ 'linux/arm64': [9000, 9500], 'linux/amd64': [99_000, 98_000] }),
    buildDurationMs: 48_213,
    files: { comparison: '/tmp/comparison.json', comment: '/tmp/comment.md', report: null, collected: null },
    commentUrl: null,
    ...change,
  };
}

describe('outputs of the report', () => {
  test('are those of the contract', () => {
    const { comparison } = makeFacts();
    expect(formatReportOutputs(makeFacts())).toEqual({
      reference: `ghcr.io/acme/api@${DIGEST}`,
      pushed: 'true',
      verdict: 'pass',
      size: '99000',
      'size-change': '500',
      'size-change-percent': '5',
      'build-duration': '48.213',
      baseline: `ghcr.io/acme/api@${comparison?.baseline.kind === 'found' ? comparison.baseline.digest : ''}`,
      'comparison-file': '/tmp/comparison.json',
      'comment-file': '/tmp/comment.md',
      'report-file': '',
      'collected-file': '',
      'comment-url': '',
    });
  });

  test('are empty where nothing is known', () => {
    const files = { comparison: null, comment: null, report: null, collected: null };
    const nothing = makeFacts({ comparison: null, digest: null, isPushed: false, buildDurationMs: null, files });
    const { pushed, ...rest } = formatReportOutputs(nothing);
    expect(pushed).toBe('false');
    expect(new Set(Object.values(rest))).toEqual(new Set(['']));
  });

  test('have no change without a baseline', () => {
    const head = makeImage('image', [makePlatform('linux/amd64', [{ by: 'COPY x', bytes: 5000 }], 1000)]);
    const first = compare(
      makeInput(head, head, { baseline: { kind: 'none', reason: 'the repository has no image yet' } }),
    );
    expect(formatReportOutputs(makeFacts({ comparison: first }))).toMatchObject({
      verdict: 'no-baseline',
      size: '6000',
      'size-change': '',
      'size-change-percent': '',
      baseline: '',
    });
  });

  test('name a repository on a port without its tag', () => {
    const { comparison } = makeFacts();
    if (comparison?.baseline.kind !== 'found') throw new Error('no baseline');
    const baseline = { ...comparison.baseline, reference: 'localhost:5000/api:main' };
    const { digest } = baseline;
    const outputs = formatReportOutputs(makeFacts({ comparison: { ...comparison, baseline } }));
    expect(outputs.baseline).toBe(`localhost:5000/api@${digest}`);
  });

  test("take the size of the builder's own platform where none was asked for", () => {
    const comparison = makeComparison({ 'linux/riscv64': [10, 20] });
    expect(formatReportOutputs(makeFacts({ comparison, platforms: [] })).size).toBe('1020');
    expect(formatReportOutputs(makeFacts({ comparison, platforms: ['linux/amd64'] })).size).toBe('');
  });

  test('are numbers or nothing, whatever the sizes', () => {
    const size = fc.nat(2_000_000_000);
    fc.assert(
      fc.property(size, size, size, size, (a, b, c, d) => {
        const comparison = makeComparison({ 'linux/amd64': [a, b], 'linux/arm64': [c, d] });
        const outputs = formatReportOutputs(makeFacts({ comparison }));
        for (const name of ['size', 'size-change', 'size-change-percent'] as const) {
          expect(outputs[name]).toMatch(/^-?\d+(\.\d{1,2})?$/);
          expect(outputs[name]).not.toBe('-0');
        }
      }),
    );
  });
});
