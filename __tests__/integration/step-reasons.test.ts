import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startBaseImages } from '../../lab/bases/base-images.ts';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { moveBase } from '../../lab/bases/move-base.ts';
import { startProject, type Project } from '../../lab/project.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { findContextChanges } from '../../src/baseline/find-context-changes.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { carryLastRan } from '../../src/compare/carry-last-ran.ts';
import { compareBuilds, type BaselineBuild } from '../../src/compare/steps.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { readWrittenCache } from '../../src/phase/read-written-cache.ts';
import { BROKEN, DOCKERFILE, EARLY, FILES, pushToolchain, SLOW } from './go-project.ts';
import { IS_RECORDING, keepBuild, keepComparison, type Replace } from './keep-golden.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';
import type { WrittenCache } from '../../src/compare/written-cache.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `step-reasons-${process.pid}`;

interface Built {
  readonly record: BuildRecord;
  readonly commit: string;
}

let engine: Engine;
let registry: Registry;
let upstream: Registry;
let client: RegistryClient;
let project: Project;
let folder: string;
let config: string;
let crane: string;
let fault: FaultHook = () => null;

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

async function makeBuilder(): Promise<void> {
  const options = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', config];
  await buildx('create', '--name', BUILDER, ...options);
}

/** As a runner that is thrown away after each job. */
async function renewBuilder(): Promise<void> {
  await buildx('rm', '--force', BUILDER);
  await makeBuilder();
}

/** As a branch of that name has its cache. */
const cacheAt = (branch: string): string => `type=registry,ref=${registry.host}/acme/api:buildcache-api-${branch}`;
const readFrom = (branch: string): string[] => ['--cache-from', cacheAt(branch)];
const writeTo = (branch: string): string[] => ['--cache-to', `${cacheAt(branch)},mode=max,ignore-error=true`];
const listArguments = (rest: readonly string[]): string[] => [
  ...['build', '--builder', BUILDER, '--platform', 'linux/amd64,linux/arm64'],
  ...['--output', 'type=image,name=acme/api,push=false'],
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
  const commit = await project.commit('a change', { ...FILES, ...files });
  const startedAtMs = Date.now();
  await buildx(...listArguments(args)).catch(() => undefined);
  return await readSince(startedAtMs, commit);
}

async function findChanges(head: Built, baseline: Built): Promise<Awaited<ReturnType<typeof findContextChanges>>> {
  return await findContextChanges({
    ...{ context: project.folder, file: '', directory: project.folder, environment: process.env, github: null },
    ...{ baseline: baseline.commit, head: head.commit },
  });
}

/** `RUN x: why`, of all that ran, platforms that have it in common once; the build before is the baseline. */
async function explain(head: Built, baseline: Built): Promise<string[]> {
  const changes = await findChanges(head, baseline);
  const { steps } = compareBuilds(head.record, baseline.record, { changes });
  const ran = steps.filter(({ status }) => status !== 'cached');
  const told = ran.map(({ name, because }) => `${name.split(' ').slice(0, 3).join(' ')}: ${because ?? 'not known'}`);
  return [...new Set(told)];
}

const UNWRITTEN: WrittenCache = { blobs: null, before: null, isOfPullRequest: true };

/** For a golden file: `baseline` as the record beside its image has it, which knows of `before`. */
async function keep(
  name: string,
  head: Built,
  baseline: { readonly built: Built; readonly before: Built | null } | null,
  { cache = UNWRITTEN, isGrown = true } = {},
): Promise<void> {
  const record = baseline?.built.record ?? null;
  const recorded: BaselineBuild | null =
    record === null ? null : { ...record, steps: carryLastRan(record.steps, baseline?.before?.record.steps ?? []) };
  const changedPaths = baseline === null ? null : await findChanges(head, baseline.built);
  const pair = { head: head.record, baseline: recorded };
  await keepComparison(name, { build: pair, cache, changedPaths, isGrown }, names());
}

/** What is another one at each run, as users have it. */
const names = (): Replace => [
  [`http://${registry.host}/`, 'https://ghcr.io/'],
  [`${registry.host}/`, 'ghcr.io/'],
  [BUILDER, 'plimsoll'],
];

