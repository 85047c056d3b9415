import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../../src/compare/compare.ts';
import { PlimsollError } from '../../../../src/errors.ts';
import { renderCommentBody } from '../../../../src/report/comment/comment-body.ts';
import { makeSection } from '../../../../src/report/comment/comment-section.ts';
import { renderComment } from '../../../../src/report/comment/comment.ts';
import { parseCollectedReport, type CollectedReport } from '../../../../src/report/comment/collected-report.ts';
import { takeForksReport } from '../../../../src/report/comment/forks-report.ts';
import { parseCommentBody } from '../../../../src/report/comment/parse-comment-body.ts';
import type { Comparison } from '../../../../src/compare/comparison.ts';
import type { ReportContext } from '../../../../src/report/report-context.ts';
import { CONTEXT, GOLDEN_CASES } from '../golden-cases.ts';
import { makeHostile } from '../hostile-comparison.ts';
import { arbitraryHostileText } from '../hostile.ts';

type Compared = Extract<CollectedReport, { kind: 'compared' }>;

const RUN = { number: 7, url: 'https://github.com/acme/api/actions/runs/7' };

function collect(comparison: Comparison, context: ReportContext): Compared {
  const { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise } = context;
  const taken = { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise };
  return { schemaVersion: 1, kind: 'compared', comparison, context: taken, strict: false };
}

describe('what is collected', () => {
  test.each(Object.entries(GOLDEN_CASES))('is read back as it was: %s', (_, { input, context }) => {
    const report = collect(compare(input), context);
    expect(parseCollectedReport(JSON.stringify(report))).toEqual(report);
  });

  test('names the image whose build failed', () => {
    const report = { schemaVersion: 1, kind: 'not-built', name: 'api' };
    expect(parseCollectedReport(JSON.stringify(report))).toEqual(report);
  });

  test('may have fields that are not known yet, which are left out', () => {
    const report = { schemaVersion: 1, kind: 'not-built', name: 'api' };
    expect(parseCollectedReport(JSON.stringify({ ...report, colour: 'blue' }))).toEqual(report);
  });

  test('of another form is refused, with the field', () => {
    const { input, context } = Object.values(GOLDEN_CASES)[0] ?? fail('no golden case');
    const report = collect(compare(input), context);
    const broken: [unknown, RegExp][] = [
      [{ ...report, schemaVersion: 2 }, /schemaVersion/],
      [{ ...report, comparison: { ...report.comparison, name: '<b>' } }, /comparison\.name/],
      [{ ...report, comparison: { ...report.comparison, verdict: 'fine' } }, /comparison\.verdict/],
      [{ ...report, comparison: { ...report.comparison, notes: Array(20_001).fill(NOTE) } }, /comparison\.notes/],
      [{ ...report, context: { ...report.context, headSha: 'HEAD' } }, /context\.headSha/],
      [{ ...report, context: { ...report.context, noise: { bytes: -1, percent: 0 } } }, /noise\.bytes/],
      [null, /it/],
    ];
    for (const [value, message] of broken) {
      expect(() => parseCollectedReport(JSON.stringify(value))).toThrow(message);
    }
  });

  test('refuses any other text by its own error alone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseCollectedReport(text);
        } catch (error) {
          expect(error).toBeInstanceOf(PlimsollError);
        }
      }),
    );
  });
});

describe("a fork's report", () => {
  const HEAD = CONTEXT.headSha ?? '';

  test.each(Object.entries(GOLDEN_CASES))('judges nothing and keeps its numbers: %s', (_, { input, context }) => {
    const report = collect(compare(input), { ...context, subject: 'change', headSha: HEAD });
    const taken = takeForksReport(report, { headSha: HEAD, page: RUN }) ?? fail('not taken');
    expect(taken.comparison.platforms).toEqual(report.comparison.platforms);
    expect(['not-compared', 'no-baseline', 'pass']).toContain(taken.comparison.verdict);
    const text = render(taken.comparison, taken.context);
    expect(text).not.toMatch(/❌|✅|Limit:|Add the label/);
  });

  test.each([
    ['of another commit', { headSha: 'c'.repeat(40) }],
    ['of none', { headSha: null }],
    ['of no pull request', { subject: 'build' }],
  ] as const)('%s is not taken', (_, change) => {
    const { input } = Object.values(GOLDEN_CASES)[0] ?? fail('no golden case');
    const report = collect(compare(input), { ...CONTEXT, subject: 'change', ...change });
    expect(takeForksReport(report, { headSha: HEAD, page: RUN })).toBeNull();
  });

  test('with any text in it makes one section and nothing else', () => {
    const kinds = fc.constantFrom('compared', 'none', 'failed');
    fc.assert(
      fc.property(arbitraryHostileText, kinds, (text, kind) => {
        const { comparison, context } = makeHostile(text, kind);
        const named = { ...comparison, name: 'api' };
        const report = collect(named, { ...context, subject: 'change', headSha: HEAD });
        const read = parseCollectedReport(JSON.stringify(report));
        const taken = read.kind === 'compared' ? takeForksReport(read, { headSha: HEAD, page: RUN }) : null;
        const body = taken === null ? '' : render(taken.comparison, taken.context);
        expect(parseCommentBody(body)?.map(({ data }) => [data.name, data.origin])).toEqual([['api', 'fork']]);
        expect(body).toContain("The fork's own numbers");
      }),
      { numRuns: 200 },
    );
  });
});

const NOTE = { code: '', message: '', hint: '' };

function render(comparison: Comparison, context: ReportContext): string {
  const run = { id: 1, attempt: 1, origin: 'fork' } as const;
  const section = makeSection(comparison, renderComment(comparison, context), context, run);
  return renderCommentBody([section], { headSha: context.headSha, summaryUrl: null });
}

function fail(message: string): never {
  throw new Error(message);
}
