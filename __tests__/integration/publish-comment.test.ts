import { afterEach, describe, expect, test } from '@jest/globals';
import { startGitHub, type GitHub } from '../../lab/github/github-api.ts';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import type { Clock } from '../../src/github/clock.ts';
import { createOctokitApi } from '../../src/github/octokit-api.ts';
import { publishComment, type PublishedComment } from '../../src/publish/publish-comment.ts';
import type { CommentSection } from '../../src/report/comment/comment-section.ts';
import { parseCommentBody } from '../../src/report/comment/parse-comment-body.ts';

const HEAD = 'a'.repeat(40);
const BOT = 'github-actions[bot]';

/** Requests on the loopback take milliseconds: a twentieth of the time between them is as long as on GitHub. */
const clock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (durationMs) => {
    await new Promise((resolve) => setTimeout(resolve, durationMs / 20));
  },
  random: () => Math.random(),
};

const servers: GitHub[] = [];

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(async (server) => {
      await server.stop();
    }),
  );
});

async function openPullRequest(fault?: GitHubFaultHook): Promise<{ github: GitHub; pullRequest: number }> {
  const github = await startGitHub({
    slug: 'acme/api',
    people: ['mallory'],
    ...(fault === undefined ? {} : { fault }),
  });
  servers.push(github);
  const pullRequest = await github.openPullRequest({ headSha: HEAD, baseSha: 'b'.repeat(40) });
  return { github, pullRequest };
}

function makeSection(name: string, runId: number, text = `text of ${name}`): CommentSection {
  return {
    data: {
      name,
      verdict: 'pass',
      significance: 'news',
      grewBytes: 1,
      origin: 'own',
      headSha: HEAD,
      runId,
      runAttempt: 1,
      leftOut: 0,
    },
    parts: [{ importance: 0, text }],
  };
}

async function publish(github: GitHub, pullRequest: number, section: CommentSection): Promise<PublishedComment> {
  const api = await createOctokitApi({ token: github.token, baseUrl: github.url, repository: 'acme/api', clock });
  return await publishComment(
    api,
    { pullRequest, isFork: false, mode: 'auto', sections: [section], summaryUrl: null },
    clock,
  );
}

describe('over the API of GitHub', () => {
  test('one comment is made, and kept up to date among many', async () => {
    const { github, pullRequest } = await openPullRequest();
    for (let index = 0; index < 120; index += 1) await github.addComment(pullRequest, `+${index}`, 'mallory');
    const first = await publish(github, pullRequest, makeSection('api', 1, 'FIRST'));
    expect(first).toMatchObject({ kind: 'created', url: expect.stringContaining('/acme/api/pull/') });
    const forged = (await github.comments(pullRequest)).at(-1)?.body ?? '';
    await github.addComment(pullRequest, forged, 'mallory');
    const second = await publish(github, pullRequest, makeSection('api', 2, 'SECOND'));
    expect(second).toEqual({ ...first, kind: 'updated' });
    const comments = await github.comments(pullRequest);
    expect(comments).toHaveLength(122);
    expect(comments.filter(({ author }) => author === BOT).map(({ body }) => body)).toEqual([
      expect.stringContaining('SECOND'),
    ]);
    expect(comments.at(-1)?.body).toBe(forged);
  });

  test('six jobs that write at once lose nothing', async () => {
    const { github, pullRequest } = await openPullRequest();
    const names = ['api', 'docs', 'jobs', 'mail', 'web', 'worker'];
    await Promise.all(names.map(async (name) => await publish(github, pullRequest, makeSection(name, 1))));
    const bodies = (await github.comments(pullRequest)).map(({ body }) => body);
    expect(bodies.map((body) => parseCommentBody(body)?.map(({ data }) => data.name))).toEqual([names]);
  });

  test('an answer that was lost makes no second comment', async () => {
    let losses = 0;
    const { github, pullRequest } = await openPullRequest(({ method }) => {
      if (method !== 'POST' || losses > 0) return null;
      losses += 1;
      return { kind: 'lose' };
    });
    expect((await publish(github, pullRequest, makeSection('api', 1))).kind).toBe('unchanged');
    expect(await github.comments(pullRequest)).toHaveLength(1);
  });

  test('limits are waited for', async () => {
    let refusals = 0;
    const { github, pullRequest } = await openPullRequest(({ method }) => {
      refusals += 1;
      if (refusals > 2) return null;
      return method === 'GET' ? githubFaults.secondaryRateLimit(1) : githubFaults.unavailable;
    });
    expect((await publish(github, pullRequest, makeSection('api', 1))).kind).toBe('created');
  });

  test('a refusal is a note with the lines to add', async () => {
    const { github, pullRequest } = await openPullRequest(({ method }) =>
      method === 'POST' ? githubFaults.denied : null,
    );
    const result = await publish(github, pullRequest, makeSection('api', 1));
    expect(result).toMatchObject({
      kind: 'denied',
      note: { hint: expect.stringContaining('permissions:\n  pull-requests: write') },
    });
    expect(await github.comments(pullRequest)).toEqual([]);
  });
});
