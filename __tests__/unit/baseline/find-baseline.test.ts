import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { BaselinePlaces } from '../../../src/baseline/baseline-places.ts';
import { findBaseline } from '../../../src/baseline/find-baseline.ts';
import { PlimsollError } from '../../../src/errors.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import type { Image } from '../../../src/image/image.ts';
import type { WorkflowRun } from '../../../src/github/api.ts';
import type { BaselineQuery } from '../../../src/plan/plan.ts';

const IMAGE = 'ghcr.io/acme/api';
const commit = (letter: string): string => letter.repeat(40);
const A = commit('a');

describe('a commit', () => {
  const query = (branchTag: string | null = 'main'): BaselineQuery => ({
    kind: 'commit',
    commit: A,
    branchTag,
    why: '',
  });

  test('its own tag answers with one request', async () => {
    const { places, asked } = world({ [`sha-${A}`]: A, main: commit('b') });
    expect(await findBaseline(query(), places)).toMatchObject({
      kind: 'found',
      how: 'commit',
      distance: 0,
      isExact: true,
      reference: `${IMAGE}:sha-${A}`,
      commit: A,
    });
    expect(asked).toEqual([`${IMAGE}:sha-${A}`]);
  });

  test('a short tag counts only with the commit as its revision', async () => {
    const other = `${'a'.repeat(7)}${'0'.repeat(33)}`;
    const { places } = world({ [`sha-${'a'.repeat(7)}`]: other, [`sha-${'a'.repeat(12)}`]: A });
    expect(await findBaseline(query(), places)).toMatchObject({
      how: 'commit',
      reference: `${IMAGE}:sha-${'a'.repeat(12)}`,
    });
    const alone = world({ [`sha-${'a'.repeat(7)}`]: other });
    expect(await findBaseline(query(null), alone.places)).toMatchObject({ kind: 'none' });
  });

  test('then its nearest first parent that has an image, and how far that is', async () => {
    const { places } = world(
      { [`sha-${commit('c')}`]: commit('c'), [`sha-${commit('d')}`]: commit('d'), main: commit('d') },
      [A, commit('b'), commit('c'), commit('d')],
    );
    expect(await findBaseline(query(), places)).toMatchObject({
      how: 'ancestor',
      distance: 2,
      isExact: false,
      commit: commit('c'),
    });
  });

  test('an ancestor past the twentieth is not looked for', async () => {
    const far = 'f'.repeat(40);
    const line = [A, ...Array.from({ length: 20 }, (_, place) => place.toString(16).padStart(40, '0')), far];
    const { places } = world({ [`sha-${far}`]: far, main: far }, line);
    expect(await findBaseline(query(), places)).toMatchObject({ how: 'tag', distance: null, isExact: false });
  });

  test("the branch's tag is exact where it is the commit's image after all", async () => {
    const { places } = world({ main: A });
    expect(await findBaseline(query(), places)).toMatchObject({ how: 'tag', distance: null, isExact: true });
  });

  test('nothing at all is a first run', async () => {
    expect(await findBaseline(query(), world({}).places)).toEqual({
      kind: 'none',
      reason: 'the repository has no image yet',
      notes: [],
    });
    expect(await findBaseline(query(), world({ v1: commit('e') }).places)).toEqual({
      kind: 'none',
      reason: 'there is no image of commit aaaaaaa, of the 20 commits before it or with the tag main',
      notes: [],
    });
  });

  test('without an API, the branch tag still answers', async () => {
    const { places } = world({ main: commit('b'), [`sha-${commit('b')}`]: commit('b') });
    expect(await findBaseline(query(), { ...places, github: null })).toMatchObject({ how: 'tag' });
  });
});

describe('a merge base', () => {
  const query: BaselineQuery = { kind: 'merge-base', base: 'main', head: commit('9'), branchTag: 'main', why: '' };

  test('is looked for as a commit', async () => {
    const { places } = world({ [`sha-${A}`]: A });
    expect(await findBaseline(query, places)).toMatchObject({ how: 'commit', commit: A });
  });

  test('that nobody knows gives way to the branch tag, inexactly', async () => {
    const { places } = world({ main: A });
    expect(await findBaseline(query, { ...places, github: null })).toMatchObject({
      how: 'tag',
      distance: null,
      isExact: false,
    });
  });
});

describe('tags, releases, what was given', () => {
  test('the release before is the highest lower version of the prefix', async () => {
    const { places } = world({ 'v1.2.0': A, 'v1.10.0': commit('b'), 'v2.0.0': commit('c'), 'api-v1.9.0': commit('d') });
    const query: BaselineQuery = { kind: 'release', prefix: '', version: '1.11.0', why: '' };
    expect(await findBaseline(query, places)).toMatchObject({
      how: 'release',
      reference: `${IMAGE}:v1.10.0`,
      isExact: true,
    });
    expect(await findBaseline({ ...query, version: '1.0.0' }, places)).toEqual({
      kind: 'none',
      reason: 'there is no release below 1.0.0',
      notes: [],
    });
  });

  test('a tag as it was is exact, and there may be none', async () => {
    const { places } = world({ main: A });
    expect(await findBaseline({ kind: 'tag', reference: `${IMAGE}:main`, why: '' }, places)).toMatchObject({
      how: 'tag',
      distance: 0,
      isExact: true,
    });
    expect(await findBaseline({ kind: 'given', reference: `${IMAGE}:gone`, why: '' }, places)).toMatchObject({
      kind: 'none',
      reason: `${IMAGE}:gone is not there`,
    });
  });
});

