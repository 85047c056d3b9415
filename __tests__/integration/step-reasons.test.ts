import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startBaseImages } from '../../lab/base-images.ts';
import { loadBuilderImage } from '../../lab/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine.ts';
import { moveBase } from '../../lab/move-base.ts';
import { startProject, type Project } from '../../lab/project.ts';
import { startRegistry, type Registry } from '../../lab/registry.ts';
import { run } from '../../lab/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/work-dir.ts';
import { findContextChanges } from '../../src/baseline/find-context-changes.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { compareBuilds } from '../../src/compare/steps.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `step-reasons-${process.pid}`;

const DOCKERFILE = `FROM busybox AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN cat go.mod go.sum > deps
COPY main.go ./
ARG VERSION=1
RUN echo "$VERSION" | cat - deps main.go > /server
FROM busybox
COPY --from=build /server /server
`;
const FILES = { 'go.mod': 'm 1', 'go.sum': 's 1', 'main.go': 'p 1', '.dockerignore': '.git\n', Dockerfile: DOCKERFILE };
const EARLY = `FROM busybox
COPY . .
RUN cat go.sum > deps
`;

interface Built {
  readonly record: BuildRecord;
  readonly commit: string;
}

let engine: Engine;
let registry: Registry;
let upstream: Registry;
let project: Project;
let folder: string;
let config: string;

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

async function makeBuilder(): Promise<void> {
  const options = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', config];
  await buildx('create', '--name', BUILDER, ...options);
}

const cacheAt = (): string => `type=registry,ref=${registry.host}/acme/api:cache`;
const listArguments = (rest: readonly string[]): string[] => [
  ...['build', '--builder', BUILDER, '--output', 'type=image,name=acme/api,push=false'],
  ...rest,
  project.folder,
];

/** The build that began since, as the action reads it; its statuses are those that the history tells to whoever asks it. */
async function readSince(startedAtMs: number, commit: string): Promise<Built> {
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const found = await findBuild(docker, { builder: BUILDER, startedAtMs, digest: null });
  if (found.kind !== 'found') throw new Error(found.note.message);
  const { build: record } = await readBuild(docker, found, found.summary);
  if (record === null) throw new Error('the build has no record');
  const cached = record.steps.filter(({ status }) => status === 'cached').length;
  const told = await countCached(found.id);
  if (cached !== told) throw new Error(`the record has ${cached} cached steps, the history ${told}`);
  return { record, commit };
}

const LINE = v.object({
  vertexes: v.optional(v.array(v.object({ name: v.string(), cached: v.optional(v.boolean(), false) })), []),
});

