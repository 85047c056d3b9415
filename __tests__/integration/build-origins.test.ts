import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { findOrigins } from '../../src/build/origins/find-origins.ts';
import { readImage } from '../../src/image/read-image.ts';
import { parseReference } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../src/image/registry/registry-source.ts';
import type { BaseOrigin, ImageOrigin } from '../../src/build/origins/image-origin.ts';
import type { OriginSide } from '../../src/build/origins/origin-side.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `plimsoll-test-${randomUUID().slice(0, 8)}`;
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const NONE = ['--provenance', 'false'];

let engine: Engine;
let folder: string;
/** Where the images are, and where the bases are. */
let images: Registry;
let bases: Registry;
let client: RegistryClient;

const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });

/** Builds and pushes for both platforms; `files` are beside the Dockerfile. */
async function build(name: string, dockerfile: string, options: readonly string[]): Promise<string> {
  await writeFile(join(folder, 'Dockerfile'), dockerfile);
  const output = ['--output', `type=image,name=${name},push=true`, '--platform', PLATFORMS.join()];
  await docker('buildx', 'build', '--builder', BUILDER, ...options, ...output, folder);
  return name;
}

/** A base of two layers, the second with `content` in it. */
async function pushBase(name: string, content: string): Promise<string> {
  await writeFile(join(folder, 'version'), content);
  return await build(name, 'FROM scratch\nCOPY files /files\nCOPY version /version\n', NONE);
}

/** An image with a layer of its own on `base`, and something from another image, which is no base of it. */
async function pushImage(name: string, app: string, options: readonly string[]): Promise<string> {
  await writeFile(join(folder, 'app'), app);
  const dockerfile = `FROM ${bases.host}/tools:1 AS tools\nFROM ${bases.host}/lib/base:1\nCOPY --from=tools /version /tool\nCOPY app /app\n`;
  return await build(name, dockerfile, options);
}

async function readSide(text: string, known: readonly ImageOrigin[] = []): Promise<OriginSide> {
  const reference = parseReference(text);
  const source = openRegistrySource(client, reference);
  const image = await readImage(source);
  if (image === null) throw new Error(`there is no ${text}`);
  return { role: text, image, source, reference, known };
}

async function find(baseline: string, head: string) {
  const sides = [await readSide(baseline), await readSide(head)] as const;
  images.forgetRequests();
  bases.forgetRequests();
  return await findOrigins(...sides, () => Promise.resolve(client));
}

const digestOf = async (name: string): Promise<string> => (await readSide(name)).image.digest;
const basesOf = (origins: readonly ImageOrigin[]): (BaseOrigin | null)[] => origins.map(({ base }) => base);
const requests = (registry: Registry): string[] => registry.requests().map(({ method, path }) => `${method} ${path}`);
const annotate = (base: string, digest: string): string[] => [
  ...NONE,
  ...['base.name', 'base.digest'].flatMap((key, place) => [
    '--annotation',
    `manifest:org.opencontainers.image.${key}=${place === 0 ? base : digest}`,
  ]),
];

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  folder = await makeWorkDir('build-origins');
  images = await startRegistry();
  bases = await startRegistry();
  client = new RegistryClient({ env: {}, retry: { firstRetryMs: 1 } });
  await docker('buildx', 'create', '--name', BUILDER, '--driver', 'docker-container', '--driver-opt', 'network=host');
  await writeFile(join(folder, 'files'), 'f'.repeat(5000));
  await pushBase(`${bases.host}/tools:1`, 'tools');
});