describe('faults', () => {
  test('what the registry refuses is said, with what to do, and nothing is thrown', async () => {
    const { places } = world({});
    const denied = new PlimsollError('REGISTRY_DENIED', 'ghcr.io refuses', { hint: 'Log in.' });
    const registry = { ...places.registry, readImage: () => Promise.reject(denied) };
    expect(
      await findBaseline({ kind: 'commit', commit: A, branchTag: null, why: '' }, { ...places, registry }),
    ).toEqual({ kind: 'failed', note: { code: 'baseline-denied', message: 'ghcr.io refuses', hint: 'Log in.' } });
  });

  const DENIED = new PlimsollError('GITHUB_DENIED', 'GitHub: 403', { hint: 'Give the job contents: read.' });
  const MUTE = {
    listFirstParents: () => Promise.reject(DENIED),
    findMergeBase: () => Promise.reject(DENIED),
    listRuns: () => Promise.reject(DENIED),
  };
  const NOTE = { code: 'baseline-unreadable', message: 'GitHub: 403', hint: 'Give the job contents: read.' };
  const COMMIT: BaselineQuery = { kind: 'commit', commit: A, branchTag: 'main', why: '' };
  const MERGE_BASE: BaselineQuery = { kind: 'merge-base', base: 'main', head: A, branchTag: 'main', why: '' };

  test.each([
    ['a commit', COMMIT],
    ['a merge base', MERGE_BASE],
  ])('where GitHub does not tell of commits, the branch tag stands in, and it is said: %s', async (_, query) => {
    const { places } = world({ main: commit('b'), [`sha-${commit('b')}`]: commit('b') });
    expect(await findBaseline(query, { ...places, github: MUTE })).toMatchObject({
      kind: 'found',
      how: 'tag',
      distance: null,
      isExact: false,
      notes: [NOTE],
    });
  });

  test.each([
    ['a commit', COMMIT],
    ['a merge base', MERGE_BASE],
  ])('without a branch tag too, it is no first run: %s', async (_, query) => {
    const { places } = world({ [`sha-${commit('b')}`]: commit('b') });
    expect(await findBaseline(query, { ...places, github: MUTE })).toEqual({ kind: 'failed', note: NOTE });
  });

  test('an image that a clean-up broke gives way to the next, and it is said', async () => {
    const tags = { [`sha-${A}`]: A, [`sha-${commit('b')}`]: commit('b'), [`sha-${commit('c')}`]: commit('c') };
    const { places } = world(tags, [A, commit('b'), commit('c')]);
    const gone = new PlimsollError('REGISTRY_NOT_FOUND', 'a manifest is gone', { hint: 'Build again.' });
    const readImage: BaselinePlaces['registry']['readImage'] = async (reference) =>
      reference.endsWith(commit('c')) ? await places.registry.readImage(reference) : await Promise.reject(gone);
    const registry = { ...places.registry, readImage };
    const broken = { code: 'baseline-unreadable', message: 'a manifest is gone', hint: 'Build again.' };
    expect(await findBaseline(COMMIT, { ...places, registry })).toMatchObject({
      how: 'ancestor',
      distance: 2,
      commit: commit('c'),
      notes: [broken, broken],
    });
    const none = { ...registry, listTags: () => Promise.resolve([`sha-${A}`]) };
    expect(await findBaseline(COMMIT, { ...places, registry: none })).toEqual({ kind: 'failed', note: broken });
  });

  test('where tags cannot be listed, ancestors are tried by name, and the nearest is taken', async () => {
    const line = ['a', 'b', 'c', 'd', 'e', 'f'].map(commit);
    const { places, asked } = world({ [`sha-${commit('d')}`]: commit('d'), [`sha-${commit('f')}`]: commit('f') }, line);
    const unlisted = new PlimsollError('REGISTRY_DENIED', 'no list for you');
    const registry = { ...places.registry, listTags: () => Promise.reject(unlisted) };
    expect(await findBaseline(COMMIT, { ...places, registry })).toMatchObject({
      how: 'ancestor',
      distance: 3,
      commit: commit('d'),
      notes: [{ message: 'no list for you' }],
    });
    expect(asked).toHaveLength(6);
    const none = world({}, line);
    const mute = { ...none.places.registry, listTags: () => Promise.reject(unlisted) };
    expect(await findBaseline(COMMIT, { ...none.places, registry: mute })).toMatchObject({
      kind: 'failed',
      note: { message: 'no list for you' },
    });
  });
});

