import { access, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGitHub, type GitHub } from '../../lab/github/github-api.ts';
import { run } from '../../lab/machine/run.ts';
import { findContextChanges, type ContextQuery } from '../../src/baseline/find-context-changes.ts';
import { createOctokitApi } from '../../src/github/octokit-api.ts';
import type { GitHubApi } from '../../src/github/api.ts';

let root = '';
let origin = '';
let github: GitHub;
let api: GitHubApi;
const commits = { base: '', change: '', side: '', ignoring: '' };

const git = async (folder: string, ...words: string[]): Promise<string> =>
  (await run('git', ['-C', folder, ...words])).trim();

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function commit(files: Record<string, string>): Promise<string> {
  await write(origin, files);
  await git(origin, 'add', '--all', '--force');
  await git(origin, 'commit', '--quiet', '--message', 'a step');
  return await git(origin, 'rev-parse', 'HEAD');
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-changes-'));
  origin = join(root, 'origin');
  await run('git', ['init', '--quiet', '--initial-branch=main', origin]);
  await git(origin, 'config', 'user.name', 'Ada');
  await git(origin, 'config', 'user.email', 'ada@example.com');
  await git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  commits.base = await commit({
    'api/main.go': 'package main',
    'api/old name.go': 'package main // that has enough in it to be known again under another name',
    'api/docs/a.md': 'a',
    'web/index.html': 'x',
    '.dockerignore': '.git\n**/docs\n',
    '.gitignore': 'dist\n',
  });
  await git(origin, 'checkout', '--quiet', '-b', 'side');
  commits.side = await commit({ 'side.txt': 'x' });
  await git(origin, 'checkout', '--quiet', 'main');
  await git(origin, 'mv', 'api/old name.go', 'api/new\nname.go');
  commits.change = await commit({ 'api/main.go': 'package other', 'api/docs/a.md': 'b', 'web/index.html': 'y' });
  commits.ignoring = await commit({ '.dockerignore': '.git\n' });
  github = await startGitHub({ slug: 'acme/api', repository: origin, people: [], fault: () => null });
  api = await createOctokitApi({ token: github.token, baseUrl: github.url, repository: 'acme/api' });
});

afterAll(async () => {
  await github.stop();
  await rm(root, { recursive: true, force: true });
});

/** A work tree of its own; `depth` as actions/checkout has it. */
async function checkOut(name: string, sha: string, depth?: number): Promise<string> {
  const folder = join(root, name);
  await run('git', ['init', '--quiet', folder]);
  const deep = depth === undefined ? [] : [`--depth=${depth}`];
  await git(folder, 'fetch', '--quiet', ...deep, `file://${origin}`, sha);
  await git(folder, 'checkout', '--quiet', '--detach', sha);
  return folder;
}

const find = (directory: string, query: Partial<ContextQuery> = {}) =>
  findContextChanges({
    context: '.',
    file: '',
    directory,
    baseline: commits.base,
    head: commits.change,
    environment: process.env,
    github: null,
    ...query,
  });

const ALL = ['api/main.go', 'api/new\nname.go', 'api/old name.go', 'web/index.html'];

