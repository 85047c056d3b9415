import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/image/limits.ts';
import { openOciLayout } from '../../../src/image/oci-layout.ts';
import { readImage } from '../../../src/image/read-image.ts';
import { makeImage, makeIndex, makeLayoutFiles, sha256 } from './make-layout.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-layout-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: ReadonlyMap<string, Uint8Array>, directory = folder): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
}

const open = (tag: string | null = null, directory = folder) => openOciLayout({ name: 'oci:out', directory, tag });
const named = (name: string, ref = name.slice(name.lastIndexOf(':') + 1)) => ({
  'io.containerd.image.name': name,
  'org.opencontainers.image.ref.name': ref,
});

const api = makeImage('api', ['amd64', 'arm64']);
const web = makeImage('web');

test('the only image, whatever it is called', async () => {
  await write(makeLayoutFiles({ image: api, annotations: named('docker.io/acme/api:1') }));
  const image = await readImage(open());
  expect(image).toMatchObject({ name: 'oci:out', digest: api.entry.digest });
  expect(image?.platforms.map(({ platform, layers }) => [platform, layers[0]?.downloadBytes])).toEqual([
    ['linux/amd64', 3],
    ['linux/arm64', 3],
  ]);
});

test('a folder with a colon in its name', async () => {
  const directory = join(folder, 'out:latest');
  await write(makeLayoutFiles({ image: api }), directory);
  expect((await readImage(open(null, directory)))?.digest).toBe(api.entry.digest);
});

describe('several images', () => {
  beforeEach(async () => {
    await write(
      makeLayoutFiles(
        { image: api, annotations: named('docker.io/acme/api:1') },
        { image: web, annotations: named('docker.io/library/web:1') },
        { image: web, annotations: { 'org.opencontainers.image.ref.name': 'stable' } },
      ),
    );
  });

  test.each([
    ['docker.io/acme/api:1', api],
    ['acme/api:1', api],
    ['web:1', web],
    ['stable', web],
  ])('%s', async (tag, made) => {
    expect((await readImage(open(tag)))?.digest).toBe(made.entry.digest);
  });

  test.each([
    ['no tag', null],
    ['a tag that two have', '1'],
    ['a tag that none has', 'v2'],
  ])('%s: the error lists them', async (_, tag) => {
    await expect(readImage(open(tag))).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      hint: expect.stringMatching(/It holds docker\.io\/acme\/api:1, docker\.io\/library\/web:1/),
    });
  });
});

test('one image under two names is one', async () => {
  await write(
    makeLayoutFiles(
      { image: web, annotations: named('docker.io/web:1') },
      { image: web, annotations: named('docker.io/web:2') },
    ),
  );
  expect((await readImage(open()))?.digest).toBe(web.entry.digest);
});

test('index.json that is the image’s own index', async () => {
  const index = makeIndex(api.manifests);
  await write(new Map([...api.files, ['index.json', index]]));
  const image = await readImage(open());
  expect(image?.digest).toBe(sha256(index));
  expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
});

test('two images of one platform are not one image’s platforms', async () => {
  await write(new Map([...api.files, ...web.files, ['index.json', makeIndex([...api.manifests, ...web.manifests])]]));
  await expect(readImage(open())).rejects.toMatchObject({
    code: 'IMAGE_NOT_FOUND',
    hint: expect.stringMatching(/sha256:/),
  });
});

test('an image of which one platform was pulled: that one, under the whole image’s digest', async () => {
  const files = makeLayoutFiles({ image: api });
  files.delete(`blobs/${api.manifests[0]?.digest.replace(':', '/') ?? ''}`);
  await write(files);
  const image = await readImage(open());
  expect(image?.digest).toBe(api.entry.digest);
  expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64']);
});

describe('what is refused', () => {
  const configPath = [...web.files.keys()][1] ?? '';

  test('a folder that is none, and one without index.json', async () => {
    await expect(readImage(open(null, join(folder, 'nowhere')))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(readImage(open())).rejects.toMatchObject({
      code: 'IMAGE_INVALID',
      hint: expect.stringMatching(/type=oci/),
    });
  });

  test('a file in the folder’s place', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(readImage(open(null, join(folder, 'file')))).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });

  test('a symlink that leads out, of a blob, of index.json and of blobs/', async () => {
    await write(makeLayoutFiles({ image: web }), join(folder, 'real'));
    const bytes = web.files.get(configPath) ?? Buffer.alloc(0);
    await writeFile(join(folder, 'outside'), bytes);
    const files = makeLayoutFiles({ image: web });
    files.delete(configPath);
    await write(files, join(folder, 'a'));
    await symlink(join(folder, 'outside'), join(folder, 'a', configPath));
    await mkdir(join(folder, 'b'));
    await symlink('../real/index.json', join(folder, 'b', 'index.json'));
    await mkdir(join(folder, 'c'));
    await writeFile(join(folder, 'c', 'index.json'), makeIndex([web.entry]));
    await symlink('../real/blobs', join(folder, 'c', 'blobs'));
    for (const name of ['a', 'b', 'c']) {
      await expect(readImage(open(null, join(folder, name)))).rejects.toMatchObject({
        code: 'IMAGE_INVALID',
        message: expect.stringMatching(/leads out/),
      });
    }
  });

  test('but a symlink that stays inside is followed, and so is one to the folder', async () => {
    await write(makeLayoutFiles({ image: web }), join(folder, 'real'));
    await symlink('real', join(folder, 'link'));
    expect((await readImage(open(null, join(folder, 'link'))))?.digest).toBe(web.entry.digest);
  });

  test('a blob with other bytes, another size, or none', async () => {
    const files = makeLayoutFiles({ image: web });
    const bytes = Buffer.from(web.files.get(configPath) ?? '');
    bytes[0] = 0x20;
    await write(new Map([...files, [configPath, bytes]]), join(folder, 'other'));
    await write(new Map([...files, [configPath, Buffer.concat([bytes, bytes])]]), join(folder, 'longer'));
    files.delete(configPath);
    await write(files, join(folder, 'none'));
    for (const name of ['other', 'longer', 'none']) {
      await expect(readImage(open(null, join(folder, name)))).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
    }
  });

  test('a size beyond the limit, and a file beyond it', async () => {
    const entry = { ...web.entry, size: LIMITS.manifestBytes + 1 };
    await write(new Map([...web.files, ['index.json', makeIndex([entry])]]));
    await expect(readImage(open())).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await write(new Map([['index.json', Buffer.alloc(LIMITS.manifestBytes + 1, 0x20)]]));
    await expect(readImage(open())).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('a named pipe, without waiting for a writer', async () => {
    execFileSync('mkfifo', [join(folder, 'index.json')]);
    await expect(readImage(open())).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });
});
