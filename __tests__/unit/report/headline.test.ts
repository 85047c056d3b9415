import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { formatHeadline } from '../../../src/report/headline.ts';
import { findMostGrown } from '../../../src/report/comment/most-changed.ts';
import { formatPlain } from '../../../src/report/text/plain.ts';
import type { ReportContext } from '../../../src/report/report-context.ts';
import type { Budget } from '../../../src/plan/budget.ts';
import { makeBudget, makeImage, makeInput, makePlatform } from '../compare/fixture.ts';
import { CONTEXT } from './golden-cases.ts';
import { makeCause, makeComparison as makeToldComparison, makeTold } from './told-comparison.ts';

/** Platforms `p/0`, `p/1`, … of so many bytes before and after. */
function makeComparison(
  sizes: readonly (readonly [number, number])[],
  budgets: readonly Budget[] = [],
): ReturnType<typeof compare> {
  const image = (side: 0 | 1): ReturnType<typeof makeImage> =>
    makeImage(
      'x',
      sizes.map((pair, index) => makePlatform(`p/${index}`, [{ by: 'RUN a', bytes: pair[side] }], 0)),
    );
  return compare(
    makeInput(image(0), image(1), { rules: { budgets, overBudget: 'fail', countDrift: false, isOverridden: false } }),
  );
}

function headline(...comparison: Parameters<typeof makeComparison>): string {
  const { icon, text } = formatHeadline(makeComparison(...comparison), CONTEXT);
  return `${icon} ${formatPlain(text)}`;
}

const MB = 1_000_000;

describe('formatHeadline', () => {
  test('speaks of the platform that grew most, or else of the one that shrank most', () => {
    expect(
      headline([
        [10 * MB, 11 * MB],
        [10 * MB, 9 * MB],
      ]),
    ).toBe('none api: this change adds 1.0 MB (+10 %) to the download on p/0.');
    expect(
      headline([
        [10 * MB, 10 * MB],
        [10 * MB, 9 * MB],
      ]),
    ).toBe('none api: this change takes 1.0 MB (−10 %) off the download on p/1.');
    expect(
      headline([
        [10 * MB, 8 * MB],
        [10 * MB, 9 * MB],
      ]),
    ).toBe('none api: this change takes up to 2.0 MB (−20 %) off the download.');
  });

  test('without a baseline says that one is recorded by a build that is pushed, and by no pull request', () => {
    const image = makeImage('x', [makePlatform('p/0', [])]);
    const { head } = makeInput(image, image);
    const input = makeInput(image, image, {
      head: { ...head, pushed: true },
      baseline: { kind: 'none', reason: 'main has none' },
    });
    const tell = (subject: ReportContext['subject']): string => {
      const { text, because } = formatHeadline(compare(input), { ...CONTEXT, subject });
      return [text, ...(because === null ? [] : [because])].map(formatPlain).join(' ');
    };
    expect(tell('build')).toBe('api: baseline recorded.');
    expect(tell('change')).toBe('api: nothing to compare with yet: main has none.');
  });

  test.each([
    [1, ''],
    [100_000, ', 100 kB of it not from a change'],
  ])('of a build has a word for %d bytes that came by themselves where they are worth one', (bytes, said) => {
    const causes = [makeCause({ downloadBytes: MB }), makeCause({ downloadBytes: bytes, by: 'drift' })];
    const comparison = makeToldComparison([makeTold(10 * MB, { causes })]);
    const { text } = formatHeadline(comparison, { ...CONTEXT, subject: 'build' });
    expect(formatPlain(text)).toContain(`to the download${said}.`);
  });

  test('lets one number stand for platforms that changed alike, and says "up to" where they did not', () => {
    expect(
      headline([
        [10 * MB, 11 * MB],
        [10 * MB, 10.9 * MB],
      ]),
    ).toBe('none api: this change adds 1.0 MB (+10 %) to the download.');
    expect(
      headline([
        [10 * MB, 11 * MB],
        [10 * MB, 10.1 * MB],
      ]),
    ).toBe('none api: this change adds up to 1.0 MB (+10 %) to the download.');
  });

  test('names the platform where a limit is broken there only, or there is the worst without being the largest', () => {
    const limit = [makeBudget('max-increase: 5%', { percent: 5 })];
    expect(
      headline(
        [
          [10 * MB, 11 * MB],
          [10 * MB, 10.1 * MB],
        ],
        limit,
      ),
    ).toBe('over api: this change adds 1.0 MB (+10 %) to the download on p/0. Limit: +5 %.');
    expect(
      headline(
        [
          [10 * MB, 11 * MB],
          [100 * MB, 106 * MB],
        ],
        limit,
      ),
    ).toBe('over api: this change adds 1.0 MB (+10 %) to the download on p/0. Limit: +5 %.');
    expect(
      headline(
        [
          [10 * MB, 12 * MB],
          [10 * MB, 11 * MB],
        ],
        limit,
      ),
    ).toBe('over api: this change adds up to 2.0 MB (+20 %) to the download. Limit: +5 %.');
  });

  test('puts what fails before what warns', () => {
    const budgets = [
      makeBudget('max-increase: 1%', { percent: 1 }),
      makeBudget('max-size: 10 MB', { kind: 'max-size', bytes: 10 * MB }),
    ];
    const comparison = makeComparison([[10 * MB, 11 * MB]], budgets);
    const [increase, size] = comparison.budgets;
    if (increase === undefined || size === undefined) throw new Error('two budgets');
    const warned = { ...comparison, budgets: [{ ...increase, enforced: false }, size] };
    expect(formatPlain(formatHeadline(warned, CONTEXT).text)).toBe('api: the download is 11.0 MB. Limit: 10 MB.');
    expect(formatPlain(formatHeadline(comparison, CONTEXT).text)).toBe(
      'api: this change adds 1.0 MB (+10 %) to the download. Limit: +1 %.',
    );
  });

  test('shows the limit of the platform that it speaks of', () => {
    const budgets = [
      makeBudget('max-increase: 20%', { percent: 20 }),
      makeBudget('max-increase: p/1: 50%', { percent: 50, platform: 'p/1' }),
    ];
    expect(
      headline(
        [
          [10 * MB, 10 * MB],
          [10 * MB, 11 * MB],
        ],
        budgets,
      ),
    ).toBe('within api: this change adds 1.0 MB (+10 %) to the download on p/1. Limit: +50 %.');
  });
});

describe('findMostGrown', () => {
  test('is the one that shrank least where none grew', () => {
    expect(
      findMostGrown(
        makeComparison([
          [10, 5],
          [10, 9],
        ]),
      )?.platform,
    ).toBe('p/1');
    expect(findMostGrown(makeComparison([]))).toBeNull();
  });
});