describe('what differs between two commits in a build context', () => {
  test('is told by git, without what the context leaves out', async () => {
    const folder = await checkOut('whole', commits.change);
    expect(await find(folder)).toEqual({ changed: ALL, unknown: [] });
    expect(await find(folder, { baseline: commits.change })).toEqual({ changed: [], unknown: [] });
  });

  test('is spoken of from the root of the context, which may be a folder with a list of its own', async () => {
    const folder = await checkOut('sub', commits.change);
    const inApi = ['docs/a.md', 'main.go', 'new\nname.go', 'old name.go'];
    expect(await find(folder, { context: './api' })).toEqual({ changed: inApi, unknown: [] });
    await write(folder, { 'build/Dockerfile.dockerignore': '*.go\n' });
    const query = { context: 'api/', file: 'build/Dockerfile' };
    expect(await find(folder, query)).toEqual({ changed: ['docs/a.md'], unknown: [] });
  });

  test('is not known of what git does not keep', async () => {
    const folder = await checkOut('dirty', commits.change);
    await write(folder, { 'dist/app.js': 'x', 'api/gen/x.go': 'x', 'web/index.html': 'dirty', 'api/docs/new.md': 'x' });
    expect((await find(folder))?.unknown).toEqual(['web/index.html', 'api/gen/', 'dist/']);
    expect((await find(folder, { context: 'api' }))?.unknown).toEqual(['docs/new.md', 'gen/']);
  });

  test('is not known of git itself, nor of what another .dockerignore may have let in', async () => {
    const folder = await checkOut('ignoring', commits.ignoring);
    const query = { head: commits.ignoring };
    expect(await find(folder, query)).toEqual({
      changed: ['.dockerignore', 'api/docs/a.md', ...ALL].sort(),
      unknown: [''],
    });
    await rm(join(folder, '.dockerignore'));
    expect((await find(folder, { head: commits.ignoring }))?.unknown).toEqual(['.dockerignore', '.git/', '']);
  });

  test('is asked of GitHub where the clone is shallow', async () => {
    const folder = await checkOut('shallow', commits.change, 1);
    expect(await find(folder)).toBeNull();
    expect((await find(folder, { github: api }))?.changed.toSorted()).toEqual(ALL);
    // Since which the other side has changed too.
    expect(await find(folder, { github: api, baseline: commits.side })).toBeNull();
    expect(await find(folder, { github: api, baseline: 'f'.repeat(40) })).toBeNull();
  });

  test('is not known of a context elsewhere, or of another commit than the one that is checked out', async () => {
    const folder = await checkOut('other', commits.ignoring);
    expect(await find(folder)).toBeNull();
    const query = { head: commits.ignoring };
    for (const context of ['https://github.com/acme/api.git', '{{defaultContext}}:api', '', '..', 'missing']) {
      expect(await find(folder, { ...query, context })).toBeNull();
    }
    expect(await find(folder, { ...query, baseline: '--output=x' })).toBeNull();
    expect(await find(folder, { ...query, environment: { PATH: '/nowhere' } })).toBeNull();
  });

  test('is not known inside a submodule, whose commits are others', async () => {
    const folder = await checkOut('super', commits.change);
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${origin}`, 'lib');
    await git(join(folder, 'lib'), 'checkout', '--quiet', commits.change);
    expect(await find(folder, { context: 'lib' })).toBeNull();
  });

  test('is not known of a bare repository that was committed, and nothing that it configures is run', async () => {
    const folder = await checkOut('bare', commits.change);
    const trace = join(root, 'trace');
    const inner = join(folder, 'api', 'src');
    await write(inner, { '.gitattributes': '* filter=x', file: 'x' });
    await run('git', ['init', '--quiet', inner]);
    await git(inner, 'add', '.');
    await git(inner, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'inner');
    const head = await git(inner, 'rev-parse', 'HEAD');
    await git(inner, 'config', 'filter.x.clean', `touch ${trace}; cat`);
    await git(inner, 'config', 'core.worktree', 'src');
    for (const name of ['HEAD', 'config', 'index', 'objects', 'refs']) {
      await rename(join(inner, '.git', name), join(folder, 'api', name));
    }
    await rm(join(inner, '.git'), { recursive: true });
    // Another time than the index has: git looks at what is in it.
    await write(inner, { file: 'x' });
    const found = [];
    for (const context of ['api', 'api/src']) found.push(await find(folder, { context, baseline: head, head }));
    await expect(access(trace)).rejects.toThrow('ENOENT');
    expect(found).toEqual([null, null]);
  });

  test('is not known of what a symbolic link leads to, which COPY follows', async () => {
    const folder = await checkOut('links', commits.change);
    await symlink('api', join(folder, 'current'));
    await symlink('README.md', join(folder, 'CLAUDE.md'));
    await git(folder, 'add', 'current', 'CLAUDE.md');
    await git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'links');
    const baseline = await git(folder, 'rev-parse', 'HEAD');
    await write(folder, { 'api/main.go': 'package third', 'README.md': 'x' });
    await git(folder, 'add', 'api/main.go');
    await git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'more');
    const head = await git(folder, 'rev-parse', 'HEAD');
    const expected = { changed: ['api/main.go'], unknown: ['README.md', 'CLAUDE.md', 'current'] };
    expect(await find(folder, { baseline, head })).toEqual(expected);
    expect((await find(folder, { baseline: head, head }))?.unknown).toEqual(['README.md', 'CLAUDE.md']);
  });

  test('counts a submodule that .gitmodules wants nobody to look at, and what git ignores in it', async () => {
    const folder = await checkOut('module', commits.change);
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${origin}`, 'lib');
    await git(folder, 'config', '--file', '.gitmodules', 'submodule.lib.ignore', 'all');
    const save = async (module: string): Promise<string> => {
      await git(join(folder, 'lib'), 'checkout', '--quiet', module);
      await git(folder, 'add', '.gitmodules');
      await git(folder, 'update-index', '--cacheinfo', `160000,${module},lib`);
      await git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', module);
      return await git(folder, 'rev-parse', 'HEAD');
    };
    const baseline = await save(commits.base);
    const head = await save(commits.change);
    expect(await find(folder, { baseline, head })).toEqual({ changed: ['lib'], unknown: ['lib/'] });
  });

  test('is not known where attributes may have other contents written for the same commits', async () => {
    const folder = await checkOut('attributes', commits.change);
    await write(folder, { '.gitattributes': '*.go eol=crlf\n' });
    await git(folder, 'add', '.gitattributes');
    await git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'attributes');
    const head = await git(folder, 'rev-parse', 'HEAD');
    expect(await find(folder, { baseline: commits.change, head })).toEqual({ changed: [], unknown: [''] });
  });
});
