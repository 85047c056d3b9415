import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compare } from '../../../src/compare/compare.ts';
import { COMPARISON } from '../../../src/compare/comparison-schema.ts';
import { makeInput } from '../compare/fixture.ts';
import { CONTEXT, GROWN, MAIN } from './golden-cases.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import type { ToldBuild } from '../../../src/report/timing/told-build.ts';
import type { ToldCase } from './told-comparison.ts';

const FOLDER = join(import.meta.dirname, '../../golden');

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'));
const list = (prefix: string): string[] => readdirSync(FOLDER).filter((name) => name.startsWith(prefix));

/** The form of a build is a comparison's. */
function parseBuild(build: unknown, notes: unknown = []): Pick<Comparison, 'build' | 'notes'> {
  return v.parse(COMPARISON, { ...compare(makeInput(MAIN, MAIN)), build, notes });
}

const Kept = v.object({ isGrown: v.boolean(), isFirst: v.boolean(), build: v.unknown(), notes: v.unknown() });

/** Real builds beside each other, as `__tests__/integration/step-reasons.test.ts` recorded them, of images that are none. */
export const RECORDED_COMPARISONS = list('build-').map((name): [string, ToldCase] => {
  const { isGrown, isFirst, ...kept } = v.parse(Kept, readJson(name, 'build.json'));
  const input = makeInput(MAIN, isGrown ? GROWN : MAIN);
  const baseline = isFirst ? { kind: 'none' as const, reason: 'the repository has no image yet' } : input.baseline;
  const { build, notes } = parseBuild(kept.build, kept.notes);
  return [name, { comparison: { ...compare({ ...input, baseline }), build, notes }, context: CONTEXT }];
});

const source = v.nullable(v.object({ file: v.string(), line: v.number() }));
const Told = v.object({
  builder: v.string(),
  id: v.string(),
  status: v.picklist(['completed', 'failed', 'canceled']),
  startedAt: v.string(),
  error: v.nullable(v.string()),
  failedStep: v.nullable(
    v.object({ name: v.string(), platform: v.nullable(v.string()), source, lines: v.array(v.string()) }),
  ),
  build: v.unknown(),
});

/** Real builds that came to no end, by themselves, of the same test. */
export const RECORDED_BUILDS = list('timeline-').map((name): [string, ToldBuild] => {
  const told = v.parse(Told, readJson(name, 'build.json'));
  const { build } = parseBuild(told.build);
  if (build === null) throw new Error(`${name} has no build`);
  return [name, { ...told, build }];
});
