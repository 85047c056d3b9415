import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { fetchVertices } from '../../../src/build/steps/fetch-vertices.ts';
import { findBuild } from '../../../src/build/find-build.ts';
import { joinParts } from '../../../src/build/steps/join-parts.ts';
import { readBuild, readBuildParts } from '../../../src/build/read-build.ts';
import { parseStepName } from '../../../src/build/steps/step-name.ts';
import { makeFakeDocker, type FakeAnswer } from '../image/fake-docker.ts';
import { readFixture, readFixtureBuild } from './fixture.ts';
import type { BuildRecord } from '../../../src/build/build-record.ts';
import type { Docker } from '../../../src/image/docker.ts';

const LIST = ['history', 'ls', '--builder', 'b'];
const INSPECT = ['history', 'inspect', '--builder', 'b'];
const ATTACHMENT = ['history', 'inspect', 'attachment', '--builder', 'b'];
const LOGS = ['history', 'logs', '--builder', 'b'];
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const VERSION = ['buildx', 'version'];

const DIGEST = 'sha256:a6ef9db793ff7c6d69a0675dc09f24ec10c7f5f7eb8915605d70e945b25a6dc7';

const listed = (id: string, startedAt: string, node = 'b0'): string =>
  JSON.stringify({ ref: `b/${node}/${id}`, created_at: startedAt, status: 'Completed', cached_steps: 0 });
const since = (time: string): number => Date.parse(time);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function docker(...answers: FakeAnswer[]) {
  const fake = await makeFakeDocker(answers, { GITHUB_TOKEN: 'ghs_secret', HOME: '/nowhere' });
  stops.push(() => fake.remove());
  return fake;
}

/** A docker that is a shell script. */
async function scriptedDocker(script: string): Promise<Docker> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-scripted-docker-'));
  stops.push(() => rm(folder, { recursive: true }));
  const path = join(folder, 'docker');
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return { path, env: { PATH: process.env['PATH'] } };
}

async function summary(name: string): Promise<string> {
  return (await readFixture(`${name}.json`)).toString();
}

describe('our build among those of a builder', () => {
  const startedAtMs = since('2026-11-25T07:00:00Z');

  test('is the one that made the digest, though a newer one is there', async () => {
    const fake = await docker(
      { to: LIST, stdout: `${listed('old', '2026-11-25T07:36:35.21Z')}\n${listed('new', '2026-11-25T07:37:00Z')}\n` },
      { to: [...INSPECT, 'new'], stdout: await summary('restored') },
      { to: [...INSPECT, 'old'], stdout: await summary('cold') },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: DIGEST })).toMatchObject({
      kind: 'found',
      builder: 'b',
      id: 'old',
    });
  });

  test('that failed made no digest: the newest', async () => {
    const fake = await docker(
      { to: LIST, stdout: `${listed('old', '2026-11-25T07:36:35Z')}\n${listed('new', '2026-11-25T07:37:00Z')}\n` },
      { to: [...INSPECT, 'new'], stdout: await summary('failed') },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: null })).toMatchObject({ id: 'new' });
  });

  test('never began before the plan', async () => {
    const fake = await docker(
      { to: LIST, stdout: listed('old', '2026-11-25T06:59:59.999Z') },
      { to: INSPECT, stdout: await summary('cold') },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: DIGEST })).toMatchObject({
      kind: 'none',
      note: { code: 'no-build-record', message: expect.stringContaining('no record of this build') },
    });
  });

  test('on several nodes is told in parts, by their places: its ID alone tells of one node only', async () => {
    const fake = await docker(
      {
        to: LIST,
        stdout: [
          listed('ours', '2026-11-25T07:36:36Z', 'b1'),
          listed('other', '2026-11-25T07:36:35.5Z'),
          listed('ours', '2026-11-25T07:36:35Z', 'b0'),
        ].join('\n'),
      },
      { to: INSPECT, stdout: await summary('cold') },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: DIGEST })).toMatchObject({
      kind: 'parts',
      builder: 'b',
      id: 'ours',
      places: ['^0', '^2'],
      note: { code: 'no-build-record', message: expect.stringContaining('2 nodes') },
    });
  });

  test.each(['not json', '{"ref":"b/b0/../x","created_at":"2026-11-25T07:36:35Z"}', '{"ref":"b/b0/x"}'])(
    'a list that is none is a note: %s',
    async (stdout) => {
      const fake = await docker({ to: LIST, stdout });
      expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: null })).toMatchObject({ kind: 'none' });
    },
  );

  test('an old buildx is named, with what to do', async () => {
    const fake = await docker(
      { to: LIST, stderr: "docker: unknown command: 'docker buildx history'", code: 1 },
      { to: VERSION, stdout: 'github.com/docker/buildx v0.17.1 257815a6fbaee88976808020bf04274388275ae8\n' },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: null })).toEqual({
      kind: 'none',
      note: {
        code: 'no-build-record',
        message: 'Steps and build times are not known, only sizes: buildx 0.17 does not tell of past builds.',
        hint: 'Update buildx to 0.21 or newer, for example with the input "buildx-version".',
      },
    });
  });

  test('a builder without history is told apart from an old buildx', async () => {
    const fake = await docker(
      {
        to: LIST,
        stderr: 'ERROR: rpc error: code = Unimplemented desc = unknown method ListenBuildHistory',
        code: 1,
      },
      { to: VERSION, stdout: 'github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4\n' },
    );
    expect(await findBuild(fake, { builder: 'b', startedAtMs, digest: null })).toMatchObject({
      note: { message: expect.stringContaining('keeps no record'), hint: expect.stringContaining('docker-container') },
    });
  });

  test('no docker at all is a note too', async () => {
    const nowhere = { path: '/nowhere/docker', env: {} };
    expect(await findBuild(nowhere, { builder: 'b', startedAtMs, digest: null })).toMatchObject({
      note: { message: expect.stringContaining('could not be started') },
    });
  });
});

