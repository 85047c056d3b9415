import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

import { startBaseImages } from '../../lab/base-images.ts';
import { basePlace } from '../../lab/base-place.ts';
import { startEngine, type Engine } from '../../lab/engine.ts';
import { placeBases, startService } from '../../lab/example-service.ts';
import { GENERATED_PROJECTS } from '../../lab/generated-projects.ts';
import { startRegistry, type Registry } from '../../lab/registry.ts';
import { runAdvise } from '../../src/command/advise.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runInit } from '../../src/command/init.ts';
import { fetchDigest } from '../../src/image/registry/fetch-digest.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';

// The first start on a machine makes base images of Debian's packages.
jest.setTimeout(900_000);

let engine: Engine;
let registry: Registry;
let folder: string;

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
  const names = [...new Set([...GENERATED_PROJECTS.flatMap(({ bases }) => bases), 'docker/dockerfile:1' as const])];
  await startBaseImages({ registry, names });
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-init-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await registry.stop();
  await engine.stop();
});

test.each(GENERATED_PROJECTS)('$kind ($name): builds at the first try, and answers', async (project) => {
  const directory = await mkdtemp(join(folder, `${project.kind}-`));
  await project.make(directory);
  const terminal = makeTerminal({ directory });
  const asked = parseArguments(['init']);
  if (asked.kind !== 'init') throw new Error('not asked for');
  const client = new RegistryClient({ env: {} });
  // The lab's registry answers for those that are upstream.
  await runInit(asked, terminal, async ({ registry: host, repository, tag }) => {
    const name = `${host === 'docker.io' ? '' : `${host}/`}${repository.replace(/^library\//, '')}:${tag}`;
    return await fetchDigest(client, { registry: registry.host, ...basePlace(name) });
  });
  client.close();

  const dockerfile = await readFile(join(directory, 'Dockerfile'), 'utf8');
  const bases = project.bases.map((base) => {
    const [name] = dockerfile.split(/\s/).filter((word) => word.startsWith(`${base}@sha256:`));
    if (name === undefined) throw new Error(`${base} is not pinned in ${dockerfile}`);
    return { name, base };
  });
  const advice = makeTerminal({ directory });
  const advised = parseArguments(['advise', '--json']);
  if (advised.kind !== 'advise') throw new Error('not asked for');
  await runAdvise(advised, advice);
  expect(JSON.parse(advice.out())).toMatchObject({ findings: [] });

  const frontend = { name: 'docker/dockerfile:1', base: 'docker/dockerfile:1' } as const;
  const place = placeBases([...bases, frontend], registry);
  const name = `init-${project.kind}`;
  const service = await startService({ engine, folder: directory, file: 'Dockerfile', name, bases: place });
  try {
    const answer = await service.ask({ method: 'GET', path: '/', status: 200, says: project.says });
    expect(answer).toEqual({ status: 200, text: expect.stringContaining(project.says) });
    expect(service.user).not.toBe('0');
  } finally {
    await service.stop();
  }
});
