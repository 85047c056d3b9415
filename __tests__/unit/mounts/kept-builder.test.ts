import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeptBuilder } from '../../../src/mounts/kept-builder.ts';

/** As Buildx 0.29 writes it. */
const KEPT = JSON.stringify({
  ...{ Name: 'one', Driver: 'docker-container', Dynamic: false },
  Nodes: [{ Name: 'one0', Endpoint: 'unix:///var/run/docker.sock', Platforms: null, DriverOpts: null, Flags: [] }],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-kept-builder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function keep(place: string, text: string): Promise<void> {
  await mkdir(join(folder, place, 'instances'), { recursive: true });
  await writeFile(join(folder, place, 'instances/one'), text);
}

test.each([
  ['buildx', () => ({ DOCKER_CONFIG: folder })],
  ['.docker/buildx', () => ({ HOME: folder })],
  ['elsewhere', () => ({ HOME: '/nowhere', DOCKER_CONFIG: '/nowhere', BUILDX_CONFIG: join(folder, 'elsewhere') })],
])('a builder that Buildx keeps in %s', async (place, makeEnv) => {
  await keep(place, KEPT);
  const kept = await readKeptBuilder({ path: 'docker', env: makeEnv() }, 'one');
  expect(kept).toEqual({ driver: 'docker-container', nodes: ['one0'] });
});

test.each([
  ['of another form', 'one', '{"Name":"one","Driver":"docker-container"}'],
  ['that is no JSON', 'one', 'Driver: docker-container'],
  ['that is large', 'one', `${KEPT}${' '.repeat(1024 * 1024)}`],
  ['that is not there', 'two', KEPT],
  ['by a name that leads elsewhere', '../instances/one', KEPT],
])('nothing of one %s: Buildx is asked', async (_, builder, text) => {
  await keep('buildx', text);
  expect(await readKeptBuilder({ path: 'docker', env: { DOCKER_CONFIG: folder } }, builder)).toBeNull();
});
