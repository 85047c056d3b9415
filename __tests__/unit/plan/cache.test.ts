import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planCache } from '../../../src/plan/cache.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import type { WorkflowEvent } from '../../../src/plan/event.ts';
import type { Inputs } from '../../../src/plan/inputs.ts';

const IMAGE = { name: 'api', repository: 'ghcr.io/acme/api' };
const repository = { full_name: 'acme/api', default_branch: 'main' };

function push(ref: string): WorkflowEvent {
  return parseEvent(
    { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'acme/api', GITHUB_REF: ref },
    parseEventPayload({ repository }),
  );
}

function pullRequest(number: number): WorkflowEvent {
  return parseEvent(
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/api' },
    parseEventPayload({ repository, number, pull_request: { head: { sha: 'a'.repeat(40) }, base: { ref: 'main' } } }),
  );
}

function plan(cache: Inputs['cache'], event: WorkflowEvent, may = { enabled: true, mayWrite: true }, name = 'api') {
  return planCache({ cache, cacheFrom: '', cacheTo: '' }, { ...IMAGE, name }, event, may);
}

const at = (tag: string): string => `type=registry,ref=ghcr.io/acme/api:buildcache-${tag}`;
const to = (tag: string): string => `${at(tag)},mode=max,ignore-error=true`;
const nowhere = { enabled: false, mayWrite: false };

describe('planCache', () => {
  test.each<[string, Inputs['cache'], WorkflowEvent, { enabled: boolean; mayWrite: boolean }, string[], string[]]>([
    [
      'the default branch',
      'auto',
      push('refs/heads/main'),
      { enabled: true, mayWrite: true },
      [at('api-main')],
      [to('api-main')],
    ],
    [
      'another branch',
      'auto',
      push('refs/heads/feat/x'),
      { enabled: true, mayWrite: true },
      [at('api-feat-x'), at('api-main')],
      [to('api-feat-x')],
    ],
    [
      'a branch that only reads',
      'read',
      push('refs/heads/main'),
      { enabled: true, mayWrite: true },
      [at('api-main')],
      [],
    ],
    [
      'a branch that is not pushed',
      'auto',
      push('refs/heads/main'),
      { enabled: false, mayWrite: true },
      [at('api-main')],
      [],
    ],
    ['a branch of a fork', 'pr', push('refs/heads/main'), nowhere, [at('api-main')], []],
    ['no cache', 'false', push('refs/heads/main'), { enabled: true, mayWrite: true }, [], []],
    ['a tag', 'auto', push('refs/tags/v1.0.0'), { enabled: true, mayWrite: true }, [at('api-main')], []],
    [
      'the merge queue',
      'auto',
      push(`refs/heads/gh-readonly-queue/dev/pr-1-${'a'.repeat(40)}`),
      { enabled: false, mayWrite: true },
      [at('api-dev')],
      [],
    ],
    ['a pull request', 'auto', pullRequest(7), { enabled: false, mayWrite: true }, [at('api-main')], []],
    [
      'a pull request that writes its own',
      'pr',
      pullRequest(7),
      { enabled: false, mayWrite: true },
      [at('api-pr-7'), at('api-main')],
      [to('api-pr-7')],
    ],
    ['a pull request from a fork', 'pr', pullRequest(7), nowhere, [at('api-pr-7'), at('api-main')], []],
  ])('%s, cache: %s', (_, cache, event, may, from, written) => {
    expect(plan(cache, event, may)).toEqual({ from, to: written, notes: [] });
  });

  test('what the user gives replaces both, byte for byte', () => {
    const given = { cache: 'auto', cacheFrom: '', cacheTo: 'type=gha,mode=max\ntype=registry,ref=x/y:z' } as const;
    expect(planCache(given, IMAGE, push('refs/heads/main'), { enabled: true, mayWrite: true })).toEqual({
      from: [],
      to: ['type=gha,mode=max', 'type=registry,ref=x/y:z'],
      notes: [],
    });
  });

  test('a destination in a registry that may not be written is left out, with a note', () => {
    const given = { cache: 'auto', cacheFrom: 'x/y:z', cacheTo: 'type=gha\nx/y:z\nref=x/y:z,type=registry' } as const;
    expect(planCache(given, IMAGE, pullRequest(7), nowhere)).toEqual({
      from: ['x/y:z'],
      to: ['type=gha'],
      notes: [expect.objectContaining({ code: 'cache-not-written' })],
    });
  });

  test('no branch has the cache of a pull request, whatever the names', () => {
    const branch = fc.oneof(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.nat().map((n) => `pr-${n}`),
      fc.nat().map((n) => `pr/${n}`),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(branch, fc.constantFrom('api', 'pr', 'api-pr'), (name, image) => {
        const [written = ''] = plan('auto', push(`refs/heads/${name}`), { enabled: true, mayWrite: true }, image).to;
        expect(written).toMatch(/^type=registry,ref=ghcr\.io\/acme\/api:[\w.-]{1,128},mode=max,ignore-error=true$/);
        expect(written).not.toMatch(/-pr-\d+,/);
      }),
    );
  });

  test('a long branch keeps a cache of its own', () => {
    const [a, b] = ['a', 'b'].map((end) => plan('auto', push(`refs/heads/${'x'.repeat(300)}${end}`)).to[0]);
    expect(a).not.toBe(b);
  });
});
