import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startGitHub, type GitHub } from '../../lab/github/github-api.ts';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import { startProject, type Project } from '../../lab/project.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { openRepository, type Repository } from '../../lab/registry/repository.ts';
import type { BaselinePlaces } from '../../src/baseline/baseline-places.ts';
import { findBaseline } from '../../src/baseline/find-baseline.ts';
import { openBaselineRegistry } from '../../src/baseline/open-registry.ts';
import type { GitHubApi } from '../../src/github/api.ts';
import type { Clock } from '../../src/github/clock.ts';
import { createOctokitApi } from '../../src/github/octokit-api.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import type { BaselineQuery } from '../../src/plan/plan.ts';
import { makeEmptyImage, pushIndex } from '../empty-image.ts';

jest.setTimeout(300_000);

/** Tries again at once. */
const clock: Clock = { nowMs: () => Date.now(), sleep: () => Promise.resolve(), random: () => 0 };

let project: Project;
/** `main`, oldest first; the third is a merge of `side`, whose commits are no first parents. */
let main: string[];
let side: string;
let registry: Registry;
let github: GitHub;
let api: GitHubApi;
let client: RegistryClient;
let registryFault: FaultHook = () => null;
let githubFault: GitHubFaultHook = () => null;

beforeAll(async () => {
  project = await startProject({ files: { Dockerfile: 'FROM scratch\n' } });
  const first = await project.resolve('main');
  const second = await project.commit('Second', { a: '1' });
  side = await project.commit('Side', { side: '1' }, 'side');
  const merge = await project.merge(second, side);
  const fourth = await project.commit('Fourth', { a: '2' }, 'line');
  main = [first, second, merge, fourth];
  registry = await startRegistry({ fault: (request) => registryFault(request) });
  github = await startGitHub({
    slug: 'acme/api',
    repository: project.folder,
    fault: (request) => githubFault(request),
  });
  api = await createOctokitApi({ token: github.token, baseUrl: github.url, repository: 'acme/api', clock });
  client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
});

afterEach(() => {
  registryFault = () => null;
  githubFault = () => null;
});

afterAll(async () => {
  client.close();
  await github.stop();
  await registry.stop();
  await project.stop();
});

/** Images of two platforms in a repository of the test's own, by tag; each bears the commit that it is of. */
async function push(
  name: string,
  commitOf: Record<string, string>,
  moved: readonly string[] = [],
): Promise<BaselinePlaces> {
  const repository = openRepository({ url: registry.url, repository: name });
  for (const [tag, commit] of Object.entries(commitOf)) await pushImage(repository, tag, commit);
  registry.forgetRequests();
  github.forgetRequests();
  const image = `${registry.host}/${name}`;
  const ownTags = moved.map((tag) => `${image}:${tag}`);
  return { registry: openBaselineRegistry(client, image, ownTags), github: api, image, workflow: null };
}

async function pushImage(repository: Repository, tag: string, commit: string): Promise<void> {
  const labels = { 'org.opencontainers.image.revision': commit };
  await pushIndex(repository, [makeEmptyImage('amd64', labels), makeEmptyImage('arm64', labels)], tag);
}

const ask = (commit: string, branchTag: string | null = 'main'): BaselineQuery => ({
  kind: 'commit',
  commit,
  branchTag,
  why: '',
});
const at = (place: number): string => main[place] ?? '';

