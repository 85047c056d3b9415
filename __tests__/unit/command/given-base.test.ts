import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';
import { runCompare } from '../../../src/command/compare.ts';
import { readGivenBase } from '../../../src/command/given-base.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { openSource, type Places } from '../../../src/image/open-source.ts';
import { readImage } from '../../../src/image/read-image.ts';
import type { ImageOrigin } from '../../../src/build/origins/image-origin.ts';
import type { Side } from '../../../src/command/side.ts';
import { describe as describeDocument, ImageStore } from '../image/image-store.ts';
import { makeTerminal } from './fake-terminal.ts';

let directory: string;
let places: Places;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-given-base-'));
  places = {
    docker: { path: 'docker', env: {} },
    directory,
    registry: () => Promise.reject(new Error('no registry is asked')),
  };
  await write(
    'base',
    [
      ['base', 100],
      ['more', 50],
    ],
    ['amd64', 'arm64'],
  );
  await write(
    'moved',
    [
      ['base', 100],
      ['other', 60],
    ],
    ['amd64', 'arm64'],
  );
  await write('amd', [['base', 100]], ['amd64']);
  await write(
    'longer',
    [
      ['base', 100],
      ['more', 50],
      ['app', 10],
      ['end', 1],
    ],
    ['amd64', 'arm64'],
  );
  await write('empty', [], ['amd64', 'arm64']);
  await write(
    'image',
    [
      ['base', 100],
      ['more', 50],
      ['app', 10],
    ],
    ['amd64', 'arm64'],
  );
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

type Layers = readonly (readonly [name: string, size: number])[];

/** A layout without layers: bases are told by manifests and configs. */
async function write(name: string, layers: Layers, architectures: readonly string[]): Promise<void> {
  const store = new ImageStore();
  const entries = architectures.map((architecture) =>
    describeDocument(store.putImage({ layers, config: { architecture } }), { platform: { os: 'linux', architecture } }),
  );
  const index = store.putIndex([describeDocument(store.putIndex(entries))]);
  const files = [...store.documents.values()].map(({ digest, bytes }): [string, Buffer] => [
    `blobs/${digest.replace(':', '/')}`,
    bytes,
  ]);
  for (const [path, bytes] of [...files, ['index.json', index.bytes] as const]) {
    await mkdir(dirname(join(directory, name, path)), { recursive: true });
    await writeFile(join(directory, name, path), bytes);
  }
}

async function give(text: string, known: readonly ImageOrigin[] = []): Promise<ImageOrigin[]> {
  const source = await openSource('oci:image', places);
  const image = await readImage(source);
  if (image === null) throw new Error('no image');
  const side: Side = { name: 'oci:image', image, source, reference: null, build: null, record: { kind: 'none' } };
  return await readGivenBase({ option: '--head-base', text }, side, known, places);
}

test('a base that is one: on each platform, with its digest', async () => {
  const origins = await give('oci:base');
  expect(origins.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  for (const { base, layers } of origins) {
    expect(base).toMatchObject({ reference: 'oci:base', digest: expect.stringMatching(/^sha256:/), layers: 2 });
    expect(layers).toEqual([]);
  }
});

test('wins over what is known, whose layers stay where it says the same of the base', async () => {
  const layer = { source: { file: 'Dockerfile', line: 3 }, recipe: null, inputs: null };
  const base = { reference: 'x', digest: digestOf(Buffer.from('x')), source: null, request: null };
  const context = { kind: 'commit', commit: 'a'.repeat(40), folder: '' } as const;
  const [amd, arm] = await give('oci:base', [
    { platform: 'linux/amd64', base: { ...base, layers: 2 }, layers: [layer], context },
    { platform: 'linux/arm64', base: { ...base, layers: 1 }, layers: [layer, layer], context },
  ]);
  expect(amd).toMatchObject({ base: { reference: 'oci:base', layers: 2 }, layers: [layer], context });
  expect(arm).toMatchObject({ base: { reference: 'oci:base', layers: 2 }, layers: [], context: null });
});

test.each(['oci:moved', 'oci:longer', 'oci:empty'])('%s is not its base', async (text) => {
  await expect(give(text)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: `--head-base ${text} is not the base of oci:image, which does not begin with its layers on linux/amd64`,
  });
});

test('a base without one of the platforms, which can be left out', async () => {
  await expect(give('oci:amd')).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: '--head-base oci:amd has no image for linux/arm64, which oci:image has',
    hint: expect.stringContaining('--platform'),
  });
});

test('compare refuses it, whatever is read of the layers', async () => {
  const asked = (option: string) =>
    parseArguments(['compare', 'oci:base', 'oci:image', '--details', 'sizes', option, 'oci:moved']);
  for (const option of ['--baseline-base', '--head-base']) {
    const words = asked(option);
    if (words.kind !== 'compare') throw new Error(words.kind);
    await expect(runCompare(words, makeTerminal({ directory }))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(`${option} oci:moved is not the base of`),
    });
  }
});
