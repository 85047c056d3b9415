import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/compare/compare.ts';
import type { Cause } from '../../../src/compare/comparison.ts';
import { downloadBytes } from '../../../src/image/image.ts';
import { arbitraryOrigins } from './arbitrary-origin.ts';
import { makeDigest, makeImage, makeInput, makePlatform, type LayerSpec } from './fixture.ts';

const PLATFORM = 'linux/amd64';

function causesOf(
  baseline: readonly LayerSpec[] | null,
  head: readonly LayerSpec[] | null,
  configs = [1500, 1500],
): Cause[] {
  // Another platform keeps an image whole where one side lacks the platform.
  const image = (name: string, layers: readonly LayerSpec[] | null, config = 0): ReturnType<typeof makeImage> =>
    makeImage(name, [
      makePlatform('linux/arm64', []),
      ...(layers === null ? [] : [makePlatform(PLATFORM, layers, config)]),
    ]);
  const comparison = compare(makeInput(image('baseline', baseline, configs[0]), image('head', head, configs[1])));
  return comparison.platforms.find(({ platform }) => platform === PLATFORM)?.causes ?? [];
}

const brief = (cause: Cause): string => `${cause.kind} ${cause.downloadBytes} ${cause.detail}`;

describe('causes', () => {
  test('count a pair by its difference, what came plus and what went minus', () => {
    const base = { by: 'ADD rootfs', bytes: 1000 };
    expect(causesOf([base, { by: 'RUN a', bytes: 10 }], [base, { by: 'RUN a', bytes: 30 }]).map(brief)).toEqual([
      'layer 20 RUN a',
    ]);
    expect(causesOf([base, { by: 'RUN a', bytes: 10 }], [base, { by: 'RUN b', bytes: 30 }]).map(brief)).toEqual([
      'layer -10 RUN a',
      'layer 30 RUN b',
    ]);
  });

  test('name recompression and the config', () => {
    const gzip = { by: 'RUN a', bytes: 100, content: 'x' };
    const zstd = { ...gzip, bytes: 70, compression: 'zstd' };
    expect(causesOf([gzip], [zstd], [1500, 1510]).map(brief)).toEqual([
      'recompressed -30 RUN a',
      'config 10 image configuration',
    ]);
  });

  test('leave out what changed nothing', () => {
    expect(causesOf([{ by: 'RUN a', bytes: 5 }], [{ by: 'RUN a', bytes: 5 }])).toEqual([]);
  });

  test('keep a layer that changed by an unknown number of bytes on disk', () => {
    const causes = causesOf([{ by: 'RUN a', bytes: 5, content: 'x' }], [{ by: 'RUN a', bytes: 5, content: 'y' }]);
    expect(causes).toMatchObject([{ downloadBytes: 0, onDiskBytes: null }]);
  });

  test('count a blob once a side, however often it stands there', () => {
    const layer = { by: 'WORKDIR /app', bytes: 93 };
    expect(causesOf([layer], [layer, layer])).toEqual([]);
    expect(causesOf([layer, layer], [layer])).toEqual([]);
    expect(causesOf([], [layer, layer]).map(brief)).toEqual(['layer 93 WORKDIR /app']);
  });

  test('are the other side of a platform that came or went', () => {
    const layers = [{ by: 'RUN a', bytes: 10 }];
    expect(causesOf(null, layers).map(brief)).toEqual(['layer 10 RUN a', 'config 1500 image configuration']);
    expect(causesOf(layers, null).map(brief)).toEqual(['layer -10 RUN a', 'config -1500 image configuration']);
  });

  test('sum to the change, to the byte, on both counts', () => {
    const spec = fc.record({
      by: fc.constantFrom('', 'RUN a', 'RUN b'),
      bytes: fc.nat(9),
      content: fc.constantFrom('1', '2', '3', '4'),
      compression: fc.constantFrom('gzip', 'zstd'),
    });
    const side = fc.option(fc.array(spec, { maxLength: 8 }));
    // Of images with any number of layers: some fit, some do not.
    const origins = fc.record({ baseline: arbitraryOrigins(4, PLATFORM), head: arbitraryOrigins(4, PLATFORM) });
    const known = new Map(['1', '2', '3', '4'].map((content, index) => [makeDigest(content), (index + 1) * 1024]));
    fc.assert(
      fc.property(side, side, origins, fc.nat(50), fc.nat(50), (baseline, head, told, baselineConfig, headConfig) => {
        fc.pre(baseline !== null || head !== null);
        const platforms = [baseline, head].map((layers, index) =>
          layers === null ? [] : [makePlatform(PLATFORM, layers, index === 0 ? baselineConfig : headConfig)],
        );
        const [before = [], after = []] = platforms;
        const anchor = makePlatform('linux/arm64', []);
        const input = makeInput(makeImage('a', [...before, anchor]), makeImage('b', [...after, anchor]), {
          knownDiskBytes: known,
          origins: told,
        });
        const platform = compare(input).platforms.find((candidate) => candidate.platform === PLATFORM);
        const sum = (count: (cause: Cause) => number | null): number =>
          (platform?.causes ?? []).reduce((total, cause) => total + (count(cause) ?? NaN), 0);
        const bytes = [before, after].map(([image]) => (image === undefined ? 0 : downloadBytes(image)));
        expect(sum((cause) => cause.downloadBytes)).toBe((bytes[1] ?? 0) - (bytes[0] ?? 0));
        expect(sum((cause) => cause.onDiskBytes)).toBe((platform?.onDisk.head ?? 0) - (platform?.onDisk.baseline ?? 0));
        if (before.length > 0 && after.length > 0) {
          expect(sum((cause) => cause.downloadBytes)).toBe(platform?.download.change);
          expect(sum((cause) => cause.onDiskBytes)).toBe(platform?.onDisk.change);
        }
        for (const cause of platform?.causes ?? [])
          expect([cause.downloadBytes, cause.onDiskBytes]).not.toEqual([0, 0]);
      }),
    );
  });
});
