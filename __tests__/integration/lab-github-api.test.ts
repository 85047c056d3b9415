import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { startGitHub, type GitHub } from '../../lab/github/github-api.ts';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFault, GitHubRequest } from '../../lab/github/github-request.ts';
import { run } from '../../lab/machine/run.ts';

const repo = { owner: 'acme', repo: 'api' };
let folder: string;
let github: GitHub;
let fault: (request: GitHubRequest) => GitHubFault | null;
/** main has 3 commits, feature starts at the second, other shares nothing. */
const commits = { first: '', second: '', main: '', feature: '', merge: '', other: '' };

const git = async (...args: string[]): Promise<string> => (await run('git', ['-C', folder, ...args])).trim();

async function commit(message: string): Promise<string> {
  await writeFile(path.join(folder, 'file'), message);
  await git('add', '.');
  await git('commit', '--quiet', '--message', message);
  return await git('rev-parse', 'HEAD');
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-github-'));
  await run('git', ['init', '--quiet', '--initial-branch=main', folder]);
  await git('config', 'user.name', 'Ada');
  await git('config', 'user.email', 'ada@example.com');
  commits.first = await commit('one\n\nwith a body');
  commits.second = await commit('two');
  commits.main = await commit('three');
  await git('checkout', '--quiet', '-b', 'feature', commits.second);
  commits.feature = await commit('side');
  await git('checkout', '--quiet', '--detach', 'main');
  await git('merge', '--quiet', '--strategy=ours', '--message=merge', 'feature');
  commits.merge = await git('rev-parse', 'HEAD');
  await git('checkout', '--quiet', '--orphan', 'other');
  commits.other = await commit('elsewhere');
  github = await startGitHub({
    slug: 'acme/api',
    repository: folder,
    people: ['mallory'],
    fault: (request) => fault(request),
  });
});

afterAll(async () => {
  await github.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  fault = () => null;
  github.forgetRequests();
});

function octokit(token = github.token): ReturnType<typeof getOctokit> {
  return getOctokit(token, { baseUrl: github.url, log: { debug, info: debug, warn: debug, error: debug } });
}

function debug(): void {
  // Octokit warns of each refusal on the terminal; the tests look at the refusals themselves.
}

async function open(): Promise<number> {
  return await github.openPullRequest({ headSha: commits.feature, baseSha: commits.main, mergeSha: commits.merge });
}

async function ask(asked: string, token = github.token): Promise<Response> {
  return await fetch(`${github.url}/repos/acme/api${asked}`, { headers: { authorization: `Bearer ${token}` } });
}

describe('comments', () => {
  test("the workflow's token comments as its bot, and links to the pull request", async () => {
    const number = await open();
    const { data } = await octokit().rest.issues.createComment({ ...repo, issue_number: number, body: 'hello' });
    expect(data).toMatchObject({
      body: 'hello',
      user: { login: 'github-actions[bot]', type: 'Bot' },
      html_url: `https://github.com/acme/api/pull/${number}#issuecomment-${data.id}`,
      performed_via_github_app: { slug: 'github-actions' },
    });
    const edited = await octokit().rest.issues.updateComment({ ...repo, comment_id: data.id, body: 'hello again' });
    expect(edited.data.updated_at >= data.created_at).toBe(true);
    await github.addComment(number, 'me too', 'mallory');
    expect(await github.comments(number)).toMatchObject([
      { id: data.id, author: 'github-actions[bot]', body: 'hello again' },
      { author: 'mallory', body: 'me too' },
    ]);
    await github.removeComment(data.id);
    expect(await github.comments(number)).toHaveLength(1);
  });

  test('come in pages of 30 that link to the next, to the end', async () => {
    const number = await open();
    for (let count = 0; count < 65; count += 1) await github.addComment(number, `no ${count}`, 'octocat');
    const first = await ask(`/issues/${number}/comments`);
    expect(await first.json()).toHaveLength(30);
    expect(first.headers.get('link')).toContain(`${github.url}/repos/acme/api/issues/${number}/comments?page=2`);
    const all = await octokit().paginate(octokit().rest.issues.listComments, { ...repo, issue_number: number });
    expect(all.map((one) => one.body)).toStrictEqual(Array.from({ length: 65 }, (_, count) => `no ${count}`));
  });

  test('past 65,536 characters are refused in the words of GitHub, new or edited', async () => {
    const number = await open();
    const { id } = await github.addComment(number, 'x'.repeat(65_536), 'octocat');
    const body = 'x'.repeat(65_537);
    const refusal = {
      status: 422,
      response: { data: { message: 'Validation Failed', errors: [{ message: expect.stringContaining('65536') }] } },
    };
    await expect(octokit().rest.issues.createComment({ ...repo, issue_number: number, body })).rejects.toMatchObject(
      refusal,
    );
    await expect(octokit().rest.issues.updateComment({ ...repo, comment_id: id, body })).rejects.toMatchObject(refusal);
    expect(await github.comments(number)).toHaveLength(1);
  });
});