beforeAll(async () => {
  crane = (await unpackTools(() => undefined)).crane;
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  [registry, upstream] = [await startRegistry({ fault: (request) => fault(request) }), await startRegistry()];
  client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
  const bases = await startBaseImages({
    registry: upstream,
    names: ['busybox:latest', 'gcr.io/distroless/static-debian12:nonroot'],
  });
  folder = await makeWorkDir('step-reasons');
  config = join(folder, 'buildkitd.toml');
  await writeFile(config, `${bases.buildkitdConfig}\n[registry."${registry.host}"]\n  http = true\n`);
  project = await startProject({ files: FILES });
  await makeBuilder();
  await pushToolchain({
    ...{ upstream, folder, tags: ['1.26-alpine', '1.26'] },
    // What a golden file tells of is worth telling.
    seconds: IS_RECORDING ? { download: 6, build: 9 } : { download: 0, build: 0 },
    build: async (...args) => await buildx('build', '--builder', BUILDER, ...args),
  });
});

afterAll(async () => {
  client.close();
  await buildx('rm', '--force', BUILDER);
  await project.stop();
  await registry.stop();
  await upstream.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

describe('the article’s Dockerfile', () => {
  let cold: Built;
  let baseline: Built;

  beforeAll(async () => {
    await renewBuilder();
    cold = await build({}, ...readFrom('main'), ...writeTo('main'));
    await renewBuilder();
    baseline = await build({}, ...readFrom('main'), ...writeTo('main'));
  });

  const readWritten = async ({ record }: Built, before: Built | null): Promise<WrittenCache> =>
    await readWrittenCache(
      { to: [`${cacheAt('main')},mode=max`], isOfPullRequest: false },
      record.cache,
      before?.record.cache.manifests ?? [],
      client,
    );

  /** With the cache that `main` wrote, whatever was built before in this file. */
  const next = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Built> => {
    if (IS_RECORDING) await renewBuilder();
    return await build(files, ...readFrom('main'), ...args);
  };
  const told = async (name: string, head: Built, { isGrown = true } = {}): Promise<string[]> => {
    await keep(name, head, { built: baseline, before: cold }, { isGrown });
    return await explain(head, baseline);
  };

  test('cold all runs; warm from the registry, on a new builder, nothing does', async () => {
    expect(new Set(cold.record.steps.map(({ status }) => status))).toEqual(new Set(['ran']));
    expect(new Set(baseline.record.steps.map(({ status }) => status))).toEqual(new Set(['cached']));
    expect(await explain(baseline, cold)).toEqual([]);
    await keep('build-cold', cold, null, { cache: await readWritten(cold, null) });
    const cache = await readWritten(baseline, cold);
    await keep('build-warm', baseline, { built: cold, before: null }, { cache, isGrown: false });
  });

  test('a source changed: the dependencies stay cached', async () => {
    expect(await told('build-source-changed', await next({ 'main.go': 'package main // 2\n' }))).toEqual([
      'COPY . .: main.go changed',
      'RUN GOARCH=$TARGETARCH go: main.go changed, which COPY . . (Dockerfile:5) takes',
      'COPY --from=build /server: main.go changed, which COPY . . (Dockerfile:5) takes',
    ]);
  });

  test('go.sum changed: the dependencies run, and so does all after them', async () => {
    expect(await told('build-dependencies-changed', await next({ 'go.sum': 's 2\n' }))).toEqual([
      'COPY go.mod go.sum: go.sum changed',
      'RUN go mod: go.sum changed',
      'COPY . .: go.sum changed',
      'RUN GOARCH=$TARGETARCH go: go.sum changed, which COPY . . (Dockerfile:5) takes',
      'COPY --from=build /server: go.sum changed, which COPY . . (Dockerfile:5) takes',
    ]);
  });

  test('a build argument changed', async () => {
    expect(await told('build-argument-changed', await next({}, '--build-arg', 'VERSION=hush-hush'))).toEqual([
      'RUN GOARCH=$TARGETARCH go: the build argument VERSION changed',
      'COPY --from=build /server: the build argument VERSION changed',
    ]);
  });

  test('a line that does nothing was inserted above: nothing runs', async () => {
    const head = await next({ Dockerfile: DOCKERFILE.replace('WORKDIR', '\n# why\nWORKDIR') });
    expect(await told('build-comment-inserted', head, { isGrown: false })).toEqual([]);
  });

  test('a stage was renamed: nothing runs', async () => {
    const head = await next({ Dockerfile: DOCKERFILE.replace('AS build', 'AS go').replace('=build', '=go') });
    expect(await told('build-stage-renamed', head, { isGrown: false })).toEqual([]);
  });

  test('an ENV was inserted above, and a stage renamed', async () => {
    const renamed = DOCKERFILE.replace('AS build', 'AS go').replace('=build', '=go');
    const head = await next({ Dockerfile: renamed.replace('WORKDIR', 'ENV A=1\nWORKDIR') });
    expect(await explain(head, baseline)).toEqual([
      'RUN go mod: ENV A changed',
      'COPY . .: ENV A changed',
      'RUN GOARCH=$TARGETARCH go: ENV A changed',
      // It takes what is as it was.
    ]);
  });

  test('a step was inserted above', async () => {
    const head = await next({ Dockerfile: DOCKERFILE.replace('COPY go', 'RUN echo new > /new\nCOPY go') });
    expect(await told('build-step-inserted', head)).toEqual([
      'RUN echo new: not known',
      'COPY go.mod go.sum: RUN echo new > /new (Dockerfile:3) is new',
      'RUN go mod: RUN echo new > /new (Dockerfile:3) is new',
      'COPY . .: RUN echo new > /new (Dockerfile:3) is new',
      'RUN GOARCH=$TARGETARCH go: RUN echo new > /new (Dockerfile:3) is new',
      // What is built is what it was.
    ]);
  });

  test('an instruction was edited', async () => {
    const head = await next({ Dockerfile: DOCKERFILE.replace('mod download', 'mod download -x') });
    expect(await told('build-instruction-edited', head)).toEqual([
      'RUN go mod: its instruction changed',
      'COPY . .: RUN go mod download -x (Dockerfile:4) changed',
      'RUN GOARCH=$TARGETARCH go: RUN go mod download -x (Dockerfile:4) changed',
    ]);
  });

  test('another job writes to the same cache', async () => {
    const reference = `${registry.host}/acme/api:buildcache-api-main`;
    await run(crane, ['tag', '--insecure', reference, 'buildcache-api-shared']);
    const other = 'FROM gcr.io/distroless/static-debian12:nonroot\nCOPY main.go /\n';
    await build({ Dockerfile: other }, ...readFrom('shared'), ...writeTo('shared'));
    await renewBuilder();
    const head = await build({}, ...readFrom('shared'));
    expect(new Set((await told('build-shared-cache', head)).map((line) => line.replace(/^.*: /, '')))).toEqual(
      new Set(['the cache did not have it']),
    );
  });

  test('the cache may not be written', async () => {
    await renewBuilder();
    fault = ({ method }) =>
      method === 'GET' || method === 'HEAD' ? null : { kind: 'answer', status: 403, body: '{}' };
    const files = { 'main.go': 'package main // 3\n' };
    const head = await build(files, ...readFrom('main'), ...writeTo('main')).finally(() => {
      fault = () => null;
    });
    expect(head.record.cache.failures).toEqual([expect.objectContaining({ of: 'export' })]);
    expect(await told('build-cache-denied', head)).toContain('COPY . .: main.go changed');
  });

  test('the cache was not to be used', async () => {
    const reasons = await explain(await next({}, '--no-cache', '--build-arg', 'VERSION=other'), baseline);
    expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(
      new Set(['it was not to be taken from the cache']),
    );
    // BuildKit may take WORKDIR for done.
    expect(reasons.length).toBeGreaterThanOrEqual(5);
  });

  test('the cache had nothing', async () => {
    await buildx('prune', '--builder', BUILDER, '--all', '--force');
    const reasons = await explain(await build({}), baseline);
    expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(new Set(['the cache did not have it']));
    // BuildKit may take WORKDIR for done.
    expect(reasons.length).toBeGreaterThanOrEqual(5);
  });

  test('a step fails: it is there, and nothing is blamed of a build without provenance', async () => {
    const failed = await next({ 'main.go': `package main // ${BROKEN}\n` });
    expect(failed.record).toMatchObject({ status: 'failed', failedStep: { source: { file: 'Dockerfile', line: 8 } } });
    expect(failed.record.failedStep?.lines).toContain('./main.go:3:2: undefined: x');
    expect(failed.record.steps.map(({ status }) => status)).toContain('failed');
    expect(new Set((await explain(failed, baseline)).map((line) => line.replace(/^.*: /, '')))).toEqual(
      new Set(['not known']),
    );
    await keepBuild('timeline-failed', failed.record, names());
  });

  test('a build that was killed is read as far as it came', async () => {
    if (IS_RECORDING) await renewBuilder();
    const commit = await project.commit('slow', { ...FILES, 'main.go': `package main // ${SLOW}\n` });
    const startedAtMs = Date.now();
    const child = spawn(engine.docker, ['buildx', ...listArguments(readFrom('main'))], {
      env: { ...process.env, ...engine.env },
    });
    let said = '';
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('] RUN GOARCH')) resolve();
      });
    });
    await sleep(IS_RECORDING ? 4000 : 0);
    child.kill('SIGINT');
    await once(child, 'close');
    // The builder writes its record when it has seen that nobody waits.
    await sleep(1000);
    const { record } = await readSince(startedAtMs, commit);
    expect(record.status).toBe('canceled');
    const statuses = record.steps.map(({ name, status }) => `${name} ${status}`);
    expect(statuses).toContain('COPY . . ran');
    expect(statuses.filter((line) => line.startsWith('RUN GOARCH'))).toEqual([]);
    await keepBuild('timeline-killed', record, names());
  });
});

