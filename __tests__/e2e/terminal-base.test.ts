import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { findCrane } from '../../lab/machine/crane.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';

jest.setTimeout(900_000);

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const BUILDER = `plimsoll-test-${randomUUID().slice(0, 8)}`;
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

const ComparisonSchema = v.object({
  platforms: v.array(
    v.object({
      download: v.object({ change: v.number() }),
      base: v.nullable(
        v.object({ reference: v.string(), baselineDigest: v.nullable(v.string()), digest: v.nullable(v.string()) }),
      ),
      causes: v.array(v.object({ kind: v.string(), downloadBytes: v.number() })),
    }),
  ),
  notes: v.array(v.object({ code: v.string() })),
});
const ManifestSchema = v.object({ layers: v.array(v.object({ size: v.number() })) });

let engine: Engine;
let crane: string;
let folder: string;
let images: Registry;
let bases: Registry;
/** Digests of the base before and after it moved. */
let before: string;
let after: string;

const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });

async function build(name: string, dockerfile: string, ...options: string[]): Promise<void> {
  await writeFile(join(folder, 'Dockerfile'), dockerfile);
  const output = ['--output', `type=image,name=${name},push=true`, '--platform', PLATFORMS.join()];
  await docker('buildx', 'build', '--builder', BUILDER, ...options, ...output, folder);
}

/** Moves the base to what holds `size` bytes, and gives its digest. */
async function moveBase(size: number): Promise<string> {
  await writeFile(join(folder, 'system'), randomBytes(size));
  const name = `${bases.host}/lib/base:1`;
  await build(name, 'FROM scratch\nCOPY system /system\nCOPY files /files\n', '--provenance=false');
  return (await run(crane, ['digest', name], { env: engine.env })).trim();
}

/** An image a way to tell of its base, each on what the base is at this time. */
async function buildAll(tag: string): Promise<void> {
  await writeFile(join(folder, 'app'), randomBytes(tag === 'main' ? 1000 : 3000));
  const dockerfile = `FROM ${bases.host}/lib/base:1\nCOPY app /app\n`;
  const digest = tag === 'main' ? before : after;
  const labels = [`base.name=${bases.host}/lib/base:1`, `base.digest=${digest}`].flatMap((label) => [
    '--label',
    `org.opencontainers.image.${label}`,
  ]);
  await build(`${images.host}/acme/min:${tag}`, dockerfile, '--provenance=mode=min');
  await build(`${images.host}/acme/max:${tag}`, dockerfile, '--provenance=mode=max');
  await build(`${images.host}/acme/label:${tag}`, dockerfile, '--provenance=false', ...labels);
  await build(`${images.host}/acme/none:${tag}`, dockerfile, '--provenance=false');
}

async function plimsoll(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return await new Promise((resolve) => {
    const options = { env: { ...process.env, ...engine.env }, cwd: folder };
    const child = execFile(process.execPath, [CLI, ...words], options, (_, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });
}

const sizeOfBase = async (digest: string, platform: string): Promise<number> => {
  const name = `${bases.host}/lib/base@${digest}`;
  const text = await run(crane, ['manifest', '--platform', platform, name], { env: engine.env });
  return v.parse(ManifestSchema, JSON.parse(text)).layers.reduce((sum, { size }) => sum + size, 0);
};

const compareTags = async (repository: string, ...more: string[]) =>
  await plimsoll('compare', ...['main', 'next'].map((tag) => `${images.host}/acme/${repository}:${tag}`), ...more);

/** Of two images that are built on the base before and after it moved. */
async function expectMovedBase(json: string): Promise<void> {
  const { platforms, notes } = v.parse(ComparisonSchema, JSON.parse(json));
  expect(notes.map(({ code }) => code)).not.toContain('base-unknown');
  expect(platforms).toHaveLength(PLATFORMS.length);
  for (const [place, { base, causes, download }] of platforms.entries()) {
    expect(base).toMatchObject({ reference: `${bases.host}/lib/base:1`, baselineDigest: before, digest: after });
    const platform = PLATFORMS[place] ?? '';
    const moved = (await sizeOfBase(after, platform)) - (await sizeOfBase(before, platform));
    expect(causes.filter(({ kind }) => kind === 'base-image')).toEqual([
      expect.objectContaining({ downloadBytes: moved }),
    ]);
    expect(causes.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0)).toBe(download.change);
  }
}

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  crane = await findCrane();
  folder = await makeWorkDir('terminal-base');
  images = await startRegistry();
  bases = await startRegistry();
  await docker('buildx', 'create', '--name', BUILDER, '--driver', 'docker-container', '--driver-opt', 'network=host');
  await writeFile(join(folder, 'files'), 'files');
  before = await moveBase(20_000);
  await buildAll('main');
  after = await moveBase(50_000);
  await buildAll('next');
});

afterAll(async () => {
  await docker('buildx', 'rm', '--force', BUILDER);
  await images.stop();
  await bases.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

test.each([['min'], ['max'], ['label']])(
  'two references that nobody keeps a record of, told by %s: the base that moved is one cause',
  async (repository) => {
    const { code, out, err } = await compareTags(repository, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expectMovedBase(out);
  },
);

describe('two references that tell nothing', () => {
  test('a note says so, and what to do', async () => {
    const { code, out } = await compareTags('none', '--json');
    expect(code).toBe(0);
    const { platforms, notes } = v.parse(ComparisonSchema, JSON.parse(out));
    expect(notes.map(({ code }) => code)).toEqual(['base-unknown', 'build-unknown', 'contents-unknown']);
    expect(platforms.map(({ base }) => base)).toEqual([null, null]);
  });

  test('with --baseline-base and --head-base', async () => {
    const given = ['--baseline-base', `${bases.host}/lib/base@${before}`, '--head-base', `${bases.host}/lib/base:1`];
    const { code, out, err } = await compareTags('none', '--json', ...given);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expectMovedBase(out);
  });

  test('a base that is not the one ends with 2 and its name', async () => {
    const { code, out, err } = await compareTags('none', '--baseline-base', `${bases.host}/lib/base:1`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`--baseline-base ${bases.host}/lib/base:1 is not the base of ${images.host}/acme/none:main`);
  });
});
