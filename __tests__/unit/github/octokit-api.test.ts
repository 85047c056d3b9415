import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { inspect } from 'node:util';
import type { GitHubApi } from '../../../src/github/api.ts';
import type { Clock } from '../../../src/github/clock.ts';
import { LIMITS } from '../../../src/github/limits.ts';
import { createOctokitApi } from '../../../src/github/octokit-api.ts';
import { PlimsollError } from '../../../src/errors.ts';
import {
  startLoopbackGitHub,
  type LoopbackAnswer,
  type LoopbackGitHub,
  type LoopbackRequest,
} from './loopback-github.ts';

const TOKEN = 'ghs_secretsecretsecret';
const servers: LoopbackGitHub[] = [];

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(
    servers.splice(0).map(async (server) => {
      await server.stop();
    }),
  );
});

interface Played {
  api: GitHubApi;
  requests: LoopbackRequest[];
  /** What was waited, in milliseconds. */
  waits: number[];
}

async function play(answer: (request: LoopbackRequest, index: number) => LoopbackAnswer | null): Promise<Played> {
  const server = await startLoopbackGitHub(answer);
  servers.push(server);
  const waits: number[] = [];
  let nowMs = 1_700_000_000_000;
  const clock: Clock = {
    nowMs: () => nowMs,
    sleep: (durationMs) => {
      waits.push(durationMs);
      nowMs += durationMs;
      return Promise.resolve();
    },
    random: () => 0,
  };
  const api = await createOctokitApi({ token: TOKEN, baseUrl: server.url, repository: 'acme/api', clock });
  return { api, requests: server.requests, waits };
}

function makeComment(id: number, login: string | null = 'github-actions[bot]'): unknown {
  return { id, body: `text ${id}`, html_url: `https://github.com/acme/api/pull/7#${id}`, user: login && { login } };
}

async function catchError(work: Promise<unknown>): Promise<PlimsollError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PlimsollError) return error;
  throw new Error(`no PlimsollError: ${String(error)}`);
}

describe('changed files', () => {
  const base = 'a'.repeat(40);
  const head = 'b'.repeat(40);
  const compared = (files: object[], sha = base) => ({ body: { merge_base_commit: { sha }, files } });

  test('come under both names where they were renamed', async () => {
    const files = [{ filename: 'a' }, { filename: 'c', previous_filename: 'b', status: 'renamed' }];
    const { api, requests } = await play(() => compared(files));
    expect(await api.listChangedFiles(base, head)).toEqual(['a', 'c', 'b']);
    expect(requests.map(({ path }) => path)).toEqual([`/repos/acme/api/compare/${base}...${head}?per_page=1`]);
  });

  test('are not known where there are more than are listed, or the base is no ancestor', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ filename: `${index}` }));
    const { api } = await play(
      (_, index) => [compared(many), compared([], head), { status: 404, body: {} }][index] ?? null,
    );
    expect(await api.listChangedFiles(base, head)).toBeNull();
    expect(await api.listChangedFiles(base, head)).toBeNull();
    expect(await api.listChangedFiles(base, head)).toBeNull();
  });
});

describe('lists', () => {
  test('are walked to the end, a hundred a page', async () => {
    const { api, requests } = await play(({ path }) => {
      const page = Number(new URL(path, 'http://x').searchParams.get('page'));
      const next = page < 3 ? { link: `<http://x?page=${page + 1}>; rel="next", <http://x?page=3>; rel="last"` } : {};
      const body = Array.from({ length: page < 3 ? 100 : 7 }, (_, index) => makeComment(page * 1000 + index));
      return { headers: { link: '<http://x?page=1>; rel="first"', ...next }, body };
    });
    const comments = await api.listComments(7);
    expect(comments).toHaveLength(207);
    expect(comments.at(-1)).toEqual({
      id: 3006,
      author: 'github-actions[bot]',
      body: 'text 3006',
      url: 'https://github.com/acme/api/pull/7#3006',
    });
    expect(requests.map(({ path }) => path)).toEqual(
      [1, 2, 3].map((page) => `/repos/acme/api/issues/7/comments?per_page=100&page=${page}`),
    );
  });

  test('without an end are an error', async () => {
    const { api, requests } = await play(() => ({ headers: { link: '<http://x>; rel="next"' }, body: [] }));
    const error = await catchError(api.listComments(7));
    expect(error.code).toBe('GITHUB_FAILED');
    expect(error.message).toContain('over 100 pages');
    expect(requests).toHaveLength(LIMITS.pages);
  });

  test('have comments of accounts that are gone', async () => {
    const { api } = await play(() => ({ body: [makeComment(1, null)] }));
    expect(await api.listComments(7)).toMatchObject([{ author: 'ghost' }]);
  });
});

