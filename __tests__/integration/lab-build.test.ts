import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';

import { startBaseImages, type BaseImages } from '../../lab/bases/base-images.ts';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { findCrane } from '../../lab/machine/crane.ts';
import { startEmulation, type Emulation } from '../../lab/engine/emulation.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { moveBase } from '../../lab/bases/move-base.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';

// The first start on a machine downloads packages, builds BuildKit and compiles Go's library.
jest.setTimeout(600_000);

const STATIC = 'gcr.io/distroless/static-debian12:nonroot';
const EXAMPLE = fileURLToPath(new URL('../../examples/go-static', import.meta.url));
const platforms = v.object({
  manifests: v.array(
    v.object({ digest: v.string(), platform: v.object({ architecture: v.string(), os: v.string() }) }),
  ),
});
const layers = v.object({ layers: v.array(v.object({ digest: v.string(), size: v.number() })) });
const record = v.object({ 'buildx.build.ref': v.string() });

let folder: string;
let engine: Engine;
let emulation: Emulation;
let registry: Registry;
let bases: BaseImages;
const BUILDER = `lab-test-${process.pid}`;

const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });

/** Builds for both platforms, pushes nothing, and reads the index and a manifest back out of the builder. */
async function build(
  context: string,
): Promise<{ architectures: string[]; layers: { digest: string; size: number }[] }> {
  const metadata = join(folder, 'metadata.json');
  const options = ['--builder', BUILDER, '--platform', 'linux/amd64,linux/arm64', '--metadata-file', metadata];
  const output = 'type=image,name=example.com/acme/api,push=false';
  await docker('buildx', 'build', ...options, '--provenance', 'false', '--output', output, context);
  const ref = v.parse(record, JSON.parse(await readFile(metadata, 'utf8')))['buildx.build.ref'];
  const id = ref.slice(ref.lastIndexOf('/') + 1);
  const read = async (...wanted: string[]): Promise<unknown> =>
    JSON.parse(await docker('buildx', 'history', 'inspect', 'attachment', '--builder', BUILDER, id, ...wanted));
  const index = v.parse(platforms, await read('--type', 'index'));
  const manifest = v.parse(layers, await read('--type', 'manifest', '--platform', 'linux/arm64'));
  return { architectures: index.manifests.map(({ platform }) => platform.architecture), layers: manifest.layers };
}

async function writeContext(name: string, dockerfile: string): Promise<string> {
  const context = await mkdtemp(join(folder, `${name}-`));
  await writeFile(join(context, 'Dockerfile'), dockerfile);
  return context;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-lab-test-'));
  engine = await startEngine();
  emulation = await startEmulation();
  registry = await startRegistry();
  const names = [STATIC, 'golang:1.26-alpine', 'alpine:3.15', 'docker/dockerfile:1'] as const;
  bases = await startBaseImages({ registry, names });
  await loadBuilderImage(engine, () => undefined);
  const config = join(folder, 'buildkitd.toml');
  await writeFile(config, bases.buildkitdConfig);
  const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', config];
  await docker('buildx', 'create', '--name', BUILDER, ...driver);
});

afterAll(async () => {
  await docker('buildx', 'rm', '--force', BUILDER);
  await registry.stop();
  await emulation.stop();
  await engine.stop();
  await rm(folder, { recursive: true });
});

test("builds the article's Go service for both platforms, and pushes nothing", async () => {
  registry.forgetRequests();
  const image = await build(EXAMPLE);
  expect(image.architectures.sort()).toEqual(['amd64', 'arm64']);
  const writes = registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  expect(writes).toEqual([]);
  // The toolchain ran on the machine's own platform only: the other one's was not downloaded.
  const foreign = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64';
  const crane = await findCrane();
  const golang = await run(crane, ['manifest', '--platform', foreign, `${registry.host}/library/golang:1.26-alpine`]);
  const toolchain = v.parse(layers, JSON.parse(golang)).layers.sort((a, b) => b.size - a.size)[0]?.digest ?? '';
  const read = registry.requests().map(({ path }) => path);
  expect(read).not.toContain(`/v2/library/golang/blobs/${toolchain}`);
  expect(read.filter((path) => path.startsWith('/v2/library/golang/blobs/'))).not.toEqual([]);
});

test('runs a step of the other platform by emulation', async () => {
  const context = await writeContext('emulated', 'FROM alpine:3.15\nRUN uname -m > /machine\n');
  expect((await build(context)).layers).toHaveLength(2);
  const out = join(folder, 'out');
  const options = ['--builder', BUILDER, '--platform', 'linux/amd64,linux/arm64', '--output', `type=local,dest=${out}`];
  await docker('buildx', 'build', ...options, context);
  expect(await readFile(join(out, 'linux_arm64', 'machine'), 'utf8')).toBe('aarch64\n');
  expect(await readFile(join(out, 'linux_amd64', 'machine'), 'utf8')).toBe('x86_64\n');
});

test('every base holds what an independent client finds right', async () => {
  const crane = await findCrane();
  for (const place of ['library/alpine:3.15', 'distroless/static-debian12:nonroot', 'library/golang:1.26-alpine']) {
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      await run(crane, ['validate', '--platform', platform, '--remote', `${registry.host}/${place}`]);
    }
  }
  expect(await run(crane, ['digest', `${registry.host}/distroless/static-debian12:nonroot`])).toBe(
    `${bases.digests.get(STATIC) ?? ''}\n`,
  );
});

test('a base that moves is another one under the same name', async () => {
  const context = await writeContext('moved', `FROM ${STATIC}\nCOPY Dockerfile /\n`);
  const before = await build(context);
  const digest = await moveBase(registry, STATIC, 5000);
  expect(digest).not.toBe(bases.digests.get(STATIC));
  const after = await build(context);
  expect(after.layers).toHaveLength(before.layers.length + 1);
  expect(after.layers[before.layers.length - 1]?.size).toBeGreaterThan(5000);
});

test.each(['password', 'tokens'] as const)(
  'pushes with a login to a registry with %s, and not before',
  async (kind) => {
    const credentials = { username: 'robot', password: 'secret' };
    const closed = await startRegistry(
      kind === 'password' ? { password: credentials } : { tokens: { ...credentials, isPublic: false } },
    );
    try {
      const env = {
        ...engine.env,
        DOCKER_CONFIG: await engine.makeDockerConfig(),
        BUILDX_CONFIG: join(folder, 'buildx'),
      };
      const context = await writeContext('pushed', 'FROM scratch\nCOPY Dockerfile /\n');
      const push = ['buildx', 'build', '--output', `type=image,name=${closed.host}/acme/api,push=true`, context];
      await expect(run(engine.docker, push, { env })).rejects.toThrow('401');
      const login = ['login', '--username', credentials.username, '--password-stdin', closed.host];
      await run(engine.docker, login, { env, input: credentials.password });
      await run(engine.docker, push, { env });
      expect(closed.requests()).toContainEqual(
        expect.objectContaining({ method: 'PUT', path: '/v2/acme/api/manifests/latest', status: 201 }),
      );
    } finally {
      await closed.stop();
    }
  },
);
