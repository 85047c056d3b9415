import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../src/errors.ts';
import type { PlannedTag } from '../../../src/plan/plan.ts';
import { openBranchHistory } from '../../../src/publish/branch-history.ts';
import type { TagRegistry } from '../../../src/publish/tag-registry.ts';
import { writeTags, type PushedImage } from '../../../src/publish/write-tags.ts';
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
  /** Builds by the content that they left. */
  readonly records: Record<string, { name: string; commit: string | null }>;
  #refused: string | null;

  constructor(tags: Record<string, string> = {}, refused: string | null = null, records = {}) {
    this.tags = new Map(Object.entries(tags));
    this.records = records;
    this.#refused = refused;
  }

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

  readRecord: TagRegistry['readRecord'] = (_, digest) => {
    const record = Object.entries(this.records).find(([content]) => makeDigest(content) === digest)?.[1];
    return Promise.resolve(record ?? null);
  };

  listTags: TagRegistry['listTags'] = () => Promise.resolve([...this.tags.keys()]);

  copyImage: TagRegistry['copyImage'] = (source, target) => {
    this.copies.push(`${source} ${target}`);
    return Promise.resolve();
  };
}

const COMMIT = 'a'.repeat(40);
const LATER = 'b'.repeat(40);
const image: PushedImage = {
  ...{ repository: REPOSITORY, digest: DIGEST, name: 'api', commit: COMMIT },
  fetchManifest: () => Promise.resolve(INDEX),
};
const write = async (tags: PlannedTag[], registry: TagRegistry, isLater = openBranchHistory(null)) =>
  await writeTags(tags, image, registry, isLater);
const ofMain: PlannedTag = { reference: `${REPOSITORY}:main`, write: 'unless-newer', branch: 'main' };
const always = (tag: string): PlannedTag => ({ reference: `${REPOSITORY}:${tag}`, write: 'always' });
const once: PlannedTag = { reference: `${REPOSITORY}:sha-1`, write: 'once' };
const latest = (version: string): PlannedTag => ({
  reference: `${REPOSITORY}:latest`,
  write: 'if-highest',
  prefix: '',
  version,
});

