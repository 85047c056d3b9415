import { describe, expect, test } from '@jest/globals';
import type { Cause, Comparison } from '../../../../src/compare/comparison.ts';
import { compareBuilds } from '../../../../src/compare/steps.ts';
import { formatCauseRows, formatStoryChange } from '../../../../src/report/causes/cause-rows.ts';
import { formatPlain } from '../../../../src/report/text/plain.ts';
import { makeBuild } from '../../compare/fixture.ts';
import { CONTEXT } from '../golden-cases.ts';
import { makeCause, makeComparison, makeRow, makeTold } from '../told-comparison.ts';

function tell(comparison: Comparison): string[] {
  const { rows, rest } = formatCauseRows(comparison, CONTEXT);
  return [
    ...rows.map(({ change, by, what }) =>
      [change, by, what].map((text) => (text ? formatPlain(text) : '-')).join(' | '),
    ),
    ...(rest === null ? [] : [formatPlain(rest)]),
  ];
}

/** A platform for each list of causes. */
function compareCauses(...platforms: Cause[][]): Comparison {
  return makeComparison(platforms.map((causes, index) => makeTold(100_000_000, { platform: `p/${index}`, causes })));
}

const run = (downloadBytes: number, detail = 'RUN a'): Cause => makeCause({ downloadBytes, detail });

describe('formatCauseRows', () => {
  test('tells a story once for the platforms that have it, with the number of the largest', () => {
    expect(tell(compareCauses([run(900_000)], [run(1_000_000)]))).toEqual(['+1.0 MB | from this change | RUN a']);
    expect(tell(compareCauses([run(100_000)], [run(1_000_000)]))).toEqual(['up to +1.0 MB | from this change | RUN a']);
    expect(tell(compareCauses([run(-100_000)], [run(1_000_000)]))).toEqual([
      '−100 kB to +1.0 MB | from this change | RUN a',
    ]);
    expect(tell(compareCauses([run(1_000_000)], []))).toEqual(['+1.0 MB | from this change | RUN a, on p/0 only']);
    expect(formatPlain(formatStoryChange({ downloadBytes: new Map([['p/0', 0]]), isEstimate: false }))).toBe('0 B');
  });

  test('keeps an instruction that stands twice as two', () => {
    const twice = [run(500_000), run(400_000)];
    expect(tell(compareCauses(twice, twice))).toEqual([
      '+500 kB | from this change | RUN a',
      '+400 kB | from this change | RUN a',
    ]);
  });

  test('puts what came by itself last, and keeps a row for it', () => {
    const own = [1, 2, 3, 4, 5, 6].map((place) => run(place * 1_000_000, `RUN ${place}`));
    const drift = makeCause({ downloadBytes: 9_000_000, by: 'drift', detail: 'RUN drift' });
    expect(tell(compareCauses([...own, drift]))).toEqual([
      '+6.0 MB | from this change | RUN 6',
      '+5.0 MB | from this change | RUN 5',
      '+4.0 MB | from this change | RUN 4',
      '+3.0 MB | from this change | RUN 3',
      '+9.0 MB | not from this change, not counted | RUN drift',
      'and 2 smaller: +3.0 MB',
    ]);
  });

  test('has no word for what weighs next to nothing, and does not hide the own behind the rest', () => {
    const drift = makeCause({ downloadBytes: 90_000_000, by: 'drift', detail: 'RUN drift' });
    expect(tell(compareCauses([run(1_000_000), run(10_000, 'RUN b'), drift]))).toEqual([
      '+1.0 MB | from this change | RUN a',
      '+90.0 MB | not from this change, not counted | RUN drift',
    ]);
  });

  test('leaves no part of the change unsaid: many that weigh next to nothing each have a word together', () => {
    const many = Array.from({ length: 100 }, (_, place) => run(10_000, `RUN ${place}`));
    expect(tell(compareCauses([run(1_000_000), ...many], [run(1_000_000)]))).toEqual([
      '+1.0 MB | from this change | RUN a',
      'and 100 smaller: +1.0 MB',
    ]);
    expect(tell(compareCauses([run(1_000_000), run(10_000, 'RUN b'), run(-10_000, 'RUN c')]))).toHaveLength(1);
  });

  test('says nothing of a layer that only stands elsewhere now', () => {
    const rows = [makeRow('COPY a /a', 'removed', 900_000, null), makeRow('COPY a /a', 'added', null, 900_000)];
    const moved = [-900_000, 900_000].map((downloadBytes) => makeCause({ downloadBytes, detail: 'COPY a /a' }));
    const told = makeTold(100_000_000, { causes: [...moved, run(1000)], layers: rows });
    expect(tell(makeComparison([told]))).toEqual(['+1.0 kB | from this change | RUN a']);
  });

  test('says nothing of whose it is where that is not known', () => {
    expect(tell(compareCauses([makeCause({ downloadBytes: 1000, by: null, detail: 'RUN a' })]))).toEqual([
      '+1.0 kB | - | RUN a',
    ]);
  });

  test('tells the packages of a layer in one breath, and what else is in it apart', () => {
    const bump = (name: string, downloadBytes: number): Cause =>
      makeCause({
        kind: 'package',
        downloadBytes,
        estimated: true,
        detail: 'RUN a',
        package: { type: 'deb', name, baselineVersion: '1', version: '2' },
      });
    expect(tell(compareCauses([bump('x', 1_000), bump('y', 9_000), run(5_000)]))).toEqual([
      '≈ +10.0 kB | from this change | y 1 → 2 and 1 more deb package, in RUN a',
      '+5.0 kB | from this change | RUN a, apart from changed packages',
    ]);
    expect(tell(compareCauses([bump('x', 1_000)]))).toEqual([
      '≈ +1.0 kB | from this change | deb package x 1 → 2, in RUN a',
    ]);
  });

  test('names the file that is all of it, the one that is most, or the largest', () => {
    const told = (...paths: [string, number][]): string[] =>
      tell(
        compareCauses([
          makeCause({
            downloadBytes: 1_000,
            onDiskBytes: 100_000,
            detail: 'RUN a',
            paths: paths.map(([path, onDiskBytes]) => ({ path, onDiskBytes })),
          }),
        ]),
      ).map((row) => row.replace(/.*RUN a/, ''));
    expect(told(['/x', 99_500])).toEqual([', all of it in /x']);
    expect(told(['/x', 60_000], ['/y', 40_000])).toEqual([', on disk mostly /x (+60.0 kB)']);
    expect(told(['/x', 40_000], ['/y', 30_000], ['/z', 1_000])).toEqual([
      ', largest on disk /x (+40.0 kB), /y (+30.0 kB)',
    ]);
    // More came than the sum: something else went.
    expect(told(['/x', 190_000], ['/y', -90_000])).toEqual([', largest on disk /x (+190 kB), /y (−90.0 kB)']);
    expect(told()).toEqual(['']);
  });
});

