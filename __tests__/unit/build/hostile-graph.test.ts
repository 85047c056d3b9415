import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseProvenance } from '../../../src/build/origins/provenance.ts';
import { readOrigin } from '../../../src/build/origins/read-origin.ts';
import { readStepFacts } from '../../../src/build/steps/step-facts.ts';
import { readStepSources } from '../../../src/build/steps/step-sources.ts';
import { hashRecipes } from '../../../src/build/steps/step-recipes.ts';
import { encodeProvenance, type MadeStep } from './make-provenance.ts';

const place = fc.integer({ min: -2, max: 6 });
const op = fc.oneof(
  fc.constant({}),
  fc.record({ source: fc.record({ identifier: fc.constantFrom('docker-image://a/b:1', 'local://context', 'x') }) }),
  fc.record({
    exec: fc.record({ mounts: fc.array(fc.record({ input: place, output: place, selector: fc.string() })) }),
  }),
  fc.record({
    file: fc.record({
      actions: fc.array(
        fc.record({
          input: place,
          secondaryInput: place,
          output: place,
          Action: fc.oneof(fc.constant({}), fc.record({ copy: fc.record({ src: fc.string() }) })),
        }),
      ),
    }),
  }),
  fc.record({ merge: fc.record({ inputs: fc.array(fc.record({ input: place })) }) }),
  fc.jsonValue(),
);
const step: fc.Arbitrary<MadeStep> = fc.record({
  op,
  inputs: fc.array(
    fc.tuple(fc.nat(12), fc.nat(2)).map(([at, output]) => `step${at}:${output}`),
    { maxLength: 4 },
  ),
  lines: fc.array(fc.integer(), { maxLength: 2 }),
});

test('whatever the definition is, it is read or left out', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      fc.dictionary(fc.constantFrom('step0:0', 'step1:0', 'step2:0'), fc.nat(5)),
      (steps, layers) => {
        const last: MadeStep = { op: {}, inputs: [`step${steps.length - 1}:0`] };
        const provenance = parseProvenance(encodeProvenance({ steps: [...steps, last], layers }), 'p');
        readStepSources(provenance);
        readStepFacts(provenance);
        const origin = readOrigin(provenance, 'linux/amd64');
        expect(origin?.base?.layers ?? 0).toBeGreaterThanOrEqual(0);
        expect(origin?.layers.length ?? 0).toBeLessThanOrEqual(1000);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['merges that double', { merge: { inputs: [{}, {}] } }, { merge: { inputs: [] } }],
  [
    'merges that double what has layers',
    { merge: { inputs: [{}, {}] } },
    { file: { actions: [{ input: -1, output: 0, Action: {} }] } },
  ],
])('%s end', (_, doubling, first) => {
  const steps: MadeStep[] = [{ op: first }];
  for (let at = 0; at < 60; at += 1) steps.push({ op: doubling, inputs: [`step${at}:0`] });
  steps.push({ op: {}, inputs: ['step60:0'] });
  expect(readOrigin(parseProvenance(encodeProvenance({ steps }), 'p'), 'linux/amd64')).toBeNull();
});

test('actions on one another in a circle end', () => {
  const actions = [0, 1].map((at) => ({ input: 2 - at, secondaryInput: -1, output: at, Action: {} }));
  const steps: MadeStep[] = [
    { op: { source: { identifier: 'local://context' } } },
    { op: { file: { actions } }, inputs: ['step0:0'] },
    { op: {}, inputs: ['step1:0'] },
  ];
  expect(readOrigin(parseProvenance(encodeProvenance({ steps }), 'p'), 'linux/amd64')).toBeNull();
});

test('a long line of steps is followed to its end, and a longer one than images have layers is left out', () => {
  const build = (count: number): MadeStep[] => [
    { op: { source: { identifier: 'docker-image://a/b:1' } } },
    ...Array.from({ length: count }, (_, at) => ({ op: { exec: { mounts: [{}] } }, inputs: [`step${at}:0`] })),
    { op: {}, inputs: [`step${count}:0`] },
  ];
  const read = (count: number) =>
    readOrigin(
      parseProvenance(encodeProvenance({ steps: build(count), layers: { 'step0:0': 2 } }), 'p'),
      'linux/amd64',
    );
  expect(read(1000)?.layers.length).toBe(1000);
  expect(read(1001)).toBeNull();
});

// Where all of each place is read, this is minutes.
test('a step at as many places as fit, each of the whole file, is read', () => {
  const dockerfile = 'RUN a \\\n'.repeat(100_000);
  const steps: MadeStep[] = Array.from({ length: 500 }, (_, at) => ({
    op: { source: { identifier: `docker-image://a/b:1@sha256:${'a'.repeat(64)}` } },
    inputs: at === 0 ? [] : [`step${at - 1}:0`],
    lines: Array.from({ length: 100 }, () => 1),
    lastLine: 40_000,
  }));
  const bytes = encodeProvenance({ steps: [...steps, { op: {}, inputs: ['step499:0'] }], layers: {}, dockerfile });
  const provenance = parseProvenance(bytes, 'p');
  expect(readStepSources(provenance).size).toBe(steps.length);
  readOrigin(provenance, 'linux/amd64');
  hashRecipes(provenance);
});