afterAll(async () => {
  client.close();
  await docker('buildx', 'rm', '--force', BUILDER);
  await images.stop();
  await bases.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

describe.each([
  ['mode=min, v1', ['--attest', 'type=provenance,mode=min,version=v1']],
  ['mode=min, v0.2', ['--attest', 'type=provenance,mode=min,version=v0.2']],
  ['mode=max, v1', ['--attest', 'type=provenance,mode=max,version=v1']],
  ['mode=max, v0.2', ['--attest', 'type=provenance,mode=max,version=v0.2']],
])('an image with provenance, %s', (_, options) => {
  const name = (tag: string): string => `${images.host}/acme/api:${tag}`;
  let before = '';
  let after = '';

  beforeAll(async () => {
    before = await digestOf(await pushBase(`${bases.host}/lib/base:1`, 'before'));
    await pushImage(name('main'), 'main', options);
    after = await digestOf(await pushBase(`${bases.host}/lib/base:1`, `after ${randomUUID()}`));
    await pushImage(name('next'), 'next', options);
  });

  test('tells a base in another registry that moved, on each platform', async () => {
    const { baseline, head, notes } = await find(name('main'), name('next'));
    expect(notes).toEqual([]);
    expect(baseline.map(({ platform }) => platform)).toEqual(PLATFORMS);
    expect(head.map(({ platform }) => platform)).toEqual(PLATFORMS);
    for (const base of basesOf(baseline)) {
      expect(base).toMatchObject({ reference: `${bases.host}/lib/base:1`, digest: before, layers: 2 });
    }
    for (const base of basesOf(head)) expect(base).toMatchObject({ digest: after, layers: 2 });
  });

  test('and under mode=max each layer after it, without a look at the base', async () => {
    const isWhole = options.some((option) => option.includes('mode=max'));
    const { head } = await find(name('main'), name('next'));
    for (const { base, layers } of head) {
      expect(base?.source).toEqual(isWhole ? { file: 'Dockerfile', line: 2 } : null);
      expect(layers.map(({ source }) => source?.line)).toEqual(isWhole ? [3, 4] : []);
    }
    expect(requests(bases).length > 0).toBe(!isWhole);
  });

  test('asks for nothing more where its layers are the same', async () => {
    expect(await find(name('next'), name('next'))).toEqual({ baseline: [], head: [], notes: [] });
    expect([...requests(images), ...requests(bases)]).toEqual([]);
  });
});

test('an image whose last stage begins with nothing has no base', async () => {
  await writeFile(join(folder, 'app'), 'alone');
  const dockerfile = `FROM ${bases.host}/tools:1 AS tools\nFROM scratch\nCOPY --from=tools /version /tool\nCOPY app /app\n`;
  const alone = await build(`${images.host}/acme/alone:1`, dockerfile, ['--provenance', 'mode=min']);
  await pushBase(`${bases.host}/lib/base:1`, 'alone');
  const other = await pushImage(`${images.host}/acme/alone:2`, 'other', ['--provenance', 'mode=min']);
  const { baseline, head, notes } = await find(alone, other);
  expect(basesOf(baseline)).toEqual([null, null]);
  expect(basesOf(head)).toEqual([expect.objectContaining({ layers: 2 }), expect.objectContaining({ layers: 2 })]);
  expect(notes).toEqual([]);
});

describe('an image without provenance', () => {
  let digest = '';
  const plain = (): string => `${images.host}/acme/plain:main`;

  beforeEach(async () => {
    digest = await digestOf(await pushBase(`${bases.host}/lib/base:1`, 'annotated'));
    await pushImage(plain(), 'main', NONE);
  });

  test('whose annotations name its base', async () => {
    const next = await pushImage(
      `${images.host}/acme/plain:next`,
      'next',
      annotate(`${bases.host}/lib/base:1`, digest),
    );
    const { baseline, head, notes } = await find(plain(), next);
    expect(baseline).toEqual([]);
    expect(basesOf(head)).toEqual(
      PLATFORMS.map(() => ({ reference: `${bases.host}/lib/base:1`, digest, layers: 2, source: null, request: null })),
    );
    expect(notes).toEqual([]);
    // Beside the image first, then at its own name; once for both platforms.
    expect(requests(images).filter((line) => line.includes('/manifests/sha256:'))).toEqual([
      `GET /v2/acme/plain/manifests/${digest}`,
    ]);
    expect(requests(bases).filter((line) => line.endsWith(digest))).toEqual([`GET /v2/lib/base/manifests/${digest}`]);
  });

  test('whose base has a copy beside it, is gone from its own place, and is named by a label', async () => {
    const labels = ['--label', `org.opencontainers.image.base.digest=${digest}`];
    const gone = ['--label', 'org.opencontainers.image.base.name=127.0.0.1:1/lib/base:1'];
    const next = await pushImage(`${images.host}/acme/kept:next`, 'next', [...NONE, ...labels, ...gone]);
    await docker(
      'buildx',
      'imagetools',
      'create',
      '-t',
      `${images.host}/acme/kept:base`,
      `${bases.host}/lib/base@${digest}`,
    );
    const { head, notes } = await find(plain(), next);
    expect(basesOf(head)).toMatchObject([
      { reference: '127.0.0.1:1/lib/base:1', digest, layers: 2 },
      { digest, layers: 2 },
    ]);
    expect(notes).toEqual([]);
  });

  test('a lie is ignored, and said once', async () => {
    const tools = await digestOf(`${bases.host}/tools:1`);
    const next = await pushImage(`${images.host}/acme/plain:lie`, 'lie', annotate(`${bases.host}/tools:1`, tools));
    const { head, notes } = await find(plain(), next);
    expect(head).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['base-ignored', 'base-ignored']);
    expect(notes[0]?.message).toContain(`${bases.host}/tools:1@${tools}`);
    expect(notes.map(({ message }) => PLATFORMS.find((platform) => message.includes(platform)))).toEqual(PLATFORMS);
  });

  test('a base that is nowhere is said', async () => {
    const nowhere = `sha256:${'0'.repeat(64)}`;
    const next = await pushImage(
      `${images.host}/acme/plain:lost`,
      'lost',
      annotate(`${bases.host}/lib/lost:1`, nowhere),
    );
    const { head, notes } = await find(plain(), next);
    expect(head).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['base-unreadable']);
    expect(notes[0]?.message).toContain(`${bases.host}/lib/lost:1@${nowhere}`);
  });

  test('and none at all is not known, silently', async () => {
    const next = await pushImage(`${images.host}/acme/plain:none`, 'none', NONE);
    expect(await find(plain(), next)).toEqual({ baseline: [], head: [], notes: [] });
    expect([...requests(images), ...requests(bases)].filter((line) => line.includes('/lib/'))).toEqual([]);
  });
});