describe('a refusal', () => {
  test('names the lines that give the permission', async () => {
    const { api, requests } = await play(() => ({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    }));
    const error = await catchError(api.createComment(7, 'text'));
    expect(error.code).toBe('GITHUB_DENIED');
    expect(error.message).toBe(
      'GitHub: could not comment on pull request 7: 403 Resource not accessible by integration',
    );
    expect(error.hint).toContain('permissions:\n  pull-requests: write');
    expect(requests).toHaveLength(1);
  });

  test('of commits names the permission for those', async () => {
    const { api } = await play(() => ({ status: 403, body: { message: 'Resource not accessible by integration' } }));
    for (const asked of [api.listFirstParents('a'.repeat(40), 3), api.findMergeBase('main', 'a'.repeat(40))]) {
      expect((await catchError(asked)).hint).toBe(
        'Give the job the permission, beside those that it has:\npermissions:\n  contents: read',
      );
    }
  });

  test('of a locked conversation speaks of no permission', async () => {
    const { api } = await play(() => ({
      status: 403,
      body: { message: 'Unable to create comment because issue is locked.' },
    }));
    const error = await catchError(api.createComment(7, 'text'));
    expect(error.hint).toBe('The conversation is locked: the report is in the summary of the job.');
  });

  test.each([404, 410, 422])('with %i names the status', async (status) => {
    const { api, requests } = await play(() => ({ status, body: { message: 'No' } }));
    const error = await catchError(api.createComment(7, 'text'));
    expect([error.code, error.message]).toEqual([
      'GITHUB_FAILED',
      `GitHub: could not comment on pull request 7: ${status} No`,
    ]);
    expect(requests).toHaveLength(1);
  });

  test('never shows the token, not even one that was sent back', async () => {
    const { api } = await play(({ authorization }) => ({
      status: 400,
      body: { message: `bad ${authorization ?? ''}` },
    }));
    const error = await catchError(api.createComment(7, 'text'));
    expect(error.message).toBe('GitHub: could not comment on pull request 7: 400 bad token ***');
    const { api: silent } = await play(() => null);
    jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('too slow')));
    expect(inspect(await catchError(silent.createComment(7, 'text')), { depth: 9 })).not.toContain(TOKEN);
  });
});

