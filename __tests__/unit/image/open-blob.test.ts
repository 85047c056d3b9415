import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openArchive } from '../../../src/image/archive.ts';
import { openBuild } from '../../../src/image/builder.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { openEngineImage } from '../../../src/image/docker-engine.ts';
import { openOciLayout } from '../../../src/image/oci-layout.ts';
import { parseReference } from '../../../src/image/reference.ts';
import { RegistryClient } from '../../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../../src/image/registry/registry-source.ts';
import { makeTar } from '../tar/make-tar.ts';
import { makeFakeDocker, type FakeAnswer } from './fake-docker.ts';
import { makeImage, makeLayoutFiles, sha256 } from './make-layout.ts';
import { startStubServer, type Handler } from './registry/stub-server.ts';
import type { BlobKey, ImageSource } from '../../../src/image/source.ts';

const stops: (() => void | Promise<void>)[] = [];
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-blob-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await rm(folder, { recursive: true });
});

const LAYER = Buffer.from('a layer of an image'.repeat(5000));
const KEY: BlobKey = { digest: digestOf(LAYER), size: LAYER.length };
const ABSENT: BlobKey = { digest: digestOf(Buffer.from('absent')), size: 6 };
const image = makeImage(LAYER.toString());
const layout = makeLayoutFiles({ image });
const layoutTar = makeTar([...layout].map(([path, content]) => ({ path, content })));
const savedTar = makeTar([
  { path: 'first/layer.tar', content: LAYER },
  {
    path: 'c.json',
    content: JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [sha256(LAYER)] } }),
  },
  { path: 'manifest.json', content: JSON.stringify([{ Config: 'c.json', Layers: ['first/layer.tar'] }]) },
]);

async function collect(source: ImageSource, key = KEY): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await source.openBlob(key)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function openDocker(answers: readonly FakeAnswer[]) {
  const docker = await makeFakeDocker(answers, { PATH: '/usr/bin' });
  stops.push(async () => {
    await docker.remove();
  });
  return docker;
}

async function openFolder(): Promise<ImageSource> {
  for (const [path, bytes] of layout) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return openOciLayout({ name: 'oci:x', directory: folder, tag: null });
}

async function openFile(bytes: Uint8Array): Promise<ImageSource> {
  const file = join(folder, 'image.tar');
  await writeFile(file, bytes);
  const source = openArchive({ name: 'archive', form: 'docker', file, tag: null });
  await source.fetchRoot();
  return source;
}

async function openEngine(): Promise<ImageSource> {
  const docker = await openDocker([
    { to: ['image', 'inspect'], stdout: 'sha256:1\n' },
    { to: ['image', 'save'], stdout: savedTar },
  ]);
  const source = openEngineImage(docker, 'x');
  await source.fetchRoot();
  return source;
}