const LogLine = v.looseObject({
  vertexes: v.nullish(v.array(v.looseObject({ name: v.nullish(v.string(), '') })), []),
});

describe('a build that ran on several nodes', () => {
  const found = {
    kind: 'parts',
    builder: 'b',
    id: 'my94tyuy0kajp7wdp08u7p4wa',
    note: { code: '', message: '', hint: '' },
  } as const;

  /** As a node tells that has built for one platform: the steps of the other are not in it. */
  async function part(place: string, platform: string, digit: string): Promise<FakeAnswer[]> {
    const other = platform === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64';
    const digest = `sha256:${digit.repeat(64)}`;
    const said = {
      ...v.parse(v.record(v.string(), v.unknown()), JSON.parse(await summary('cold'))),
      Platform: [platform],
      Duration: platform === 'linux/amd64' ? 40_000_000_000 : 90_000_000_000,
      Attachments: [{ Digest: digest, Platform: platform, Type: 'https://slsa.dev/provenance/v1' }],
    };
    const log = (await readFixture('cold.ndjson'))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const { vertexes, ...rest } = v.parse(LogLine, JSON.parse(line));
        return JSON.stringify({
          ...rest,
          vertexes: vertexes.filter(({ name }) => parseStepName(name)?.platform !== other),
        });
      });
    return [
      { to: [...ATTACHMENT, place, digest], stdout: await readFixture('origin.provenance.json') },
      { to: [...INSPECT, place], stdout: JSON.stringify(said) },
      { to: [...LOGS, place], stderr: log.join('\n'), code: 0 },
    ];
  }

  test('is one: the steps of each node, times from its own beginning, as long as the longest', async () => {
    const fake = await docker(...(await part('^0', 'linux/amd64', 'a')), ...(await part('^3', 'linux/arm64', 'b')));
    const { build, origins, notes } = await readBuildParts(fake, { ...found, places: ['^0', '^3'] });
    expect([origins.map(({ platform }) => platform), notes]).toEqual([PLATFORMS, []]);
    expect(build).toMatchObject({ id: found.id, status: 'completed', durationMs: 90_000 });
    const steps = build?.steps ?? [];
    const [own, others] = PLATFORMS.map((name) => steps.filter(({ platform }) => platform === name));
    expect(own?.length).toBeGreaterThan(2);
    expect(others?.map(({ name }) => name)).toContainEqual(expect.stringContaining('> /server'));
    expect(steps).toEqual([...(own ?? []), ...(others ?? [])]);
    expect(build?.criticalPaths.map(({ platform }) => platform)).toEqual(PLATFORMS);
    // Whichever of the nodes began last.
    expect((await readBuildParts(fake, { ...found, places: ['^3', '^0'] })).build?.steps).toEqual(steps);
    for (const { platform, parts } of build?.criticalPaths ?? []) {
      const placed = parts.flatMap(({ step }) => (step === null ? [] : (steps[step] ?? [])));
      expect(placed.length).toBeGreaterThan(0);
      for (const step of placed) expect(step.platform).toBe(platform);
    }
  });

  test('has no times where one of them does not tell, and says so; what another told of layers holds', async () => {
    const [attachment, , logs] = await part('^1', 'linux/arm64', 'b');
    const fake = await docker(
      ...(await part('^0', 'linux/amd64', 'a')),
      ...[attachment ?? [], logs ?? []].flat(),
      { to: [...INSPECT, '^1'], stderr: 'ERROR: no record found for ref ^1', code: 1 },
      { to: VERSION, stdout: 'github.com/docker/buildx v0.29.1 x' },
    );
    const { build, origins, notes } = await readBuildParts(fake, { ...found, places: ['^0', '^1'] });
    expect(build).toBeNull();
    expect(origins.map(({ platform }) => platform)).toEqual(['linux/amd64']);
    expect(notes).toMatchObject([{ code: 'no-build-record', message: expect.stringContaining('no record found') }]);
  });

  test('is not taken for another build, which has the place by now', async () => {
    const fake = await docker(
      { to: ATTACHMENT, stdout: await readFixture('origin.provenance.json') },
      { to: [...INSPECT, '^0'], stdout: await summary('restored') },
      { to: VERSION, stdout: 'github.com/docker/buildx v0.29.1 x' },
    );
    expect(await readBuildParts(fake, { ...found, places: ['^0'] })).toMatchObject({
      build: null,
      origins: [],
      notes: [{ message: expect.stringContaining('its place in the history has another build now') }],
    });
  });

  test('failed where a node did, whose error and step it has; steps are placed behind those before', async () => {
    const record = await readFixtureBuild('cold', 'cold.provenance.json');
    const failedStep = { name: 'RUN false', platform: null, source: null, lines: [] };
    const failed: BuildRecord = { ...record, status: 'failed', error: 'it failed', failedStep };
    const joined = joinParts([
      { record, platform: 'linux/amd64' },
      { record: failed, platform: 'linux/arm64' },
    ]);
    expect(joined).toMatchObject({ status: 'failed', error: 'it failed', failedStep });
    const { length } = record.steps;
    expect(joined.steps).toHaveLength(2 * length);
    const needs = record.steps.map((step) => step.needs);
    expect(joined.steps.map((step) => step.needs)).toEqual([
      ...needs,
      ...needs.map((places) => places?.map((place) => place + length) ?? null),
    ]);
    const bare = { ...record, steps: record.steps.map((step) => ({ ...step, platform: null })) };
    expect(joinParts([{ record: bare, platform: 'linux/arm/v7' }]).steps[0]?.platform).toBe('linux/arm/v7');
    expect(joined.cache).toMatchObject({ importMs: record.cache.importMs, pullBytes: 2 * record.cache.pullBytes });
  });
});

