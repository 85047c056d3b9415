import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { Fault, FaultHook, RegistryRequest } from '../../lab/registry/registry-request.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { carryLastRan } from '../../src/compare/carry-last-ran.ts';
import { noteCacheFailures } from '../../src/compare/note-cache-failures.ts';
import { compareBuilds } from '../../src/compare/steps.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { readWrittenCache } from '../../src/phase/read-written-cache.ts';
import { formatWrittenOver } from '../../src/report/timing/cache-line.ts';
import { formatPlain } from '../../src/report/text/plain.ts';
import { say } from '../../src/report/text/text.ts';
import { noise } from '../e2e/workflow-run.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `cache-worth-${process.pid}`;
const DOCKERFILE = `
FROM scratch AS build
COPY busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-c"]
RUN /bin/busybox sleep 1; /bin/busybox head -c 400000 /dev/urandom > /dependencies
COPY main /main
RUN /bin/busybox sha256sum /main /dependencies > /out
FROM scratch
COPY --from=build /out /out
`.trimStart();
/** What another job writes to the same place. */
const OTHER = 'FROM scratch\nCOPY main /elsewhere\n';

const Line = v.object({
  vertexes: v.nullish(
    v.array(v.object({ name: v.string(), started: v.nullish(v.string()), completed: v.nullish(v.string()) })),
  ),
});
const Manifest = v.object({ layers: v.array(v.object({ digest: v.string(), size: v.number() })) });

let folder: string;
let engine: Engine;
let registry: Registry;
let client: RegistryClient;
let crane: string;
let fault: FaultHook = () => null;

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });
const makeBuilder = async (): Promise<string> =>
  await buildx('create', '--name', BUILDER, '--driver', 'docker-container', '--driver-opt', 'network=host');
/** As a runner that is thrown away after each job. */
const renewBuilder = async (): Promise<void> => {
  await buildx('rm', '--force', BUILDER);
  await makeBuilder();
};
let tags = 0;
/** A cache of its own for each run of a test, which may be its second: it begins with what lies at `from`. */
const startTag = async (from?: string): Promise<string> => {
  tags += 1;
  const tag = `cache-${tags}`;
  if (from !== undefined) await run(crane, ['tag', '--insecure', `${registry.host}/acme/api:${from}`, tag]);
  return tag;
};
const cacheAt = (tag: string): string => `type=registry,ref=${registry.host}/acme/api:${tag}`;

beforeAll(async () => {
  const tools = await unpackTools(() => undefined);
  crane = tools.crane;
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-cache-worth-'));
  await cp(tools.busybox, join(folder, 'busybox'));
  await writeFile(join(folder, 'Dockerfile'), DOCKERFILE);
  await writeFile(join(folder, 'other.Dockerfile'), OTHER);
  engine = await startEngine();
  registry = await startRegistry({ fault: (request) => fault(request) });
  client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
  await loadBuilderImage(engine, () => undefined);
  await makeBuilder();
});

