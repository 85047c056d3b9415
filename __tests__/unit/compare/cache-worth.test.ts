import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weighCache, type CacheToWeigh } from '../../../src/compare/cache-worth.ts';
import { makeBuild, makeCacheUse, makeImage, makePlatform } from './fixture.ts';
import type { BuildStep } from '../../../src/build/build-record.ts';
import type { StepComparison } from '../../../src/compare/comparison.ts';
import type { CacheUse } from '../../../src/build/timeline/cache-use.ts';

const NOT_WRITTEN: CacheToWeigh['written'] = { blobs: null, before: null, isOfPullRequest: false };
const IMAGE = makeImage('head', [makePlatform('linux/amd64', [{ by: 'COPY a', bytes: 5_000_000 }])]);
const OWN = IMAGE.platforms[0]?.layers[0]?.digest ?? '';

const CACHED: Partial<BuildStep>[] = [
  { name: 'RUN a', stage: 'build', status: 'cached', durationMs: 40 },
  { name: 'COPY a', stage: 'stage-1', status: 'cached', durationMs: null },
];
const RAN: Partial<BuildStep>[] = [
  { name: 'RUN a', stage: 'build', durationMs: 9000 },
  { name: 'COPY a', stage: 'stage-1', durationMs: 1000 },
];

function weigh(
  use: Partial<CacheUse>,
  change: Partial<Omit<CacheToWeigh, 'build' | 'baselineSteps'>> = {},
  steps = { head: CACHED, baseline: RAN },
) {
  return weighCache({
    build: { ...makeBuild(60_000, steps.head), cache: makeCacheUse({ import: 'read', exportMs: 1, ...use }) },
    baselineSteps: makeBuild(1, steps.baseline).steps,
    steps: [],
    isLeft: true,
    image: IMAGE,
    isPushed: true,
    written: NOT_WRITTEN,
    ...change,
  });
}

describe('the worth of a cache', () => {
  test.each([
    ['unused', { import: 'none', exportMs: 0 }],
    ['earns', { costMs: 10_000 }],
    ['earns', { costMs: 4_000, pullMs: 6_000 }],
    // By what was downloaded: some of it are bases, which any build needs.
    ['even', { costMs: 4_001, pullMs: 6_000 }],
    ['loses', { costMs: 10_001 }],
  ] as const)('%s by %j, where 10 s were saved', (verdict, use) => {
    expect(weigh(use)).toMatchObject({ verdict, savedMs: 10_000, savedSteps: 2, restored: 2, cacheable: 2 });
  });

  test('is not judged without knowing what restored steps took, but for what is known already', () => {
    const baseline = RAN.slice(0, 1);
    expect(weigh({ costMs: 9_001 }, {}, { head: CACHED, baseline })).toMatchObject({
      verdict: 'unknown',
      savedMs: 9000,
      savedSteps: 1,
    });
    expect(weigh({ costMs: 9_000 }, {}, { head: CACHED, baseline }).verdict).toBe('earns');
    expect(weigh({ costMs: 1 }, {}, { head: CACHED, baseline: [] })).toMatchObject({
      verdict: 'unknown',
      savedMs: null,
      savedSteps: 0,
    });
  });

  test('is none where nothing was restored, whatever it cost: it may be new, or all has changed', () => {
    const cold = weigh({ costMs: 90_000, exportMs: 90_000 }, {}, { head: RAN, baseline: RAN });
    expect(cold).toMatchObject({ verdict: 'nothing-restored', savedMs: 0, advice: null });
  });
});

test('a cache that had less than the baseline left there, though nothing changed, is written by others too', () => {
  const reason = { kind: 'cache' as const, names: [], step: null };
  const step = { ...{ name: 'RUN a', platform: null, startMs: null, isEmulated: null, source: null }, baseline: null };
  const lost = (change: Partial<StepComparison>): StepComparison[] => [
    { ...step, status: 'ran', durationMs: 1000, because: 'x', reason, ...change },
  ];
  const adviceOf = (change: Partial<StepComparison>, use: Partial<CacheUse> = {}, isLeft = true) =>
    weigh(use, { steps: lost(change), isLeft }).advice;
  expect(adviceOf({})).toBe('own-reference');
  expect(adviceOf({ durationMs: 999 })).toBeNull();
  expect(adviceOf({ reason: null })).toBeNull();
  expect(adviceOf({ reason: { ...reason, names: ['no-cache'] } })).toBeNull();
  expect(adviceOf({ reason: { ...reason, kind: 'file' } })).toBeNull();
  expect(adviceOf({}, { import: 'missing' })).toBeNull();
  expect(adviceOf({}, {}, false)).toBeNull();
});

