import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { renderComment } from '../../../src/report/comment.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { CAUSE_CASES } from './cause-cases.ts';
import { GOLDEN_CASES } from './golden-cases.ts';
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

describe('golden files', () => {
  test.each([...COMPARED, ...Object.entries(CAUSE_CASES)])('%s', (name, { comparison, context }) => {
    expectGolden(join(name, 'comparison.json'), `${JSON.stringify(comparison, null, 2)}\n`);
    const comment = renderComment(comparison, context).map(({ text }) => text.toString());
    expectGolden(join(name, 'comment.md'), `${comment.join('\n\n')}\n`);
    expectGolden(join(name, 'summary.md'), renderSummary(comparison, context));
    expectGolden(join(name, 'terminal.txt'), renderTerminal(comparison, context, { color: false, width: 100 }));
  });
});
