import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';

import { startBaseImages, type BaseName } from '../../lab/bases/base-images.ts';
import { basePlace } from '../../lab/bases/base-place.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { exampleFolder } from '../../lab/examples/examples.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runAdvise } from '../../src/command/advise.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';

// The first start on a machine makes base images of Debian's packages.
jest.setTimeout(900_000);

const BASES = ['node:24.21-bookworm-slim', 'python:3.11-slim-bookworm', 'golang:1.26-alpine'] as const;
const blob = v.object({ mediaType: v.string(), digest: v.string(), size: v.number() });
const index = v.object({ manifests: v.tuple([blob]) });
const manifest = v.object({ layers: v.array(blob) });

let engine: Engine;
let registry: Registry;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-advise-fix-'));
  engine = await startEngine();
  registry = await startRegistry();
  await startBaseImages({ registry, names: BASES });
});

afterAll(async () => {
  await registry.stop();
  await engine.stop();
  await rm(folder, { recursive: true });
});

async function makeProject(dockerfile: string, from: readonly string[] = []): Promise<string> {
  const project = await mkdtemp(join(folder, 'project-'));
  for (const name of from) await cp(join(exampleFolder('node'), name), join(project, name), { recursive: true });
  await writeFile(join(project, 'Dockerfile'), dockerfile);
  return project;
}

/** The command itself, until it has nothing left to mend: one patch may wait for another. */
async function fixAll(project: string): Promise<string> {
  const file = join(project, 'Dockerfile');
  for (;;) {
    const before = await readFile(file, 'utf8');
    await run('npx', ['tsx', 'src/cli.ts', 'advise', '--fix', '--quiet', project]);
    const after = await readFile(file, 'utf8');
    if (after === before) return after;
  }
}

