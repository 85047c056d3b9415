import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { environmentName, INPUT_TABLE } from '../../../src/plan/input-table.ts';
import type { InputName } from '../../../src/plan/input-table.ts';

const Action = v.object({
  inputs: v.record(v.string(), v.object({ default: v.optional(v.string(), '') })),
  runs: v.object({
    steps: v.array(v.object({ id: v.optional(v.string()), env: v.optional(v.record(v.string(), v.string()), {}) })),
  }),
});

const action = v.parse(Action, parse(readFileSync('action.yml', 'utf8')));
const names = Object.keys(INPUT_TABLE).filter((name): name is InputName => name in INPUT_TABLE);

describe('the table of inputs', () => {
  test('is that of action.yml, with its defaults, in its order', () => {
    expect(names.map((name) => [name, INPUT_TABLE[name].default])).toEqual(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
    );
  });

  test('action.yml gives the step "plan" what the plan reads, and nothing else', () => {
    const step = action.runs.steps.find(({ id }) => id === 'plan');
    const read = names.filter((name) => INPUT_TABLE[name].isPlanned);
    expect(step?.env).toEqual({
      ...Object.fromEntries(read.map((name) => [environmentName(name), `\${{ inputs.${name} }}`])),
      PLIMSOLL_PASSWORD_GIVEN: "${{ inputs.password != '' }}",
    });
  });

  test('keeps secrets from the plan', () => {
    for (const name of ['password', 'secrets', 'secret-envs', 'secret-files', 'ssh', 'github-token'] as const) {
      expect(INPUT_TABLE[name].isPlanned).toBe(false);
    }
  });
});