describe('pull requests', () => {
  test('are what they were set to, and are found by head', async () => {
    const headSha = commits.feature;
    const number = await github.openPullRequest({
      headSha,
      baseSha: commits.main,
      headRef: 'fix',
      headSlug: 'mallory/api',
    });
    const read = async (): Promise<unknown> => (await octokit().rest.pulls.get({ ...repo, pull_number: number })).data;
    expect(await read()).toMatchObject({
      number,
      state: 'open',
      head: { sha: headSha, ref: 'fix', label: 'mallory:fix', repo: { full_name: 'mallory/api' } },
      base: { sha: commits.main, ref: 'main', repo: { full_name: 'acme/api' } },
    });
    const list = async (head: string): Promise<number[]> =>
      (await octokit().rest.pulls.list({ ...repo, state: 'open', head })).data.map((pull) => pull.number);
    expect(await list('mallory:fix')).toStrictEqual([number]);
    expect(await list('acme:fix')).toStrictEqual([]);
    await github.setPullRequest(number, { headSha: commits.second, state: 'closed' });
    expect(await read()).toMatchObject({ state: 'closed', head: { sha: commits.second } });
    expect(await list('mallory:fix')).toStrictEqual([]);
  });

  test('have labels, and events that say who put them there', async () => {
    const number = await open();
    await github.addLabel(number, 'size-ok', 'mallory');
    await github.removeLabel(number, 'size-ok', 'octocat');
    await github.addLabel(number, 'size-ok', 'octocat');
    const { data } = await octokit().rest.pulls.get({ ...repo, pull_number: number });
    expect(data.labels.map((label) => label.name)).toStrictEqual(['size-ok']);
    const events = await octokit().rest.issues.listEvents({ ...repo, issue_number: number });
    expect(events.data).toMatchObject([
      { event: 'labeled', actor: { login: 'mallory' }, label: { name: 'size-ok' } },
      { event: 'unlabeled', actor: { login: 'octocat' }, label: { name: 'size-ok' } },
      { event: 'labeled', actor: { login: 'octocat' }, label: { name: 'size-ok' } },
    ]);
  });
});

describe('commits', () => {
  test('come with their parents, from the repository, page by page', async () => {
    const { data } = await octokit().rest.repos.getCommit({ ...repo, ref: commits.merge });
    expect(data.parents.map((parent) => parent.sha)).toStrictEqual([commits.main, commits.feature]);
    expect((await octokit().rest.repos.getCommit({ ...repo, ref: commits.first })).data).toMatchObject({
      commit: { message: 'one\n\nwith a body', author: { name: 'Ada' } },
      parents: [],
    });
    const page = await ask(`/commits?sha=main&per_page=2`);
    expect(await page.json()).toMatchObject([{ sha: commits.main }, { sha: commits.second }]);
    expect(page.headers.get('link')).toContain('rel="next"');
    const git = await octokit().rest.git.getCommit({ ...repo, commit_sha: commits.main });
    expect(git.data.parents.map((parent) => parent.sha)).toStrictEqual([commits.second]);
  });

  test('that are not there are refused as GitHub refuses them', async () => {
    const sha = 'f'.repeat(40);
    expect((await ask(`/commits/${sha}`)).status).toBe(422);
    expect((await ask(`/commits?sha=${sha}`)).status).toBe(404);
    expect((await ask(`/git/commits/${sha}`)).status).toBe(404);
    expect((await ask(`/compare/main...${sha}`)).status).toBe(404);
    expect((await ask(`/commits/--output=x`)).status).toBe(422);
  });

  test('are compared', async () => {
    const compare = async (basehead: string): Promise<unknown> =>
      (await octokit().rest.repos.compareCommitsWithBasehead({ ...repo, basehead })).data;
    expect(await compare(`main...mallory:feature`)).toMatchObject({
      merge_base_commit: { sha: commits.second },
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      commits: [{ sha: commits.feature }],
    });
    expect(await compare(`main...${commits.first}`)).toMatchObject({ status: 'behind', behind_by: 2 });
    expect(await compare('main...main')).toMatchObject({ status: 'identical' });
    await expect(compare('main...other')).rejects.toMatchObject({ status: 404 });
  });
});

