import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startBaseImages } from '../../lab/bases/base-images.ts';
import { startEmulation, type Emulation } from '../../lab/engine/emulation.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { listBuilds } from '../../src/image/list-builds.ts';
import { parseArguments, type TimelineArguments } from '../../src/command/arguments.ts';
import { runTimeline } from '../../src/command/timeline.ts';
import { makeTerminal, type FakeTerminal } from '../unit/command/fake-terminal.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';
import type { Docker } from '../../src/image/docker.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(900_000);

const BUILDER = `timeline-${process.pid}`;
const OWN = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
const FOREIGN = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64';
const OUTPUT = ['--output', 'type=image,name=example.com/acme/api,push=false'];

const COUNT = 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo $i > /out';
const EMULATED = `FROM alpine:3.15 AS build
WORKDIR /src
COPY main ./
RUN ${COUNT}
FROM scratch
COPY --from=build /out /out
`;
const CROSS = EMULATED.replace('FROM alpine', 'FROM --platform=$BUILDPLATFORM alpine')
  .replace('WORKDIR', 'ARG TARGETARCH\nWORKDIR')
  .replace('RUN ', 'RUN echo $TARGETARCH; ');

/** Of `--progress rawjson`, as it stands there. */
const Line = v.object({
  vertexes: v.nullish(
    v.array(
      v.object({
        name: v.nullish(v.string(), ''),
        started: v.nullish(v.string()),
        completed: v.nullish(v.string()),
        error: v.nullish(v.string(), ''),
      }),
    ),
    [],
  ),
});
const Told = v.object({
  status: v.string(),
  build: v.object({
    criticalPaths: v.array(
      v.object({ platform: v.nullable(v.string()), parts: v.array(v.object({ name: v.string() })) }),
    ),
  }),
});

let folder: string;
let engine: Engine;
let emulation: Emulation;
let registry: Registry;
let docker: Docker;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-timeline-'));
  const tools = await unpackTools(() => undefined);
  await cp(tools.busybox, join(folder, 'busybox'));
  await chmod(join(folder, 'busybox'), 0o755);
  await writeFile(join(folder, 'main'), '1');
  engine = await startEngine();
  // Builders notice it when they start.
  emulation = await startEmulation();
  registry = await startRegistry();
  const { buildkitdConfig } = await startBaseImages({ registry, names: ['alpine:3.15'] });
  await loadBuilderImage(engine, () => undefined);
  docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const config = join(folder, 'buildkitd.toml');
  await writeFile(config, buildkitdConfig);
  const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', config];
  await buildx('create', '--name', BUILDER, ...driver);
});

