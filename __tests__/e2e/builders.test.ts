import { access, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startBuildkitDaemon, type BuildkitDaemon } from '../../lab/engine/buildkit-daemon.ts';
import { buildOldBuildx } from '../../lab/engine/buildx.ts';
import { run as runCommand } from '../../lab/machine/run.ts';
import type { WorkflowRun } from '../../lab/runner/runner.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { IS_ALL_TESTED } from '../test-all.ts';
import { expectPassed, formatWorkflow, noise, outputs, readComparison } from './workflow-run.ts';

jest.setTimeout(900_000);

/** A step that runs, on a base, and one that copies; and one that any platform takes, emulated or not. */
const FILES = {
  Dockerfile: 'ARG BASE=scratch\nFROM ${BASE}\nRUN uname -m > /machine\nCOPY payload.bin /app/payload.bin\n',
  'scratch.Dockerfile': 'FROM scratch\nCOPY payload.bin /app/payload.bin\n',
  'payload.bin': noise(100_000, 1),
};

/** What only our own builder takes. */
const NO_BUILDER = { 'driver-opts': '', 'buildkitd-config-inline': '' };

let world: World;
let first: string;
let grow: number;

beforeAll(async () => {
  world = await startWorld({ project: { files: FILES }, bases: ['busybox:latest'] });
  first = await world.project.resolve('main');
  await world.project.commit('Grow', { 'payload.bin': noise(300_000, 2) }, 'grow');
  grow = await world.openPullRequest('grow');
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  world.registry.forgetRequests();
});

describe('driver: docker, with the image store of containerd', () => {
  const driver = { driver: 'docker', ...NO_BUILDER };

  test('a first run is told as one, though the push has written its tag; the log speaks of no builder set up', async () => {
    const run = await push('docker', driver, {}, 'f'.repeat(40));
    expectPassed(run);
    const image = nameImage('docker');
    expect(outputs(run)).toMatchObject({ verdict: 'no-baseline', tags: `${image}:main\n${image}:sha-${first}` });
    expect(run.summary).toContain('no baseline: the repository has no image yet');
    expect(run.text).toContain("builder    the Docker engine's own (docker)");
    expect(run.text).not.toContain('set up here');
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('the push itself writes') }),
    );
    // By the push, before the report.
    expect(writesOf('/manifests/main')[0]?.userAgent).toContain('buildkit');
  });

  test('a pull request is read from the engine, with its steps', async () => {
    await expectCompared('docker', driver);
  });
});

describe('driver: remote', () => {
  let daemon: BuildkitDaemon;

  beforeAll(async () => {
    daemon = await startBuildkitDaemon(world.engine);
  });

  afterAll(async () => {
    await daemon.stop();
  });

  test.each([
    ['a TCP port', () => daemon.tcp],
    ['a Unix socket', () => daemon.unix],
  ])('on %s pushes, and a pull request is read from it, with its steps', async (where, endpoint) => {
    const driver = { driver: 'remote', endpoint: endpoint(), ...NO_BUILDER };
    const name = `remote-${where.includes('TCP') ? 'tcp' : 'unix'}`;
    const run = await push(name, driver);
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ pushed: 'true', tags: expect.stringContaining(`${nameImage(name)}:main`) });
    expect(run.text).toContain('(remote, set up here)');
    // It builds elsewhere: what it needs for foreign platforms it has.
    expect(run.text).toContain('emulation  none');
    await expectCompared(name, driver);
  });
});

