import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { addInputs, readBlocks } from '../../lab/runner/document-workflow.ts';
import { openRepository } from '../../lab/registry/repository.ts';
import { CREDENTIALS, startWorld, type World } from '../../lab/world.ts';
import { digestOf } from '../../src/image/digest-of.ts';
import { expectPassed, outputs } from './workflow-run.ts';

jest.setTimeout(600_000);

const PLATFORMS = 2;
let world: World;
let rows: { tag: string; manifests: number; perPlatform: boolean }[];
let workflow: string;
/** Media types of the record's blobs. */
let blobTypes: string[];

beforeAll(async () => {
  world = await startWorld({ project: { files: { Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' } }, bases: [] });
  const document = await readFile(new URL('../../docs/registry.md', import.meta.url), 'utf8');
  rows = readRows(document);
  blobTypes = [...document.matchAll(/^\| `(application\/[^`]+)` /gm)].map(([, type]) => type ?? '');
  const [first = ''] = await readBlocks('docs/workflows.md', 'yaml');
  workflow = addInputs(first, { ...world.inputs, provenance: 'mode=max' });
});

afterAll(async () => {
  await world.stop();
});

describe('docs/registry.md', () => {
  test('a push to a branch leaves the tags and manifests of the table, and no others', async () => {
    const run = await world.push(workflow, { before: null });
    expectPassed(run);
    const commit = await world.project.resolve('main');
    const digest = outputs(run)['digest'] ?? '';
    const examples: Record<string, string> = {
      '<branch>': 'main',
      'sha-<40 hex>': `sha-${commit}`,
      'plimsoll-<32 hex>': `plimsoll-${digest.slice(7, 39)}`,
      'buildcache-<name>-<branch>': 'buildcache-api-main',
    };
    const tagged = rows.filter(({ tag }) => tag !== 'none');
    expect((await listTags()).sort()).toEqual(tagged.map(({ tag }) => examples[tag]).sort());

    const documented = rows.reduce((sum, row) => sum + row.manifests * (row.perPlatform ? PLATFORMS : 1), 0);
    expect(await countManifests()).toBe(documented);
    const children = v.parse(Index, await fetchManifest(digest)).manifests;
    expect(children).toHaveLength(rows.filter(({ tag }) => tag === 'none').length * PLATFORMS);
  });

  test('the record has the blobs of its table: itself, and an index for each layer of the image', async () => {
    const record = (await listTags()).find((tag) => tag.startsWith('plimsoll-')) ?? '';
    const { layers } = v.parse(Manifest, await fetchManifest(record));
    expect([...new Set(layers.map(({ mediaType }) => mediaType))]).toEqual(blobTypes);
    const indexed = layers.slice(1).map(({ annotations }) => annotations?.['vnd.plimsoll.layer.digest']);
    expect(indexed.sort()).toEqual([...new Set(await listLayers('main'))].sort());
  });

  test('a pull request leaves nothing, and downloads no layer of its baseline', async () => {
    const layers = await listLayers('main');
    const before = await countManifests();
    await world.project.commit('Grow', { Dockerfile: 'FROM scratch\nCOPY Dockerfile /other\n' }, 'change');
    const number = await world.openPullRequest('change');
    world.registry.forgetRequests();
    expectPassed(await world.runPullRequest(workflow, number, 'change'));
    const writes = world.registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    expect(writes).toEqual([]);
    const blobs = world.registry.requests().map(({ path }) => path.split('/blobs/')[1]);
    expect(layers.length).toBeGreaterThan(0);
    expect(blobs.filter((digest) => layers.includes(digest ?? ''))).toEqual([]);
    expect(await countManifests()).toBe(before);
  });
});

const Index = v.object({ manifests: v.array(v.object({ digest: v.string() })) });

const Manifest = v.object({
  layers: v.array(
    v.object({ mediaType: v.string(), digest: v.string(), annotations: v.optional(v.record(v.string(), v.string())) }),
  ),
});

/** Of all platforms of an image; attestations have no file systems. */
async function listLayers(tag: string): Promise<string[]> {
  const digests: string[] = [];
  for (const { digest } of v.parse(Index, await fetchManifest(tag)).manifests) {
    const { layers } = v.parse(Manifest, await fetchManifest(digest));
    digests.push(...layers.filter(({ mediaType }) => mediaType.includes('.tar')).map((layer) => layer.digest));
  }
  return digests;
}

/** The rows of the first table: its tags, and how many manifests each is. */
function readRows(document: string): typeof rows {
  const table = document.slice(0, document.indexOf('## '));
  const lines = table.split('\n').filter((line) => /^\| (?:`|none)/.test(line));
  return lines.map((line) => {
    const [tag = '', , manifests = '', what = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { tag: tag.replaceAll('`', ''), manifests: Number(manifests), perPlatform: what.startsWith('per platform') };
  });
}

async function listTags(): Promise<string[]> {
  const { username, password } = CREDENTIALS;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const answer = await fetch(`${world.registry.url}/v2/acme/api/tags/list`, { headers: { authorization } });
  return v.parse(v.object({ tags: v.array(v.string()) }), await answer.json()).tags;
}

async function readManifest(name: string): Promise<Buffer> {
  const { url } = world.registry;
  return await openRepository({ url, repository: 'acme/api', credentials: CREDENTIALS }).getManifest(name);
}

async function fetchManifest(name: string): Promise<unknown> {
  return JSON.parse((await readManifest(name)).toString());
}

/** All that tags lead to: each manifest once, and what an index names. */
async function countManifests(): Promise<number> {
  const found = new Set<string>();
  for (const tag of await listTags()) {
    const bytes = await readManifest(tag);
    found.add(digestOf(bytes));
    const index = v.safeParse(Index, JSON.parse(bytes.toString()));
    if (index.success) for (const { digest } of index.output.manifests) found.add(digest);
  }
  return found.size;
}
