import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSource, type Places } from '../../../src/image/open-source.ts';
import { readImage } from '../../../src/image/read-image.ts';
import { RegistryClient } from '../../../src/image/registry/registry-client.ts';
import { makeTar } from '../tar/make-tar.ts';
import { makeFakeDocker, type FakeDocker } from './fake-docker.ts';
import { makeImage, makeLayoutFiles } from './make-layout.ts';

const ID = 'gi6d20x1xqjolddmuhxjj2lhv';
const image = makeImage('api');
const files = makeLayoutFiles({ image, annotations: { 'org.opencontainers.image.ref.name': 'v1' } });
const archive = makeTar([...files].map(([path, content]) => ({ path, content })));

let directory = '';
let docker: FakeDocker | null = null;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-source-'));
  for (const name of ['out', 'with:colon']) {
    for (const [path, bytes] of files) {
      await mkdir(join(directory, name, path, '..'), { recursive: true });
      await writeFile(join(directory, name, path), bytes);
    }
  }
  await writeFile(join(directory, 'image.tar'), archive);
  const line = {
    ref: `b/b0/${ID}`,
    status: 'Completed',
    created_at: '2026-01-01T00:00:00Z',
    completed_at: '2026-01-01T00:00:00Z',
  };
  docker = await makeFakeDocker([
    { to: ['history', 'ls', '--builder', 'b'], stdout: JSON.stringify(line) },
    { to: ['history', 'ls'], stdout: JSON.stringify(line) },
    { to: ['image', 'inspect', '{{.Id}}', '--', 'acme/api'], stdout: 'sha256:123\n' },
    { to: ['image', 'inspect', '{{.Id}}', '--', 'broken'], stdout: 'sha256:456\n' },
    { to: ['image', 'inspect'], stderr: 'Error response from daemon: No such image: nosuch:latest\n' },
    { to: ['image', 'save', '--', 'sha256:123'], stdout: archive },
    { to: ['image', 'save', '--', 'sha256:456'], stdout: archive.subarray(0, 700), stderr: 'Error: content is gone\n' },
  ]);
});

afterAll(async () => {
  await rm(directory, { recursive: true });
  await docker?.remove();
});

async function open(text: string) {
  if (docker === null) throw new Error('beforeAll made it');
  const client = new RegistryClient({ env: {} });
  const places: Places = { registry: () => Promise.resolve(client), docker, directory };
  return await openSource(text, places);
}

test.each([
  'oci:out',
  'oci:./out',
  'oci:out:v1',
  'oci:with:colon',
  'oci:with:colon:v1',
  'oci-archive:image.tar',
  'oci-archive:image.tar:v1',
  'docker-archive:image.tar',
  'docker:acme/api',
])('%s', async (text) => {
  const read = await readImage(await open(text));
  expect(read).toMatchObject({ name: text, digest: image.entry.digest });
});

test('an absolute path', async () => {
  const text = `oci:${join(directory, 'out')}`;
  expect((await readImage(await open(text)))?.digest).toBe(image.entry.digest);
});

test.each([
  ['build:', `build:b/${ID}`],
  ['build:b/', `build:b/${ID}`],
  [`build:${ID}`, `build:${ID}`],
  [`build:b/${ID}`, `build:b/${ID}`],
  [`build:b/b0/${ID}`, `build:b/${ID}`],
])('%s is %s', async (text, name) => {
  expect((await open(text)).name).toBe(name);
});

test.each(['nginx', 'ghcr.io/acme/api:main', `localhost:5000/a@sha256:${'0'.repeat(64)}`])('%s', async (text) => {
  expect((await open(text)).name).toBe(text);
});

describe('an image of the engine', () => {
  test('that is not there', async () => {
    expect(await readImage(await open('docker:nosuch'))).toBeNull();
  });

  test('that it cannot save: its own words', async () => {
    await expect(readImage(await open('docker:broken'))).rejects.toMatchObject({
      code: 'DOCKER_FAILED',
      message: expect.stringMatching(/content is gone/),
    });
  });
});

describe('what is no REF: INPUT_INVALID, and the hint says what to write', () => {
  test.each([
    ['', /registry\/name:tag@digest, oci:DIR/],
    ['https://ghcr.io/acme/api', /Leave "https:\/\/" out/],
    ['docker://nginx', /Leave "docker:\/\/" out/],
    ['C:\\images\\out', /oci:DIR, oci-archive:FILE/],
    ['./out', /oci:DIR, oci-archive:FILE/],
    ['../out.tar', /oci:DIR, oci-archive:FILE/],
    ['/out', /oci:DIR, oci-archive:FILE/],
    ['~/out', /oci:DIR, oci-archive:FILE/],
    ['.', /oci:DIR, oci-archive:FILE/],
    ['ghcr.io', /registry\/name:tag@digest/],
    ['Nginx', /registry\/name:tag@digest/],
    ['oci:', /oci:DIR/],
    ['oci::v1', /oci:DIR/],
    ['oci:a\0b', /oci:DIR/],
    ['docker:', /docker:NAME/],
    ['docker:--help', /docker:NAME/],
    ['docker:a b', /docker:NAME/],
    ['build:mybuilder', /"build:mybuilder\/"/],
    ['build:--help', /build:\[BUILDER\/\]/],
    ['build:--help/', /build:\[BUILDER\/\]/],
    [`build:-b/${ID}`, /build:\[BUILDER\/\]/],
    [`build:a/b/c/${ID}`, /build:\[BUILDER\/\]/],
    [`build:b/../${ID}x`, /build:\[BUILDER\/\]/],
  ])('%j', async (text, hint) => {
    await expect(open(text)).rejects.toMatchObject({ code: 'INPUT_INVALID', hint: expect.stringMatching(hint) });
  });
});

test('a path that is not there is named when it is read', async () => {
  await expect(readImage(await open('oci:nowhere:v1'))).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringMatching(/^oci:nowhere:v1: /),
  });
});
