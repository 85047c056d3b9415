import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { SHARED_INPUTS } from '../../src/plan/compare-inputs.ts';
import { environmentName } from '../../src/plan/input-table.ts';
import { VERSION } from '../../src/version.ts';
import { INPUT_TABLE } from '../../src/plan/input-table.ts';
import { CONTRACT_COMPARE_INPUTS, CONTRACT_INPUTS, CONTRACT_OUTPUTS } from './contract-names.ts';

const Action = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.optional(v.string()) })),
  outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
  runs: v.object({
    steps: v.array(
      v.object({
        id: v.optional(v.string()),
        if: v.optional(v.string()),
        uses: v.optional(v.string()),
        run: v.optional(v.string()),
        'continue-on-error': v.optional(v.boolean()),
        shell: v.optional(v.string()),
        with: v.optional(v.record(v.string(), v.string()), {}),
        env: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
  }),
});

const FILES = ['action.yml', 'compare/action.yml', 'comment/action.yml'] as const;
const [action, compare, comment] = [readAction(FILES[0]), readAction(FILES[1]), readAction(FILES[2])];
const steps = action.runs.steps;
const reference = readFileSync('docs/reference.md', 'utf8');

describe.each(FILES)('%s', (file) => {
  const { inputs, runs } = readAction(file);

  test('hands every input on, to a step of ours or to a nested action', () => {
    const handed = JSON.stringify(runs.steps);
    const forgotten = Object.keys(inputs).filter((name) => !new RegExp(`inputs\\.${name}\\b(?!-)`).test(handed));
    expect(forgotten).toEqual([]);
  });

  test('has no expression inside a run, and a shell for each', () => {
    for (const step of runs.steps.filter((step) => step.run !== undefined)) {
      expect(step.run).not.toContain('${{');
      expect(step.shell).toBe('bash');
    }
  });

  test('pins every nested action by commit, with its version beside it', () => {
    const text = readFileSync(file, 'utf8');
    const uses = text.split('\n').filter((line) => /^\s+(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(1);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('sets up Node as action.yml does', () => {
    expect(runs.steps.slice(0, 2)).toEqual(steps.slice(0, 2));
  });

  test('has every output from a step of its own', () => {
    const { outputs } = readAction(file);
    for (const [name, { value }] of Object.entries(outputs)) {
      const id = new RegExp(`^\\$\\{\\{ steps\\.(\\w+)\\.outputs\\.${name} \\}\\}$`).exec(value)?.[1];
      expect(runs.steps.map((step) => step.id)).toContain(id);
    }
  });
});

describe('action.yml', () => {
  test.each([
    ['there is none', null, 'true'],
    ['it is too old', 1, 'true'],
    ['it will do', 0, 'false'],
  ])('sets up Node only where the one in PATH will not do: %s', (_, exitCode, setup) => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-test-'));
    try {
      if (exitCode !== null) writeFileSync(join(folder, 'node'), `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 });
      const output = join(folder, 'output');
      const script = steps.find(({ id }) => id === 'node')?.run ?? '';
      execFileSync('/bin/bash', ['-e', '-c', script], { env: { PATH: folder, GITHUB_OUTPUT: output } });
      expect(readFileSync(output, 'utf8')).toBe(`setup=${setup}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const setUp = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(setUp?.if).toBe("steps.node.outputs.setup == 'true'");
  });

  test('asks Node for version 20 or newer', () => {
    const code = /node -e '([^']+)'/.exec(steps.find(({ id }) => id === 'node')?.run ?? '')?.[1] ?? '';
    const judge = (version: string): number => {
      let result = -1;
      const exit = (exitCode: number): void => {
        result = exitCode;
      };
      runInNewContext(code, { Number, process: { versions: { node: version }, exit } });
      return result;
    };
    expect(['18.20.8', '19.9.0', '20.0.0', '24.3.0'].map(judge)).toEqual([1, 1, 0, 0]);
  });

  test('gives secrets to nested actions only, and the API token to our own steps after the build', () => {
    const secret = /inputs\.(password|secrets|secret-envs|secret-files|ssh)\b(?!-)/;
    for (const step of steps.filter((step) => step.run !== undefined)) {
      const values = Object.entries(step.env).filter(([name]) => name !== 'PLIMSOLL_PASSWORD_GIVEN');
      for (const [, value] of values) expect(value).not.toMatch(secret);
      const holdsToken = values.some(([, value]) => value.includes('github-token') || value.includes('github.token'));
      expect(holdsToken).toBe(step.id === 'report' || step.id === 'tags');
    }
    const build = steps.find((step) => step.id === 'build');
    expect(build?.with['github-token']).toBe('');
  });
});

describe('the public contract', () => {
  const defaults = (inputs: Readonly<Record<string, { default?: string | undefined }>>): Record<string, string> =>
    Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']));

  test('is what action.yml and the parser take, with its defaults', () => {
    expect(defaults(action.inputs)).toEqual(CONTRACT_INPUTS);
    expect(defaults(INPUT_TABLE)).toEqual(CONTRACT_INPUTS);
  });

  test('is what compare/action.yml takes, with the same defaults', () => {
    const shared = CONTRACT_COMPARE_INPUTS.map((name) => [name, CONTRACT_INPUTS[name] ?? '']);
    expect(defaults(compare.inputs)).toEqual(Object.fromEntries(shared));
  });

  test('is what both give', () => {
    expect(Object.keys(action.outputs)).toEqual(CONTRACT_OUTPUTS);
    expect(Object.keys(compare.outputs)).toEqual(CONTRACT_OUTPUTS);
  });
});

describe('docs/reference.md', () => {
  test('lists the inputs of action.yml, with their defaults', () => {
    expect(rows('## Inputs', '## Values')).toEqual(
      Object.entries(action.inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === undefined ? '' : `\`${input.default}\``,
        input.description,
      ]),
    );
  });

  test('lists the outputs of action.yml', () => {
    expect(rows('## Outputs', '## compare/: inputs')).toEqual(
      Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    );
  });
});

describe('compare/action.yml', () => {
  test('takes what it shares with action.yml with the same defaults, and the image', () => {
    const expected = [...SHARED_INPUTS, 'github-token'].map((name) => [name, action.inputs[name]?.default]);
    const given = Object.entries(compare.inputs).map(([name, input]) => [name, input.default]);
    expect(new Map(given.map(([name, value]) => [name, value]))).toEqual(
      new Map([['image', undefined], ['metadata', undefined], ...expected].map(([name, value]) => [name, value])),
    );
  });

  test('has the outputs of action.yml', () => {
    expect(Object.keys(compare.outputs)).toEqual(Object.keys(action.outputs));
  });

  test('gives its step every input under the name that the parser reads, and the token apart', () => {
    const step = compare.runs.steps.find(({ id }) => id === 'compare');
    const read = ['image', 'metadata', ...SHARED_INPUTS];
    expect(step?.env).toEqual({
      GITHUB_TOKEN: '${{ inputs.github-token }}',
      ...Object.fromEntries(read.map((name) => [environmentName(name), `\${{ inputs.${name} }}`])),
    });
  });
});

describe('comment/action.yml', () => {
  test('takes artifacts of the name that the others give, which no page has', () => {
    const upload = [action, compare].map(({ runs }) =>
      runs.steps.flatMap(({ uses, with: given }) =>
        uses?.startsWith('actions/upload-artifact@') === true ? (given['name'] ?? '') : [],
      ),
    );
    const names = upload.map((two) => two.map((name) => name.replace(/\$\{\{.*\}\}$/, 'comparison-api')));
    const page = 'plimsoll-comparison-api';
    expect(names).toEqual([
      [page, 'plimsoll.comparison-comparison-api'],
      [page, 'plimsoll.comparison-comparison-api'],
    ]);
    const download = comment.runs.steps.find(({ id }) => id === 'download');
    expect(download?.with['pattern']).toBe('plimsoll.comparison-*');
  });
});

describe.each([
  ['compare/', compare, '## compare/: outputs', '## comment/: inputs'],
  ['comment/', comment, '## comment/: outputs', undefined],
] as const)('%s in docs/reference.md', (folder, { inputs, outputs }, from, to) => {
  test('has its inputs and outputs', () => {
    expect(rows(`## ${folder}: inputs`, from)).toEqual(
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === undefined ? '' : `\`${input.default.replaceAll('|', '\\|')}\``,
        input.description,
      ]),
    );
    expect(rows(from, to)).toEqual(
      Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    );
  });
});

test('the version is that of package.json', () => {
  const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync('package.json', 'utf8')));
  expect(VERSION).toBe(version);
});

function readAction(file: (typeof FILES)[number]): v.InferOutput<typeof Action> {
  return v.parse(Action, parse(readFileSync(file, 'utf8')));
}

/** The cells of the table between two headings. */
function rows(from: string, to?: string): string[][] {
  const start = reference.indexOf(from);
  const part = reference.slice(start, to === undefined ? undefined : reference.indexOf(to, start));
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}