describe('where all of the context is copied early', () => {
  test('everything runs, and the cause is named; also where it ran on the baseline too', async () => {
    await renewBuilder();
    const before = await build({ Dockerfile: EARLY }, ...writeTo('early'));
    await renewBuilder();
    const baseline = await build({ Dockerfile: EARLY }, ...readFrom('early'), ...writeTo('early'));
    expect(new Set(baseline.record.steps.map(({ status }) => status))).toEqual(new Set(['cached']));
    await renewBuilder();
    const head = await build({ Dockerfile: EARLY, 'README.md': 'x' }, ...readFrom('early'), ...writeTo('early'));
    const taken = 'README.md changed, which COPY . . (Dockerfile:3) takes';
    const expected = [
      'COPY . .: README.md changed',
      `RUN go mod: ${taken}`,
      `RUN GOARCH=$TARGETARCH go: ${taken}`,
      // What is built of it is what it was.
    ];
    expect(await explain(head, baseline)).toEqual(expected);
    await keep('build-early-copy', head, { built: baseline, before });
    await renewBuilder();
    const again = await build({ Dockerfile: EARLY, 'README.md': 'y' }, ...readFrom('early'));
    expect(await explain(again, head)).toEqual(expected);
    await keep('build-early-copy-again', again, { built: head, before: baseline });
  });
});

test('the base moved', async () => {
  const Dockerfile = DOCKERFILE.replace('1.26-alpine', '1.26');
  await renewBuilder();
  const before = await build({ Dockerfile }, ...writeTo('moved'));
  await renewBuilder();
  const baseline = await build({ Dockerfile }, ...readFrom('moved'), ...writeTo('moved'));
  await moveBase(upstream, 'golang:1.26');
  await renewBuilder();
  const head = await build({ Dockerfile }, ...readFrom('moved'));
  const reasons = await explain(head, baseline);
  expect(new Set(reasons.map((line) => line.replace(/^.*: /, '')))).toEqual(new Set(['the image golang:1.26 changed']));
  // BuildKit may take WORKDIR for done.
  expect(reasons.length).toBeGreaterThanOrEqual(4);
  await keep('build-base-moved', head, { built: baseline, before });
});