describe('refusals and faults', () => {
  test('an unknown token, no token, and an app that asks who it is', async () => {
    await expect(octokit('wrong').rest.repos.get(repo)).rejects.toMatchObject({ status: 401 });
    const anonymous = await fetch(`${github.url}/repos/acme/api/issues/1/comments`, { method: 'POST', body: '{}' });
    expect(anonymous.status).toBe(401);
    await expect(octokit().rest.users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
    expect((await octokit('token-of-mallory').rest.users.getAuthenticated()).data.login).toBe('mallory');
  });

  test('come when they are asked for, with status, headers and body', async () => {
    fault = (request) => (request.method === 'POST' ? githubFaults.secondaryRateLimit(7) : null);
    const number = await open();
    await expect(
      octokit().rest.issues.createComment({ ...repo, issue_number: number, body: 'x' }),
    ).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '7' } } });
    expect(await github.comments(number)).toStrictEqual([]);
    fault = () => githubFaults.unavailable;
    expect(await (await ask('/pulls')).text()).toContain('Bad Gateway');
    fault = () => githubFaults.denied;
    await expect(octokit().rest.pulls.list(repo)).rejects.toThrow('Resource not accessible by integration');
    fault = () => ({ kind: 'drop' });
    await expect(ask('/pulls')).rejects.toThrow('fetch failed');
    fault = () => ({ kind: 'delay', delayMs: 1 });
    expect((await ask('/pulls')).status).toBe(200);
  });

  test('an answer that got lost leaves what was done', async () => {
    const number = await open();
    fault = () => ({ kind: 'lose' });
    const asked = octokit().rest.issues.createComment({ ...repo, issue_number: number, body: 'posted' });
    // Octokit has no status of the server's to give.
    await expect(asked).rejects.toMatchObject({ name: 'HttpError', status: 500 });
    expect(await github.comments(number)).toMatchObject([{ body: 'posted' }]);
  });

  test('every request is recorded, no token is', async () => {
    const number = await open();
    await octokit().rest.issues.createComment({ ...repo, issue_number: number, body: 'x' });
    await octokit().rest.issues.listComments({ ...repo, issue_number: number, per_page: 100 });
    await ask('/nothing');
    const comments = `/repos/acme/api/issues/${number}/comments`;
    expect(github.requests()).toMatchObject([
      { method: 'POST', path: comments, body: { body: 'x' }, login: 'github-actions[bot]', status: 201 },
      { method: 'GET', path: comments, query: { per_page: '100' }, status: 200 },
      { method: 'GET', path: '/repos/acme/api/nothing', status: 404 },
    ]);
    expect(JSON.stringify(github.requests())).not.toContain(github.token);
  });
});

test('workflow runs are listed by commit', async () => {
  github.setRuns([
    { id: 1, head_sha: commits.main, status: 'in_progress', conclusion: null },
    { id: 2, head_sha: commits.first, status: 'completed', conclusion: 'cancelled' },
  ]);
  const { data } = await octokit().rest.actions.listWorkflowRunsForRepo({ ...repo, head_sha: commits.first });
  expect(data).toMatchObject({ total_count: 1, workflow_runs: [{ id: 2, conclusion: 'cancelled' }] });
});

test('two run side by side and know nothing of each other', async () => {
  const second = await startGitHub({ slug: 'acme/api' });
  try {
    const number = await second.openPullRequest({ headSha: commits.main, baseSha: commits.first });
    expect(number).toBe(1);
    expect(await second.comments(number)).toStrictEqual([]);
  } finally {
    await second.stop();
  }
});