describe('why the exact commit has no image', () => {
  const CI = '.github/workflows/ci.yml';
  const run = (rest: Partial<WorkflowRun>): WorkflowRun => ({
    path: CI,
    event: 'push',
    isCompleted: true,
    conclusion: 'success',
    ...rest,
  });
  const query: BaselineQuery = { kind: 'commit', commit: A, branchTag: 'main', why: '' };

  test.each<[string, WorkflowRun[], string]>([
    ['no run', [], 'GitHub knows of no build of aaaaaaa'],
    ['a run that goes on', [run({ isCompleted: false, conclusion: null })], 'the build of aaaaaaa has not ended yet'],
    ['one that was cancelled', [run({ conclusion: 'cancelled' })], 'the build of aaaaaaa was cancelled'],
    ['one that failed', [run({ conclusion: 'failure' })], 'the build of aaaaaaa failed'],
    ['one that timed out', [run({ conclusion: 'timed_out' })], 'the build of aaaaaaa failed'],
    [
      'one that pushed nothing',
      [run({})],
      'the workflows on aaaaaaa went through, and pushed no image of it, or it was deleted since',
    ],
    [
      'the newest of its own workflow says most',
      [run({ isCompleted: false, path: 'lint.yml' }), run({ conclusion: 'cancelled' }), run({ conclusion: 'failure' })],
      'the build of aaaaaaa was cancelled',
    ],
    [
      'without one of its own, any that goes on',
      [run({ path: 'lint.yml' }), run({ path: 'release.yml', isCompleted: false })],
      'the build of aaaaaaa has not ended yet',
    ],
    [
      'runs of pull requests push nothing',
      [run({ event: 'pull_request', isCompleted: false })],
      'GitHub knows of no build of aaaaaaa',
    ],
  ])('%s', async (_, runs, message) => {
    const inexact = world({ main: commit('b') }, [A], runs);
    expect(await findBaseline(query, inexact.places)).toMatchObject({
      kind: 'found',
      notes: [{ code: 'baseline-missing', message, hint: expect.stringMatching(/\.$/) }],
    });
    const absent = world({ v1: commit('b') }, [A], runs);
    const reason = `there is no image of commit aaaaaaa, of the 20 commits before it or with the tag main: ${message}`;
    expect(await findBaseline(query, absent.places)).toMatchObject({
      kind: 'none',
      reason,
      notes: [{ code: 'baseline-missing', message: reason }],
    });
  });

  test('is not asked where it is there, where the branch has it, or on a first run', async () => {
    const asked: string[] = [];
    for (const tags of [{ [`sha-${A}`]: A }, {}]) {
      const { places } = world(tags);
      const github = {
        ...MUTE_RUNS,
        listFirstParents: () => Promise.resolve([A]),
        findMergeBase: () => Promise.resolve(A),
      };
      const listRuns = (of: string): Promise<WorkflowRun[]> => {
        asked.push(of);
        return Promise.resolve([]);
      };
      await findBaseline(query, { ...places, github: { ...github, listRuns } });
    }
    expect(asked).toEqual([]);
    expect(await findBaseline(query, world({ main: A }, [A], []).places)).toMatchObject({ isExact: true, notes: [] });
  });

  test('a token that is not told of runs costs nothing', async () => {
    const { places } = world({ main: commit('b') });
    expect(await findBaseline(query, places)).toMatchObject({ kind: 'found', how: 'tag', notes: [] });
  });
});

const MUTE_RUNS = {
  listRuns: (): Promise<WorkflowRun[]> => Promise.reject(new PlimsollError('GITHUB_DENIED', 'GitHub: 403')),
};

/** A registry by tag and the revision of its image; a line of first parents; runs (`null`: not told); what was asked. */
function world(
  tags: Record<string, string>,
  line: string[] = [A],
  runs: WorkflowRun[] | null = null,
): { places: BaselinePlaces; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    places: {
      image: IMAGE,
      registry: {
        readImage: (reference) => {
          asked.push(reference);
          const revision = tags[reference.slice(IMAGE.length + 1)];
          return Promise.resolve(revision === undefined ? null : image(reference, revision));
        },
        listTags: () => Promise.resolve(Object.keys(tags)),
      },
      github: {
        listFirstParents: (_, limit) => Promise.resolve(line.slice(0, limit)),
        findMergeBase: () => Promise.resolve(A),
        listRuns: runs === null ? MUTE_RUNS.listRuns : () => Promise.resolve(runs),
      },
      workflow: '.github/workflows/ci.yml',
    },
  };
}

function image(name: string, revision: string): Image {
  const digest = parseDigest(`sha256:${createHash('sha256').update(revision).digest('hex')}`);
  return {
    name,
    digest,
    annotations: {},
    repeated: [],
    platforms: [
      {
        platform: 'linux/amd64',
        manifestDigest: digest,
        config: { digest, size: 1 },
        layers: [],
        labels: { 'org.opencontainers.image.revision': revision },
        settings: {},
        annotations: {},
      },
    ],
  };
}