describe('a build', () => {
  test('is read from its summary, its log and its provenance', async () => {
    const fake = await docker(
      { to: ATTACHMENT, stdout: await readFixture('cold.provenance.json') },
      { to: [...INSPECT, 'cold', '--format', 'json'], stdout: await summary('cold') },
      {
        to: [...LOGS, 'cold', '--progress', 'rawjson'],
        stderr: (await readFixture('cold.ndjson')).toString(),
        code: 0,
      },
    );
    expect(await readBuild(fake, { builder: 'b', id: 'cold' })).toEqual({
      build: { ...(await readFixtureBuild('cold', 'cold.provenance.json')) },
      // What it was made of is left out of that file.
      origins: [],
      dockerfile: {
        name: 'Dockerfile',
        path: 'Dockerfile',
        target: null,
        text: expect.stringMatching(/^ARG R=.*\nFROM [^]*\nENTRYPOINT \["\/server"\]\n$/),
      },
      folder: resolve('app'),
      cacheMounts: [],
      notes: [],
    });
    // Asked for by the digests that the summary names, one a platform.
    const asked = (await fake.calls())
      .map(({ args }) => args.at(-1) ?? '')
      .filter((word) => word.startsWith('sha256:'));
    expect(asked.length).toBe(2);
  });

  test('without its provenance is called as BuildKit calls it', async () => {
    const fake = await docker(
      { to: ATTACHMENT, stderr: 'ERROR: not found' },
      { to: INSPECT, stdout: await summary('cold') },
      { to: LOGS, stderr: (await readFixture('cold.ndjson')).toString(), code: 0 },
    );
    expect(await readBuild(fake, { builder: 'b', id: 'cold' })).toEqual({
      build: await readFixtureBuild('cold'),
      origins: [],
      dockerfile: null,
      folder: resolve('app'),
      cacheMounts: [],
      notes: [],
    });
  });

  test('without its log keeps its times', async () => {
    const fake = await docker(
      { to: INSPECT, stdout: await summary('cold') },
      { to: LOGS, stderr: 'ERROR: stream terminated', code: 1 },
      { to: VERSION, stdout: 'github.com/docker/buildx v0.29.1 x' },
    );
    expect(await readBuild(fake, { builder: 'b', id: 'cold' })).toMatchObject({
      build: { durationMs: 3633, steps: [] },
      notes: [{ code: 'no-build-record', message: expect.stringContaining('stream terminated') }],
    });
  });

  test('that still runs is not read', async () => {
    const running = (await summary('cold')).replace('"completed"', '"running"');
    const fake = await docker({ to: INSPECT, stdout: running });
    expect(await readBuild(fake, { builder: 'b', id: 'cold' })).toMatchObject({ build: null, notes: [{}] });
  });

  test('whose summary is none is a note', async () => {
    const fake = await docker({ to: INSPECT, stdout: '{"Status":"done"}' }, { to: VERSION, stdout: 'x v0.29.1 x' });
    expect(await readBuild(fake, { builder: 'b', id: 'cold' })).toMatchObject({
      build: null,
      notes: [{ message: expect.stringContaining('Status') }],
    });
  });
});

