import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listActivities } from '../../../../src/build/timeline/activity.ts';
import { findCriticalPath } from '../../../../src/build/timeline/critical-path.ts';
import { NO_ORIGINS, readFixtureBuild } from '../fixture.ts';
import type { CriticalPath } from '../../../../src/build/build-record.ts';
import type { Vertex } from '../../../../src/build/steps/vertex.ts';

const BUILD = { startedAtMs: 1000, durationMs: 10_000 };

function makeVertex(name: string, rest: Partial<Vertex> = {}): Vertex {
  return {
    digest: name,
    inputs: [],
    name,
    intervals: [],
    isCached: false,
    error: '',
    pushedFromMs: null,
    blobs: [],
    ...rest,
  };
}

/** `name`: at work from one time to another, any number of times, in ms after the build began. */
function make(name: string, times: readonly [number, number | null][], ...inputs: string[]): Vertex {
  const intervals = times.map(([start, end]) => ({
    startMs: start + BUILD.startedAtMs,
    endMs: end === null ? null : end + BUILD.startedAtMs,
  }));
  return makeVertex(name, { intervals, inputs });
}

const find = (vertices: readonly Vertex[]): [string, number, number][] =>
  findCriticalPath(listActivities(vertices, BUILD)).map(({ activity, startMs, endMs }) => [
    activity.kind === 'push' ? 'push' : activity.vertex.name,
    startMs,
    endMs,
  ]);

const show = ({ parts }: CriticalPath): string[] =>
  parts.map(({ kind, name, startMs, durationMs }) => `${kind} ${startMs}+${durationMs} ${name.slice(0, 24)}`);