describe('what passes is tried again', () => {
  test('a server in trouble', async () => {
    const { api, requests, waits } = await play((_, index) =>
      index < 2 ? { status: 502, body: 'bad gateway' } : { body: makeComment(5) },
    );
    expect(await api.updateComment(5, 'text')).toMatchObject({ id: 5 });
    expect(requests.map(({ method, body }) => [method, body])).toEqual(
      Array.from({ length: 3 }, () => ['PATCH', '{"body":"text"}']),
    );
    expect(waits).toEqual([500, 1000]);
  });

  test('but not without end', async () => {
    const { api, requests } = await play(() => ({ status: 503, body: {} }));
    expect((await catchError(api.getPullRequest(7))).message).toContain('503');
    expect(requests).toHaveLength(LIMITS.attempts);
  });

  test('but for a comment that may have been made', async () => {
    const { api, requests } = await play(() => ({ status: 502, body: {} }));
    expect((await catchError(api.createComment(7, 'text'))).code).toBe('GITHUB_FAILED');
    expect(requests).toHaveLength(1);
  });

  test('a body that was cut', async () => {
    const { api, requests } = await play((_, index) => ({ body: makeComment(5), isCut: index === 0 }));
    expect(await api.getComment(5)).toMatchObject({ id: 5 });
    expect(requests).toHaveLength(2);
  });

  test('a server that does not answer in time', async () => {
    const { api, requests } = await play((_, index) => (index === 0 ? null : { body: makeComment(5) }));
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      }, 100);
      return controller.signal;
    });
    expect(await api.getComment(5)).toMatchObject({ id: 5 });
    expect(requests).toHaveLength(2);
    expect(timeout).toHaveBeenCalledWith(LIMITS.exchangeMs);
  });

  const limits: readonly [string, LoopbackAnswer, number][] = [
    ['a secondary limit', { status: 403, headers: { 'retry-after': '7' } }, 7000],
    [
      'a secondary limit without a time',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      60_000,
    ],
    ['too many requests', { status: 429, headers: { 'retry-after': '0' } }, 0],
    [
      'a used-up limit',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000030' } },
      31_000,
    ],
  ];
  test.each(limits)('%s, after the time that it names', async (_, limit, waitMs) => {
    const { api, waits } = await play((__, index) => (index === 0 ? limit : { body: makeComment(5) }));
    expect(await api.createComment(7, 'text')).toMatchObject({ id: 5 });
    expect(waits).toEqual([waitMs]);
  });

  test('but no limit of an hour', async () => {
    const { api, waits } = await play(() => ({
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700003600' },
      body: { message: 'API rate limit exceeded' },
    }));
    const error = await catchError(api.getPullRequest(7));
    expect([error.code, error.hint]).toEqual([
      'GITHUB_FAILED',
      'The token has used up its requests: run the job again later.',
    ]);
    expect(waits).toEqual([]);
  });

  test('within one limit for the whole run', async () => {
    const { api, waits } = await play(() => ({ status: 429, headers: { 'retry-after': '80' } }));
    await catchError(api.getPullRequest(7));
    await catchError(api.getPullRequest(7));
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(LIMITS.totalMs);
  });
});

test('the token goes to no other host', async () => {
  const { api: other, requests } = await play(() => ({ body: makeComment(5) }));
  const { api } = await play(() => ({ status: 302, headers: { location: `${servers[0]?.url ?? ''}/elsewhere` } }));
  // Over plain http nothing does: with https, bounded-fetch.test.ts.
  expect((await catchError(api.getComment(5))).code).toBe('GITHUB_FAILED');
  expect(requests).toEqual([]);
  await other.getComment(5);
  expect(requests).toMatchObject([{ authorization: `token ${TOKEN}` }]);
});

test('what is not in the form of the documentation is an error', async () => {
  const { api } = await play(() => ({ body: '{"id": "five"' }));
  expect((await catchError(api.getComment(5))).code).toBe('GITHUB_FAILED');
});

test('a comment that is gone is no error', async () => {
  const { api } = await play(({ path }) => ({
    status: path.endsWith('/5') ? 404 : 410,
    body: { message: 'Not Found' },
  }));
  expect(await api.getComment(5)).toBeNull();
  expect(await api.updateComment(6, 'text')).toBeNull();
  await api.deleteComment(5);
  const { api: full, requests } = await play(() => ({ status: 204 }));
  await full.deleteComment(5);
  expect(requests).toMatchObject([{ method: 'DELETE', path: '/repos/acme/api/issues/comments/5' }]);
});

