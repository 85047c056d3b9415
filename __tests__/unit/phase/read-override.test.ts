import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../src/errors.ts';
import { readOverride } from '../../../src/phase/read-override.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { makeBudget } from '../compare/fixture.ts';

const HEAD = 'a'.repeat(40);

const PLAN: Parameters<typeof readOverride>[0] = {
  event: {
    kind: 'pull-request',
    name: 'pull_request',
    repository: 'acme/api',
    pullRequest: { number: 7, headSha: HEAD, headRepository: 'acme/api', baseRef: 'main', access: 'own' },
  },
  budgets: [makeBudget('max-increase: 5%', { percent: 5 })],
  overBudget: 'fail',
  overrideLabel: 'size-ok',
};

/** GitHub as it is now, and the labels whose events were asked for. */
function makeGitHub(labels: string[], state: 'open' | 'closed' = 'open') {
  const asked: string[] = [];
  return {
    asked,
    getPullRequest: (number: number) => {
      asked.push(`pull request ${number}`);
      return Promise.resolve({ headSha: HEAD, state, labels });
    },
    findLabeler: (_: number, label: string) => {
      asked.push(label);
      return Promise.resolve('mona');
    },
  };
}

describe('what lifts a budget', () => {
  test('a label that is there now, however it is capitalised, and who put it there', async () => {
    const github = makeGitHub(['bug', 'Size-OK']);
    expect(await readOverride(PLAN, github)).toEqual({ isOverridden: true, by: 'mona', isClosed: false, notes: [] });
    expect(github.asked).toEqual(['pull request 7', 'Size-OK']);
  });

  test.each<[string, string[], Partial<Plan>]>([
    ['another label', ['size-okay'], {}],
    ['no label that is looked for', ['size-ok'], { overrideLabel: '' }],
  ])('%s does not', async (_, labels, change) => {
    const github = makeGitHub(labels);
    expect(await readOverride({ ...PLAN, ...change }, github)).toMatchObject({ isOverridden: false, by: null });
    expect(github.asked).toEqual(['pull request 7']);
  });

  test('that it is closed by now, as a run that is repeated finds it; the event may have said so', async () => {
    const now = await readOverride(PLAN, makeGitHub([], 'closed'));
    expect(now).toMatchObject({ isClosed: true, notes: [{ code: 'pull-request-closed' }] });
    const said = await readOverride({ ...PLAN, overBudget: 'warn' }, makeGitHub([], 'closed'));
    expect(said).toMatchObject({ isClosed: false, notes: [] });
  });

  test('nothing is asked without a budget or a pull request', async () => {
    const github = makeGitHub(['size-ok'], 'closed');
    const none = { isOverridden: false, by: null, isClosed: false, notes: [] };
    expect(await readOverride({ ...PLAN, budgets: [] }, github)).toEqual(none);
    expect(await readOverride({ ...PLAN, event: { ...PLAN.event, pullRequest: null } }, github)).toEqual(none);
    expect(await readOverride(PLAN, null)).toEqual(none);
    expect(github.asked).toEqual([]);
  });

  test('nothing where GitHub does not tell, and it is said', async () => {
    const denied = new PlimsollError('GITHUB_DENIED', 'GitHub: 403', { hint: 'Give it.' });
    const github = { ...makeGitHub([]), getPullRequest: () => Promise.reject(denied) };
    expect(await readOverride(PLAN, github)).toEqual({
      ...{ isOverridden: false, by: null, isClosed: false },
      notes: [{ code: 'labels-unreadable', message: 'GitHub: 403', hint: 'Give it.' }],
    });
  });
});