afterAll(async () => {
  await buildx('rm', '--force', BUILDER);
  await registry.stop();
  await emulation.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

async function build(dockerfile: string, ...args: string[]): Promise<BuildRecord> {
  const file = join(folder, 'Dockerfile');
  await writeFile(file, dockerfile);
  await buildx('build', '--builder', BUILDER, '--no-cache', ...OUTPUT, ...args, folder).catch(() => undefined);
  return await readLast(BUILDER);
}

async function readLast(builder: string): Promise<BuildRecord> {
  const [last] = await listBuilds(docker, builder);
  const read = last === undefined ? null : await readBuild(docker, { builder, id: last.id });
  if (!read?.build) throw new Error(read?.notes[0]?.message ?? 'no build');
  return read.build;
}

/** When each vertex began and ended, first to last, by its name; read from Buildx without any code of ours. */
async function readVertices(id: string, builder = BUILDER): Promise<Map<string, { startMs: number; endMs: number }>> {
  const child = spawn(engine.docker, ['buildx', 'history', 'logs', '--builder', builder, id, '--progress', 'rawjson'], {
    env: { ...process.env, ...engine.env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const times = new Map<string, { startMs: number; endMs: number }>();
  for (const line of said.split('\n').filter((text) => text.startsWith('{'))) {
    for (const { name, started, completed } of v.parse(Line, JSON.parse(line)).vertexes) {
      if (!started || !completed) continue;
      const known = times.get(name);
      times.set(name, {
        startMs: Math.min(known?.startMs ?? Infinity, Date.parse(started)),
        endMs: Math.max(known?.endMs ?? 0, Date.parse(completed)),
      });
    }
  }
  return times;
}

async function askTimeline(...words: string[]): Promise<FakeTerminal> {
  const terminal = makeTerminal({ env: { ...process.env, ...engine.env } });
  const asked = parseArguments(['timeline', ...words]);
  if (asked.kind !== 'timeline') throw new Error(asked.kind);
  expect(await runTimeline(asked satisfies TimelineArguments, terminal)).toBe(0);
  return terminal;
}

/** What Buildx says of the vertex is what we say of it, after the build began. */
async function expectTimesOf(
  record: BuildRecord,
  vertex: RegExp,
  word: string,
  platform: string | null = null,
): Promise<void> {
  const vertices = [...(await readVertices(record.id))].filter(([name]) => vertex.test(name));
  expect(vertices).toHaveLength(1);
  const [, times] = vertices[0] ?? ['', { startMs: 0, endMs: 0 }];
  const path = record.criticalPaths.find((one) => one.platform === platform);
  const part = path?.parts.find(({ name }) => name.includes(word));
  expect([part?.startMs, part?.durationMs]).toEqual([times.startMs - record.startedAtMs, times.endMs - times.startMs]);
}

function expectWellFormed({ criticalPaths, durationMs }: BuildRecord): void {
  for (const { parts, durationMs: sum } of criticalPaths) {
    let doneMs = 0;
    for (const part of parts) {
      expect(part.startMs).toBeGreaterThanOrEqual(doneMs);
      doneMs = part.startMs + part.durationMs;
    }
    expect(doneMs).toBeLessThanOrEqual(durationMs);
    expect(sum).toBe(parts.reduce((total, part) => total + part.durationMs, 0));
  }
}

const kindsOf = (record: BuildRecord, platform: string | null): string[] => [
  ...new Set(record.criticalPaths.find((path) => path.platform === platform)?.parts.map(({ kind }) => kind)),
];

describe('a build of two platforms', () => {
  test('with an emulated RUN: marked, and held against its native twin', async () => {
    const record = await build(EMULATED, '--platform', `${OWN},${FOREIGN}`);
    expectWellFormed(record);
    const counting = record.steps.filter(({ name }) => name.includes('while'));
    expect(counting.map(({ platform, isEmulated }) => [platform, isEmulated]).sort()).toEqual(
      [[OWN, false] as const, [FOREIGN, true] as const].toSorted(),
    );
    const part = record.criticalPaths
      .find(({ platform }) => platform === FOREIGN)
      ?.parts.find(({ name }) => name.includes('while'));
    const tookOf = (platform: string): number =>
      counting.find((step) => step.platform === platform)?.durationMs ?? Number.NaN;
    expect(part?.isEmulated).toBe(true);
    expect(part?.timesNative).toBeCloseTo(tookOf(FOREIGN) / tookOf(OWN), 1);
    await expectTimesOf(record, new RegExp(`^\\[${FOREIGN} build 4/4\\] RUN`), 'while', FOREIGN);
    expect(kindsOf(record, FOREIGN)).toEqual(expect.arrayContaining(['prepare', 'step', 'export']));
    expect((await askTimeline(`${BUILDER}/${record.id}`)).out()).toMatch(/RUN i=0.*, emulated/);
  });

  test('that is cross-compiled emulates nothing', async () => {
    const record = await build(CROSS, '--platform', `${OWN},${FOREIGN}`);
    expectWellFormed(record);
    const counting = record.steps.filter(({ name }) => name.includes('while'));
    expect(counting.map(({ isEmulated }) => isEmulated)).toEqual([false, false]);
    expect(record.criticalPaths.map(({ platform }) => platform).sort()).toEqual([OWN, FOREIGN].sort());
    expect((await askTimeline(`build:${BUILDER}/`)).out()).not.toContain('emulat');
  });
});

test('a build for one platform, with a push and a cache: what is no step is on the way too', async () => {
  const reference = `${registry.host}/acme/timeline`;
  const record = await build(
    EMULATED,
    ...['--output', `type=image,name=${reference}:main,push=true`],
    ...['--cache-to', `type=registry,ref=${reference}:cache,mode=max`],
  );
  expectWellFormed(record);
  expect(record.criticalPaths.map(({ platform }) => platform)).toEqual([null]);
  await expectTimesOf(record, /^\[build 4\/4\] RUN/, 'while');
  const kinds = new Set(record.activities.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['prepare', 'context', 'base', 'export', 'push', 'cache-export']));
  // Two that go on side by side: what ended last is on the way.
  expect(kindsOf(record, null).at(-1)).toMatch(/^(?:push|cache-export)$/);
});

test('a build for a foreign platform alone is emulated, and has nothing to be held against', async () => {
  const record = await build(EMULATED, '--platform', FOREIGN);
  const step = record.steps.find(({ name }) => name.includes('while'));
  expect(step?.isEmulated).toBe(true);
  const parts = record.criticalPaths[0]?.parts ?? [];
  expect(parts.find(({ name }) => name.includes('while'))?.timesNative).toBeNull();
});

test('a build that failed: the way to the step that did', async () => {
  const record = await build(EMULATED.replace('echo $i > /out', 'exit 7'));
  expectWellFormed(record);
  expect(record.status).toBe('failed');
  expect(record.criticalPaths[0]?.parts.at(-1)).toMatchObject({ kind: 'step' });
  await expectTimesOf(record, /^\[build 4\/4\] RUN/, 'exit 7');
  const told = v.parse(Told, JSON.parse((await askTimeline(`${BUILDER}/`, '--json')).out()));
  expect(told.status).toBe('failed');
  expect(told.build.criticalPaths[0]?.parts.at(-1)?.name).toContain('exit 7');
  expect((await askTimeline(`${BUILDER}/`)).out()).toMatch(/: failed after .* at RUN i=0/);
});

test('a build of two platforms that failed: the builder says what was emulated, since the build states nothing', async () => {
  const failing = EMULATED.replace('RUN ', 'RUN echo first > /first\nRUN ').replace('echo $i > /out', 'exit 7');
  const record = await build(failing, '--platform', `${OWN},${FOREIGN}`);
  expect(record.status).toBe('failed');
  const first = record.steps.filter(({ name }) => name.includes('first'));
  expect(first.map(({ platform, isEmulated }) => [platform, isEmulated]).sort()).toEqual(
    [[OWN, false] as const, [FOREIGN, true] as const].toSorted(),
  );
});

test('a build that was killed: the way to the step that was cut short', async () => {
  await writeFile(join(folder, 'Dockerfile'), 'FROM alpine:3.15\nRUN echo before\nRUN sleep 600\n');
  const args = ['buildx', 'build', '--builder', BUILDER, '--progress', 'plain', '--no-cache', ...OUTPUT, folder];
  const child = spawn(engine.docker, args, { env: { ...process.env, ...engine.env } });
  const closed = once(child, 'close');
  let said = '';
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('[3/3] RUN sleep')) resolve();
    });
  });
  await sleep(1000);
  child.kill('SIGINT');
  await closed;
  // The builder writes its record when all steps have ended.
  let ended = false;
  while (!ended) {
    const [last] = await listBuilds(docker, BUILDER);
    ended = (last?.endedAtMs ?? 0) > 0;
    if (!ended) await sleep(500);
  }
  const record = await readLast(BUILDER);
  expectWellFormed(record);
  expect(record.status).toBe('canceled');
  expect(record.criticalPaths[0]?.parts.at(-1)).toMatchObject({
    kind: 'interrupted',
    name: 'RUN sleep 600',
    step: null,
  });
  const text = (await askTimeline(`${BUILDER}/`)).out();
  expect(text).toMatch(/: cancelled after /);
  expect(text).toMatch(/█.* RUN sleep 600, interrupted/);
});

test("a build of the engine's own builder has its timeline as well", async () => {
  await writeFile(
    join(folder, 'Dockerfile'),
    'FROM scratch\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox", "sleep", "1"]\n',
  );
  await run(engine.docker, ['buildx', 'build', '--builder', 'default', '--no-cache', folder], { env: engine.env });
  const record = await readLast('default');
  expectWellFormed(record);
  const parts = record.criticalPaths[0]?.parts ?? [];
  expect(parts.find(({ name }) => name.includes('sleep'))?.durationMs).toBeGreaterThanOrEqual(1000);
  expect((await askTimeline('default/')).out()).toMatch(/█.* RUN .*sleep/);
});
