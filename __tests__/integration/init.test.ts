import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';

import { startBaseImages, type BaseName } from '../../lab/bases/base-images.ts';
import { basePlace } from '../../lab/bases/base-place.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { placeBases, startService } from '../../lab/examples/example-service.ts';
import { findPort } from '../../lab/machine/find-port.ts';
import { GENERATED_PROJECTS } from '../../lab/examples/generated-projects.ts';
import { putFiles, type Files } from '../../lab/machine/put-files.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { WEB_SERVER } from '../../lab/examples/web-server.ts';
import { runAdvise } from '../../src/command/advise.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runInit } from '../../src/command/init.ts';
import { fetchDigest } from '../../src/image/registry/fetch-digest.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { IS_ALL_TESTED } from '../test-all.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';

// The first start on a machine makes base images of Debian's packages.
jest.setTimeout(900_000);

let engine: Engine;
let registry: Registry;
let folder: string;

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-init-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await registry.stop();
  await engine.stop();
});

const placed = new Map<BaseName, Promise<unknown>>();

/** Each base once, and of those only that are built on. */
async function placeBase(name: BaseName): Promise<void> {
  const under = placed.get(name) ?? startBaseImages({ registry, names: [name] });
  placed.set(name, under);
  await under;
}

const PROJECTS = GENERATED_PROJECTS.filter(({ isLong }) => IS_ALL_TESTED || isLong !== true);

test.each(PROJECTS)('$kind ($name): builds at the first try, and answers', async (project) => {
  const { isFastCgi = false, standIns = {} } = project;
  const written = new Map<string, BaseName>([
    ...project.bases.map((base) => [base, base] as const),
    ...Object.entries(standIns),
  ]);
  const front = isFastCgi ? [WEB_SERVER] : [];
  for (const name of [...written.values(), ...front, 'docker/dockerfile:1' as const]) await placeBase(name);
  const directory = await mkdtemp(join(folder, `${project.kind}-`));
  await project.make(directory);
  const terminal = makeTerminal({ directory });
  const port = project.isPortAsked === true ? await findPort() : null;
  const asked = parseArguments(['init', ...(port === null ? [] : ['--port', String(port)])]);
  if (asked.kind !== 'init') throw new Error('not asked for');
  const client = new RegistryClient({ env: {} });
  // The lab's registry answers for those that are upstream.
  await runInit(asked, terminal, async ({ registry: host, repository, tag }) => {
    const name = `${host === 'docker.io' ? '' : `${host}/`}${repository.replace(/^library\//, '')}:${tag}`;
    return await fetchDigest(client, { registry: registry.host, ...basePlace(standIns[name] ?? name) });
  });
  client.close();

  const dockerfile = await readFile(join(directory, 'Dockerfile'), 'utf8');
  const bases = [...written].map(([tag, base]) => {
    const [name] = dockerfile.split(/\s/).filter((word) => word.startsWith(`${tag}@sha256:`));
    if (name === undefined) throw new Error(`${tag} is not pinned: ${terminal.told().join()}`);
    return { name, base };
  });
  const advice = makeTerminal({ directory });
  const advised = parseArguments(['advise', '--json']);
  if (advised.kind !== 'advise') throw new Error('not asked for');
  await runAdvise(advised, advice);
  expect(JSON.parse(advice.out())).toMatchObject({ findings: [] });

  const frontend = { name: 'docker/dockerfile:1', base: 'docker/dockerfile:1' } as const;
  const place = placeBases([...bases, frontend], registry);
  const name = `init-${basename(directory).toLowerCase()}`;
  const fastCgi = isFastCgi ? registry : null;
  const service = await startService({
    engine,
    folder: directory,
    file: 'Dockerfile',
    name,
    bases: place,
    port,
    fastCgi,
  });
  try {
    const answer = await service.ask({ method: 'GET', path: '/', status: 200, says: project.says });
    expect(answer).toEqual({ status: 200, text: expect.stringContaining(project.says) });
    expect(service.user).not.toBe('0');
  } finally {
    await service.stop();
  }
});

const POM = '<project><artifactId>a</artifactId><version>1</version></project>';
const CSPROJ =
  '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>';
const APP = { 'src/main/java/App.java': 'class App { static void main(String[] args) {} }' };

/** What cannot be built here: its servers are out of reach. */
const UNBUILT: readonly { readonly name: string; readonly files: Files }[] = [
  { name: 'Maven with its wrapper', files: { 'pom.xml': POM, mvnw: '', '.mvn/maven.config': '', ...APP } },
  {
    name: 'Gradle with its wrapper',
    files: {
      'settings.gradle': "include 'app'\n",
      'app/build.gradle': "plugins {\n  id 'application'\n}\napplication {\n  mainClass = 'App'\n}\n",
      gradlew: '',
      'gradle/x': '',
    },
  },
  {
    name: 'Spring Boot by Gradle',
    files: { 'build.gradle': "plugins {\n  id 'org.springframework.boot' version '3.5.0'\n}\n" },
  },
  { name: '.NET', files: { 'x.csproj': CSPROJ } },
  { name: 'PHP with extensions', files: { 'composer.json': '{"require":{"ext-intl":"*","ext-zip":"*"}}' } },
];

test.each(UNBUILT)("$name: BuildKit's own checks find nothing in what is written", async ({ files }) => {
  await placeBase('busybox:latest');
  await placeBase('docker/dockerfile:1');
  const directory = await mkdtemp(join(folder, 'unbuilt-'));
  await putFiles(directory, files);
  const asked = parseArguments(['init', '--json']);
  if (asked.kind !== 'init') throw new Error('not asked for');
  const terminal = makeTerminal({ directory });
  await runInit(asked, terminal, () => Promise.resolve(null));
  const { images } = v.parse(
    v.object({ images: v.array(v.object({ image: v.string() })) }),
    JSON.parse(terminal.out()),
  );
  const bases = [
    ...images.map(({ image }) => ({ name: image, base: 'busybox:latest' as const })),
    { name: 'docker/dockerfile:1', base: 'docker/dockerfile:1' as const },
  ];
  const check = [
    'buildx',
    'build',
    '--builder',
    'default',
    '--call',
    'check',
    ...placeBases(bases, registry),
    directory,
  ];
  expect(await run(engine.docker, check, { env: engine.env })).toContain('no warnings found');
});