describe('the critical path', () => {
  test('goes back from what ended last to the input that ended last, and not to what ran beside it', () => {
    const path = find([
      make('[internal] load build definition from Dockerfile', [[0, 10]]),
      make('[a 1/2] FROM a', [[10, 20]]),
      make('[a 2/2] RUN a', [[20, 500]], '[a 1/2] FROM a'),
      make('[b 2/2] RUN b', [[20, 300]], '[a 1/2] FROM a'),
      make('[other 1/1] RUN unrelated', [[20, 590]]),
      make('[c 2/3] COPY a', [[510, 520]], '[b 2/2] RUN b', '[a 2/2] RUN a'),
      make('[c 3/3] RUN c', [[600, 900]], '[c 2/3] COPY a'),
      make('exporting to image', [[900, 1000]]),
    ]);
    expect(path).toEqual([
      ['[internal] load build definition from Dockerfile', 0, 10],
      ['[a 1/2] FROM a', 10, 20],
      ['[a 2/2] RUN a', 20, 500],
      ['[c 2/3] COPY a', 510, 520],
      ['[c 3/3] RUN c', 600, 900],
      ['exporting to image', 900, 1000],
    ]);
  });

  test('looks through steps from the cache, which take no time, to what they are made from', () => {
    const path = find([
      make('[a 1/4] FROM a', [[10, 20]]),
      make('[a 2/4] RUN a', [[20, 20]], '[a 1/4] FROM a'),
      make('[a 3/4] RUN b', [], '[a 2/4] RUN a'),
      make('[a 4/4] RUN c', [[30, 40]], '[a 3/4] RUN b'),
    ]);
    expect(path).toEqual([
      ['[a 1/4] FROM a', 10, 20],
      ['[a 4/4] RUN c', 30, 40],
    ]);
  });

  test('goes on from a base that is pulled late to what its step waited for beside it', () => {
    const path = find([
      make('[a 1/2] FROM a', [
        [0, 10],
        [5000, 6000],
      ]),
      make('[b 1/1] RUN slow', [[10, 4990]]),
      make('[a 2/2] COPY --from=b', [[6000, 6010]], '[a 1/2] FROM a', '[b 1/1] RUN slow'),
    ]);
    expect(path).toEqual([
      ['[b 1/1] RUN slow', 10, 4990],
      ['[a 1/2] FROM a', 5000, 6000],
      ['[a 2/2] COPY --from=b', 6000, 6010],
    ]);
  });

  test('goes on from a step that is loaded late from the cache to what the one after it waited for beside it', () => {
    const path = find([
      make('[a 1/2] FROM a', [[0, 10]]),
      { ...make('[a 2/2] WORKDIR /app', [[5000, 6000]], '[a 1/2] FROM a'), isCached: true },
      make('[b 1/1] RUN slow', [[10, 4990]]),
      make('[a 3/3] COPY --from=b', [[6000, 6010]], '[a 2/2] WORKDIR /app', '[b 1/1] RUN slow'),
    ]);
    expect(path).toEqual([
      ['[b 1/1] RUN slow', 10, 4990],
      ['[a 2/2] WORKDIR /app', 5000, 6000],
      ['[a 3/3] COPY --from=b', 6000, 6010],
    ]);
  });

  test('has the import of the cache where a step waited for that', () => {
    const path = find([
      make('[a 1/2] FROM a', [[10, 20]]),
      make('importing cache manifest from r', [[10, 800]]),
      make('[a 2/2] RUN a', [[810, 820]], '[a 1/2] FROM a'),
    ]);
    expect(path.map(([name]) => name)).toEqual(['importing cache manifest from r', '[a 2/2] RUN a']);
  });

  test('tells the push from the export before it', () => {
    const exporting = make('exporting to image', [
      [100, 200],
      [200, 900],
    ]);
    const path = find([{ ...exporting, pushedFromMs: BUILD.startedAtMs + 210 }]);
    expect(path).toEqual([
      ['exporting to image', 100, 210],
      ['push', 210, 900],
    ]);
  });

  test('of a build that was cut short ends with the step that was', () => {
    const path = find([make('[a 1/2] RUN a', [[0, 10]]), make('[a 2/2] RUN b', [[10, null]], '[a 1/2] RUN a')]);
    expect(path).toEqual([
      ['[a 1/2] RUN a', 0, 10],
      ['[a 2/2] RUN b', 10, 10_000],
    ]);
  });

  test('whatever the vertices say: parts follow each other within the build, and each is made from the one before', () => {
    const names = ['[a 1/9] FROM a', '[a 2/9] RUN a', 'exporting to image', 'importing cache manifest from r', 'x'];
    const time = fc.integer({ min: -50, max: 150 });
    const arbitraryVertex = fc.record({
      name: fc.constantFrom(...names),
      inputs: fc.array(fc.integer({ min: 0, max: 14 }).map(String), { maxLength: 3 }),
      times: fc.array(fc.tuple(time, fc.option(time, { freq: 8 })), { maxLength: 4 }),
      pushed: fc.option(time),
    });
    fc.assert(
      fc.property(fc.array(arbitraryVertex, { maxLength: 15 }), (made) => {
        const vertices = made.map(({ name, inputs, times, pushed }, place) =>
          makeVertex(name, {
            digest: String(place),
            inputs,
            pushedFromMs: pushed,
            intervals: times.map(([startMs, endMs]) => ({ startMs, endMs })),
          }),
        );
        const activities = listActivities(vertices, { startedAtMs: 0, durationMs: 100 });
        const path = findCriticalPath(activities);
        const lastEnd = Math.max(0, ...activities.flatMap(({ spans }) => spans.map(({ endMs }) => endMs)));
        expect(path.at(-1)?.endMs ?? 0).toBe(lastEnd);
        let doneMs = 0;
        for (const { startMs, endMs } of path) {
          expect(startMs).toBeGreaterThanOrEqual(doneMs);
          expect(endMs).toBeGreaterThan(startMs);
          doneMs = endMs;
        }
        expect(path.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('of a real build', () => {
  const ON_AMD64 = { ...NO_ORIGINS, builderPlatform: 'linux/amd64' };

  test('with an emulated step: its platform is the slow one, and the twin says how slow', async () => {
    const { criticalPaths, steps, durationMs } = await readFixtureBuild('emulated', ON_AMD64);
    expect(criticalPaths.map(({ platform, durationMs }) => [platform, durationMs])).toEqual([
      ['linux/amd64', 4880],
      ['linux/arm64', 13_573],
    ]);
    const [, slow] = criticalPaths;
    if (slow === undefined) throw new Error('no path');
    expect(durationMs).toBe(13_646);
    expect(show(slow)).toEqual([
      'prepare 3+64 [internal] load build de',
      'prepare 69+250 [linux/amd64 internal] l',
      'prepare 320+95 [internal] load .dockeri',
      'import 445+35 importing cache manifest',
      // COPY asked for it, and then for WORKDIR: from the cache, and pulled.
      'context 483+53 [internal] load build co',
      'step 537+696 WORKDIR /src',
      'step 1235+62 COPY a ./',
      'step 1299+10912 RUN i=0; while [ $i -lt ',
      'step 12228+96 COPY --from=cross /cross',
      'step 12329+143 RUN echo last > /last',
      'export 12479+225 exporting to image',
      'cache-export 12704+942 exporting cache to regis',
    ]);
    const emulated = slow.parts.filter(({ isEmulated }) => isEmulated === true);
    expect(emulated.map(({ step, timesNative }) => [steps[step ?? -1]?.name.slice(0, 12), timesNative])).toEqual([
      ['RUN i=0; whi', 5.2],
      ['RUN echo las', 0.7],
    ]);
  });

  test('that failed: up to the step that did, though others were interrupted after it', async () => {
    const { criticalPaths } = await readFixtureBuild('failed', ON_AMD64);
    expect(criticalPaths.map((path) => show(path).at(-1))).toEqual([
      'step 41+1126 RUN sleep 1; exit 4',
      'step 129+1108 RUN sleep 1; exit 4',
    ]);
  });
});
