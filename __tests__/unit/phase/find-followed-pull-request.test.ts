import { expect, test } from '@jest/globals';
import { findFollowedPullRequest } from '../../../src/phase/find-followed-pull-request.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseFollowedRun } from '../../../src/plan/followed-run.ts';

const SHA = 'a'.repeat(40);
const RUN = { id: 4711, attempt: 2, number: 9, headSha: SHA, headBranch: 'fix', headRepository: 'mallory/api' };
const PAYLOAD = {
  workflow_run: {
    ...{ id: 4711, run_attempt: 2, run_number: 9, event: 'pull_request', head_sha: SHA, head_branch: 'fix' },
    head_repository: { full_name: 'mallory/api' },
  },
};

test.each([
  ['the one that is at its commit', [{}, { number: 8, headSha: 'b'.repeat(40) }], 7],
  ['however its repository is written', [{ headRepository: 'Mallory/API' }], 7],
  ['none of another repository of the same owner', [{ headRepository: 'mallory/other' }], /no open pull request/],
  ['none whose repository is gone', [{ headRepository: null }], /no open pull request/],
  ['none that has moved on', [{ headSha: 'b'.repeat(40) }], /another commit by now/],
  ['none of two', [{}, { number: 8 }], /Several .*#7, #8/],
  ['none', [], /no open pull request/],
])('a run is of %s', async (_, open, expected) => {
  const asked: string[] = [];
  const found = await findFollowedPullRequest(RUN, {
    listPullRequests: (owner, branch) => {
      asked.push(`${owner}:${branch}`);
      return Promise.resolve(open.map((one) => ({ number: 7, headSha: SHA, headRepository: 'mallory/api', ...one })));
    },
  });
  expect(asked).toEqual(['mallory:fix']);
  expect(found).toMatchObject(
    typeof expected === 'number'
      ? { kind: 'found', number: expected }
      : { kind: 'none', note: { message: expect.stringMatching(expected) } },
  );
});

test('a run is read out of the event', () => {
  expect(parseFollowedRun(parseEventPayload(PAYLOAD))).toEqual(RUN);
});

test.each([
  ['no other event', { event: 'push' }],
  ['nothing that runs with secrets', { event: 'pull_request_target' }],
  ['no run without its commit', { head_sha: 'HEAD' }],
  ['no run without its repository', { head_repository: null }],
])('%s is followed', (_, change) => {
  const payload = { workflow_run: { ...PAYLOAD.workflow_run, ...change } };
  expect(parseFollowedRun(parseEventPayload(payload))).toBeNull();
  expect(parseFollowedRun(parseEventPayload({}))).toBeNull();
});