describe.each<[string, () => Promise<ImageSource>]>([
  ['a folder', openFolder],
  ['an archive of a layout', () => openFile(layoutTar)],
  ['the same, compressed', () => openFile(gzipSync(layoutTar))],
  ['an archive of docker save', () => openFile(savedTar)],
  ['the same, compressed', () => openFile(gzipSync(savedTar))],
  ['the engine', openEngine],
])('%s', (_, open) => {
  test('streams a layer, as often as it is asked for', async () => {
    const source = await open();
    expect((await collect(source)).equals(LAYER)).toBe(true);
    expect((await collect(source)).equals(LAYER)).toBe(true);
  });

  test('says which layer is missing, and stops at the size that was announced', async () => {
    const source = await open();
    await expect(collect(source, ABSENT)).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
    await expect(collect(source, { ...KEY, size: 9 })).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });

  test('can be left in the midst', async () => {
    const source = await open();
    for await (const chunk of await source.openBlob(KEY)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect((await collect(source)).equals(LAYER)).toBe(true);
  });
});

test('a layer that leads out of the folder is refused', async () => {
  await openFolder();
  const outside = await mkdtemp(join(tmpdir(), 'plimsoll-outside-'));
  stops.push(async () => {
    await rm(outside, { recursive: true });
  });
  const path = join(folder, 'blobs', KEY.digest.replace(':', '/'));
  await writeFile(join(outside, 'x'), LAYER);
  await rm(path);
  await symlink(join(outside, 'x'), path);
  const source = openOciLayout({ name: 'oci:x', directory: folder, tag: null });
  await expect(collect(source)).rejects.toMatchObject({
    code: 'IMAGE_INVALID',
    message: expect.stringContaining('out'),
  });
});

describe('a registry', () => {
  const open = async (handle: Handler) => {
    const server = await startStubServer(handle);
    const client = new RegistryClient({ env: { DOCKER_CONFIG: folder }, retry: { firstRetryMs: 0 } });
    stops.push(server.stop, () => {
      client.close();
    });
    return { server, source: openRegistrySource(client, parseReference(`${server.host}/acme/api`)) };
  };

  test('redirects to where its blobs are, which hears of no credential', async () => {
    const storage = await startStubServer((_, response) => response.end(LAYER));
    stops.push(storage.stop);
    const { server, source } = await open(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      else response.writeHead(307, { location: `${storage.url}/blob` }).end();
    });
    const auths = { [server.host]: { auth: Buffer.from('a:b').toString('base64') } };
    await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
    expect((await collect(source)).equals(LAYER)).toBe(true);
    expect(storage.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test.each([
    ['that knows of ranges', true],
    ['that knows of none', false],
  ])('%s is asked to go on where it was cut', async (_, knowsRanges) => {
    let cuts = 2;
    const { server, source } = await open(({ headers }, response) => {
      const from = knowsRanges ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
      const status = from > 0 ? 206 : 200;
      response.writeHead(status, {
        'content-length': LAYER.length - from,
        ...(from > 0 ? { 'content-range': `bytes ${from}-${LAYER.length - 1}/${LAYER.length}` } : {}),
      });
      if (cuts-- > 0) response.write(LAYER.subarray(from, from + 30_000), () => response.destroy());
      else response.end(LAYER.subarray(from));
    });
    expect((await collect(source)).equals(LAYER)).toBe(true);
    expect(server.seen).toHaveLength(3);
  });

  test('that cuts each time is given up', async () => {
    const { source } = await open((_, response) => {
      response.writeHead(200, { 'content-length': LAYER.length });
      response.write(LAYER.subarray(0, 10), () => response.destroy());
    });
    await expect(collect(source)).rejects.toMatchObject({ code: expect.stringMatching(/^REGISTRY_/) });
  });

  test('that sends more than it announced, another part, or nothing', async () => {
    const more = await open((_, response) => response.end(Buffer.concat([LAYER, LAYER])));
    await expect(collect(more.source)).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
    const other = await open((_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end('56789'),
    );
    await expect(collect(other.source)).rejects.toMatchObject({ code: 'REGISTRY_INVALID' });
    const none = await open((_, response) => response.writeHead(404).end('{}'));
    await expect(collect(none.source)).rejects.toMatchObject({ code: 'REGISTRY_NOT_FOUND' });
  });
});

describe('a builder', () => {
  const ID = 'gi6d20x1xqjolddmuhxjj2lhv';
  const record = (...URIs: string[]): FakeAnswer => ({
    to: ['inspect', '--format', 'json', ID],
    stdout: JSON.stringify({ Status: 'completed', Materials: URIs.map((URI) => ({ URI })) }),
  });
  const LAZY: FakeAnswer = { to: ['attachment', ID, KEY.digest], stderr: `ERROR: ${KEY.digest}: not found` };

  test('gives what it holds', async () => {
    const docker = await openDocker([{ to: ['attachment', ID, KEY.digest], stdout: LAYER }]);
    expect((await collect(openBuild(docker, { builder: 'b', id: ID }))).equals(LAYER)).toBe(true);
  });

  test('names where the rest came from', async () => {
    const docker = await openDocker([
      LAZY,
      record(
        'pkg:docker/ghcr.io/acme/base@1.2?platform=linux%2Famd64',
        'https://x/y.git',
        'pkg:docker/golang@1-alpine',
      ),
    ]);
    const folderSource = await openFolder();
    const asked: string[] = [];
    const source = openBuild(docker, { builder: 'b', id: ID }, (bases) => {
      asked.push(...bases.map(({ registry, repository, tag }) => `${registry} ${repository} ${tag ?? ''}`));
      return Promise.resolve([folderSource]);
    });
    expect((await collect(source)).equals(LAYER)).toBe(true);
    expect(asked).toEqual(['ghcr.io acme/base 1.2', 'docker.io library/golang 1-alpine']);
  });

  test('says that nobody holds it, and what else went wrong', async () => {
    const lazy = await openDocker([LAZY, record()]);
    await expect(collect(openBuild(lazy, { builder: null, id: ID }))).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
    });
    const gone = await openDocker([{ to: ['attachment'], stderr: 'ERROR: no record found for x' }]);
    await expect(collect(openBuild(gone, { builder: null, id: ID }))).rejects.toMatchObject({
      code: 'BUILD_NOT_FOUND',
    });
  });
});
