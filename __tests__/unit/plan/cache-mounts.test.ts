import { describe, expect, test } from '@jest/globals';
import { planCacheMounts } from '../../../src/plan/cache-mounts.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { isImageTag, whatTagIsKeptFor } from '../../../src/plan/tag-name.ts';
import type { WorkflowEvent } from '../../../src/plan/event.ts';

const IMAGE = { name: 'api', repository: 'ghcr.io/acme/api', architecture: 'amd64' };
const BUILD = { isBuilt: true, driver: 'docker-container', isPushed: true } as const;
const ON = { cacheMounts: true, cache: 'auto' } as const;
const repository = { full_name: 'acme/api', default_branch: 'main' };
const at = (branch: string): string => `ghcr.io/acme/api:cachemounts-api-${branch}-amd64`;

function event(name: string, ref: string, payload: object = {}): WorkflowEvent {
  return parseEvent(
    { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'acme/api', GITHUB_REF: ref },
    parseEventPayload({ repository, ...payload }),
  );
}

const push = (branch: string): WorkflowEvent => event('push', `refs/heads/${branch}`);
const pullRequest = event('pull_request', '', {
  number: 7,
  pull_request: { head: { sha: 'a'.repeat(40), ref: 'main' }, base: { ref: 'main' } },
});

describe('planCacheMounts', () => {
  test.each<[string, WorkflowEvent, { from: string[]; to: string | null }]>([
    ['the default branch', push('main'), { from: [at('main')], to: at('main') }],
    ['another branch', push('feat/x'), { from: [at('feat-x'), at('main')], to: at('feat-x') }],
    // Its head branch may be called as it likes.
    ['a pull request', pullRequest, { from: [at('main')], to: null }],
    ['a tag', event('push', 'refs/tags/v1.0.0'), { from: [at('main')], to: null }],
    [
      'the merge queue',
      event('push', 'refs/heads/gh-readonly-queue/main/pr-1-0000000000000000000000000000000000000000'),
      { from: [at('main')], to: null },
    ],
  ])('of %s', (_, of, expected) => {
    expect(planCacheMounts(ON, IMAGE, of, BUILD)).toEqual({ planned: { kind: 'carried', ...expected }, notes: [] });
  });

  test.each([
    ['where nothing is pushed', ON, { ...BUILD, isPushed: false }],
    ['under cache: read', { ...ON, cache: 'read' } as const, BUILD],
  ])('a branch only reads %s', (_, inputs, build) => {
    expect(planCacheMounts(inputs, IMAGE, push('main'), build).planned).toEqual({
      ...{ kind: 'carried', from: [at('main')], to: null },
    });
  });

  test('off by default, where nothing is built, and, with a note, where there is no container', () => {
    const off = { planned: { kind: 'off' }, notes: [] };
    expect(planCacheMounts({ ...ON, cacheMounts: false }, IMAGE, push('main'), BUILD)).toEqual(off);
    expect(planCacheMounts(ON, IMAGE, push('main'), { ...BUILD, isBuilt: false })).toEqual(off);
    expect(planCacheMounts(ON, IMAGE, push('main'), { ...BUILD, driver: 'remote' })).toMatchObject({
      planned: { kind: 'off' },
      notes: [{ code: 'cache-mounts-not-carried' }],
    });
  });

  test('two names that are too long stay apart', () => {
    const [one, other] = ['a', 'b'].map(
      (end) => planCacheMounts(ON, IMAGE, push(`${'long-'.repeat(40)}${end}`), BUILD).planned,
    );
    expect(one).not.toEqual(other);
    expect(JSON.stringify(one)).toMatch(/:[^"]{128}"/);
  });

  test('their tags are no image’s, and no branch’s own', () => {
    expect(whatTagIsKeptFor('cachemounts-api-main-amd64')).toBe('cache mounts');
    expect(isImageTag('cachemounts-api-main-amd64')).toBe(false);
  });
});
