import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import * as v from 'valibot';
import type { WorkflowRun } from '../../lab/runner/runner.ts';

/** The step of a workflow that keeps the comparison of `plimsoll` for the test: files of a run go with the runner. */
export const KEEP_COMPARISON = `      - if: always() && steps.plimsoll.outputs.comparison-file != ''
        env:
          COMPARISON: \${{ steps.plimsoll.outputs.comparison-file }}
        run: |
          if [ -f "$COMPARISON" ]; then cp "$COMPARISON" "$LAB_OUT/comparison.json"; fi
`;

/** What `KEEP_COMPARISON` kept, as far as a test looks at it. */
export async function readComparison<Shape>(run: WorkflowRun, shape: v.GenericSchema<unknown, Shape>): Promise<Shape> {
  return v.parse(shape, JSON.parse(await readFile(join(run.out, 'comparison.json'), 'utf8')));
}

/** Shows where the first step failed, and the end of the log, where it did not. */
export function expectPassed(run: WorkflowRun): void {
  expect(run.exitCode === 0 ? '' : showFailure(run.text)).toBe('');
}

function showFailure(text: string): string {
  const failed = text.indexOf('❌');
  return failed === -1
    ? text.slice(-5000)
    : `${text.slice(Math.max(0, failed - 4000), failed + 500)}\n…\n${text.slice(-1000)}`;
}

/** Outputs of the step `plimsoll`. */
export function outputs(run: WorkflowRun): Readonly<Record<string, string>> {
  return run.outputs['plimsoll'] ?? {};
}

type Inputs = Readonly<Record<string, string>>;

/** One step, as users write it, or two that differ in the inputs of `second`; the comparison of the first is kept for the test. */
export function formatWorkflow(
  inputs: Inputs,
  { on = '[push, pull_request]', second = null }: { readonly on?: string; readonly second?: Inputs | null } = {},
): string {
  const step = (id: string, own: Inputs): string => `      - id: ${id}
        uses: OWNER/plimsoll@v1
        with:
${formatInputs(own)}`;
  return `on: ${on}
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
${step('plimsoll', inputs)}${second === null ? '' : step('second', { ...inputs, ...second })}${KEEP_COMPARISON}`;
}

/** Inputs of a step, as lines below its `with:`. */
export function formatInputs(inputs: Inputs): string {
  return Object.entries(inputs)
    .map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** Text that does not compress well, the same for a seed. */
export function noise(length: number, seed: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(33 + ((state >>> 16) % 94));
  }).join('');
}
