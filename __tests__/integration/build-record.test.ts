import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import type { BuildRecord, BuildStep } from '../../src/build/build-record.ts';
import type { Docker } from '../../src/image/docker.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `build-record-${process.pid}`;
const PLATFORMS = 'linux/amd64,linux/arm64';
const METADATA = v.object({ 'containerimage.digest': v.string() });

const DOCKERFILE = `
FROM --platform=$BUILDPLATFORM scratch AS build
COPY busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-c"]
WORKDIR /src
COPY dependencies ./
RUN /bin/busybox sleep 0.3; echo loaded > loaded
ARG TARGETARCH
ARG TOKEN
COPY main ./
RUN echo "$TARGETARCH $TOKEN" | /bin/busybox sha256sum \\
  > /server
FROM scratch
COPY --from=build /server /server
`;

let folder: string;
let engine: Engine;
let registry: Registry;
let docker: Docker;

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

const makeBuilder = async (): Promise<string> =>
  await buildx('create', '--name', BUILDER, '--driver', 'docker-container', '--driver-opt', 'network=host');

/** Builds as the action does, then finds and reads the build as the action does. */
async function build(builder: string, ...args: string[]): Promise<{ build: BuildRecord; digest: string | null }> {
  const startedAtMs = Date.now();
  const file = join(folder, 'metadata.json');
  await rm(file, { force: true });
  const common = ['--builder', builder, '--build-arg', 'TOKEN=hush-hush', '--metadata-file', file];
  await buildx('build', ...common, ...args, folder).catch(() => undefined);
  const metadata = await readFile(file, 'utf8').catch(() => null);
  const digest = metadata === null ? null : v.parse(METADATA, JSON.parse(metadata))['containerimage.digest'];
  const found = await findBuild(docker, { builder, startedAtMs, digest });
  if (found.kind !== 'found') throw new Error(found.note.message);
  const read = await readBuild(docker, { builder: found.builder, id: found.id }, found.summary);
  if (read.build === null) throw new Error(read.notes[0]?.message);
  return { build: read.build, digest };
}

const cacheAt = (host: string): string => `type=registry,ref=${host}/acme/api:cache`;
const show = ({ platform, stage, status, name, source }: BuildStep): string =>
  [platform, stage, status, source?.line, name].join(' ');