describe('first parents', () => {
  test('are followed where branches were merged', async () => {
    const commits = [
      { sha: 'd', parents: [{ sha: 'c' }, { sha: 'y' }] },
      { sha: 'y', parents: [{ sha: 'x' }] },
      { sha: 'c', parents: [{ sha: 'b' }] },
      { sha: 'x', parents: [{ sha: 'a' }] },
    ];
    const { api, requests } = await play(({ path }) => ({
      body: path.includes('sha=b')
        ? [
            { sha: 'b', parents: [{ sha: 'a' }] },
            { sha: 'a', parents: [] },
          ]
        : commits,
    }));
    expect(await api.listFirstParents('d', 3)).toEqual(['d', 'c', 'b']);
    expect(await api.listFirstParents('d', 20)).toEqual(['d', 'c', 'b', 'a']);
    expect(requests[0]?.path).toBe('/repos/acme/api/commits?sha=d&per_page=100');
  });

  test('end where the list does not have the commit', async () => {
    const { api, requests } = await play(() => ({ body: [{ sha: 'other', parents: [] }] }));
    expect(await api.listFirstParents('d', 20)).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});

test('a merge base is asked of the comparison', async () => {
  const { api, requests } = await play((_, index) =>
    index === 0
      ? { body: { merge_base_commit: { sha: 'abc' } } }
      : { status: 404, body: { message: 'No common ancestor' } },
  );
  expect(await api.findMergeBase('release/1.x', 'def')).toBe('abc');
  expect(await api.findMergeBase('main', 'def')).toBeNull();
  expect(requests[0]?.path).toBe('/repos/acme/api/compare/release%2F1.x...def?per_page=1');
});

test('a pull request has its live head and labels', async () => {
  const { api } = await play(() => ({
    body: { head: { sha: 'abc', ref: 'x' }, state: 'open', labels: [{ id: 1, name: 'size-ok' }] },
  }));
  expect(await api.getPullRequest(7)).toEqual({ headSha: 'abc', state: 'open', labels: ['size-ok'] });
});

test('open pull requests are asked for by owner and branch, whatever is in its name', async () => {
  const head = { sha: 'a'.repeat(40), repo: { full_name: 'mallory/api' } };
  const body = [
    { number: 7, head },
    { number: 8, head: { ...head, repo: null } },
  ];
  const { api, requests } = await play(() => ({ body }));
  expect(await api.listPullRequests('mallory', 'fix/a&state=all#1')).toEqual([
    { number: 7, headSha: head.sha, headRepository: 'mallory/api' },
    { number: 8, headSha: head.sha, headRepository: null },
  ]);
  const { searchParams } = new URL(requests[0]?.path ?? '', 'http://x');
  expect(Object.fromEntries(searchParams)).toMatchObject({ state: 'open', head: 'mallory:fix/a&state=all#1' });
});

test('a pull request is asked for once, and again where that failed', async () => {
  const body = { head: { sha: 'abc' }, state: 'closed', labels: [] };
  const { api, requests } = await play((_, index) => (index === 0 ? { status: 404, body: {} } : { body }));
  expect((await catchError(api.getPullRequest(7))).code).toBe('GITHUB_FAILED');
  const asked = await Promise.all([api.getPullRequest(7), api.getPullRequest(7)]);
  expect([...asked, await api.getPullRequest(7)]).toEqual(
    Array(3).fill({ headSha: 'abc', state: 'closed', labels: [] }),
  );
  expect(requests).toHaveLength(2);
  await api.getPullRequest(8);
  expect(requests).toHaveLength(3);
});

describe('who put a label there', () => {
  const event = (kind: string, login: string, name: string): unknown => ({
    event: kind,
    actor: { login },
    label: { name },
  });

  test('is the last one who did', async () => {
    const { api } = await play(() => ({
      body: [
        event('labeled', 'ann', 'size-ok'),
        event('unlabeled', 'ann', 'size-ok'),
        event('labeled', 'bob', 'Size-OK'),
        event('labeled', 'eve', 'other'),
        { event: 'renamed', actor: null },
      ],
    }));
    expect(await api.findLabeler(7, 'size-ok')).toBe('bob');
  });

  test('is nobody where it was taken off, or nobody tells', async () => {
    const { api } = await play(() => ({
      body: [event('labeled', 'ann', 'size-ok'), event('unlabeled', 'bob', 'size-ok')],
    }));
    expect(await api.findLabeler(7, 'size-ok')).toBeNull();
    const { api: denied } = await play(() => ({ status: 403, body: { message: 'No' } }));
    expect(await denied.findLabeler(7, 'size-ok')).toBeNull();
  });
});

describe('whose token it is', () => {
  test('a user says', async () => {
    const { api } = await play(() => ({ body: { login: 'ann' } }));
    expect(await api.getLogin()).toBe('ann');
  });

  test.each([
    ['my-app[bot]', 'my-app[bot]'],
    ['github-actions', 'github-actions[bot]'],
  ])('GraphQL says of an app: %s', async (login, expected) => {
    const { api, requests } = await play(({ path }) =>
      path === '/graphql'
        ? { body: { data: { viewer: { login } } } }
        : { status: 403, body: { message: 'Resource not accessible by integration' } },
    );
    expect(await api.getLogin()).toBe(expected);
    expect(requests.map(({ path }) => path)).toEqual(['/user', '/graphql']);
  });

  test('nobody says', async () => {
    const { api } = await play(() => ({ status: 403, body: { message: 'Resource not accessible by integration' } }));
    expect(await api.getLogin()).toBeNull();
  });
});