describe('in a real registry, with a real history', () => {
  test('the exact commit costs an index, and a manifest and a config a platform; nobody asks GitHub', async () => {
    const places = await push('exact', { [`sha-${at(1)}`]: at(1), main: at(0) });
    expect(await findBaseline(ask(at(1)), places)).toMatchObject({ kind: 'found', how: 'commit', distance: 0 });
    expect(registry.requests()).toHaveLength(5);
    expect(github.requests()).toEqual([]);
  });

  test('a short tag of metadata-action is found, and one of another commit is not taken for it', async () => {
    const places = await push('short', {
      [`sha-${at(1).slice(0, 7)}`]: at(1),
      [`sha-${at(2).slice(0, 7)}`]: 'f'.repeat(40),
    });
    expect(await findBaseline(ask(at(1)), places)).toMatchObject({
      how: 'commit',
      reference: expect.stringMatching(/:sha-[0-9a-f]{7}$/),
      commit: at(1),
    });
    expect(await findBaseline(ask(at(2)), places)).toMatchObject({ how: 'ancestor', distance: 1, commit: at(1) });
  });

  test('the nearest first parent answers; a merged branch is none', async () => {
    const places = await push('ancestor', { [`sha-${at(0)}`]: at(0), [`sha-${side}`]: side });
    expect(await findBaseline(ask(at(2)), places)).toMatchObject({
      how: 'ancestor',
      distance: 2,
      isExact: false,
      commit: at(0),
    });
    // An absent tag, the list of tags, and the image; the commits before, and the runs on this one.
    expect(registry.requests()).toHaveLength(7);
    expect(github.requests()).toHaveLength(2);
  });

  test('why the exact one is missing is told by the runs on it', async () => {
    const places = await push('runs', { [`sha-${at(0)}`]: at(0) });
    github.setRuns([
      { head_sha: at(1), path: '.github/workflows/ci.yml', event: 'push', status: 'in_progress', conclusion: null },
      {
        head_sha: at(2),
        path: '.github/workflows/ci.yml',
        event: 'push',
        status: 'completed',
        conclusion: 'cancelled',
      },
    ]);
    const expected = [
      [at(1), 'has not ended yet'],
      [at(2), 'was cancelled'],
      [at(3), 'no build'],
    ] as const;
    for (const [commit, said] of expected) {
      expect(await findBaseline(ask(commit), places)).toMatchObject({
        how: 'ancestor',
        notes: [{ code: 'baseline-missing', message: expect.stringContaining(said) }],
      });
    }
    github.setRuns([]);
  });

  test('where a branch left another is asked of GitHub', async () => {
    const places = await push('merge-base', { [`sha-${at(1)}`]: at(1) });
    const query: BaselineQuery = { kind: 'merge-base', base: 'main', head: side, branchTag: 'main', why: '' };
    expect(await findBaseline(query, places)).toMatchObject({ how: 'commit', commit: at(1), distance: 0 });
  });

  test('a repository that nobody has pushed to yet is a first run', async () => {
    expect(await findBaseline(ask(at(1)), await push('empty', {}))).toEqual({
      kind: 'none',
      reason: 'the repository has no image yet',
      notes: [],
    });
  });

  test('what the build itself wrote, its cache and under the docker driver a tag, is nothing that was there before', async () => {
    const first = { main: at(0), 'buildcache-api-main': at(0) };
    const query: BaselineQuery = { kind: 'commit', commit: at(1), branchTag: 'main', why: '' };
    expect(await findBaseline(query, await push('moved', first, ['main']))).toEqual({
      kind: 'none',
      reason: 'the repository has no image yet',
      notes: [],
    });
    const later = { ...first, 'v1.0.0': at(5) };
    expect(await findBaseline(query, await push('moved-later', later, ['main']))).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('there is no image of commit'),
    });
  });

  test('the release before, among tags of all kinds', async () => {
    const places = await push('release', {
      'v1.2.0': at(0),
      'v1.10.0': at(1),
      latest: at(1),
      'v2.0.0-rc.1': at(2),
      'web-v1.11.0': at(2),
    });
    const query: BaselineQuery = { kind: 'release', prefix: '', version: '1.11.0', why: '' };
    expect(await findBaseline(query, places)).toMatchObject({ how: 'release', reference: `${places.image}:v1.10.0` });
  });
});

describe('a bad day is said, and never thrown', () => {
  const REGISTRY_FAULTS: [string, FaultHook, string][] = [
    ['401', () => ({ kind: 'answer', status: 401 }), 'denied access'],
    ['403', () => ({ kind: 'answer', status: 403 }), 'denied access'],
    ['429', () => ({ kind: 'answer', status: 429 }), 'limits the rate'],
    ['500', () => ({ kind: 'answer', status: 500 }), 'failed'],
    ['no answer', () => ({ kind: 'drop' }), 'cannot be reached'],
    ['a cut body', () => ({ kind: 'cut', afterBytes: 20 }), 'cut its answer short'],
    ['other bytes', () => ({ kind: 'lie', body: (real) => real.map((byte) => byte ^ 1) }), 'other bytes'],
  ];

  test.each(REGISTRY_FAULTS)('of the registry: %s', async (_, fault, said) => {
    const places = await push('faults', { [`sha-${at(1)}`]: at(1) });
    registryFault = fault;
    expect(await findBaseline(ask(at(1)), places)).toEqual({
      kind: 'failed',
      note: {
        code: said === 'denied access' ? 'baseline-denied' : 'baseline-unreadable',
        message: expect.stringContaining(said),
        hint: expect.any(String),
      },
    });
  });

  test('of GitHub: the branch tag stands in, and a note says why', async () => {
    const places = await push('github-faults', { [`sha-${at(0)}`]: at(0), main: at(0) });
    for (const fault of [githubFaults.denied, githubFaults.unavailable]) {
      githubFault = () => fault;
      expect(await findBaseline(ask(at(2)), places)).toMatchObject({
        kind: 'found',
        how: 'tag',
        distance: null,
        isExact: false,
        notes: [{ code: 'baseline-unreadable', message: expect.stringMatching(/^GitHub: could not list the commits/) }],
      });
    }
  });
});
