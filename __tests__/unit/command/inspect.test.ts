import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';
import { runInspect } from '../../../src/command/inspect.ts';
import { makeImage, makeLayoutFiles } from '../image/make-layout.ts';
import { makeTerminal } from './fake-terminal.ts';

const image = makeImage('content', ['amd64', 'arm64']);
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-inspect-'));
  for (const [path, bytes] of makeLayoutFiles({ image })) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function inspect(...words: string[]): Promise<string> {
  const terminal = makeTerminal({ directory });
  const asked = parseArguments(['inspect', `oci:${directory}`, ...words]);
  if (asked.kind !== 'inspect') throw new Error(asked.kind);
  expect(await runInspect(asked, terminal)).toBe(0);
  expect(terminal.told()).toEqual([]);
  return terminal.out();
}

test('for people: a block a platform, a line a layer', async () => {
  const [digest] = [...image.files.keys()].filter((path) => image.files.get(path)?.toString() === 'content');
  expect((await inspect()).replace(/: \d+ B to/g, ': N B to').split('\n')).toEqual([
    `oci:${directory}`,
    image.entry.digest,
    '',
    'linux/amd64: N B to download, 1 layer',
    `  7 B   ${digest?.slice('blobs/sha256/'.length, 'blobs/sha256/'.length + 12) ?? ''}`,
    '',
    'linux/arm64: N B to download, 1 layer',
    expect.stringMatching(/^ {2}7 B {3}[0-9a-f]{12}$/),
    '',
  ]);
});

test('for programs: the shape of the contract', async () => {
  const layer = {
    digest: expect.stringMatching(/^sha256:/),
    diffID: expect.stringMatching(/^sha256:/),
    mediaType: 'application/vnd.oci.image.layer.v1.tar',
    downloadBytes: 7,
    onDiskBytes: null,
    createdBy: '',
  };
  expect(JSON.parse(await inspect('--json', '--platform', 'linux/arm64'))).toStrictEqual({
    reference: `oci:${directory}`,
    digest: image.entry.digest,
    platforms: [
      {
        platform: 'linux/arm64',
        digest: image.manifests[1]?.digest,
        downloadBytes: expect.any(Number),
        onDiskBytes: null,
        layers: [layer],
      },
    ],
  });
});
