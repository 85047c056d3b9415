import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { findCrane } from '../../lab/machine/crane.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { downloadBytes } from '../../src/image/image.ts';
import { readImage } from '../../src/image/read-image.ts';
import { parseReference } from '../../src/image/reference.ts';
import { fetchDigest } from '../../src/image/registry/fetch-digest.ts';
import { fetchReferrers } from '../../src/image/registry/fetch-referrers.ts';
import { listTags } from '../../src/image/registry/list-tags.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../src/image/registry/registry-source.ts';

jest.setTimeout(600_000);

const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const ManifestSchema = v.object({
  config: v.object({ size: v.number() }),
  layers: v.array(v.object({ digest: v.string(), size: v.number() })),
});

let engine: Engine;
let crane: string;
let folder: string;

beforeAll(async () => {
  engine = await startEngine();
  crane = await findCrane();
  folder = await makeWorkDir('image-registry');
});

afterAll(async () => {
  await removeWorkDir(folder);
  await engine.stop();
});

describe.each([
  ['an open registry', undefined],
  ['a registry with a password', { username: 'octocat', password: `pass:${randomUUID()}` }],
])('%s', (_, password) => {
  let registry: Registry;
  let client: RegistryClient;
  let env: Record<string, string>;
  let fault: FaultHook = () => null;
  const repository = 'acme/api';

  /** Builds for two platforms and pushes, with attestations, as users do. */
  async function push(tag: string, content: string): Promise<void> {
    await writeFile(
      join(folder, 'Dockerfile'),
      'FROM scratch\nARG TARGETARCH\nCOPY base /\nCOPY app /app-$TARGETARCH\n',
    );
    await writeFile(join(folder, 'base'), 'base\n'.repeat(1000));
    await writeFile(join(folder, 'app'), content);
    const output = `type=image,name=${registry.host}/${repository}:${tag},push=true`;
    await run(
      engine.docker,
      ['buildx', 'build', '--builder', 'default', '--platform', PLATFORMS.join(), '--output', output, folder],
      { env },
    );
  }

  const read = async (tag: string) =>
    await readImage(openRegistrySource(client, parseReference(`${registry.host}/${repository}:${tag}`)));

  /** The sum by an independent client. */
  async function weigh(tag: string, platform: string): Promise<number> {
    const text = await run(crane, ['manifest', '--platform', platform, `${registry.host}/${repository}:${tag}`], {
      env,
    });
    const { config, layers } = v.parse(ManifestSchema, JSON.parse(text));
    return (
      config.size +
      [...new Map(layers.map(({ digest, size }) => [digest, size])).values()].reduce((sum, size) => sum + size, 0)
    );
  }

  beforeAll(async () => {
    registry = await startRegistry({
      ...(password === undefined ? {} : { password }),
      fault: (request) => fault(request),
    });
    const config = await engine.makeDockerConfig();
    env = { ...engine.env, DOCKER_CONFIG: config };
    if (password !== undefined) {
      await run(engine.docker, ['login', '--username', password.username, '--password-stdin', registry.host], {
        env,
        input: password.password,
      });
    }
    client = new RegistryClient({ env, retry: { firstRetryMs: 1 } });
    await push('main', 'main');
    await push('next', 'next'.repeat(10_000));
  });

  afterAll(async () => {
    client.close();
    await registry.stop();
  });

  test("the sizes of two images are crane's, in ten requests, and no layer is touched", async () => {
    registry.forgetRequests();
    const images = [await read('main'), await read('next')];
    const requests = registry.requests();
    expect(requests.filter(({ status }) => status === 200)).toHaveLength(10);
    // One more where it says first that it wants a login.
    expect(requests).toHaveLength(password === undefined ? 10 : 11);
    expect(requests.filter(({ path }) => path.includes('/blobs/'))).toHaveLength(4);
    for (const [place, tag] of ['main', 'next'].entries()) {
      const image = images[place];
      expect(image?.digest).toBe(
        (await run(crane, ['digest', `${registry.host}/${repository}:${tag}`], { env })).trim(),
      );
      expect(image?.platforms.map(({ platform }) => platform)).toEqual(PLATFORMS);
      for (const platform of image?.platforms ?? []) {
        expect(downloadBytes(platform)).toBe(await weigh(tag, platform.platform));
        expect(platform.layers.map(({ createdBy }) => createdBy.replace(/ #.*/, ''))).toEqual([
          'COPY base /',
          expect.stringMatching(/^COPY app /),
        ]);
      }
    }
  });

  test('what it has and has not', async () => {
    expect(await listTags(client, { registry: registry.host, repository })).toEqual(['main', 'next']);
    expect(await read('nosuch')).toBeNull();
    expect(await listTags(client, { registry: registry.host, repository: 'acme/nosuch' })).toEqual([]);
    const image = await read('main');
    expect(await fetchDigest(client, { registry: registry.host, repository, tag: 'main' })).toBe(image?.digest);
    // Distribution 2.8 has no Referrers API.
    expect(image && (await fetchReferrers(client, { registry: registry.host, repository }, image.digest))).toBeNull();
  });

  test.each<[string, FaultHook, string]>([
    ['401', () => ({ kind: 'answer', status: 401 }), 'REGISTRY_DENIED'],
    ['403', () => ({ kind: 'answer', status: 403 }), 'REGISTRY_DENIED'],
    ['429', () => ({ kind: 'answer', status: 429, headers: { 'retry-after': '3600' } }), 'REGISTRY_RATE_LIMITED'],
    ['500', () => ({ kind: 'answer', status: 500 }), 'REGISTRY_FAILED'],
    [
      'a web page',
      () => ({ kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }),
      'REGISTRY_INVALID',
    ],
    ['a cut body', () => ({ kind: 'cut', afterBytes: 10 }), 'REGISTRY_INVALID'],
    ['another body', () => ({ kind: 'lie', body: () => '{}' }), 'REGISTRY_INVALID'],
    ['no answer', () => ({ kind: 'drop' }), 'REGISTRY_UNREACHABLE'],
    [
      'a config that is not the one',
      ({ path }) => (path.includes('/blobs/') ? { kind: 'lie', body: (real) => Buffer.alloc(real.length, 32) } : null),
      'REGISTRY_INVALID',
    ],
    [
      'a manifest that is gone',
      ({ path }) => (path.includes('sha256:') ? { kind: 'answer', status: 404 } : null),
      'REGISTRY_NOT_FOUND',
    ],
  ])('%s is told by its code', async (_, hook, code) => {
    await read('main');
    fault = hook;
    try {
      await expect(read('main')).rejects.toMatchObject({ code, message: expect.stringContaining(registry.host) });
    } finally {
      fault = () => null;
    }
  });

  test('a fault that passes is not noticed', async () => {
    const failed = new Set<string>();
    fault = ({ path }) => {
      if (failed.has(path)) return null;
      failed.add(path);
      return failed.size % 2 === 0
        ? { kind: 'drop' }
        : { kind: 'answer', status: 503, headers: { 'retry-after': '0' } };
    };
    try {
      expect((await read('main'))?.platforms).toHaveLength(2);
      expect(failed.size).toBe(5);
    } finally {
      fault = () => null;
    }
  });
});
