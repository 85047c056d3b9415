import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readWorkTree } from '../../src/plan/work-tree.ts';
import type { WorkTree } from '../../src/plan/work-tree.ts';

const EVENT_SHA = 'a'.repeat(40);

let root = '';
let origin = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plimsoll-work-tree-'));
  origin = makeRepository('origin', 'main');
  commit(origin, 'two');
  git(origin, 'checkout', '-q', '-b', 'fix');
  commit(origin, 'three\n\nparent 1234567890123456789012345678901234567890 is only text');
  git(origin, 'checkout', '-q', 'main');
  commit(origin, 'four');
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'fix');
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('readWorkTree', () => {
  test('reads the commit, its parents and the branch', async () => {
    expect(await read(origin)).toEqual({
      commit: hash(origin, 'HEAD'),
      parents: [hash(origin, 'main^1'), hash(origin, 'fix')],
      firstParents: [hash(origin, 'HEAD'), hash(origin, 'HEAD~1'), hash(origin, 'HEAD~2'), hash(origin, 'HEAD~3')],
      branch: 'main',
      notes: [],
    });
  });

  test('knows both parents of a merge at depth 1, though neither is there', async () => {
    const clone = join(root, 'shallow');
    git(root, 'clone', '-q', '--depth', '1', `file://${origin}`, clone);
    git(clone, 'checkout', '-q', '--detach');
    expect(await read(clone)).toEqual({
      commit: hash(origin, 'main'),
      parents: [hash(origin, 'main^1'), hash(origin, 'fix')],
      firstParents: [hash(origin, 'main')],
      branch: null,
      notes: [],
    });
  });

  test('takes no line of the message for a parent', async () => {
    expect((await read(addWorkTree('fix'))).parents).toEqual([hash(origin, 'fix^')]);
  });

  test('reads a linked work tree from a folder in it, by a path from where the job runs', async () => {
    const linked = addWorkTree('main~1');
    mkdirSync(join(linked, 'services', 'api'), { recursive: true });
    expect((await read('services/api', { directory: linked })).commit).toBe(hash(origin, 'main~1'));
  });

  test('a submodule counts as part of the tree that holds it', async () => {
    const library = makeRepository('library', 'trunk');
    const holder = makeRepository('holder', 'main');
    git(holder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
    commit(holder, 'holds it');
    expect(await read(join(holder, 'lib'))).toMatchObject({ commit: hash(holder, 'HEAD'), branch: 'main' });
  });

  test('runs nothing that a repository configures, and gives git no token', async () => {
    const hostile = makeRepository('hostile', 'main');
    const trace = join(root, 'trace');
    const program = makeProgram('hook', `echo ran >> ${trace}`);
    for (const key of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'diff.external']) {
      git(hostile, 'config', key, program);
    }
    const spy = makeProgram('spy', `env >> ${trace}\nexec git "$@"`);
    const environment = { ...process.env, GITHUB_TOKEN: 'secret-token', GIT_DIR: origin };
    expect((await read(hostile, { environment, git: spy })).commit).toBe(hash(hostile, 'HEAD'));
    const seen = readFileSync(trace, 'utf8');
    expect(seen).toContain('LC_ALL=C');
    expect(seen).not.toMatch(/secret-token|GIT_DIR|^ran$/m);
  });

  test.each([
    ['no git', '.', 'no-such-git', 'no-git'],
    ['a folder that is not there', 'nowhere', 'git', 'git-failed'],
    ['no work tree', '/', 'git', 'no-work-tree'],
    ['a bare repository', '.git', 'git', 'no-work-tree'],
  ])('says why there is no commit: %s', async (_, context, program, code) => {
    const tree = await read(context, { directory: origin, git: program });
    expect(tree).toMatchObject({ commit: null, parents: [], firstParents: [], branch: null });
    expect(tree.notes.map((note) => note.code)).toEqual([code]);
  });

  test('says why there is no commit: none was made yet', async () => {
    git(root, 'init', '-q', 'empty');
    expect((await read(join(root, 'empty'))).notes.map((note) => note.code)).toEqual(['git-failed']);
  });

  test('says what to do where git does not trust the folder', async () => {
    const words = 'echo "fatal: detected dubious ownership in repository at \'/x\'" >&2\nexit 128';
    const tree = await read(origin, { git: makeProgram('refusing', words) });
    expect(tree.commit).toBeNull();
    expect(tree.notes).toEqual([
      expect.objectContaining({ code: 'git-unsafe-directory', hint: expect.stringContaining('safe.directory') }),
    ]);
  });

  test.each([
    ['', EVENT_SHA],
    ['{{defaultContext}}:services/api', EVENT_SHA],
    [`https://github.com/acme/api.git#${'b'.repeat(40)}:sub`, 'b'.repeat(40)],
    ['https://github.com/acme/api.git#main', null],
    ['git@github.com:acme/api.git', null],
    ['ssh://git@example.com/api', null],
  ])('reads nothing from this machine for the context %j', async (context, expected) => {
    const tree = await read(context, { git: 'no-such-git' });
    expect(tree.commit).toBe(expected);
    expect(tree.notes.map((note) => note.code)).toEqual(expected === null ? ['context-is-remote'] : []);
  });
});

function read(
  context: string,
  more: { directory?: string; git?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<WorkTree> {
  return readWorkTree({ context, eventSha: EVENT_SHA, directory: root, environment: process.env, ...more });
}

function makeRepository(name: string, branch: string): string {
  git(root, 'init', '-q', '-b', branch, name);
  commit(join(root, name), 'one');
  return join(root, name);
}

function makeProgram(name: string, words: string): string {
  const path = join(root, name);
  writeFileSync(path, `#!/bin/sh\n${words}\n`);
  chmodSync(path, 0o755);
  return path;
}

function addWorkTree(ref: string): string {
  const path = mkdtempSync(join(root, 'linked-'));
  git(origin, 'worktree', 'add', '-q', '--detach', path, ref);
  return path;
}

function commit(directory: string, message: string): void {
  git(directory, 'commit', '-q', '--allow-empty', '-m', message);
}

function hash(directory: string, ref: string): string {
  return git(directory, 'rev-parse', ref).trim();
}

function git(directory: string, ...words: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', ['-C', directory, ...identity, ...words], { encoding: 'utf8' });
}
