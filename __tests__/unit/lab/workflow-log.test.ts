import { describe, expect, test } from '@jest/globals';

import { parseWorkflowLog } from '../../../lab/runner/workflow-log.ts';

const lines = (...entries: object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
const at = (stepID: string[], rest: object): object => ({
  job: 'ci.yml/build-1',
  stage: 'Main',
  stepID,
  msg: '',
  ...rest,
});

describe('the log of act', () => {
  test('tells what steps printed from what the runner said', () => {
    const log = parseWorkflowLog(
      lines(
        at(['a'], { msg: '⭐ Run Main a' }),
        at(['a'], { msg: '##[error] x ::warning::y\n', raw_output: true }),
        at(['a'], { msg: '  ⚙  ::warning::z', command: 'warning', arg: 'z', raw: '::warning::z\n' }),
      ),
    );
    expect(log.printed).toBe('##[error] x ::warning::y\n::warning::z\n');
    expect(log.text).toBe('[build-1] ⭐ Run Main a\n[build-1] | ##[error] x ::warning::y\n[build-1]   ⚙  ::warning::z');
    expect(log.annotations).toStrictEqual([{ level: 'warning', message: 'z' }]);
  });

  test('has steps and outputs by id, nested ones under the action that holds them', () => {
    const done = { executionTime: 1_500_000_000, stepResult: 'success' };
    const log = parseWorkflowLog(
      lines(
        at(['own', 'plan'], done),
        at(['own', 'plan'], { command: 'set-output', name: 'push', arg: 'true' }),
        at(['own'], { ...done, stepResult: 'failure' }),
        at(['own', 'x', 'plan'], { ...done, stage: 'Post' }),
        at(['own', 'late'], { stepResult: 'skipped' }),
      ),
    );
    const step = { job: 'build-1', durationMs: 1500, stage: 'Main', result: 'success' };
    expect(log.steps).toStrictEqual([
      { ...step, id: 'own/plan' },
      { ...step, id: 'own', result: 'failure' },
      { ...step, id: 'own/plan', stage: 'Post' },
    ]);
    expect(log.outputs).toStrictEqual({ 'own/plan': { push: 'true' } });
    expect(log.jobs).toStrictEqual({ 'build-1': { summary: '', outputs: { 'own/plan': { push: 'true' } } } });
  });

  test("has a nested step's summary once, although act reads it again when the action ends", () => {
    const wrote = (stepID: string[], content: string): object => at(stepID, { command: 'summary', content });
    const log = parseWorkflowLog(
      lines(
        wrote(['0'], 'first\n'),
        at(['own', 'report'], { executionTime: 1, stepResult: 'success' }),
        wrote(['own', 'report'], 'report\n'),
        at(['own'], { executionTime: 1, stepResult: 'success' }),
        wrote(['own'], 'report\n'),
      ),
    );
    expect(log.summary).toBe('first\nreport\n');
  });

  test('may hold lines that are no entry', () => {
    expect(parseWorkflowLog('Error: no such event\n{broken\n{"level":"info"}\n').text).toBe(
      'Error: no such event\n{broken\n{"level":"info"}',
    );
  });
});