describe('advice on files', () => {
  const source = { file: 'Dockerfile', line: 7 };
  const advice = (change: Partial<Cause>, path: string, step = 'COPY . .'): string | undefined => {
    const paths = [{ path, onDiskBytes: 900_000 }];
    const cause = makeCause({ downloadBytes: 500_000, onDiskBytes: 9_000_000, source, detail: step, paths, ...change });
    const build = compareBuilds(makeBuild(1, [{ name: step, source }]), null);
    const [row] = tell(makeComparison([makeTold(1_000_000, { causes: [cause] })], { build }));
    return row?.split('. ').slice(1).join('. ').replace(/^\. */, '') || undefined;
  };

  test('is given where a COPY out of the context brought .git', () => {
    expect(advice({ detail: 'COPY x' }, '/app/.git/', 'COPY x y')).toBe('Add .git to .dockerignore.');
    expect(advice({ detail: 'COPY x' }, '/app/.git/', 'COPY --from=build x y')).toBeUndefined();
    expect(advice({ detail: 'COPY x', source: null }, '/app/.git/', 'COPY x y')).toBeUndefined();
    expect(advice({ detail: 'COPY x' }, '/app/.github/', 'COPY x y')).toBeUndefined();
  });

  test('is given where a RUN of this change left a cache', () => {
    expect(advice({}, '/var/lib/apt/lists/', 'RUN x')).toBe(
      'Remove /var/lib/apt/lists/ in the same RUN, or mount it with --mount=type=cache.',
    );
    expect(advice({}, '/root/.npm/_cacache/', 'RUN x')).toMatch(/^Remove \/root\/\.npm\/ /);
    expect(advice({ by: 'drift' }, '/var/lib/apt/lists/', 'RUN x')).toBeUndefined();
    expect(advice({}, '/var/lib/apt/lists-of-mine', 'RUN x')).toBeUndefined();
    expect(advice({ paths: [{ path: '/root/.npm/', onDiskBytes: -900_000 }] }, '', 'RUN x')).toBeUndefined();
  });
});