beforeAll(async () => {
  const tools = await unpackTools(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-build-record-'));
  await cp(tools.busybox, join(folder, 'busybox'));
  await writeFile(join(folder, 'dependencies'), '1');
  await writeFile(join(folder, 'main'), '1');
  await writeFile(join(folder, 'Dockerfile'), DOCKERFILE.trimStart());
  engine = await startEngine();
  registry = await startRegistry();
  await loadBuilderImage(engine, () => undefined);
  docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  await makeBuilder();
});

afterAll(async () => {
  await buildx('rm', '--force', BUILDER);
  await registry.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

test('of a Dockerfile that stands in a bake file: it is called so, though another one lies in the context', async () => {
  const startedAtMs = Date.now();
  const target = {
    context: folder,
    'dockerfile-inline': 'FROM scratch\nCOPY main /',
    output: ['type=image,push=false'],
  };
  const file = join(folder, 'bake.json');
  await writeFile(file, JSON.stringify({ target: { default: target } }));
  await buildx('bake', '--builder', BUILDER, '--allow', 'fs.read=*', '--file', file);
  const found = await findBuild(docker, { builder: BUILDER, startedAtMs, digest: null });
  if (found.kind !== 'found') throw new Error(found.note.message);
  const source = { file: 'inline Dockerfile', line: 2 };
  const { build: record, origins } = await readBuild(docker, found, found.summary);
  expect(record?.steps).toMatchObject([{ source }]);
  expect(origins.map(({ layers }) => layers)).toMatchObject([[{ source }]]);
});

test('of one that fails, too, also from the standard input, and not where it is the file in the context', async () => {
  const failing = 'FROM scratch\nRUN ["/nothing"]\n';
  const file = join(folder, 'bake-failing.json');
  const inline = { context: folder, 'dockerfile-inline': failing };
  await writeFile(join(folder, 'Dockerfile.nothing'), failing);
  const named = { context: folder, dockerfile: 'Dockerfile.nothing' };
  await writeFile(file, JSON.stringify({ target: { inline, named } }));
  const bake = ['bake', '--builder', BUILDER, '--allow', 'fs.read=*', '--file', file];
  for (const [name, ...args] of [
    ['inline Dockerfile', ...bake, 'inline'],
    ['Dockerfile.nothing', ...bake, 'named'],
    ['inline Dockerfile', 'build', '--builder', BUILDER, '--file', '-', folder],
  ] as const) {
    const startedAtMs = Date.now();
    await expect(run(engine.docker, ['buildx', ...args], { env: engine.env, input: failing })).rejects.toThrow();
    const found = await findBuild(docker, { builder: BUILDER, startedAtMs, digest: null });
    if (found.kind !== 'found') throw new Error(found.note.message);
    const { build: record } = await readBuild(docker, found, found.summary);
    expect(record?.failedStep?.source).toEqual({ file: name, line: 2 });
  }
});

/** Steps that BuildKit keeps apart by target platform: COPY and WORKDIR on the builder's platform are shared. */
const FOR_ARM = [
  'linux/arm64 build ran 6 RUN /bin/busybox sleep 0.3; echo loaded > loaded',
  'linux/arm64 build ran 9 COPY main ./',
  'linux/arm64 build ran 10 RUN echo "$TARGETARCH $TOKEN" | /bin/busybox sha256sum > /server',
  'linux/arm64 stage-1 ran 13 COPY --from=build /server /server',
];

describe('a build of two platforms', () => {
  test('with an empty cache: each step that ran, as the Dockerfile has it, with its time', async () => {
    const output = `type=image,name=${registry.host}/acme/api,push-by-digest=true,name-canonical=true,push=true`;
    const cache = ['--cache-from', cacheAt(registry.host), '--cache-to', `${cacheAt(registry.host)},mode=max`];
    const { build: record, digest } = await build(BUILDER, '--platform', PLATFORMS, '--output', output, ...cache);
    expect(digest).toMatch(/^sha256:/);
    expect(record).toMatchObject({ builder: BUILDER, status: 'completed', error: null });
    expect(record.steps.map(show)).toEqual([
      'linux/amd64 build ran 2 COPY busybox /bin/busybox',
      'linux/amd64 build ran 4 WORKDIR /src',
      'linux/amd64 build ran 5 COPY dependencies ./',
      ...FOR_ARM.map((line) => line.replace('arm64', 'amd64')),
      ...FOR_ARM,
    ]);
    const slow = record.steps.find(({ name }) => name.includes('sleep'));
    expect(slow?.durationMs).toBeGreaterThanOrEqual(300);
    expect(record.durationMs).toBeGreaterThanOrEqual(slow?.durationMs ?? Infinity);
    // The cache that is not there yet is no error.
    expect(record.cache).toMatchObject({ import: 'missing', failures: [] });
    expect(record.cache.exportMs).toBeGreaterThan(0);
    expect(JSON.stringify(record)).not.toContain('hush');
  });

  test('on a new builder: restored from the registry, told by the record and not by its speed', async () => {
    await buildx('rm', '--force', BUILDER);
    await makeBuilder();
    await writeFile(join(folder, 'main'), '2');
    const output = 'type=image,name=acme/api,push=false';
    const cache = ['--cache-from', cacheAt(registry.host)];
    const { build: record } = await build(BUILDER, '--platform', PLATFORMS, '--output', output, ...cache);
    const statusOf = (word: string): string[] =>
      record.steps.filter(({ name }) => name.includes(word)).map(({ status }) => status);
    expect(statusOf('sleep 0.3')).toEqual(['cached', 'cached']);
    expect(statusOf('COPY dependencies')).toEqual(['cached']);
    expect(statusOf('COPY main')).toEqual(['ran', 'ran']);
    expect(record.cache.importMs).toBeGreaterThan(0);
  });

  test('whose cache cannot be written goes through, and the error is there to be said', async () => {
    const cache = ['--cache-to', `${cacheAt('127.0.0.1:1')},mode=max,ignore-error=true`];
    const output = 'type=image,name=acme/api,push=false';
    const { build: record } = await build(BUILDER, '--platform', PLATFORMS, '--output', output, ...cache);
    expect(record.status).toBe('completed');
    expect(record.cache.failures).toEqual([{ of: 'export', error: expect.stringContaining('connection refused') }]);
  });

  test('that fails is the newest of the builder, with its own error and without values', async () => {
    const file = join(folder, 'Dockerfile.failing');
    await writeFile(file, `${DOCKERFILE.trimStart().split('FROM scratch\n')[0] ?? ''}RUN echo $TOKEN; exit 7\n`);
    const { build: record, digest } = await build(BUILDER, '--platform', 'linux/amd64', '--file', file);
    expect(digest).toBeNull();
    expect(record.status).toBe('failed');
    expect(record.error).toContain('exit code: 7');
    expect(record.steps.at(-1)).toMatchObject({ status: 'failed', name: 'RUN echo $TOKEN; exit 7' });
    expect(JSON.stringify(record)).not.toContain('hush');
  });
});

test("a build of the engine's own builder is read as well", async () => {
  const args = ['--platform', PLATFORMS, '--output', 'type=image,name=example.com/acme/api:build-record,push=false'];
  const { build: record } = await build('default', ...args);
  expect(record).toMatchObject({ builder: 'default', status: 'completed' });
  expect(record.steps.map(({ platform, source }) => `${platform ?? ''} ${source?.line ?? ''}`)).toEqual([
    ...[2, 4, 5, 6, 9, 10, 13].map((line) => `linux/amd64 ${line}`),
    ...[6, 9, 10, 13].map((line) => `linux/arm64 ${line}`),
  ]);
  await run(engine.docker, ['image', 'rm', 'example.com/acme/api:build-record'], { env: engine.env });
});

test('a build for one platform names none', async () => {
  const { build: record } = await build(BUILDER, '--output', 'type=image,name=acme/api,push=false');
  expect(new Set(record.steps.map(({ platform }) => platform))).toEqual(new Set([null]));
});