afterAll(async () => {
  client.close();
  await buildx('rm', '--force', BUILDER);
  await registry.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Builds as the action does with a cache of its own under `tag`, then reads the build. */
async function build(tag: string, ...more: string[]): Promise<BuildRecord> {
  const startedAtMs = Date.now();
  const cache = ['--cache-from', cacheAt(tag), '--cache-to', `${cacheAt(tag)},mode=max,ignore-error=true`];
  const output = ['--output', 'type=image,name=acme/api,push=false'];
  await buildx('build', '--quiet', '--builder', BUILDER, ...cache, ...output, ...more, folder);
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const found = await findBuild(docker, { builder: BUILDER, startedAtMs, digest: null });
  if (found.kind !== 'found') throw new Error('the build is not found');
  const read = await readBuild(docker, { builder: BUILDER, id: found.id }, found.summary);
  if (read.build === null) throw new Error(read.notes[0]?.message);
  return read.build;
}

/** Of the cache as crane finds it: its digest, and bytes by layer. */
async function askCrane(tag: string): Promise<{ digest: string; layers: Map<string, number> }> {
  const name = `${registry.host}/acme/api:${tag}`;
  const { layers } = v.parse(Manifest, JSON.parse(await run(crane, ['manifest', '--insecure', name])));
  const digest = (await run(crane, ['digest', '--insecure', name])).trim();
  return { digest, layers: new Map(layers.map((layer) => [layer.digest, layer.size])) };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** What BuildKit says of a build, read apart: milliseconds that the vertex whose name has `word` was at work. */
async function askLog(id: string, word: string): Promise<number> {
  const logs = ['buildx', 'history', 'logs', '--builder', BUILDER, id, '--progress', 'rawjson'];
  const json = await run('sh', ['-c', '"$0" "$@" 2>&1', engine.docker, ...logs], { env: engine.env });
  const ends = new Map<string, string>();
  for (const line of json.split('\n').filter((text) => text !== '')) {
    for (const { name, started, completed } of v.parse(Line, JSON.parse(line)).vertexes ?? []) {
      if (name.includes(word) && started && completed) ends.set(started, completed);
    }
  }
  return sum([...ends].map(([started, completed]) => Date.parse(completed) - Date.parse(started)));
}

describe('a cache in the registry', () => {
  let cold: BuildRecord;
  let coldTag: string;
  let warm: BuildRecord;
  let warmTag: string;

  test('that is not there yet: nothing was restored, and all that lies there now is new', async () => {
    coldTag = await startTag();
    await renewBuilder();
    await writeFile(join(folder, 'main'), noise(300_000, 1));
    cold = await build(coldTag);
    const { digest, layers } = await askCrane(coldTag);
    expect(cold.cache).toMatchObject({ import: 'missing', manifests: [digest], failures: [], pullBytes: 0 });
    expect(cold.cache.exportMs).toBe(await askLog(cold.id, 'exporting cache to registry'));
    const slow = cold.steps.find(({ name }) => name.includes('sleep 1'));
    expect(slow?.durationMs).toBe(await askLog(cold.id, 'sleep 1'));
    expect(slow?.lastRanMs).toBe(slow?.durationMs);
    expect(cold.cache.costMs).toBeLessThanOrEqual(cold.cache.importMs + cold.cache.exportMs);
    expect(cold.cache.costMs).toBeGreaterThan(0);
    registry.forgetRequests();
    const to = [`${cacheAt(coldTag)},mode=max,ignore-error=true`];
    const written = await readWrittenCache({ to, isOfPullRequest: false }, cold.cache, [], client);
    expect(registry.requests().map(({ path }) => path)).toEqual([`/v2/acme/api/manifests/${digest}`]);
    const { cache } = compareBuilds(cold, null, { image: null, isPushed: false, written });
    expect(cache).toMatchObject({ verdict: 'nothing-restored', exportBytes: sum(layers.values()), savedMs: 0 });
  });

  test('that a new builder reads: what it saved, what it downloaded, what of it is new', async () => {
    warmTag = await startTag(coldTag);
    const before = (await askCrane(warmTag)).layers;
    await renewBuilder();
    await writeFile(join(folder, 'main'), noise(300_000, 2));
    registry.forgetRequests();
    warm = await build(warmTag);
    const requests = registry.requests();
    const { digest, layers } = await askCrane(warmTag);
    expect(warm.cache).toMatchObject({ import: 'read', manifests: [digest], failures: [] });
    // The layers that were sent, once each: the rest stayed in the registry, since nothing needed it.
    const sent = new Map(
      requests.flatMap(({ method, path, bytesOut }): [string, number][] => {
        const blob = /\/blobs\/(sha256:\w+)$/.exec(path)?.[1] ?? '';
        return method === 'GET' && before.has(blob) ? [[blob, bytesOut]] : [];
      }),
    );
    expect(sent.size).toBeGreaterThan(0);
    expect(warm.cache.pullBytes).toBe(sum(sent.values()));
    expect(warm.cache.pullMs).toBeGreaterThan(0);
    const to = [`${cacheAt(warmTag)},mode=max,ignore-error=true`];
    const written = await readWrittenCache({ to, isOfPullRequest: false }, warm.cache, cold.cache.manifests, client);
    const { cache } = compareBuilds(warm, cold, { image: null, isPushed: false, written });
    expect(cache.exportBytes).toBe(sum([...layers].flatMap(([blob, size]) => (before.has(blob) ? [] : [size]))));
    expect(cache).toMatchObject({ restored: 2, cacheable: 5, savedSteps: 2 });
    expect(cache.savedMs).toBeGreaterThanOrEqual(1000);
    expect(cache.savedMs).toBe(
      sum(cold.steps.filter(({ name }) => /sleep|busybox \/bin/.test(name)).map(({ durationMs }) => durationMs ?? 0)),
    );
  });

  test('is known to save as much again, by the record of a build that restored the same', async () => {
    await renewBuilder();
    const again = await build(await startTag(warmTag));
    const record = { ...warm, steps: carryLastRan(warm.steps, cold.steps) };
    const { cache } = compareBuilds(again, record);
    expect(cache).toMatchObject({ restored: 5, cacheable: 5, savedSteps: 5 });
    expect(cache.savedMs).toBe(
      sum(record.steps.map(({ status, durationMs, lastRanMs }) => (status === 'ran' ? durationMs : lastRanMs) ?? 0)),
    );
  });

  test('that another job wrote over is read, and has less: what it had restored runs again, and it is said why', async () => {
    const tag = await startTag(warmTag);
    await build(tag, '--file', join(folder, 'other.Dockerfile'));
    await renewBuilder();
    const poor = await build(tag);
    expect(poor.cache).toMatchObject({ import: 'read', failures: [] });
    const compared = compareBuilds(poor, warm, { changes: { changed: [], unknown: [] } });
    const { cache, steps } = compared;
    expect(cache).toMatchObject({ restored: 0, cacheable: 5, advice: 'own-reference' });
    expect(formatPlain(formatWrittenOver(compared) ?? say``)).toBe(
      '5 of 5 steps ran, though nothing that they are made from changed: where another job or a later build writes the same cache, give each a reference of its own',
    );
    expect(steps.filter(({ baseline }) => baseline?.status === 'cached').map(({ status }) => status)).toEqual([
      'ran',
      'ran',
    ]);
  });
});

describe('a cache that goes wrong fails no build, and is said', () => {
  const isWrite = ({ method }: RegistryRequest): boolean => method !== 'GET' && method !== 'HEAD';
  const answer = (status: number): Fault => ({ kind: 'answer', status, body: '{}' });

  beforeAll(async () => {
    await build('faulty');
  });

  test.each<[string, FaultHook, { of: string; import: string; code: string }[]]>([
    [
      'may not be written',
      (request) => (isWrite(request) ? answer(403) : null),
      [{ of: 'export', import: 'read', code: 'cache-denied' }],
    ],
    [
      'may not be read',
      ({ path }) => (path.endsWith('/manifests/faulty') ? answer(401) : null),
      [
        { of: 'import', import: 'failed', code: 'cache-denied' },
        { of: 'export', import: 'failed', code: 'cache-denied' },
      ],
    ],
    [
      'is in a registry that does not work',
      (request) => (isWrite(request) ? null : answer(503)),
      [
        { of: 'import', import: 'failed', code: 'cache-failed' },
        { of: 'export', import: 'failed', code: 'cache-failed' },
      ],
    ],
    [
      'is no cache',
      ({ method, path }) =>
        method === 'GET' && path.includes('/manifests/') ? { kind: 'lie', body: () => '{"not": "a cache"}' } : null,
      [{ of: 'import', import: 'failed', code: 'cache-failed' }],
    ],
    [
      'lost its own description',
      ({ method, path }) => (method === 'GET' && path.includes('/blobs/') ? answer(404) : null),
      [{ of: 'import', import: 'failed', code: 'cache-failed' }],
    ],
  ])('which %s', async (_, hook, expected) => {
    await buildx('prune', '--builder', BUILDER, '--all', '--force');
    fault = hook;
    const record = await build('faulty').finally(() => {
      fault = () => null;
    });
    expect(record.status).toBe('completed');
    const notes = noteCacheFailures(record.cache.failures);
    expect(
      record.cache.failures.map(({ of }, index) => ({ of, import: record.cache.import, code: notes[index]?.code })),
    ).toEqual(expected);
    for (const { message, hint } of notes) {
      expect(message).toMatch(/^the build cache (?:could not be read|was not written): ./);
      expect(hint).not.toBe('');
    }
    if (expected.some(({ of }) => of === 'export')) expect(record.cache.manifests).toEqual([]);
  });
});
