import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { downloadBytes, type Image } from '../../src/image/image.ts';
import { openSource, type Places } from '../../src/image/open-source.ts';
import { readImage } from '../../src/image/read-image.ts';

jest.setTimeout(600_000);

const name = `plimsoll-test-${randomUUID().slice(0, 8)}`;
const tag = `${name}:1`;
const KEPT = ['--output', `type=image,name=${name},push=false`];
const TWO_PLATFORMS = ['--platform', 'linux/amd64,linux/arm64'];
const MetadataSchema = v.object({ 'buildx.build.ref': v.string(), 'containerimage.digest': v.optional(v.string()) });

let engine: Engine;
let folder: string;
let places: Places;

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  folder = await makeWorkDir('image-builder');
  const env = { ...process.env, ...engine.env };
  places = {
    docker: { path: engine.docker, env },
    registry: () => Promise.reject(new Error('no registry is asked')),
    directory: folder,
  };
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY one /\nCOPY two /\n');
  await writeFile(join(folder, 'one'), 'one\n'.repeat(10_000));
  await writeFile(join(folder, 'two'), randomUUID());
  await docker('buildx', 'create', '--name', name, '--driver', 'docker-container');
});

afterAll(async () => {
  await docker('buildx', 'rm', '--force', name);
  await docker('image', 'rm', '--force', tag, name).catch(() => '');
  await removeWorkDir(folder);
  await engine.stop();
});

const docker = async (...args: string[]) => await run(engine.docker, args, { env: engine.env });

/** Builds the folder and gives `build:` with the builder and the ID, and the digest that Buildx says. */
async function build(builder: string, ...options: string[]): Promise<{ text: string; digest: string }> {
  const file = join(folder, 'metadata.json');
  await docker('buildx', 'build', '--builder', builder, '--metadata-file', file, ...options, folder);
  const metadata = v.parse(MetadataSchema, JSON.parse(await readFile(file, 'utf8')));
  return { text: `build:${metadata['buildx.build.ref']}`, digest: metadata['containerimage.digest'] ?? '' };
}

async function read(text: string): Promise<Image> {
  const image = await readImage(await openSource(text, places));
  if (image === null) throw new Error(`there is no ${text}`);
  return image;
}

const summary = ({ platforms }: Image) =>
  platforms.map((platform) => ({
    platform: platform.platform,
    bytes: downloadBytes(platform),
    layers: platform.layers.map(({ digest, diffID, createdBy }) => ({ digest, diffID, createdBy })),
  }));

describe.each(['docker-container', 'docker'])('driver %s', (driver) => {
  const builder = driver === 'docker' ? 'default' : name;

  test.each([
    ['two platforms', TWO_PLATFORMS],
    ['two platforms, no attestations', [...TWO_PLATFORMS, '--provenance=false']],
    ['one platform', []],
    ['one platform, no attestations', ['--provenance=false']],
  ])('%s: neither pushed nor exported, and the same as in an exported layout', async (_, options) => {
    const { text, digest } = await build(builder, ...options, ...KEPT);
    const image = await read(text);
    expect(image.digest).toBe(digest);
    expect(image.platforms.map(({ platform }) => platform)).toEqual(
      options.includes('--platform') ? ['linux/amd64', 'linux/arm64'] : ['linux/amd64'],
    );
    expect(image.platforms[0]?.layers.map(({ createdBy }) => createdBy)).toEqual([
      expect.stringMatching(/^COPY one/),
      expect.stringMatching(/^COPY two/),
    ]);

    const exported = join(folder, 'layout');
    await docker(
      ...['buildx', 'build', '--builder', builder, ...options],
      ...['--output', `type=oci,tar=false,dest=${exported}`, folder],
    );
    expect(summary(await read(`oci:${exported}`))).toEqual(summary(image));
  });

  test('a build that fails', async () => {
    const failing = join(folder, 'Failing');
    await writeFile(failing, 'FROM scratch\nCOPY nosuch /\n');
    await expect(build(builder, '--file', failing, ...KEPT)).rejects.toMatchObject({ code: 'DOCKER_FAILED' });
    const lines = (await docker('buildx', 'history', 'ls', '--builder', builder, '--format', 'json'))
      .trim()
      .split('\n');
    const failed = lines
      .map((line) => v.parse(v.object({ ref: v.string(), status: v.string() }), JSON.parse(line)))
      .find(({ status }) => status === 'Error');
    await expect(read(`build:${failed?.ref ?? ''}`)).rejects.toMatchObject({ code: 'BUILD_FAILED' });
  });

  test('a build that is not remembered', async () => {
    await expect(read(`build:${builder}/${'0'.repeat(25)}`)).rejects.toMatchObject({ code: 'BUILD_NOT_FOUND' });
  });
});

test('build: is the last build of a builder that went through; without an output there is no image, and the hint says so', async () => {
  const { text, digest } = await build(name, ...KEPT);
  const image = await read(`build:${name}/`);
  expect(image.digest).toBe(digest);
  expect(image.name).toBe(text.replace(/^build:([^/]+)\/[^/]+\//, 'build:$1/'));

  await build(name, '--no-cache');
  await expect(read(`build:${name}/`)).rejects.toMatchObject({
    code: 'IMAGE_NOT_FOUND',
    hint: expect.stringMatching(/--output type=image/),
  });
});

test('what the engine keeps: docker:NAME, a saved file of it, and the build are one image', async () => {
  const { text } = await build('default', '--tag', tag);
  const built = await read(text);
  const file = join(folder, 'saved.tar');
  await docker('image', 'save', '--output', file, tag);
  for (const other of [`docker:${tag}`, `docker-archive:${file}`, `oci-archive:${file}:${tag}`]) {
    expect(summary(await read(other))).toEqual(summary(built));
  }
  expect(await readImage(await openSource(`docker:${name}-nosuch`, places))).toBeNull();
});

test('after a prune the sizes are still there: the record keeps manifests and configs', async () => {
  const { text } = await build(name, ...TWO_PLATFORMS, ...KEPT);
  const before = await read(text);
  await docker('buildx', 'prune', '--builder', name, '--all', '--force');
  expect(summary(await read(text))).toEqual(summary(before));
});
