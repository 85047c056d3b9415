import { describe, expect, test } from '@jest/globals';
import { adviseVisitor } from '../../../src/phase/advise-visitor.ts';
import type { Access } from '../../../src/plan/event.ts';

const NOTE = { code: 'baseline-denied', message: 'denied', hint: 'Log in.' };

function advise(access: Access | null, code = NOTE.code, registry = 'registry.example'): string {
  const pullRequest =
    access === null
      ? null
      : { number: 7, headSha: 'a'.repeat(40), headRepository: 'mona/api', baseRef: 'main', access };
  const event = { kind: 'pull-request', name: 'pull_request', repository: 'acme/api', pullRequest } as const;
  const advised = adviseVisitor({ ...NOTE, code }, { event, image: `${registry}/acme/api` });
  expect(advised).toMatchObject({ code, message: NOTE.message });
  return advised.hint;
}

describe('who gets no secret of the repository', () => {
  test('is not told to log in, but what can be done', () => {
    expect(advise('fork')).toMatch(
      /a fork gets no secret .* registry\.example .* without a login.* acme\/api .*"max-size"/,
    );
    expect(advise('fork', 'cache-denied')).toMatch(/registry\.example with: it builds without this cache\.$/);
    for (const code of ['baseline-denied', 'cache-denied']) {
      expect(advise('dependabot', code)).toMatch(/secrets of its own.* registry\.example .*"Dependabot"/);
    }
  });

  test('has the token that ghcr.io takes', () => {
    for (const access of ['fork', 'dependabot'] as const) {
      expect(advise(access, 'baseline-denied', 'ghcr.io')).toBe('Log in.');
    }
  });

  test('is told of all else as everybody, and everybody else as ever', () => {
    expect(advise('fork', 'baseline-unreadable')).toBe('Log in.');
    expect([advise('own'), advise(null)]).toEqual(['Log in.', 'Log in.']);
  });
});
