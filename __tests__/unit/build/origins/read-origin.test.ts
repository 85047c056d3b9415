import { describe, expect, test } from '@jest/globals';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { readOrigin } from '../../../../src/build/origins/read-origin.ts';
import { readFixture } from '../fixture.ts';
import { encodeProvenance, IMAGE, type MadeStep } from '../make-provenance.ts';
import type { ImageOrigin } from '../../../../src/build/origins/image-origin.ts';

const read = (bytes: Uint8Array): ImageOrigin | null => readOrigin(parseProvenance(bytes, 'p'), 'linux/amd64');
const make = (
  steps: readonly MadeStep[],
  layers: Readonly<Record<string, number>>,
  dockerfile = '',
): ImageOrigin | null => read(encodeProvenance({ steps, layers, dockerfile }));

const source: MadeStep = { op: { source: { identifier: `docker-image://docker.io/library/a:1@${IMAGE}` } } };
const run = (input: string): MadeStep => ({ op: { exec: { mounts: [{ dest: '/' }] } }, inputs: [input] });
const result = (input: string): MadeStep => ({ op: {}, inputs: [input] });
const copyLink = (input: string): MadeStep => ({
  op: { file: { actions: [{ input: -1, secondaryInput: 0, output: 0, Action: { copy: { src: '/a', dest: '/' } } }] } },
  inputs: [input],
});
const context: MadeStep = { op: { source: { identifier: 'local://context' } } };

describe('the provenance of a real build', () => {
  test('of BuildKit 0.34, restored from a cache: v1, which says nothing of the base itself', async () => {
    expect(read(await readFixture('origin.provenance.json'))).toMatchObject({
      platform: 'linux/amd64',
      base: {
        reference: 'registry.example:5000/myorg/base:1',
        digest: 'sha256:8b5f3830f4a8120443efd40d6e3b9a53f45548c3e6529a8a51b2227ddcb02e17',
        layers: 3,
        // Another stage stands on the same base, in line 2.
        source: { file: 'Dockerfile', line: 7 },
      },
      layers: [8, 9, 10, 11, 14, 15, 18, 20].map((line) => ({ source: { file: 'Dockerfile', line } })),
    });
  });

  test('of the engine 28: v0.2', async () => {
    expect(read(await readFixture('origin-v0.2.provenance.json'))).toMatchObject({
      base: {
        reference: 'docker.io/myorg/base:1',
        digest: 'sha256:c33f64192756082cc7d5464f47692255ec48e75ed8c4cfd18cbf3a0d766aaafc',
        layers: 3,
        source: { line: 7 },
      },
      layers: [8, 9, 10, 11, 14, 15, 18, 20].map((line) => ({ source: { line } })),
    });
  });

  test.each(['cold', 'v0.2'])('without its definition tells steps alone: %s', async (name) => {
    expect(read(await readFixture(`${name}.provenance.json`))).toBeNull();
  });

  test.each(['origin', 'origin-v0.2'])('keeps the values of build arguments to itself: %s', async (name) => {
    const bytes = await readFixture(`${name}.provenance.json`);
    expect(bytes.toString()).toContain('hush-hush');
    expect(JSON.stringify(read(bytes))).not.toContain('hush');
  });
});

