import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../src/errors.ts';
import type { PlannedTag } from '../../../src/plan/plan.ts';
import { writeTags, type TagRegistry } from '../../../src/publish/write-tags.ts';
import { makeDigest } from '../compare/fixture.ts';

const REPOSITORY = 'ghcr.io/acme/api';
const DIGEST = makeDigest('index');
const INDEX = {
  mediaType: 'application/vnd.oci.image.index.v1+json',
  digest: DIGEST,
  bytes: Buffer.from('{ "index" : 1 }'),
};

/** A registry with these tags; tells what was asked of it. */
class MemoryRegistry implements TagRegistry {
  readonly tags: Map<string, string>;
  readonly puts: string[] = [];
  readonly copies: string[] = [];
  fetches = 0;
  #refused: string | null;

  constructor(tags: Record<string, string> = {}, refused: string | null = null) {
    this.tags = new Map(Object.entries(tags));
    this.#refused = refused;
  }

  fetchManifest: TagRegistry['fetchManifest'] = (_, digest) => {
    this.fetches += 1;
    return Promise.resolve(digest === DIGEST ? INDEX : null);
  };

  putManifest: TagRegistry['putManifest'] = ({ registry, repository }, tag, manifest) => {
    if (tag === this.#refused)
      return Promise.reject(new PlimsollError('REGISTRY_DENIED', 'denied', { hint: 'Log in.' }));
    expect(manifest).toBe(INDEX);
    this.puts.push(`${registry}/${repository}:${tag}`);
    this.tags.set(tag, manifest.digest);
    return Promise.resolve();
  };

  fetchDigest: TagRegistry['fetchDigest'] = (_, tag) => {
    const content = this.tags.get(tag);
    return Promise.resolve(content === undefined ? null : makeDigest(content));
  };

  listTags: TagRegistry['listTags'] = () => Promise.resolve([...this.tags.keys()]);

  copyImage: TagRegistry['copyImage'] = (source, target) => {
    this.copies.push(`${source} ${target}`);
    return Promise.resolve();
  };
}

const image = { repository: REPOSITORY, digest: DIGEST };
const always = (tag: string): PlannedTag => ({ reference: `${REPOSITORY}:${tag}`, write: 'always' });
const once: PlannedTag = { reference: `${REPOSITORY}:sha-1`, write: 'once' };
const latest = (version: string): PlannedTag => ({
  reference: `${REPOSITORY}:latest`,
  write: 'if-highest',
  prefix: '',
  version,
});

describe('tags', () => {
  test('are the very bytes of the index, read once', async () => {
    const registry = new MemoryRegistry({ main: 'before' });
    const result = await writeTags([always('main'), once], image, registry);
    const written = [`${REPOSITORY}:main`, `${REPOSITORY}:sha-1`];
    expect(result).toEqual({ written, kept: [], notes: [], errors: [] });
    expect(registry.puts).toEqual(written);
    expect(registry.fetches).toBe(1);
  });

  test('that are written once stay', async () => {
    const other = new MemoryRegistry({ 'sha-1': 'before' });
    const result = await writeTags([once], image, other);
    // Every nightly build of a commit meets this: for the log, and no notice beside the job.
    expect(result).toEqual({
      written: [],
      kept: [expect.stringContaining(makeDigest('before'))],
      notes: [],
      errors: [],
    });
    const same = new MemoryRegistry({ 'sha-1': 'index' });
    expect(await writeTags([once], image, same)).toEqual({ written: [], kept: [], notes: [], errors: [] });
    expect([...other.puts, ...same.puts]).toEqual([]);
  });

  test.each([
    ['1.3.0', ['1.2.9', '1.3.0-rc.1', 'api-2.0.0', 'v1.1.0'], true],
    ['1.3.0', ['v1.3.1'], false],
    ['1.3.0', [], true],
  ])('latest is of %s beside %j: %s', async (version, tags, isWritten) => {
    const registry = new MemoryRegistry(Object.fromEntries(tags.map((tag) => [tag, 'before'])));
    const result = await writeTags([always(version), latest(version)], image, registry);
    expect(result.written.includes(`${REPOSITORY}:latest`)).toBe(isWritten);
    expect(result.notes.map(({ message }) => message)).toEqual(
      isWritten
        ? []
        : [`${REPOSITORY}:latest stays where it is: ${version} is not the highest stable version in the registry.`],
    );
  });

  test('in another repository are copies', async () => {
    const registry = new MemoryRegistry();
    const tags: PlannedTag[] = [
      { reference: 'docker.io/acme/api:main', write: 'always' },
      { reference: 'ghcr.io/acme/other:main', write: 'always' },
    ];
    expect((await writeTags(tags, image, registry)).written).toEqual(tags.map(({ reference }) => reference));
    expect(registry.copies).toEqual(tags.map(({ reference }) => `${REPOSITORY}@${DIGEST} ${reference}`));
    expect(registry.puts).toEqual([]);
  });

  test('that are refused are named, and the others written', async () => {
    const registry = new MemoryRegistry({}, 'main');
    const result = await writeTags([always('main'), once], image, registry);
    expect(result.written).toEqual([`${REPOSITORY}:sha-1`]);
    expect(result.errors).toMatchObject([
      { code: 'REGISTRY_DENIED', message: `the tag ${REPOSITORY}:main could not be written: denied`, hint: 'Log in.' },
    ]);
  });

  test('of an image that is gone are an error', async () => {
    const result = await writeTags([always('main')], { ...image, digest: makeDigest('gone') }, new MemoryRegistry());
    expect(result.errors).toMatchObject([
      { code: 'REGISTRY_FAILED', message: expect.stringContaining(`${REPOSITORY}:main`) },
    ]);
  });
});
