import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';
import { runInspect } from '../../../src/command/inspect.ts';
import { makeImage, makeLayoutFiles } from '../image/make-layout.ts';
import { makeTar } from '../tar/make-tar.ts';
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
        runtime: expect.objectContaining({ family: null, shells: null, user: { name: 'root', uid: 0, isRoot: true } }),
      },
    ],
  });
});

describe('--files', () => {
  const tar = makeTar([
    { path: 'usr/', flag: '5', mode: 0o755 },
    { path: 'usr/x', content: 'hello', mode: 0o4755, uid: 7 },
    { path: 'usr/y', flag: '2', link: 'x' },
    { path: 'usr/.wh.z' },
  ]);

  async function write(content: Buffer): Promise<string> {
    const folder = await mkdtemp(join(directory, 'image-'));
    const made = makeImage(content.toString('latin1'), ['amd64']);
    for (const [path, bytes] of makeLayoutFiles({ image: made })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    return folder;
  }

  async function run(folder: string, ...words: string[]) {
    const terminal = makeTerminal({ directory: folder });
    const asked = parseArguments(['inspect', `oci:${folder}`, '--files', ...words]);
    if (asked.kind !== 'inspect') throw new Error(asked.kind);
    await runInspect(asked, terminal);
    return terminal.out();
  }

  test("the merged root file system, and each layer's entries, as the contract has them", async () => {
    const printed: unknown = JSON.parse(await run(await write(tar), '--json', '--layers'));
    const root = { mode: 0o755, uid: 0, gid: 0, link: null };
    const entries = [
      { path: '/usr', type: 'directory', size: 0, ...root },
      { path: '/usr/x', type: 'file', size: 5, mode: 0o4755, uid: 7, gid: 0, link: null },
      { path: '/usr/y', type: 'symlink', size: 0, mode: 0o644, uid: 0, gid: 0, link: 'x' },
    ];
    expect(printed).toMatchObject({
      platforms: [
        {
          onDiskBytes: tar.length,
          layers: [{ onDiskBytes: tar.length, entries: [...entries, { path: '/usr/z', type: 'whiteout' }] }],
        },
      ],
    });
    expect(printed).toHaveProperty('platforms.0.files', [
      { path: '/', type: 'directory', size: 0, ...root, layer: 0 },
      ...entries.map((entry) => ({ ...entry, layer: 0 })),
    ]);
  });

  test('for people', async () => {
    const lines = (await run(await write(tar), '--depth', '1')).split('\n');
    expect(lines).toContain('  5 B       0     usr/');
    expect(lines).toContain('  no file is hidden or replaced by a later layer');
  });

  test('what is around the program', async () => {
    const folder = await write(
      makeTar([
        { path: 'bin/busybox', content: 'x', mode: 0o755 },
        { path: 'bin/sh', flag: '2', link: 'busybox' },
        { path: 'etc/os-release', content: 'ID=alpine\nPRETTY_NAME="Alpine Linux v3.22"\n' },
      ]),
    );
    expect(JSON.parse(await run(folder, '--json'))).toMatchObject({
      platforms: [{ runtime: { family: 'alpine', shells: ['sh'], libc: 'none', certificates: false } }],
    });
    const lines = (await run(folder)).split('\n').map((line) => line.trim().replace(/ {2,}/g, ': '));
    expect(lines).toEqual(expect.arrayContaining(['family: Alpine, Alpine Linux v3.22', 'user: root', 'shell: sh']));
  });

  test('a layer that is none is an error that names it', async () => {
    const folder = await write(Buffer.from('x'.repeat(600)));
    await expect(run(folder)).rejects.toMatchObject({
      code: 'IMAGE_INVALID',
      message: expect.stringMatching(/, layer [0-9a-f]{12} has a header with a wrong checksum, or is no tar archive$/),
    });
  });
});
