import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { renderComment } from '../../../src/report/comment/comment.ts';
import { renderFailedBuild } from '../../../src/report/timing/failed-build.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { renderBuildMarkdown, renderBuildText } from '../../../src/report/timing/told-build.ts';
import { CAUSE_CASES } from './cause-cases.ts';
import { GOLDEN_CASES } from './golden-cases.ts';
import { RECORDED_BUILDS, RECORDED_COMPARISONS } from './recorded-builds.ts';
import type { ToldCase } from './told-comparison.ts';

const FOLDER = join(import.meta.dirname, '../../golden');

/** `UPDATE_GOLDEN=1` writes what the code says now: a reviewer reads the diff of the comment itself. */
function expectGolden(path: string, text: string): void {
  const file = join(FOLDER, path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const COMPARED = Object.entries(GOLDEN_CASES).map(([name, { input, context }]): [string, ToldCase] => [
  name,
  { comparison: compare(input), context },
]);

/** What people read of a comparison, each place of its own form. */
function expectTold(name: string, { comparison, context }: ToldCase): void {
  const comment = renderComment(comparison, context).map(({ text }) => text.toString());
  expectGolden(join(name, 'comment.md'), `${comment.join('\n\n')}\n`);
  expectGolden(join(name, 'summary.md'), renderSummary(comparison, context));
  expectGolden(join(name, 'terminal.txt'), renderTerminal(comparison, context, { color: false, width: 100 }));
}

describe('golden files', () => {
  test.each([...COMPARED, ...Object.entries(CAUSE_CASES)])('%s', (name, told) => {
    expectGolden(join(name, 'comparison.json'), `${JSON.stringify(told.comparison, null, 2)}\n`);
    expectTold(name, told);
  });

  test.each(RECORDED_COMPARISONS)('%s, of real builds', (name, told) => {
    expectTold(name, told);
  });

  test.each(RECORDED_BUILDS)('%s, of a real build', (name, told) => {
    expectGolden(join(name, 'timeline.txt'), renderBuildText(told, { color: false, width: 100 }));
    expectGolden(join(name, 'timeline.md'), renderBuildMarkdown(told));
    if (told.failedStep === null) return;
    const { annotation, summary } = renderFailedBuild('api', told.failedStep);
    expectGolden(join(name, 'annotation.txt'), `${annotation}\n`);
    expectGolden(join(name, 'summary.md'), summary);
  });
});
