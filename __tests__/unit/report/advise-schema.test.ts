import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runAdvise } from '../../../src/command/advise.ts';
import { parseArguments } from '../../../src/command/arguments.ts';
import { adviseImage } from '../../../src/advice/advise-image.ts';
import { mergeLayers } from '../../../src/layer/merge-layers.ts';
import { describeAdvice } from '../../../src/report/findings/advice.ts';
import { describeImageAdvice } from '../../../src/report/findings/image-advice.ts';
import { adviseOn } from '../advice/found.ts';
import { makeTerminal } from '../command/fake-terminal.ts';
import { readClosedSchema } from '../closed-schema.ts';
import { makeFile } from '../layer/make-entry.ts';
import type { Cost } from '../../../src/advice/cost.ts';

function readValidator(): Ajv2020 {
  const validator = new Ajv2020({ allErrors: true, strictTypes: false });
  validator.addSchema(readClosedSchema('schema/advise.v1.json'));
  return validator;
}

const validator = readValidator();

function errors(name: string, value: unknown): unknown {
  validator.validate(name, value);
  return validator.errors;
}

test.each(readdirSync('examples', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : [])))(
  'advise --json of examples/%s is what schema/advise.v1.json says',
  async (name) => {
    const terminal = makeTerminal({ directory: process.cwd() });
    const asked = parseArguments(['advise', '--json', `examples/${name}/before.Dockerfile`]);
    if (asked.kind !== 'advise') throw new Error(asked.kind);
    await runAdvise(asked, terminal);
    expect(errors('advise.v1.json', JSON.parse(terminal.out()))).toBeNull();
  },
);

test('with costs and patches too, and the schema is one that says no', () => {
  const text = 'FROM alpine:3.20\nRUN apk add curl\n';
  const costs: Cost[] = [
    { when: 'pull', durationMs: null, bytes: 12 },
    { when: 'edit', durationMs: 12, bytes: null },
  ];
  for (const cost of costs) {
    const described = describeAdvice({
      file: 'Dockerfile',
      text,
      advice: adviseOn(text).map((one) => ({ ...one, cost })),
    });
    expect(described.findings.some(({ patch }) => patch !== null)).toBe(true);
    expect(errors('advise.v1.json', described)).toBeNull();
    const [finding] = described.findings;
    expect(errors('advise.v1.json', { ...described, findings: [{ ...finding, level: 'worst' }] })).not.toBeNull();
    expect(errors('advise.v1.json', { ...described, findings: [{ ...finding, more: 1 }] })).not.toBeNull();
  }
});

test('inspect --advise --json has findings as it says', () => {
  const entries = Array.from({ length: 120 }, (_, index) => makeFile(`/srv/__tests__/${index}.js`, 5000));
  const layers = [{ entries, texts: new Map<string, string>() }];
  const merged = mergeLayers([entries]);
  const advice = adviseImage({ layers, baseLayers: 0, settings: {}, merged, isPackaged: () => false }, new Set());
  const described = describeImageAdvice(advice);
  expect(described[0]).toMatchObject({ rule: 'test-files', moreFiles: 20 });
  for (const finding of described) expect(errors('advise.v1.json#/$defs/imageFinding', finding)).toBeNull();
  expect(errors('advise.v1.json#/$defs/imageFinding', { ...described[0], bytes: '1' })).not.toBeNull();
});
