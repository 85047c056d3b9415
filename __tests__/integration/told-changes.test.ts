import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGitHub, type GitHub } from '../../lab/github/github-api.ts';
import { run } from '../../lab/machine/run.ts';
import { findToldChanges, type ToldQuery } from '../../src/baseline/find-told-changes.ts';
import { createOctokitApi } from '../../src/github/octokit-api.ts';
import type { ContextPlace, ImageOrigin } from '../../src/build/origins/image-origin.ts';

let root = '';
let origin = '';
let github: GitHub;
const commits = { base: '', change: '', attributes: '' };

const git = async (folder: string, ...words: string[]): Promise<string> =>
  (await run('git', ['-C', folder, ...words])).trim();

async function commit(files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(origin, path)), { recursive: true });
    await writeFile(join(origin, path), text);
  }
  await git(origin, 'add', '--all');
  await git(origin, 'commit', '--quiet', '--message', 'a step');
  return await git(origin, 'rev-parse', 'HEAD');
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-told-'));
  origin = join(root, 'origin');
  await run('git', ['init', '--quiet', '--initial-branch=main', origin]);
  await git(origin, 'config', 'user.name', 'Ada');
  await git(origin, 'config', 'user.email', 'ada@example.com');
  await git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await mkdir(join(origin, 'api'));
  await symlink('src', join(origin, 'api', 'current'));
  commits.base = await commit({
    'api/src/main.go': 'a',
    'api/README.md': 'a',
    'api/Dockerfile': 'FROM scratch\n',
    'api/.dockerignore': '*.md\n',
    'web/x': 'a',
    '.gitignore': 'dist\n',
  });
  commits.change = await commit({ 'api/src/main.go': 'b', 'api/README.md': 'b', 'web/x': 'b' });
  commits.attributes = await commit({ '.gitattributes': '*.go eol=crlf\n' });
  github = await startGitHub({ slug: 'acme/api', repository: origin, people: [], fault: () => null });
});

afterAll(async () => {
  await github.stop();
  await rm(root, { recursive: true, force: true });
});

async function checkOut(name: string, depth?: number): Promise<string> {
  const folder = join(root, name);
  await run('git', ['init', '--quiet', folder]);
  const deep = depth === undefined ? [] : [`--depth=${depth}`];
  await git(folder, 'fetch', '--quiet', ...deep, `file://${origin}`, commits.change);
  await git(folder, 'checkout', '--quiet', '--detach', commits.change);
  return folder;
}

const fetched = (sha: string, folder = 'api'): ContextPlace => ({ kind: 'commit', commit: sha, folder });
const checkedOut = (sha: string, folder = 'api', dockerfile: string | null = 'api/Dockerfile'): ContextPlace => ({
  kind: 'work-tree',
  commit: sha,
  folder,
  dockerfile,
});
const layers = [{ source: null, recipe: 'x', inputs: [] }];
const told = (...contexts: (ContextPlace | null)[]): ImageOrigin[] =>
  contexts.map((context, place) => ({ platform: `linux/${place}`, base: null, layers, context }));

const find = async (baseline: ContextPlace | null, head: ContextPlace | null, query: Partial<ToldQuery> = {}) =>
  await findToldChanges({
    baseline: told(baseline),
    head: told(head),
    builtFrom: null,
    directory: origin,
    environment: process.env,
    github: null,
    ...query,
  });

describe('what differs between the contexts that two builds told of', () => {
  test('is known to the file of commits that the builder fetched; no .dockerignore holds there', async () => {
    expect(await find(fetched(commits.base), fetched(commits.change))).toEqual({
      changed: ['README.md', 'src/main.go'],
      unknown: ['current'],
    });
    expect(await find(fetched(commits.base, ''), fetched(commits.change, ''))).toEqual({
      changed: ['api/README.md', 'api/src/main.go', 'web/x'],
      unknown: ['api/current'],
    });
    expect(await find(fetched(commits.change), fetched(commits.change))).toEqual({ changed: [], unknown: [] });
  });

  test('is as the folder is where it was built here, just before', async () => {
    const folder = await checkOut('here');
    const query = { builtFrom: join(folder, 'api'), directory: folder };
    const [before, after] = [checkedOut(commits.base), checkedOut(commits.change)];
    expect(await find(before, after, query)).toEqual({ changed: ['src/main.go'], unknown: ['current'] });
    await mkdir(join(folder, 'api', 'dist'));
    await writeFile(join(folder, 'api', 'dist', 'app.js'), 'x');
    expect(await find(before, after, query)).toEqual({ changed: ['src/main.go'], unknown: ['dist/', 'current'] });
    // Another commit by now.
    expect(await find(before, checkedOut(commits.attributes), query)).toBeNull();
    // Another folder than the one that was told of: what lay there is not known.
    const elsewhere = { ...query, builtFrom: join(folder, 'web') };
    expect(await find(before, after, elsewhere)).toEqual({ changed: ['src/main.go'], unknown: [''] });
  });

  test('is what of their commits differs where it was built elsewhere: more may have lain there', async () => {
    const expected = { changed: ['src/main.go'], unknown: [''] };
    expect(await find(checkedOut(commits.base), checkedOut(commits.change))).toEqual(expected);
    expect(await find(fetched(commits.base), checkedOut(commits.change))).toEqual(expected);
    expect(await find(checkedOut(commits.base), fetched(commits.change))).toEqual(expected);
    // Which list kept files out of it?
    expect(await find(checkedOut(commits.base), checkedOut(commits.change, 'api', null))).toBeNull();
  });

  test('is asked of GitHub where the clone is shallow', async () => {
    const directory = await checkOut('shallow', 1);
    const api = await createOctokitApi({ token: github.token, baseUrl: github.url, repository: 'acme/api' });
    const sides = [fetched(commits.base), fetched(commits.change)] as const;
    expect(await find(...sides, { directory })).toBeNull();
    const changes = await find(...sides, { directory, github: api });
    expect({ ...changes, changed: changes?.changed.toSorted() }).toEqual({
      changed: ['README.md', 'src/main.go'],
      unknown: ['current'],
    });
  });

  test('is not known where the builds told nothing, two things, or of two folders', async () => {
    const [before, after] = [fetched(commits.base), fetched(commits.change)];
    expect(await find(null, after)).toBeNull();
    expect(await find(before, null)).toBeNull();
    expect(await find(before, fetched(commits.change, 'web'))).toBeNull();
    expect(await find(before, after, { head: told(after, fetched(commits.base)) })).toBeNull();
    expect(await find(before, after, { head: told(after, null) })).toBeNull();
    expect(await find(before, after, { head: [] })).toBeNull();
    expect(await find(before, fetched('f'.repeat(40)))).toBeNull();
    expect(await find(before, after, { directory: root })).toBeNull();
    expect(await find(before, after, { environment: { PATH: '/nowhere' } })).toBeNull();
  });

  test('is not known where attributes may have other contents written for the same commits', async () => {
    const nothing = { changed: [], unknown: [''] };
    expect(await find(fetched(commits.change), fetched(commits.attributes))).toEqual(nothing);
    expect(await find(checkedOut(commits.change), checkedOut(commits.attributes))).toEqual(nothing);
  });
});
