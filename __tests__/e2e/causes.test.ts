import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startAptRepository, type AptRepository } from '../../lab/bases/apt-repository.ts';
import { moveBase } from '../../lab/bases/move-base.ts';
import type { WorkflowRun } from '../../lab/runner/runner.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatWorkflow, noise, outputs, readComparison } from './workflow-run.ts';

jest.setTimeout(600_000);

/** A step whose result is new each time it runs, one that is not, and one that copies. */
const DOCKERFILE = `FROM busybox:latest
RUN head -c 150000 /dev/urandom > /by-itself
RUN mkdir /made && echo made > /made/file
COPY app /app
`;
const FILES = { Dockerfile: DOCKERFILE, 'app/payload.bin': noise(100_000, 1), 'README.md': 'An example.\n' };

const BASE = 'docker.io/library/busybox:latest';
const MOVED_BYTES = 200_000;

let world: World;

beforeAll(async () => {
  world = await startWorld({
    project: { files: FILES },
    bases: ['busybox:latest', 'alpine:3.15', 'debian:bookworm-slim'],
  });
  expectPassed(await world.push(workflow({}), { before: null }));
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  world.registry.forgetRequests();
});

describe('a base that has not moved', () => {
  test('and a file that grew: the cause is its line and its path, by this change, and no layer that both have is fetched', async () => {
    const { run, platform, body } = await change('grow', { 'app/payload.bin': noise(300_000, 2) });
    expect(run.exitCode).toBe(1);
    const [cause] = platform.causes;
    expect(cause).toMatchObject({
      kind: 'layer',
      by: 'change',
      source: { file: 'Dockerfile', line: 4 },
      paths: [{ path: '/app/payload.bin', onDiskBytes: expect.any(Number) }],
    });
    expectSums(platform);
    expect(platform.causes.filter(({ kind }) => kind !== 'config')).toHaveLength(1);
    expect(body).toContain('<code>Dockerfile:4</code>');
    expect(body).toContain('/app/payload.bin');
    const shared = platform.layers.filter(({ status }) => status === 'same').map(({ digest }) => digest);
    expect(shared.length).toBeGreaterThan(1);
    const read = world.registry
      .requests()
      .filter(({ method, userAgent }) => method === 'GET' && !byBuildKit(userAgent));
    for (const digest of shared) expect(read.filter(({ path }) => path.includes(digest))).toEqual([]);
  });

  test('built again without the cache: nothing is by this change, what came out the same is rebuilt', async () => {
    const { run, platform, comments } = await change('again', { 'README.md': 'Again.\n' }, { 'no-cache': 'true' });
    expectPassed(run);
    expectSums(platform);
    expect(platform.layers.map(({ status }) => status)).toEqual(['same', 'changed', 'rebuilt', 'rebuilt']);
    expect(platform.causes.filter(({ by }) => by !== 'drift')).toEqual([]);
    expect(comments).toEqual([]);
  });

  test('compressed anew: every layer is recompressed, and whose doing that is nobody recorded', async () => {
    const options = { 'exporter-options': 'compression=zstd,force-compression=true' };
    const { run, platform } = await change('zstd', { 'README.md': 'Smaller.\n' }, options);
    expectPassed(run);
    expectSums(platform);
    expect(new Set(platform.layers.map(({ status }) => status))).toEqual(new Set(['recompressed']));
    expect(platform.base).toMatchObject({ reference: BASE, inDiff: false });
    const layers = platform.causes.filter(({ kind }) => kind !== 'config');
    expect(new Set(layers.map(({ by }) => by))).toEqual(new Set([null]));
  });

  test('another FROM is a base that this change moved', async () => {
    const dockerfile = DOCKERFILE.replace('busybox:latest', 'alpine:3.15');
    const { platform } = await change('other-base', { Dockerfile: dockerfile });
    expectSums(platform);
    expect(platform.base).toMatchObject({ reference: 'docker.io/library/alpine:3.15', inDiff: true });
    for (const { by } of platform.causes.filter(({ kind }) => kind === 'base-image')) expect(by).toBe('change');
  });
});

