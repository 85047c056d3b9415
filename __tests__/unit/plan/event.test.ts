import { describe, expect, test } from '@jest/globals';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { isFromFork, parseEvent } from '../../../src/plan/event.ts';
import type { Trigger } from '../../../src/plan/event.ts';

const SHA = 'a'.repeat(40);
const BEFORE = 'b'.repeat(40);
const ZERO = '0'.repeat(40);

function trigger(name: string, ref: string, payload: unknown = {}): Trigger {
  const environment = { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'Acme/api', GITHUB_REF: ref };
  return parseEvent(environment, parseEventPayload(payload)).trigger;
}

const pull = {
  action: 'synchronize',
  number: 12,
  pull_request: {
    number: 12,
    state: 'open',
    head: { sha: SHA, ref: 'fix', repo: { full_name: 'Acme/api' } },
    base: { ref: 'main' },
  },
};

describe('parseEvent', () => {
  test('reads what all events have', () => {
    const event = parseEvent(
      {
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY: 'Acme/api',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_SHA: SHA,
        GITHUB_ACTOR: 'mona',
        GITHUB_SERVER_URL: 'https://github.example.com/',
      },
      parseEventPayload({ repository: { full_name: 'Acme/api', fork: true, default_branch: 'trunk' } }),
    );
    expect(event).toMatchObject({
      name: 'push',
      repository: 'Acme/api',
      serverUrl: 'https://github.example.com',
      sha: SHA,
      actor: 'mona',
      isFork: true,
      defaultBranch: 'trunk',
    });
  });

  test('reads a pull request', () => {
    expect(trigger('pull_request', 'refs/pull/12/merge', pull)).toEqual({
      kind: 'pull-request',
      number: 12,
      headSha: SHA,
      headRepository: 'Acme/api',
      baseRef: 'main',
      isClosed: false,
    });
    expect(trigger('pull_request', 'refs/heads/main', { ...pull, action: 'closed' })).toMatchObject({ isClosed: true });
  });

  test.each([
    ['the same repository', 'Acme/api', false],
    ['the same repository in other case', 'acme/API', false],
    ['a fork', 'mona/api', true],
    ['a fork that was deleted', null, true],
  ])('tells a fork by its head: %s', (_, fullName, expected) => {
    const head = { sha: SHA, ref: 'fix', repo: fullName === null ? null : { full_name: fullName } };
    const parsed = trigger('pull_request', '', { ...pull, pull_request: { ...pull.pull_request, head } });
    expect(parsed.kind === 'pull-request' && isFromFork(parsed, 'Acme/api')).toBe(expected);
  });

  test.each<[string, string, unknown, Partial<Trigger>]>([
    ['push', 'refs/heads/main', { before: BEFORE }, { kind: 'branch', branch: 'main', by: 'push', before: BEFORE }],
    ['push', 'refs/heads/new', { before: ZERO, created: true }, { kind: 'branch', before: null }],
    ['push', 'refs/heads/main', { before: BEFORE, forced: true }, { kind: 'branch', isForced: true }],
    ['push', 'refs/heads/main', { before: 'rubbish' }, { kind: 'branch', before: null }],
    ['push', 'refs/heads/main', { deleted: true }, { kind: 'other' }],
    ['push', 'refs/tags/v1.2.3', { deleted: true }, { kind: 'other' }],
    ['push', 'refs/tags/api/v1.2.3', { head_commit: { id: SHA } }, { kind: 'tag', tag: 'api/v1.2.3', commit: SHA }],
    ['push', 'refs/notes/commits', {}, { kind: 'other' }],
    [
      'push',
      `refs/heads/gh-readonly-queue/release/1.x/pr-7-${SHA}`,
      {},
      { kind: 'merge-queue', targetBranch: 'release/1.x', baseSha: null },
    ],
    [
      'merge_group',
      `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`,
      { merge_group: { base_sha: BEFORE, base_ref: 'refs/heads/main' } },
      { kind: 'merge-queue', targetBranch: 'main', baseSha: BEFORE },
    ],
    ['merge_group', `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`, {}, { kind: 'merge-queue', targetBranch: 'main' }],
    ['schedule', 'refs/heads/main', {}, { kind: 'branch', by: 'schedule', before: null }],
    ['workflow_dispatch', 'refs/heads/dev', {}, { kind: 'branch', by: 'dispatch', branch: 'dev' }],
    ['workflow_dispatch', 'refs/tags/v1.0.0', {}, { kind: 'tag', by: 'dispatch', tag: 'v1.0.0' }],
    [
      'release',
      'refs/tags/v1.0.0',
      { action: 'published', release: { tag_name: 'v1.0.0', prerelease: false } },
      { kind: 'tag', by: 'release', tag: 'v1.0.0', isPrerelease: false },
    ],
    [
      'release',
      '',
      { action: 'prereleased', release: { tag_name: 'v2.0.0', prerelease: true } },
      { kind: 'tag', tag: 'v2.0.0', isPrerelease: true },
    ],
    ['release', 'refs/tags/v1.0.0', {}, { kind: 'tag', tag: 'v1.0.0' }],
    ['release', '', { action: 'deleted', release: { tag_name: 'v1.0.0' } }, { kind: 'other' }],
    ['release', '', { action: 'unpublished', release: { tag_name: 'v1.0.0' } }, { kind: 'other' }],
    ['release', '', {}, { kind: 'other' }],
    [
      'workflow_run',
      'refs/heads/main',
      { workflow_run: { event: 'pull_request', head_repository: { full_name: 'Acme/api' } } },
      { kind: 'other', isUntrusted: true },
    ],
    [
      'workflow_run',
      'refs/heads/main',
      { workflow_run: { event: 'push', head_repository: { full_name: 'mona/api' } } },
      { kind: 'other', isUntrusted: true },
    ],
    [
      'workflow_run',
      'refs/heads/main',
      { workflow_run: { event: 'push', head_repository: { full_name: 'Acme/api' } } },
      { kind: 'other', isUntrusted: false },
    ],
    ['pull_request_review', 'refs/pull/12/merge', pull, { kind: 'other', isUntrusted: true }],
    [
      'repository_dispatch',
      'refs/heads/main',
      {},
      { kind: 'other', why: 'nothing is pushed or compared on repository_dispatch', isUntrusted: false },
    ],
    ['an_event_of_tomorrow', 'refs/heads/main', {}, { kind: 'other', isUntrusted: false }],
  ])('%s of %j with %j', (name, ref, payload, expected) => {
    expect(trigger(name, ref, payload)).toMatchObject(expected);
  });

  test('refuses pull_request_target, with the reason and the two workflows to use', () => {
    expect(() => trigger('pull_request_target', 'refs/heads/main', pull)).toThrow(
      expect.objectContaining({
        code: 'EVENT_REFUSED',
        message: expect.stringContaining('a token that writes'),
        hint: expect.stringMatching(/two workflows.*"pull_request".*"comment: collect".*"workflow_run".*comment\//),
      }),
    );
  });

  test.each([
    [{}],
    [{ number: 1, pull_request: { head: { sha: 'x' }, base: { ref: 'main' } } }],
    [[]],
    ['text'],
    [null],
  ])('says when the payload %j holds no pull request', (payload) => {
    expect(() => trigger('pull_request', 'refs/pull/12/merge', payload)).toThrow(/holds no pull request/);
  });

  test.each(['', 'api', 'a/b/c', 'acme/api\n'])('refuses the repository %j', (repository) => {
    expect(() =>
      parseEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: repository }, parseEventPayload({})),
    ).toThrow(/GITHUB_REPOSITORY/);
  });
});