describe('several nodes', () => {
  const nodes: BuildkitDaemon[] = [];
  let inputs: Record<string, string>;

  beforeAll(async () => {
    nodes.push(await startBuildkitDaemon(world.engine), await startBuildkitDaemon(world.engine));
    const [one, two] = nodes.map(({ tcp }) => tcp);
    inputs = {
      driver: 'remote',
      endpoint: one ?? '',
      // Nothing on this machine emulates it, so that it can be built on the second node only.
      append: JSON.stringify([{ endpoint: two, platforms: 'linux/s390x' }]),
      platforms: 'linux/amd64,linux/s390x',
      file: 'scratch.Dockerfile',
      ...NO_BUILDER,
    };
  });

  afterAll(async () => {
    for (const node of nodes) await node.stop();
  });

  test('a push has the record of what each node tells, and its times', async () => {
    const run = await push('nodes', inputs);
    expectPassed(run);
    expect(outputs(run)).toMatchObject({
      ...{ verdict: 'no-baseline', pushed: 'true' },
      'build-duration': expect.stringMatching(/^\d+(?:\.\d+)?$/),
    });
    expect(run.text).not.toContain('only sizes');
    expect((await readComparison(run, ComparisonFile)).platforms.map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/s390x',
    ]);
  });

  test('of a pull request each node tells of its own platform: all of them are compared', async () => {
    const run = await pullRequest('nodes', { ...inputs, 'max-increase': '5%' });
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false' });
    expect(run.text).not.toContain('only sizes');
    const { platforms, build } = await readComparison(run, ComparisonFile);
    expect(build?.steps).toMatchObject([
      { name: 'COPY payload.bin /app/payload.bin', platform: 'linux/amd64', status: 'ran' },
      { name: 'COPY payload.bin /app/payload.bin', platform: 'linux/s390x', status: 'ran' },
    ]);
    expect(platforms).toMatchObject([
      { platform: 'linux/amd64', status: 'compared' },
      { platform: 'linux/s390x', status: 'compared' },
    ]);
    for (const { download, causes } of platforms) {
      expect(download.change).toBeGreaterThan(150_000);
      // Both the record of the push and the nodes tell where it comes from.
      expect(causes.filter(({ kind }) => kind !== 'config')).toMatchObject([
        { kind: 'layer', by: 'change', source: { file: 'scratch.Dockerfile', line: 2 } },
      ]);
    }
    expect(writesOf('')).toEqual([]);
  });
});

/** Compiling it takes minutes. */
const describeOnDemand = IS_ALL_TESTED ? describe : describe.skip;