describe('the layers of the base', () => {
  test('are what there is below the steps, whichever of them was packed', () => {
    const steps = [source, run('step0:0'), run('step1:0'), result('step2:0')];
    expect(make(steps, { 'step1:0': 6 })?.base?.layers).toBe(5);
    expect(make(steps, { 'step0:0': 5, 'step2:0': 7 })?.base?.layers).toBe(5);
  });

  test('of an image that is its base', () => {
    expect(make([source, result('step0:0')], { 'step0:0': 5 })).toMatchObject({ base: { layers: 5 }, layers: [] });
  });

  test('with COPY --link: the file on its own is not counted from the base', () => {
    const merge: MadeStep = { op: { merge: { inputs: [{}, { input: 1 }] } }, inputs: ['step0:0', 'step2:0'] };
    const steps = [source, context, copyLink('step1:0'), merge, run('step3:0'), result('step4:0')];
    expect(make(steps, { 'step2:0': 1, 'step3:0': 4, 'step4:0': 5 })).toMatchObject({
      base: { layers: 3 },
      layers: [{}, {}],
    });
  });

  test('are none of an image that begins with nothing', () => {
    const steps = [context, copyLink('step0:0'), result('step1:0')];
    expect(make(steps, { 'step1:0': 1 })).toMatchObject({ base: null, layers: [{}] });
    expect(make(steps, {})).toMatchObject({ base: null, layers: [{}] });
  });

  test.each<[string, MadeStep[], Record<string, number>]>([
    ['nothing was packed', [source, run('step0:0'), result('step1:0')], {}],
    ['two steps say different things', [source, run('step0:0'), result('step1:0')], { 'step0:0': 3, 'step1:0': 5 }],
    ['fewer layers than steps', [source, run('step0:0'), run('step1:0'), result('step2:0')], { 'step2:0': 1 }],
    ['more layers than steps on nothing', [context, copyLink('step0:0'), result('step1:0')], { 'step1:0': 2 }],
    [
      'a repository of Git is what it stands on',
      [{ op: { source: { identifier: 'git://a' } } }, result('step0:0')],
      { 'step0:0': 1 },
    ],
    [
      'a step of a kind that nobody knows',
      [source, { op: { diff: {} }, inputs: ['step0:0'] }, result('step1:0')],
      { 'step1:0': 4 },
    ],
    [
      'one image is laid over another',
      [
        source,
        run('step0:0'),
        { op: { merge: { inputs: [{}, { input: 1 }] } }, inputs: ['step0:0', 'step1:0'] },
        result('step2:0'),
      ],
      { 'step2:0': 4 },
    ],
    ['an output that no mount has', [source, run('step0:0'), result('step1:7')], { 'step1:7': 4 }],
  ])('cannot be told where %s', (_, steps, layers) => {
    expect(make(steps, layers)).toBeNull();
  });
});

describe('the line', () => {
  const dockerfile = 'FROM a:1 AS x\nRUN x\nFROM a:1 AS y\nRUN x\nFROM x\nRUN z\n';

  test('of what two stages do alike is that on the way to the result', () => {
    const steps = [
      { ...source, lines: [3, 1] },
      { ...run('step0:0'), lines: [2, 4] },
      { ...run('step1:0'), lines: [6] },
      result('step2:0'),
    ];
    expect(make(steps, { 'step2:0': 4 }, dockerfile)).toMatchObject({
      base: { source: { line: 3 } },
      layers: [{ source: { line: 4 } }, { source: { line: 6 } }],
    });
    const alone = steps.with(1, { ...run('step0:0'), lines: [2] });
    expect(make(alone, { 'step2:0': 4 }, dockerfile)).toMatchObject({
      base: { source: { line: 1 } },
      layers: [{ source: { line: 2 } }, { source: { line: 6 } }],
    });
  });

  test('of a base that stands in the place of another name is the FROM above the first step', () => {
    const named: MadeStep = { op: { source: { identifier: 'docker-image://docker.io/library/a:1' } } };
    const steps = [named, { ...run('step0:0'), lines: [4] }, result('step1:0')];
    expect(make(steps, { 'step1:0': 4 }, dockerfile)?.base).toMatchObject({
      reference: 'docker.io/library/a:1',
      digest: IMAGE,
      source: { file: 'Dockerfile', line: 3 },
    });
  });

  test('is not known without one', () => {
    expect(make([source, run('step0:0'), result('step1:0')], { 'step1:0': 4 })).toMatchObject({
      base: { source: null },
      layers: [{ source: null }],
    });
  });
});