/** What the builder said. Layers of its own are written as they are: their sizes are those on disk. */
async function build(project: string, ...args: string[]): Promise<string> {
  const bases = BASES.map((name: BaseName) => {
    const { repository, tag } = basePlace(name);
    return `--build-context=${name}=docker-image://${registry.host}/${repository}:${tag}`;
  });
  const network = ['--network', 'host', '--allow', 'network.host'];
  const options = ['--builder', 'default', '--provenance', 'false', '--progress', 'plain', ...network, ...bases];
  const command = [engine.docker, 'buildx', 'build', ...options, ...args, project];
  return await run('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], { env: engine.env });
}

interface Built {
  readonly bytes: number;
  /** Bytes of files under a path, in the layers that the build wrote. */
  readonly under: (path: string) => number;
}

async function measure(project: string): Promise<Built> {
  const out = await mkdtemp(join(folder, 'image-'));
  await build(project, '--output', `type=oci,tar=false,dest=${out},compression=uncompressed`);
  const readBlob = async (digest: string): Promise<string> => await readFile(blobPath(out, digest), 'utf8');
  const { manifests } = v.parse(index, JSON.parse(await readFile(join(out, 'index.json'), 'utf8')));
  const { layers } = v.parse(manifest, JSON.parse(await readBlob(manifests[0].digest)));
  const own = layers.filter(({ mediaType }) => mediaType.endsWith('.tar'));
  const lines: string[] = [];
  for (const { digest } of own) {
    lines.push(...(await run('tar', ['--list', '--verbose', '--file', blobPath(out, digest)])).split('\n'));
  }
  const files = lines.map((line) => line.trim().split(/\s+/));
  return {
    bytes: layers.reduce((sum, { size }) => sum + size, 0),
    under: (path) =>
      files.reduce((sum, [, , size, , , name]) => (name?.startsWith(path) === true ? sum + Number(size) : sum), 0),
  };
}

const Costs = v.object({
  findings: v.array(
    v.object({
      rule: v.string(),
      cost: v.nullable(v.object({ bytes: v.nullable(v.number()), durationMs: v.nullable(v.number()) })),
    }),
  ),
});

/** What `advise --image` says that a finding costs, on the last build of the engine's own builder. */
async function costOf(project: string, rule: string, told: readonly unknown[] = []): Promise<number | null> {
  const terminal = makeTerminal({ directory: project, env: { ...process.env, ...engine.env } });
  const asked = parseArguments(['advise', '--image', 'build:default/', '--json']);
  if (asked.kind !== 'advise') throw new Error(asked.kind);
  await runAdvise(asked, terminal);
  expect(terminal.told()).toEqual(told);
  const { findings } = v.parse(Costs, JSON.parse(terminal.out()));
  const { cost = null } = findings.find((finding) => finding.rule === rule) ?? {};
  return cost?.durationMs ?? cost?.bytes ?? null;
}

const NOT_TIMED = [
  expect.stringMatching(/what line 4 takes is not known: the cache had it, and the builder remembers no build of this/),
  expect.stringContaining('Build once with --no-cache.'),
];

function blobPath(layout: string, digest: string): string {
  return join(layout, 'blobs', digest.replace(':', '/'));
}

describe('what a patch takes away is what the image loses, within a tenth', () => {
  test.each([
    {
      rule: 'package-cache-left, apt',
      path: 'var/lib/apt/lists/',
      dockerfile:
        'FROM python:3.11-slim-bookworm\nRUN apt-get update && apt-get install -y --no-install-recommends netbase\n',
      mended: 'rm -rf /var/lib/apt/lists/*',
    },
    {
      rule: 'package-cache-left, npm',
      path: 'root/.npm/',
      from: ['package.json', 'package-lock.json'],
      dockerfile: `FROM node:24.21-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
`,
      mended: 'npm cache clean --force',
    },
  ])('$rule', async ({ path, dockerfile, mended, from }) => {
    const project = await makeProject(dockerfile, from);
    const before = await measure(project);
    const promised = before.under(path);
    expect(promised).toBeGreaterThan(1_000_000);
    // With headers and padding of the archive.
    expect(((await costOf(project, 'package-cache-left')) ?? 0) / promised).toBeCloseTo(1, 1);
    expect(await fixAll(project)).toContain(mended);
    const after = await measure(project);
    const saved = before.bytes - after.bytes;
    expect(saved).toBeGreaterThan(promised * 0.9);
    expect(saved).toBeLessThan(promised * 1.1);
  });
});

test('apt-recommends: what would not be there is what it costs, within a tenth', async () => {
  const install = (options: string): string =>
    `FROM python:3.11-slim-bookworm\nRUN apt-get update && apt-get install -y ${options}curl && rm -rf /var/lib/apt/lists/*\n`;
  const project = await makeProject(install(''));
  const before = await measure(project);
  const promised = (await costOf(project, 'apt-recommends')) ?? 0;
  expect(promised).toBeGreaterThan(100_000);
  await writeFile(join(project, 'Dockerfile'), install('--no-install-recommends '));
  const saved = before.bytes - (await measure(project)).bytes;
  expect(saved).toBeGreaterThan(promised * 0.9);
  expect(saved).toBeLessThan(promised * 1.1);
});

describe('after a patch, the step that fetches dependencies comes from the cache', () => {
  const steps = (log: string, instruction: string): string[] => {
    const [, number = ''] = new RegExp(`^#(\\d+) \\[[^\\]]+\\] ${instruction}`, 'm').exec(log) ?? [];
    return log.split('\n').filter((line) => line.startsWith(`#${number} `));
  };
  const isCached = (log: string): boolean => steps(log, 'RUN npm ci').some((line) => line.endsWith(' CACHED'));

  test('source-before-dependencies: when a source file changed', async () => {
    const files = ['package.json', 'package-lock.json', 'src', 'tsconfig.json'];
    const dockerfile = 'FROM node:24.21-bookworm-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm run build\n';
    const project = await makeProject(dockerfile, files);
    const change = async (name: string): Promise<string> => {
      await mkdir(join(project, 'src'), { recursive: true });
      await writeFile(join(project, 'src', `${name}.ts`), `export const ${name} = 1;\n`);
      return await build(project);
    };
    // Run again after a failure, too, it has a source of its own.
    await change(`x${randomUUID().slice(0, 8)}`);
    expect(isCached(await build(project))).toBe(true);
    // The last build ran nothing; the one before it did.
    expect(await costOf(project, 'source-before-dependencies')).toBeGreaterThan(100);
    const copy = await mkdtemp(join(folder, 'copy-'));
    await cp(project, copy, { recursive: true, preserveTimestamps: true });
    expect(isCached(await build(copy))).toBe(true);
    expect(await costOf(copy, 'source-before-dependencies', NOT_TIMED)).toBeNull();
    expect(isCached(await change('before'))).toBe(false);
    await fixAll(project);
    await build(project);
    const log = await change('after');
    expect(isCached(log)).toBe(true);
    expect(steps(log, 'RUN npm run build').some((line) => line.endsWith(' CACHED'))).toBe(false);
  });

  test('changing-argument-early: with another commit as a build argument', async () => {
    const dockerfile = `FROM node:24.21-bookworm-slim
ARG GIT_COMMIT
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci && npm cache clean --force
RUN echo "$GIT_COMMIT" > commit
`;
    const project = await makeProject(dockerfile, ['package.json', 'package-lock.json']);
    const commit = async (name: string): Promise<string> => await build(project, '--build-arg', `GIT_COMMIT=${name}`);
    await commit('one');
    expect(isCached(await commit('two'))).toBe(false);
    await fixAll(project);
    await commit('three');
    expect(isCached(await commit('four'))).toBe(true);
  });
});

describe('go-for-the-builder', () => {
  const MAIN = 'package main\n\nimport "runtime"\n\nfunc main() { println(runtime.GOARCH) }\n';
  /** `e_machine` of an ELF file (elf(5)). */
  const MACHINES: Readonly<Record<number, string>> = { 62: 'amd64', 183: 'arm64' };

  /** What the program of each platform's image is for. */
  async function buildPrograms(project: string): Promise<Record<string, string | undefined>> {
    const out = await mkdtemp(join(folder, 'programs-'));
    await build(project, '--platform', 'linux/amd64,linux/arm64', '--output', `type=local,dest=${out}`);
    const read = async (architecture: string): Promise<string | undefined> =>
      MACHINES[(await readFile(join(out, `linux_${architecture}`, 'server'))).readUInt16LE(18)];
    return { amd64: await read('amd64'), arm64: await read('arm64') };
  }

  test.each([
    ['nothing', '', 'go build'],
    ['the system', 'ARG TARGETOS TARGETARCH\n', 'GOOS=linux go build'],
  ])(
    'the mended Dockerfile gives each platform a program of its own, of one that sets %s',
    async (_, declared, compile) => {
      const from = 'FROM --platform=$BUILDPLATFORM golang:1.26-alpine AS build\nWORKDIR /src\nENV CGO_ENABLED=0\n';
      const project = await makeProject(
        `${from}${declared}COPY go.mod main.go ./\nRUN ${compile} -trimpath -o /server .\nFROM scratch\nCOPY --from=build /server /server\nUSER 1\nCMD ["/server"]\n`,
      );
      await writeFile(join(project, 'go.mod'), 'module example.com/server\n\ngo 1.26\n');
      await writeFile(join(project, 'main.go'), MAIN);
      const native = process.arch === 'arm64' ? 'arm64' : 'amd64';
      expect(await buildPrograms(project)).toEqual({ amd64: native, arm64: native });
      expect(await fixAll(project)).toContain(`GOARCH=$TARGETARCH ${compile}`);
      expect(await buildPrograms(project)).toEqual({ amd64: 'amd64', arm64: 'arm64' });
    },
  );
});

test("Docker's own checks are told, by the real Buildx", async () => {
  const project = await makeProject('FROM scratch AS Base\nCOPY a /a\nUSER 1\nCMD /a\n');
  const terminal = makeTerminal({ directory: project, env: { ...process.env, ...engine.env } });
  const asked = parseArguments([
    'advise',
    '--check',
    '--ignore',
    'docker:StageNameCasing,scratch-without-ca',
    '--json',
  ]);
  if (asked.kind !== 'advise') throw new Error(asked.kind);
  await runAdvise(asked, terminal);
  expect(terminal.told()).toEqual([]);
  expect(JSON.parse(terminal.out())).toMatchObject({
    findings: [{ rule: 'docker:JSONArgsRecommended', line: 4, level: expect.any(String) }],
  });
});
