import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCacheUse } from '../../../../src/build/timeline/cache-use.ts';
import { unionMs } from '../../../../src/build/timeline/union-ms.ts';
import type { Vertex } from '../../../../src/build/steps/vertex.ts';

const IMPORT = 'importing cache manifest from ghcr.io/acme/api:buildcache-api-main';
const EXPORT = 'exporting cache to registry';
const OF_BUILD = { error: null, buildArguments: [] };
const [A, B] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);

function makeVertex(name: string, startMs: number, endMs: number, rest: Partial<Vertex> = {}): Vertex {
  const intervals = [{ startMs, endMs }];
  return {
    digest: name,
    inputs: [],
    name,
    intervals,
    isCached: false,
    error: '',
    pushedFromMs: null,
    blobs: [],
    ...rest,
  };
}

describe('what a build did with caches', () => {
  test('costs the time in which nothing else went on', () => {
    const use = readCacheUse(
      [
        makeVertex('[internal] load build context', 0, 30),
        makeVertex(IMPORT, 10, 50),
        makeVertex('[1/2] RUN make', 50, 100),
        makeVertex('exporting to image', 100, 140),
        makeVertex(EXPORT, 100, 200),
      ],
      OF_BUILD,
    );
    expect(use).toMatchObject({ importMs: 40, exportMs: 100, costMs: 20 + 60, import: 'read' });
  });

  test('costs no more than it takes, and nothing where there is none', () => {
    const vertices = fc.array(
      fc
        .tuple(fc.constantFrom(IMPORT, EXPORT, '[1/2] RUN make', 'exporting to image'), fc.nat(50), fc.nat(50))
        .map(([name, startMs, durationMs]) => makeVertex(name, startMs, startMs + durationMs)),
    );
    fc.assert(
      fc.property(vertices, (all) => {
        const { importMs, exportMs, costMs } = readCacheUse(all, OF_BUILD);
        expect(costMs).toBeGreaterThanOrEqual(0);
        expect(costMs).toBeLessThanOrEqual(importMs + exportMs);
        if (all.every(({ name }) => name.startsWith('['))) expect(costMs).toBe(0);
        expect(costMs).toBeLessThanOrEqual(unionMs(all.flatMap(({ intervals }) => intervals)) ?? 0);
      }),
    );
  });

  test('pulls what restored steps need, a blob once; what a step that ran pulls is its base', () => {
    const blobs = [
      { task: A ?? '', bytes: 70 },
      { task: `extracting ${B ?? ''}`, bytes: 9 },
    ];
    const use = readCacheUse(
      [
        makeVertex('[1/3] RUN a', 0, 10, { isCached: true, blobs }),
        makeVertex('[2/3] RUN b', 5, 15, { isCached: true, blobs: [...blobs, { task: B ?? '', bytes: 3 }] }),
        makeVertex('[3/3] RUN c', 20, 30, { blobs: [{ task: B ?? '', bytes: 400 }] }),
        makeVertex('[x 1/3] RUN d', 40, 50, { isCached: true }),
      ],
      OF_BUILD,
    );
    expect(use).toMatchObject({ pullMs: 15, pullBytes: 73, costMs: 0, import: 'none' });
  });

  test('names the caches that it wrote, of either form, and none that came to nothing', () => {
    const blobs = [
      { task: `writing layer ${A ?? ''}`, bytes: 0 },
      { task: `writing cache image manifest ${B ?? ''}`, bytes: 0 },
    ];
    const use = readCacheUse(
      [
        makeVertex(EXPORT, 0, 1, { blobs }),
        makeVertex('exporting to GitHub Actions Cache', 0, 1, { blobs: blobs.slice(0, 1) }),
        makeVertex('exporting content cache', 0, 1, {
          blobs: [{ task: `writing cache manifest ${A ?? ''}`, bytes: 0 }],
        }),
        makeVertex(EXPORT, 0, 1, { blobs, error: 'error writing manifest blob: denied' }),
      ],
      OF_BUILD,
    );
    expect(use.manifests).toEqual([B, A]);
    expect(use.failures).toEqual([{ of: 'export', error: 'error writing manifest blob: denied' }]);
  });

  // As BuildKit 0.34 says it of a registry that does so.
  test.each([
    ['missing', 'failed to configure registry cache importer: 127.0.0.1:5000/acme/api:cache: not found'],
    ['missing', 'failed to configure registry cache importer: unexpected status from HEAD request to x: 404 Not Found'],
    [
      'failed',
      'failed to configure registry cache importer: unexpected status from HEAD request to x: 401 Unauthorized',
    ],
    ['failed', 'failed to configure registry cache importer: unexpected status: 403 Forbidden\ndenied: no'],
    ['failed', `httpReadSeeker: failed open: could not fetch content descriptor ${A ?? ''} from remote: not found`],
    ['failed', 'unexpected EOF'],
  ])('is %s where it says: %s', (what, error) => {
    const use = readCacheUse([makeVertex(IMPORT, 0, 1, { error })], OF_BUILD);
    expect(use.import).toBe(what);
    expect(use.failures).toEqual(what === 'missing' ? [] : [{ of: 'import', error }]);
  });

  test('was read where one of several was, and what failed is said all the same', () => {
    const use = readCacheUse([makeVertex(IMPORT, 0, 1, { error: 'x' }), makeVertex(IMPORT, 0, 1)], OF_BUILD);
    expect(use).toMatchObject({ import: 'read', failures: [{ of: 'import', error: 'x' }] });
  });
});