describe('tags', () => {
  test('are the very bytes of the index', async () => {
    const registry = new MemoryRegistry({ main: 'before' });
    const result = await write([always('main'), once], registry);
    const written = [`${REPOSITORY}:main`, `${REPOSITORY}:sha-1`];
    expect(result).toEqual({ written, kept: [], notes: [], errors: [] });
    expect(registry.puts).toEqual(written);
  });

  test('that are written once stay', async () => {
    const other = new MemoryRegistry({ 'sha-1': 'before' });
    const result = await write([once], other);
    // Every nightly build of a commit meets this: for the log, and no notice beside the job.
    expect(result).toEqual({
      written: [],
      kept: [expect.stringContaining(makeDigest('before'))],
      notes: [],
      errors: [],
    });
    const same = new MemoryRegistry({ 'sha-1': 'index' });
    expect(await write([once], same)).toEqual({ written: [], kept: [], notes: [], errors: [] });
    expect([...other.puts, ...same.puts]).toEqual([]);
  });

  test.each([
    ['1.3.0', ['1.2.9', '1.3.0-rc.1', 'api-2.0.0', 'v1.1.0'], true],
    ['1.3.0', ['v1.3.1'], false],
    ['1.3.0', [], true],
  ])('latest is of %s beside %j: %s', async (version, tags, isWritten) => {
    const registry = new MemoryRegistry(Object.fromEntries(tags.map((tag) => [tag, 'before'])));
    const result = await write([always(version), latest(version)], registry);
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
    expect((await write(tags, registry)).written).toEqual(tags.map(({ reference }) => reference));
    expect(registry.copies).toEqual(tags.map(({ reference }) => `${REPOSITORY}@${DIGEST} ${reference}`));
    expect(registry.puts).toEqual([]);
  });

  test('that are refused are named, and the others written', async () => {
    const registry = new MemoryRegistry({}, 'main');
    const result = await write([always('main'), once], registry);
    expect(result.written).toEqual([`${REPOSITORY}:sha-1`]);
    expect(result.errors).toMatchObject([
      { code: 'REGISTRY_DENIED', message: `the tag ${REPOSITORY}:main could not be written: denied`, hint: 'Log in.' },
    ]);
  });

  test('of an image that is gone are an error', async () => {
    const gone = { ...image, fetchManifest: () => Promise.resolve(null) };
    const result = await writeTags([always('main')], gone, new MemoryRegistry(), openBranchHistory(null));
    expect(result.errors).toMatchObject([
      { code: 'REGISTRY_FAILED', message: expect.stringContaining(`${REPOSITORY}:main`) },
    ]);
  });

  test.each<[string, (base: string, head: string) => string | null, string]>([
    // `findMergeBase(base, head)`, by where the branch and the two commits are.
    ['a later commit of the branch has it', (base) => (base === 'main' ? LATER : base), 'kept'],
    ['it is of an earlier commit', (_, head) => (head === LATER ? LATER : head), 'written'],
    ['what came later is gone by a force push', () => COMMIT, 'written'],
    ['the two share nothing', () => null, 'written'],
  ])("a branch's tag, where %s", async (_, findMergeBase, expected) => {
    const registry = new MemoryRegistry({ main: 'there' }, null, { there: { name: 'api', commit: LATER } });
    const history = openBranchHistory({ findMergeBase: (base, head) => Promise.resolve(findMergeBase(base, head)) });
    const result = await write([ofMain, once], registry, history);
    const others = [`${REPOSITORY}:sha-1`];
    expect(result.written).toEqual(expected === 'written' ? [`${REPOSITORY}:main`, ...others] : others);
    expect(result.notes.map(({ message }) => message)).toEqual(
      expected === 'written'
        ? []
        : [`${REPOSITORY}:main stays where it is: it stands for bbbbbbb, a later commit of main.`],
    );
  });

  test("a branch's tag moves where nobody tells what is later", async () => {
    const denied = new PlimsollError('GITHUB_DENIED', 'denied');
    const mute = openBranchHistory({ findMergeBase: () => Promise.reject(denied) });
    const there = { main: 'there' };
    const written = [`${REPOSITORY}:main`];
    for (const [records, history] of [
      [{ there: { name: 'api', commit: LATER } }, mute],
      [{ there: { name: 'api', commit: LATER } }, openBranchHistory(null)],
      [{ there: { name: 'api', commit: null } }, mute],
      [{}, mute],
    ] as const) {
      expect(await write([ofMain], new MemoryRegistry(there, null, records), history)).toMatchObject({ written });
    }
    const unread = new MemoryRegistry(there);
    unread.fetchDigest = () => Promise.reject(denied);
    expect(await write([ofMain], unread)).toMatchObject({ written, errors: [] });
  });

  test.each<[PlannedTag, string]>([
    [ofMain, 'main'],
    [once, 'sha-1'],
    [always('1.0.0'), '1.0.0'],
    [latest('1.0.0'), 'latest'],
  ])('of one commit are not taken from another name: %j', async (planned, tag) => {
    const record = { name: 'web', commit: COMMIT };
    const registry = new MemoryRegistry({ [tag]: 'there' }, null, { there: record });
    const { written, errors } = await write([planned], registry);
    expect(written).toEqual([]);
    expect(errors).toMatchObject([
      {
        code: 'INPUT_INVALID',
        message: `the tag ${planned.reference} could not be written: it stands for "web" of this very commit`,
        hint: expect.stringContaining('its own "image"'),
      },
    ]);
    expect(registry.puts).toEqual([]);
    for (const other of [
      { name: 'api', commit: COMMIT },
      { name: 'web', commit: LATER },
    ]) {
      const free = new MemoryRegistry({ [tag]: 'there' }, null, { there: other });
      expect((await write([planned], free)).errors).toEqual([]);
    }
  });
});
