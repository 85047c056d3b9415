import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readCollected, writeCollectedComparison, writeCollectedFailure } from '../../../src/phase/collected-file.ts';
import { compare } from '../../../src/compare/compare.ts';
import { GOLDEN_CASES } from '../report/golden-cases.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('readCollected', () => {
  test('finds one artifact where it lies, and of several each in its folder', async () => {
    const [golden] = Object.values(GOLDEN_CASES);
    if (golden === undefined) throw new Error('no golden case');
    const comparison = compare(golden.input);
    await writeCollectedComparison(folder, comparison, golden.context, true);
    const { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise } = golden.context;
    const context = { subject, baselineTitle, baselineWhy, headSha, overrideLabel, overriddenBy, noise };
    const compared = { schemaVersion: 1, kind: 'compared', comparison, context, strict: true };
    expect(await readCollected(folder)).toEqual({ reports: [compared], notes: [] });
    await mkdir(join(folder, 'plimsoll.comparison-web', 'web'), { recursive: true });
    await writeCollectedFailure(join(folder, 'plimsoll.comparison-web', 'web'), 'web');
    const failed = { schemaVersion: 1, kind: 'not-built', name: 'web' };
    expect(await readCollected(folder)).toEqual({ reports: [compared, failed], notes: [] });
  });

  test('finds nothing in a folder that is empty or not there', async () => {
    expect(await readCollected(folder)).toEqual({ reports: [], notes: [] });
    expect(await readCollected(join(folder, 'missing'))).toEqual({ reports: [], notes: [] });
  });

  test('leaves out what is none, and says so of each', async () => {
    await place('a', '{');
    await place('b', JSON.stringify({ schemaVersion: 1, kind: 'not-built', name: 'b' }));
    await place('c', ' '.repeat(9_000_000));
    await writeFile(join(folder, 'other.json'), '{');
    const { reports, notes } = await readCollected(folder);
    expect(reports).toMatchObject([{ name: 'b' }]);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^a\/.*no JSON/),
      expect.stringMatching(/^c\/.*9000000 bytes/),
    ]);
  });

  test('takes a hundred at most', async () => {
    for (let index = 0; index < 103; index += 1) {
      await place(`n${index}`, JSON.stringify({ schemaVersion: 1, kind: 'not-built', name: `n${index}` }));
    }
    const { reports, notes } = await readCollected(folder);
    expect(reports).toHaveLength(100);
    expect(notes).toMatchObject([{ message: '3 of 103 comparisons are left out' }]);
  });

  test('follows no link', async () => {
    await writeCollectedFailure(folder, 'secret');
    const inner = join(folder, 'inner');
    await mkdir(inner);
    await symlink(join(folder, 'plimsoll-comparison.json'), join(inner, 'plimsoll-comparison.json'));
    await symlink(folder, join(inner, 'up'));
    expect(await readCollected(inner)).toEqual({ reports: [], notes: [] });
  });
});

async function place(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'plimsoll-comparison.json'), text);
}
