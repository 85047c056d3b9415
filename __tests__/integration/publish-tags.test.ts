import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { openRepository, type Repository } from '../../lab/registry/repository.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { parseDigest, type Digest } from '../../src/image/digest.ts';
import { parseReference } from '../../src/image/reference.ts';
import { fetchManifest } from '../../src/image/registry/fetch-manifest.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import type { PlannedTag } from '../../src/plan/plan.ts';
import { openTagRegistry, type TagRegistry } from '../../src/publish/tag-registry.ts';
import { openBranchHistory } from '../../src/publish/branch-history.ts';
import { writeTags, type PushedImage, type WrittenTags } from '../../src/publish/write-tags.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

let registry: Registry;
let api: Repository;
let client: RegistryClient;
let tagRegistry: TagRegistry;
let dockerConfig = '';

beforeAll(async () => {
  const tools = await unpackTools(() => undefined);
  registry = await startRegistry();
  api = openRepository({ url: registry.url, repository: 'acme/api' });
  dockerConfig = await makeWorkDir('docker-config');
  const plugins = { cliPluginsExtraDirs: [dirname(tools.buildx)] };
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify(plugins));
  const path = [tools.path, process.env['PATH'] ?? ''].join(':');
  const env = { ...process.env, DOCKER_CONFIG: dockerConfig, PATH: path };
  client = new RegistryClient({ env });
  tagRegistry = openTagRegistry(client, { path: tools.docker, env }, '');
}, 120_000);

afterAll(async () => {
  client.close();
  await registry.stop();
  await removeWorkDir(dockerConfig);
});

/** An image of one platform, with one small layer; gives what an index says of it. */
async function pushManifest(content: string): Promise<{ mediaType: string; digest: Digest; size: number }> {
  const describeBlob = async (mediaType: string, text: string): Promise<unknown> => {
    const bytes = Buffer.from(text);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    await api.putBlob(digest, () => Promise.resolve(bytes));
    return { mediaType, digest, size: bytes.length };
  };
  const platform = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] }, comment: content };
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: await describeBlob('application/vnd.oci.image.config.v1+json', JSON.stringify(platform)),
    layers: [await describeBlob('application/vnd.oci.image.layer.v1.tar', `layer of ${content}`)],
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  return { mediaType: MANIFEST, digest: parseDigest(await api.putManifest(MANIFEST, bytes)), size: bytes.length };
}

async function pushIndex(content: string): Promise<Digest> {
  const manifest = await pushManifest(content);
  const entry = { ...manifest, platform: { os: 'linux', architecture: 'amd64' } };
  // Indented as no serializer of ours would write it: the bytes are to stay as they are.
  const text = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [entry] }, null, 7);
  return parseDigest(await api.putManifest(INDEX, Buffer.from(text)));
}

function makeImage(digest: Digest): PushedImage {
  const repository = `${registry.host}/acme/api`;
  const fetch = async () => await fetchManifest(client, parseReference(repository), { digest });
  return { repository, digest, name: 'api', commit: null, fetchManifest: fetch };
}

async function write(tags: readonly PlannedTag[], image: PushedImage): Promise<WrittenTags> {
  return await writeTags(tags, image, tagRegistry, openBranchHistory(null));
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

describe('tags in a registry', () => {
  const at = (tag: string): string => `${registry.host}/acme/api:${tag}`;

  test('have the digest of what was pushed, and move only where they may', async () => {
    const image = makeImage(await pushIndex('first'));
    const tags: PlannedTag[] = [
      { reference: at('v1.1.0'), write: 'always' },
      { reference: at('sha-1'), write: 'once' },
      { reference: at('latest'), write: 'if-highest', prefix: '', version: '1.1.0' },
    ];
    expect(await write(tags, image)).toEqual({
      written: tags.map(({ reference }) => reference),
      kept: [],
      notes: [],
      errors: [],
    });
    for (const tag of ['v1.1.0', 'sha-1', 'latest']) expect(digestOf(await api.getManifest(tag))).toBe(image.digest);

    const second = makeImage(await pushIndex('second'));
    const backport: PlannedTag[] = [
      { reference: at('v1.0.1'), write: 'always' },
      { reference: at('sha-1'), write: 'once' },
      { reference: at('latest'), write: 'if-highest', prefix: '', version: '1.0.1' },
    ];
    const result = await write(backport, second);
    expect(result).toMatchObject({
      written: [at('v1.0.1')],
      kept: [expect.stringContaining(at('sha-1'))],
      notes: [{ code: 'tag-kept', message: expect.stringContaining(at('latest')) }],
    });
    expect(digestOf(await api.getManifest('v1.0.1'))).toBe(second.digest);
    for (const tag of ['sha-1', 'latest']) expect(digestOf(await api.getManifest(tag))).toBe(image.digest);
  });

  test.each([
    ['an index', pushIndex],
    ['an image without an index', async (content: string) => (await pushManifest(content)).digest],
  ])('in another repository have it too: %s', async (_, push) => {
    const image = makeImage(await push('copied'));
    const reference = `${registry.host}/acme/copy:main`;
    expect(await write([{ reference, write: 'always' }], image)).toEqual({
      written: [reference],
      kept: [],
      notes: [],
      errors: [],
    });
    const copy = openRepository({ url: registry.url, repository: 'acme/copy' });
    expect(digestOf(await copy.getManifest('main'))).toBe(image.digest);
  });

  test('that cannot be written are named', async () => {
    const image = makeImage(await pushIndex('third'));
    const reference = '127.0.0.1:1/acme/copy:main';
    const { written, errors } = await write([{ reference, write: 'always' }], image);
    expect(written).toEqual([]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining(`the tag ${reference} could not be written`),
    ]);
  });
});
