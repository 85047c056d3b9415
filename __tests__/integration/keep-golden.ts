import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeInput } from '../unit/compare/fixture.ts';
import { GROWN, MAIN } from '../unit/report/golden-cases.ts';
import { compare, type CompareInput } from '../../src/compare/compare.ts';
import { describeBuild } from '../../src/command/timeline.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';

const FOLDER = join(import.meta.dirname, '../golden');

/** Whether real builds are recorded for the golden files: then they take as long as builds do. */
export const IS_RECORDING = process.env['UPDATE_GOLDEN'] === '1';

export type Replace = readonly (readonly [text: string, by: string])[];

/** Two builds beside each other; the images that they are of are those of other golden cases. */
export async function keepComparison(
  name: string,
  { isGrown, ...built }: Pick<CompareInput, 'build' | 'cache' | 'changedPaths'> & { readonly isGrown: boolean },
  replace: Replace,
): Promise<void> {
  const { build, notes } = compare(makeInput(MAIN, isGrown ? GROWN : MAIN, built));
  await keep(join(name, 'build.json'), { isGrown, isFirst: built.build.baseline === null, build, notes }, replace);
}

/** A build by itself, as `plimsoll timeline --json` prints it. */
export async function keepBuild(name: string, build: BuildRecord, replace: Replace): Promise<void> {
  await keep(join(name, 'build.json'), describeBuild(build), replace);
}

async function keep(path: string, value: unknown, replace: Replace): Promise<void> {
  if (!IS_RECORDING) return;
  const text = replace.reduce((whole, [from, by]) => whole.replaceAll(from, by), JSON.stringify(value, null, 2));
  await mkdir(join(FOLDER, path, '..'), { recursive: true });
  await writeFile(join(FOLDER, path), `${text}\n`);
}