/** By the history itself, read by nothing of ours. */
async function countCached(id: string): Promise<number> {
  const child = spawn(engine.docker, ['buildx', 'history', 'logs', '--builder', BUILDER, id, '--progress', 'rawjson'], {
    env: { ...process.env, ...engine.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  const lines = text.split('\n').filter((line) => line !== '');
  const told = lines.flatMap((line) => v.parse(LINE, JSON.parse(line)).vertexes);
  const names = told.flatMap(({ name, cached }) => (cached && /\] (?:RUN|COPY|WORKDIR) /.test(name) ? [name] : []));
  return new Set(names).size;
}

/** Commits the files, and builds them; a build that fails is read all the same. */
async function build(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Built> {
  const commit = await project.commit('a change', files);
  const startedAtMs = Date.now();
  await buildx(...listArguments(args)).catch(() => undefined);
  return await readSince(startedAtMs, commit);
}

/** `RUN x: why`, of all that ran; the build before is the baseline. */
async function explain(head: Built, baseline: Built): Promise<string[]> {
  const changes = await findContextChanges({
    ...{ context: project.folder, file: '', directory: project.folder, environment: process.env, github: null },
    ...{ baseline: baseline.commit, head: head.commit },
  });
  const { steps } = compareBuilds(head.record, baseline.record, { changes });
  const ran = steps.filter(({ status }) => status !== 'cached');
  return ran.map(({ name, because }) => `${name.split(' ').slice(0, 3).join(' ')}: ${because ?? 'not known'}`);
}

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  [registry, upstream] = [await startRegistry(), await startRegistry()];
  const bases = await startBaseImages({ registry: upstream, names: ['busybox:latest'] });
  folder = await makeWorkDir('step-reasons');
  config = join(folder, 'buildkitd.toml');
  await writeFile(config, `${bases.buildkitdConfig}\n[registry."${registry.host}"]\n  http = true\n`);
  project = await startProject({ files: FILES });
  await makeBuilder();
});

afterAll(async () => {
  await buildx('rm', '--force', BUILDER);
  await project.stop();
  await registry.stop();
  await upstream.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

describe('the article’s Dockerfile', () => {
  let baseline: Built;

  let cold: Built;

  beforeAll(async () => {
    cold = await build({}, '--cache-to', `${cacheAt()},mode=max`);
    await buildx('rm', '--force', BUILDER);
    await makeBuilder();
    baseline = await build({}, '--cache-from', cacheAt());
  });

  test('cold all runs; warm from the registry, on a new builder, nothing does', async () => {
    expect(cold.record.steps.map(({ status }) => status)).toEqual(cold.record.steps.map(() => 'ran'));
    expect(baseline.record.steps.map(({ status }) => status)).toEqual(baseline.record.steps.map(() => 'cached'));
    expect(await explain(baseline, cold)).toEqual([]);
  });

  /** With the cache that `main` wrote, whatever was built before in this file. */
  const next = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> =>
    await explain(await build({ ...FILES, ...files }, '--cache-from', cacheAt(), ...args), baseline);

  test('a source changed: the dependencies stay cached', async () => {
    expect(await next({ 'main.go': 'p 2' })).toEqual([
      'COPY main.go ./: main.go changed',
      'RUN echo "$VERSION": main.go changed',
      'COPY --from=build /server: main.go changed',
    ]);
  });

  test('go.sum changed: the dependencies run, and so does all after them', async () => {
    expect(await next({ 'go.sum': 's 2' })).toEqual([
      'COPY go.mod go.sum: go.sum changed',
      'RUN cat go.mod: go.sum changed',
      'COPY main.go ./: go.sum changed',
      'RUN echo "$VERSION": go.sum changed',
      'COPY --from=build /server: go.sum changed',
    ]);
  });

  test('a build argument changed', async () => {
    const reasons = await next({}, '--build-arg', 'VERSION=hush-hush');
    expect(reasons).toEqual([
      'RUN echo "$VERSION": the build argument VERSION changed',
      'COPY --from=build /server: the build argument VERSION changed',
    ]);
  });

  test('a line that does nothing was inserted above, a stage was renamed: nothing runs', async () => {
    const renamed = DOCKERFILE.replaceAll('build', 'go').replace('WORKDIR', '# why\nENV A=1\nWORKDIR');
    expect(await next({ Dockerfile: DOCKERFILE.replace('WORKDIR', '\n# why\nWORKDIR') })).toEqual([]);
    const changed = await next({ Dockerfile: renamed });
    expect(changed).toEqual([
      'RUN cat go.mod: ENV A changed',
      'COPY main.go ./: ENV A changed',
      'RUN echo "$VERSION": ENV A changed',
      // It takes what is as it was.
    ]);
  });

  test('a step was inserted above', async () => {
    const reasons = await next({ Dockerfile: DOCKERFILE.replace('COPY main', 'RUN echo new > /new\nCOPY main') });
    expect(reasons).toEqual(
      expect.arrayContaining([
        'RUN echo new: not known',
        'COPY main.go ./: RUN echo new > /new (Dockerfile:5) is new',
        'RUN echo "$VERSION": RUN echo new > /new (Dockerfile:5) is new',
      ]),
    );
  });

  test('an instruction was edited', async () => {
    const reasons = await next({ Dockerfile: DOCKERFILE.replace('cat go.mod', 'cat -u go.mod') });
    expect(reasons).toEqual(
      expect.arrayContaining([
        'RUN cat -u: its instruction changed',
        'COPY main.go ./: RUN cat -u go.mod go.sum > deps (Dockerfile:4) changed',
      ]),
    );
  });

  test('the cache was not to be used', async () => {
    const reasons = await next({}, '--no-cache', '--build-arg', 'VERSION=other');
    expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(
      new Set(['it was not to be taken from the cache']),
    );
    // BuildKit may take WORKDIR for done.
    expect(reasons.length).toBeGreaterThanOrEqual(5);
  });

  test('the cache had nothing', async () => {
    await buildx('prune', '--builder', BUILDER, '--all', '--force');
    const reasons = await explain(await build(FILES), baseline);
    expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(new Set(['the cache did not have it']));
    // BuildKit may take WORKDIR for done.
    expect(reasons.length).toBeGreaterThanOrEqual(5);
  });

  test('the base moved', async () => {
    await moveBase(upstream, 'busybox:latest');
    const reasons = await next({});
    expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(
      new Set(['the image busybox:latest changed']),
    );
    // BuildKit may take WORKDIR for done.
    expect(reasons.length).toBeGreaterThanOrEqual(5);
  });
});

test('where all of the context is copied early, everything runs, and the cause is named', async () => {
  await build({ Dockerfile: EARLY });
  const baseline = await build({});
  expect(baseline.record.steps.map(({ status }) => status)).toEqual(['cached', 'cached']);
  expect(await explain(await build({ 'README.md': 'x' }), baseline)).toEqual([
    'COPY . .: README.md changed',
    'RUN cat go.sum: README.md changed, which COPY . . (Dockerfile:2) takes',
  ]);
});

test('a step that fails is there, and nothing is blamed of a build without provenance', async () => {
  const baseline = await build({ Dockerfile: EARLY });
  const failed = await build({ Dockerfile: EARLY.replace('cat go.sum', 'exit 7; cat go.sum') });
  expect(failed.record.status).toBe('failed');
  expect(failed.record.steps.at(-1)).toMatchObject({ status: 'failed' });
  expect(await explain(failed, baseline)).toEqual(['COPY . .: not known', 'RUN exit 7;: not known']);
});

test('a build that was killed is read as far as it came', async () => {
  const commit = await project.commit('slow', { Dockerfile: EARLY.replace('cat go.sum', 'sleep 60; cat go.sum') });
  const startedAtMs = Date.now();
  const child = spawn(engine.docker, ['buildx', ...listArguments([])], { env: { ...process.env, ...engine.env } });
  let said = '';
  const running = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('RUN sleep 60')) resolve();
    });
  });
  await running;
  child.kill('SIGINT');
  await once(child, 'close');
  // The builder writes its record when it has seen that nobody waits.
  await sleep(1000);
  const killed = await readSince(startedAtMs, commit);
  expect(killed.record.status).toBe('canceled');
  expect(killed.record.steps.map(({ name, status }) => `${name} ${status}`)).toEqual(['COPY . . ran']);
});
