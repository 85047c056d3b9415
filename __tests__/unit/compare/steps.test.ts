import { describe, expect, test } from '@jest/globals';
import { carryLastRan } from '../../../src/compare/carry-last-ran.ts';
import { compareBuilds } from '../../../src/compare/steps.ts';
import { makeBuild } from './fixture.ts';

describe('compareBuilds', () => {
  test('pairs steps by stage, name and platform, the first of two alike with the first', () => {
    const head = makeBuild(9000, [
      { name: 'RUN a', stage: 'x', platform: 'linux/amd64', status: 'cached', durationMs: null },
      { name: 'RUN a', stage: 'x', platform: 'linux/amd64', status: 'ran', durationMs: 5 },
      { name: 'RUN a', stage: 'y', platform: 'linux/amd64' },
      { name: 'RUN a', stage: 'x', platform: 'linux/arm64', status: 'failed', durationMs: null },
    ]);
    const baseline = makeBuild(8000, [
      { name: 'RUN a', stage: 'x', platform: 'linux/arm64', durationMs: 1 },
      { name: 'RUN a', stage: 'x', platform: 'linux/amd64', durationMs: 2 },
      { name: 'RUN a', stage: 'x', platform: 'linux/amd64', status: 'cached', durationMs: null },
      { name: 'RUN gone', stage: 'x', platform: 'linux/amd64', durationMs: 4 },
    ]);
    const build = compareBuilds(head, baseline);
    expect(build.durationMs).toBe(9000);
    expect(build.baselineDurationMs).toBe(8000);
    expect(
      build.steps.map(({ status, baseline: before }) => [status, before?.status ?? null, before?.durationMs ?? null]),
    ).toEqual([
      ['cached', 'ran', 2],
      ['ran', 'cached', null],
      ['ran', null, null],
      ['failed', 'ran', 1],
    ]);
    expect(build.cache).toMatchObject({ restored: 1, cacheable: 4, importMs: 800, exportMs: 2400, savedMs: 2 });
  });

  test('pairs a build for one platform, which does not name it, with one that does', () => {
    const head = makeBuild(1, [{ name: 'RUN a', platform: null }]);
    const baseline = makeBuild(1, [{ name: 'RUN a', platform: 'linux/amd64', durationMs: 7 }]);
    expect(compareBuilds(head, baseline).steps[0]?.baseline).toEqual({ status: 'ran', durationMs: 7 });
    expect(compareBuilds(baseline, head).steps[0]?.baseline).toEqual({ status: 'ran', durationMs: 100 });
  });

  test('does not guess what the cache saved', () => {
    const cached = makeBuild(1, [{ name: 'RUN a', status: 'cached', durationMs: null }]);
    expect(compareBuilds(cached, null).cache.savedMs).toBeNull();
    expect(compareBuilds(cached, cached).cache.savedMs).toBeNull();
    expect(compareBuilds(cached, makeBuild(1, [])).cache.savedMs).toBeNull();
    expect(compareBuilds(makeBuild(1, []), makeBuild(1, [])).cache.savedMs).toBe(0);
    expect(compareBuilds(cached, null).baselineDurationMs).toBeNull();
  });

  test('knows what the cache saved from any build before, by the record of the last one', () => {
    const ran = makeBuild(1, [{ name: 'RUN a', durationMs: 7000 }]);
    const cached = makeBuild(1, [{ name: 'RUN a', status: 'cached', durationMs: 30 }]);
    let before = ran;
    for (let builds = 0; builds < 5; builds++) {
      expect(compareBuilds(cached, before).cache.savedMs).toBe(7000);
      before = { ...cached, steps: carryLastRan(cached.steps, before.steps) };
    }
    expect(before.steps[0]?.lastRanMs).toBe(7000);
  });
});

describe('carryLastRan', () => {
  test('takes over what a step that did not run took before, and leaves what is not known', () => {
    const head = makeBuild(1, [
      { name: 'RUN ran', durationMs: 5 },
      { name: 'RUN cached', status: 'cached', durationMs: 1 },
      { name: 'RUN failed', status: 'failed', durationMs: 2 },
      { name: 'RUN new', status: 'cached' },
    ]);
    const baseline = makeBuild(1, [
      { name: 'RUN ran', durationMs: 50 },
      { name: 'RUN cached', status: 'cached', durationMs: 3, lastRanMs: 60 },
      { name: 'RUN failed', durationMs: 70 },
    ]);
    expect(carryLastRan(head.steps, baseline.steps).map(({ lastRanMs }) => lastRanMs)).toEqual([5, 60, 70, null]);
  });
});