describe('bytes written for a cache', () => {
  const blobs = [
    { digest: OWN, bytes: 5_000_000 },
    { digest: 'sha256:stage', bytes: 70 },
    { digest: 'sha256:old', bytes: 9 },
  ];
  const written = { blobs, before: ['sha256:old', 'sha256:gone'], isOfPullRequest: false };

  test('are what lay there neither before nor by the push of the image', () => {
    expect(weigh({}, { written }).exportBytes).toBe(70);
    expect(weigh({}, { written, isPushed: false }).exportBytes).toBe(5_000_070);
    expect(weigh({}, { written: { ...written, before: [] } }).exportBytes).toBe(79);
  });

  test('are not known without what there was, or what was pushed', () => {
    expect(weigh({}, { written: { ...written, before: null } }).exportBytes).toBeNull();
    expect(weigh({}, { written: { ...written, blobs: null } }).exportBytes).toBeNull();
    expect(weigh({}, { written, image: null }).exportBytes).toBeNull();
  });

  test('are never more than the cache has', () => {
    const digest = fc.constantFrom('a', 'b', 'c', OWN);
    const arbitraryBlobs = fc.uniqueArray(fc.record({ digest, bytes: fc.nat() }), { selector: (blob) => blob.digest });
    fc.assert(
      fc.property(arbitraryBlobs, fc.array(digest), fc.boolean(), (has, before, isPushed) => {
        const { exportBytes } = weigh({}, { isPushed, written: { blobs: has, before, isOfPullRequest: false } });
        const total = has.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(exportBytes).toBeLessThanOrEqual(total);
        expect(
          weigh({}, { isPushed: false, written: { blobs: has, before: [], isOfPullRequest: false } }).exportBytes,
        ).toBe(total);
      }),
    );
  });
});

describe('advice', () => {
  const loss: Partial<CacheUse> = { costMs: 60_000, exportMs: 60_000, importMs: 300 };
  const large = {
    blobs: [
      { digest: OWN, bytes: 1 },
      { digest: 'sha256:stage', bytes: 200 },
    ],
    before: null,
  };
  const late = { head: [{ ...CACHED[0], status: 'ran' as const }, ...CACHED.slice(1)], baseline: RAN };

  test('is given where it loses, and by its export', () => {
    const written = { ...large, isOfPullRequest: true };
    expect(weigh(loss, { written }).advice).toBe('no-export');
    expect(weigh({ ...loss, importMs: 60_001 }, { written }).advice).toBeNull();
    expect(weigh({ ...loss, costMs: 9_000 }, { written }).advice).toBeNull();
  });

  test('is mode=min where most is of stages that are not restored', () => {
    const written = { ...large, isOfPullRequest: false };
    expect(weigh(loss, { written }, late).advice).toBe('mode-min');
    expect(weigh(loss, { written }).advice).toBeNull();
    const half = [
      { digest: OWN, bytes: 200 },
      { digest: 'sha256:stage', bytes: 200 },
    ];
    expect(weigh(loss, { written: { ...written, blobs: half } }, late).advice).toBeNull();
    expect(weigh(loss, { written: { ...written, blobs: null } }, late).advice).toBeNull();
  });

  test('is an inline cache where a small image of one stage is pushed', () => {
    const one = {
      head: CACHED.map((step) => ({ ...step, stage: null })),
      baseline: RAN.map((step) => ({ ...step, stage: null })),
    };
    const written = { ...large, isOfPullRequest: false };
    expect(weigh(loss, { written }, one).advice).toBe('inline');
    expect(weigh(loss, { written, isPushed: false }, one).advice).toBeNull();
    const huge = [{ digest: OWN, bytes: 100_000_001 }];
    expect(weigh(loss, { written: { ...written, blobs: huge } }, one).advice).toBeNull();
  });
});
