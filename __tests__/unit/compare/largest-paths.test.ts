import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findDifferingEntries } from '../../../src/compare/differing-entries.ts';
import { findLargestPaths } from '../../../src/compare/largest-paths.ts';
import { file, whiteout } from './layer-fixture.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const BLOCK = 512;
const sized = (path: string, blocks: number, hash = `${blocks}`): LayerEntry =>
  file(path, { size: (blocks - 1) * BLOCK, contentHash: hash });
const largest = (before: readonly LayerEntry[], after: readonly LayerEntry[]): string[] =>
  findLargestPaths(findDifferingEntries(before, after)).map(
    ({ path, onDiskBytes }) => `${path} ${onDiskBytes / BLOCK}`,
  );

describe('what makes most of a change on disk', () => {
  test('is the one file that makes most of it', () => {
    const rest = [file('/usr/'), sized('/usr/a', 900), sized('/usr/b', 4)];
    expect(largest([...rest, sized('/usr/server', 100)], [...rest, sized('/usr/server', 350)])).toEqual([
      '/usr/server 250',
    ]);
    expect(largest([], [sized('/server', 90), sized('/etc/a', 3), sized('/etc/b', 3)])).toEqual(['/server 90']);
  });

  test('is the folder that it is spread in', () => {
    const files = Array.from({ length: 40 }, (_, index) => sized(`/app/node_modules/typescript/${index}/x`, 10));
    expect(largest([], [...files, sized('/app/node_modules/a', 9)])).toEqual(['/app/node_modules/typescript/ 400']);
  });

  test('is three places at most, largest first, none of them next to nothing', () => {
    const after = [1, 2, 3, 4].map((number) => sized(`/${number}/x`, number * 10));
    expect(largest([], after)).toEqual(['/4/x 40', '/3/x 30', '/2/x 20']);
    expect(largest([], [sized('/a/x', 60), sized('/b/x', 55), sized('/c/x', 9)])).toEqual(['/a/x 60', '/b/x 55']);
  });

  test('counts what came less what went', () => {
    expect(largest([sized('/lib/x.1', 50)], [sized('/lib/x.2', 53)])).toEqual(['/lib/x.2 53', '/lib/x.1 -50']);
    expect(largest([sized('/a', 10)], [])).toEqual(['/a -10']);
    expect(largest([sized('/a', 10, 'before')], [sized('/a', 10, 'after')])).toEqual([]);
  });

  test('has only what differs, and neither folders nor what is taken away', () => {
    const mode = file('/m', { mode: 0o755 });
    expect(findDifferingEntries([sized('/a', 9), file('/m')], [sized('/a', 9), mode])).toHaveLength(2);
    expect(largest([sized('/a', 9)], [sized('/a', 9), file('/d/'), whiteout('/b')])).toEqual([]);
    // The same path in two layers, as a base may have it.
    expect(largest([sized('/a', 9, '1'), sized('/a', 5, '2')], [sized('/a', 5, '2'), sized('/a', 9, '1')])).toEqual([]);
  });

  // Where each file is looked at for each folder, this does not end.
  test('is the same for 58,000 files', () => {
    const files = Array.from({ length: 58_000 }, (_, index) =>
      sized(`/app/node_modules/${index % 900}/lib/${index}.js`, 4),
    );
    expect(largest([], files)).toEqual(['/app/node_modules/ 232000']);
    expect(largest(files, files)).toEqual([]);
  });

  test('never has more than there is, one place in another, or a place twice', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })
      .map((names) => `/${names.join('/')}`);
    const side = fc.array(fc.tuple(path, fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
    const entries = (files: readonly [string, number][]): LayerEntry[] =>
      files.map(([name, blocks]) => sized(name, blocks));
    fc.assert(
      fc.property(side, side, (before, after) => {
        const differing = findDifferingEntries(entries(before), entries(after));
        const paths = findLargestPaths(differing);
        expect(paths.length).toBeLessThanOrEqual(3);
        for (const { path: place, onDiskBytes } of paths) {
          const inside = differing.filter(
            ({ entry }) =>
              entry.path === place.replace(/\/$/, '') || (place.endsWith('/') && entry.path.startsWith(place)),
          );
          expect(inside.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(onDiskBytes);
          expect(
            paths.filter((other) => other.path.startsWith(place.replace(/\/?$/, '/')) || other.path === place),
          ).toHaveLength(1);
        }
        // Where as much went as came, in all that moved most, nothing makes most of the rest.
        if (before.length === 0 && after.length > 0) expect(paths.length).toBeGreaterThan(0);
      }),
    );
  });
});