describeOnDemand('an old Buildx, which tells of no past build', () => {
  let env: Record<string, string>;

  beforeAll(async () => {
    const config = await world.engine.makeDockerConfig();
    const plugins = join(config, 'cli-plugins');
    await rm(plugins, { recursive: true });
    await mkdir(plugins);
    await symlink(await buildOldBuildx(() => undefined), join(plugins, 'docker-buildx'));
    env = { DOCKER_CONFIG: config };
  });

  test('a push is compared by sizes, and says what to do for times', async () => {
    const run = await push('old', {}, env);
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'no-baseline', pushed: 'true', 'build-duration': '' });
    expect(outputs(run)['size']).toMatch(/^\d{6,}$/);
    expect(run.text).toContain('only sizes: buildx 0.19 does not tell of past builds');
    expect(run.text).toContain('buildx-version');
  });

  test('a pull request is compared by sizes and files, pushes nothing, and leaves nothing on the disk', async () => {
    const run = await pullRequest('old', { 'max-increase': '5%' }, env);
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', 'build-duration': '' });
    expect(outputs(run)['size']).toMatch(/^\d{6,}$/);
    expect(run.text).toContain('only sizes: buildx 0.19 does not tell of past builds');
    expect(run.summary).toContain('payload.bin');
    const [, layout] = /dest=(\S+?),tar=false/.exec(run.text) ?? [];
    expect(layout).toContain('plimsoll-layout-');
    await expect(access(layout ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('builder: NAME', () => {
  test('that is there is used and left, the current builder stays what it was, and two steps share it', async () => {
    const config = await world.engine.makeDockerConfig();
    const env = { ...world.engine.env, DOCKER_CONFIG: config };
    const docker = async (...args: string[]) => await runCommand(world.engine.docker, args, { env });
    const names = ['builders-current', 'builders-named'] as const;
    const options = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
    for (const name of names) await docker('buildx', 'create', '--name', name, ...options);
    try {
      await docker('buildx', 'use', names[0]);
      const builder = { builder: names[1], ...NO_BUILDER };
      const run = await push('named', builder, { DOCKER_CONFIG: config }, null, {
        image: nameImage('named-too'),
      });
      expectPassed(run);
      expect(outputs(run)).toMatchObject({ pushed: 'true' });
      expect(run.outputs['second']).toMatchObject({ pushed: 'true', digest: expect.stringMatching(/^sha256:/) });
      expect(run.text).toContain(`builder    ${names[1]} (there already)`);
      expect(run.text).not.toContain('Booting builder');
      expect(await docker('buildx', 'ls')).toMatch(/^builders-current\*/m);
      expect(await docker('buildx', 'inspect', names[1])).toContain('running');
    } finally {
      for (const name of names) await docker('buildx', 'rm', '--force', name);
    }
  });
});

test('two steps of a job share the builder that the first sets up; other settings have another, and none is current', async () => {
  const config = await world.engine.makeDockerConfig();
  const shared = await push('shared', {}, { DOCKER_CONFIG: config }, null, { image: nameImage('shared-too') });
  expectPassed(shared);
  expect(shared.text.match(/buildx create --name/g)).toHaveLength(1);
  expect(shared.outputs['second']).toMatchObject({ pushed: 'true', digest: expect.stringMatching(/^sha256:/) });
  const apart = await push('apart', {}, { DOCKER_CONFIG: config }, null, {
    image: nameImage('apart-too'),
    'buildkitd-flags': '--debug',
  });
  expectPassed(apart);
  expect(apart.text.match(/buildx create --name/g)).toHaveLength(2);
  const env = { ...world.engine.env, DOCKER_CONFIG: config };
  const left = await runCommand(world.engine.docker, ['buildx', 'ls'], { env });
  expect(left).toMatch(/^default\*/m);
  expect(left).not.toContain('plimsoll-');
});

const ComparisonFile = v.looseObject({
  platforms: v.array(
    v.looseObject({
      platform: v.string(),
      status: v.string(),
      download: v.object({ change: v.nullable(v.number()) }),
      causes: v.array(v.looseObject({ kind: v.string() })),
    }),
  ),
  build: v.nullable(v.looseObject({ steps: v.array(v.looseObject({ name: v.string(), status: v.string() })) })),
});

/** A pull request that grows: over its budget, by what the builder tells, which tells of the steps too. */
async function expectCompared(name: string, inputs: Readonly<Record<string, string>>): Promise<void> {
  world.registry.forgetRequests();
  const run = await pullRequest(name, { ...inputs, 'max-increase': '5%' });
  expect(run.exitCode).toBe(1);
  expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false' });
  expect(writesOf('')).toEqual([]);
  const { platforms, build } = await readComparison(run, ComparisonFile);
  for (const { download } of platforms) expect(download.change).toBeGreaterThan(150_000);
  expect(build?.steps).toMatchObject([
    { name: expect.stringContaining('uname -m'), status: 'cached' },
    { name: expect.stringContaining('COPY payload.bin') },
  ]);
}

function nameImage(name: string): string {
  return `${world.registry.host}/acme/${name}`;
}

function writesOf(path: string) {
  return world.registry
    .requests()
    .filter((request) => !['GET', 'HEAD'].includes(request.method) && request.path.includes(path));
}

async function push(
  name: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  before: string | null = null,
  second: Readonly<Record<string, string>> | null = null,
): Promise<WorkflowRun> {
  const repository = { full_name: 'acme/api', fork: false, default_branch: 'main' };
  return await world.run(workflow(name, inputs, second), {
    event: 'push',
    payload: { ref: 'refs/heads/main', before: before ?? '0'.repeat(40), after: first, repository },
    commit: first,
    branch: 'main',
    env,
  });
}

async function pullRequest(
  name: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<WorkflowRun> {
  return await world.runPullRequest(workflow(name, inputs, null), grow, 'grow', undefined, { env });
}

/** The base goes by the registry's own name: not every builder here knows another. */
function workflow(
  name: string,
  inputs: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>> | null,
): string {
  const image = nameImage(name);
  const base = `BASE=${world.upstream.host}/library/busybox:latest`;
  return formatWorkflow(
    { ...world.inputs, image, 'build-args': base, platforms: 'linux/amd64', ...inputs },
    { second },
  );
}