describe('a base that moved', () => {
  let before: string | null;
  let after: string;

  beforeAll(async () => {
    before = world.bases.digests.get('busybox:latest') ?? null;
    after = await moveBase(world.upstream, 'busybox:latest', MOVED_BYTES);
  });

  test('alone is drift with all that was built on it: no budget counts it, and no comment is started', async () => {
    const { run, platform, comments } = await change('docs', { 'README.md': 'Docs.\n' });
    expectPassed(run);
    expectSums(platform);
    expect(platform.base).toEqual({ reference: BASE, baselineDigest: before, digest: after, inDiff: false });
    expect(platform.causes[0]).toMatchObject({ kind: 'base-image', by: 'drift', layer: null });
    expect(platform.causes[0]?.downloadBytes).toBeGreaterThan(MOVED_BYTES);
    expect(platform.causes.filter(({ by }) => by !== 'drift')).toEqual([]);
    expect(outputs(run)['verdict']).toBe('pass');
    expect(comments).toEqual([]);
  });

  test('beside a change of one’s own is told apart from it, with what to pin', async () => {
    const { run, platform, comparison, body } = await change('both', { 'app/payload.bin': noise(300_000, 3) });
    expect(run.exitCode).toBe(1);
    expectSums(platform);
    const own = platform.causes.filter(({ by }) => by === 'change');
    expect(own).toMatchObject([{ kind: 'layer', source: { file: 'Dockerfile', line: 4 } }]);
    const [budget] = comparison.budgets;
    expect(budget).toMatchObject({ verdict: 'over', measured: own[0]?.downloadBytes });
    expect(platform.download.change).toBeGreaterThan((own[0]?.downloadBytes ?? 0) + MOVED_BYTES);
    expect(body).toMatch(/not from this change, not counted/);
    expect(body).toContain(`busybox:latest&#64;<wbr>${after}`);
  });

  test('where the change is only in the step after it, that step is by this change', async () => {
    const dockerfile = DOCKERFILE.replace('150000', '450000');
    const { run, platform } = await change('step', { Dockerfile: dockerfile });
    expect(run.exitCode).toBe(1);
    expectSums(platform);
    expect(platform.causes.filter(({ kind }) => kind === 'base-image')).toMatchObject([{ by: 'drift' }]);
    expect(platform.causes).toContainEqual(
      expect.objectContaining({ kind: 'layer', by: 'change', source: { file: 'Dockerfile', line: 2 } }),
    );
  });
});

describe('a package that upgraded itself', () => {
  let archive: AptRepository;

  beforeAll(async () => {
    archive = await startAptRepository();
  });

  afterAll(async () => {
    await archive.stop();
  });

  test('by apt-get, the Dockerfile untouched, is named with both versions, and is not of this change', async () => {
    const dockerfile = `FROM debian:bookworm-slim
RUN echo '${archive.source}' > /etc/apt/sources.list.d/own.list \\
  && apt-get -o Dir::Etc::SourceList=/etc/apt/sources.list.d/own.list -o Dir::Etc::SourceParts=- update \\
  && apt-get -o APT::Sandbox::User=root install --yes tool && rm -rf /var/lib/apt/lists/* /var/log/* /var/cache/*
COPY app /app
`;
    await archive.publish('tool', '1.0', 100_000);
    await world.project.commit('Install a tool', { 'apt.Dockerfile': dockerfile });
    const inputs = { file: 'apt.Dockerfile', image: `${world.registry.host}/acme/apt`, 'no-cache': 'true' };
    expectPassed(await world.push(workflow(inputs), { before: null }));
    await archive.publish('tool', '1.1', 300_000);
    const { run, platform, comments, body } = await change('upgraded', { 'README.md': 'Upgraded.\n' }, inputs);
    expectPassed(run);
    expectSums(platform);
    expect(platform.causes[0]).toMatchObject({
      kind: 'package',
      by: 'drift',
      package: { type: 'deb', name: 'tool', baselineVersion: '1.0', version: '1.1' },
      source: { file: 'apt.Dockerfile', line: 2 },
    });
    // Of the file, with its padding.
    expect(platform.causes[0]?.onDiskBytes).toBe(300_032 - 100_352);
    expect(platform.causes.filter(({ by }) => by !== 'drift')).toEqual([]);
    expect(comments).toEqual([]);
    expect(run.summary).toMatch(/tool<\/code>.* 1\.0 → 1\.1/);
    expect(body).toBe('');
  });
});

const Cause = v.looseObject({
  kind: v.string(),
  by: v.nullable(v.string()),
  downloadBytes: v.number(),
  onDiskBytes: v.nullable(v.number()),
});
const Platform = v.looseObject({
  download: v.object({ change: v.number() }),
  onDisk: v.object({ change: v.nullable(v.number()) }),
  base: v.nullable(v.looseObject({ reference: v.string() })),
  layers: v.array(v.looseObject({ status: v.string(), digest: v.string() })),
  causes: v.array(Cause),
});
const ComparisonFile = v.looseObject({
  platforms: v.tuple([Platform]),
  budgets: v.array(v.looseObject({ verdict: v.string() })),
});

type Platform = v.InferOutput<typeof Platform>;

interface Changed {
  run: WorkflowRun;
  comparison: v.InferOutput<typeof ComparisonFile>;
  platform: Platform;
  /** Bodies of the pull request's comments. */
  comments: readonly string[];
  /** Of the first. */
  body: string;
}

/** A pull request with these files, built and compared. */
async function change(
  branch: string,
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Changed> {
  await world.project.commit('Change', files, branch);
  const number = await world.openPullRequest(branch);
  const run = await world.runPullRequest(workflow({ 'max-increase': '100 kB', ...inputs }), number, branch);
  const comparison = await readComparison(run, ComparisonFile);
  const comments = (await world.github.comments(number)).map(({ body }) => body);
  return { run, comparison, platform: comparison.platforms[0], comments, body: comments[0] ?? '' };
}

function expectSums({ causes, download, onDisk }: Platform): void {
  expect(causes.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0)).toBe(download.change);
  expect(causes.reduce((sum, { onDiskBytes }) => sum + (onDiskBytes ?? Number.NaN), 0)).toBe(onDisk.change);
}

function byBuildKit(userAgent: string): boolean {
  return userAgent.includes('buildkit');
}

function workflow(inputs: Readonly<Record<string, string>>): string {
  return formatWorkflow({ ...world.inputs, platforms: 'linux/amd64', ...inputs });
}