describe('the log of a build', () => {
  const key = { builder: 'b', id: 'x' };

  test('reaches docker without tokens', async () => {
    const fake = await docker({ to: LOGS, stderr: '{}', code: 0 });
    await fetchVertices(fake, key);
    const [call] = await fake.calls();
    expect(call?.env).toMatchObject({ HOME: '/nowhere' });
    expect(JSON.stringify(call)).not.toContain('secret');
  });

  test('is bounded in bytes', async () => {
    const fake = await scriptedDocker('while :; do echo "{}" >&2; done');
    await expect(fetchVertices(fake, key, { maxBytes: 100_000, timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
    });
  });

  test('is bounded in time', async () => {
    const fake = await scriptedDocker('sleep 5');
    await expect(fetchVertices(fake, key, { maxBytes: 100_000, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'DOCKER_FAILED',
      message: expect.stringContaining('no answer within'),
    });
  });

  test('without a docker', async () => {
    await expect(fetchVertices({ path: '/nowhere/docker', env: {} }, key)).rejects.toMatchObject({
      code: 'DOCKER_FAILED',
      message: expect.stringContaining('ENOENT'),
    });
  });

  test('of a build that nobody remembers', async () => {
    const fake = await docker({ to: LOGS, stderr: 'ERROR: no record found for ref "x"', code: 1 });
    await expect(fetchVertices(fake, key)).rejects.toMatchObject({ code: 'BUILD_NOT_FOUND' });
  });
});
