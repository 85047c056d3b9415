import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseReference } from '../../../src/image/reference.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import type { InputName } from '../../../src/plan/input-table.ts';
import type { BaselineQuery, Plan } from '../../../src/plan/plan.ts';
import type { WorkTree } from '../../../src/plan/work-tree.ts';

const HEAD = 'a'.repeat(40);
const PARENT = 'b'.repeat(40);
const PULL_HEAD = 'c'.repeat(40);
const BEFORE = 'd'.repeat(40);
const OTHER = 'e'.repeat(40);
const DIGEST = `sha256:${'f'.repeat(64)}`;
const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);
const QUEUE = `refs/heads/gh-readonly-queue/main/pr-7-${OTHER}`;

interface Case {
  event: string;
  ref: string;
  payload?: object;
  actor?: string;
  server?: string;
  /** GITHUB_SHA; HEAD by default. */
  sha?: string;
  /** The repository itself is a fork. */
  isFork?: boolean;
  tree?: Partial<WorkTree>;
  inputs?: Partial<Record<InputName, string>>;
  hasCredential?: boolean;
  layoutFolder?: string;
}

function plan(given: Case): Promise<Plan> {
  const repository = { full_name: 'Acme/api', fork: given.isFork === true, default_branch: 'main' };
  const event = parseEvent(
    {
      GITHUB_EVENT_NAME: given.event,
      GITHUB_REPOSITORY: 'Acme/api',
      GITHUB_REF: given.ref,
      GITHUB_SHA: given.sha ?? HEAD,
      GITHUB_ACTOR: given.actor ?? 'mona',
      GITHUB_SERVER_URL: given.server ?? 'https://github.com',
    },
    parseEventPayload({ repository, ...given.payload }),
  );
  const names = Object.entries({ image: 'ghcr.io/acme/api', ...given.inputs });
  const inputs = parseInputs(
    Object.fromEntries(names.map(([name, text]) => [`PLIMSOLL_${name.toUpperCase().replaceAll('-', '_')}`, text])),
  );
  const tree: WorkTree = {
    commit: HEAD,
    parents: [PARENT],
    firstParents: [HEAD],
    branch: null,
    notes: [],
    ...given.tree,
  };
  return makePlan(inputs, event, tree, {
    nowMs: NOW_MS,
    runner: { architecture: 'amd64', job: 'job' },
    layoutFolder: given.layoutFolder ?? null,
    hasCredential: () => Promise.resolve(given.hasCredential === true),
  });
}

const merged: Partial<WorkTree> = { parents: [PARENT, PULL_HEAD] };
const nothingThere: Partial<WorkTree> = { commit: null, parents: [], firstParents: [] };

function pull(more: { action?: string; head?: string | null; state?: string } = {}): object {
  const { action = 'synchronize', head = 'Acme/api', state = 'open' } = more;
  const repo = head === null ? null : { full_name: head };
  return {
    action,
    number: 7,
    pull_request: { number: 7, state, head: { sha: PULL_HEAD, ref: 'fix', repo }, base: { ref: 'main' } },
  };
}

const pullRequest: Case = { event: 'pull_request', ref: 'refs/pull/7/merge', payload: pull(), tree: merged };
const branch: Case = { event: 'push', ref: 'refs/heads/main', payload: { before: BEFORE } };
const newBranch: Case = { event: 'push', ref: 'refs/heads/feat/x', payload: { before: '0'.repeat(40) } };
const tag: Case = { event: 'push', ref: 'refs/tags/v1.2.3' };
const dispatch: Case = { event: 'workflow_dispatch', ref: 'refs/heads/main' };

const api = (tagName: string): string => `ghcr.io/acme/api:${tagName}`;
const always = (...names: string[]) => names.map((name) => ({ reference: api(name), write: 'always' }));
const moved = (branchName: string, tagName = branchName) => [
  { reference: api(tagName), write: 'unless-newer', branch: branchName },
];
const once = (commit = HEAD) => [{ reference: api(`sha-${commit}`), write: 'once' }];
const latest = (version: string, prefix = '') => [{ reference: api('latest'), write: 'if-highest', prefix, version }];
const ofCommit = (commit: string, branchTag: string | null = 'main') => ({ kind: 'commit', commit, branchTag });
const release = (version: string | null, prefix = '') => ({ kind: 'release', prefix, version });

interface Expected {
  push: boolean;
  tags: object[];
  baseline: object;
  overBudget: Plan['overBudget'];
  /** Tags of the caches that are written. */
  written: unknown[];
  notes: string[];
}

const quiet: Expected = {
  push: false,
  tags: [],
  baseline: { kind: 'none' },
  overBudget: 'fail',
  written: [],
  notes: [],
};
const ofPullRequest: Expected = { ...quiet, baseline: ofCommit(PARENT) };
const ofClosed: Expected = { ...ofPullRequest, overBudget: 'warn', notes: ['pull-request-closed'] };
const ofBranch: Expected = {
  push: true,
  tags: [...moved('main'), ...once()],
  baseline: ofCommit(BEFORE),
  overBudget: 'warn',
  written: ['main'],
  notes: [],
};
const ofTag: Expected = {
  ...quiet,
  push: true,
  tags: [...always('v1.2.3'), ...latest('1.2.3')],
  baseline: release('1.2.3'),
};
const ofOther: Expected = { ...quiet, overBudget: 'none' };

/** A row per event of contract.md, and per way in which people run them. */
const ROWS: [string, Case, Expected][] = [
  ['pull request', pullRequest, ofPullRequest],
  ['pull request: opened', { ...pullRequest, payload: pull({ action: 'opened' }) }, ofPullRequest],
  ['pull request: synchronize', { ...pullRequest, payload: pull({ action: 'synchronize' }) }, ofPullRequest],
  ['pull request: reopened', { ...pullRequest, payload: pull({ action: 'reopened' }) }, ofPullRequest],
  ['pull request: labeled', { ...pullRequest, payload: pull({ action: 'labeled' }) }, ofPullRequest],
  [
    'pull request: its own head checked out',
    { ...pullRequest, tree: { commit: PULL_HEAD, firstParents: [PULL_HEAD] } },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: PULL_HEAD, branchTag: 'main' } },
  ],
  [
    'pull request: its own head is a merge',
    { ...pullRequest, tree: { commit: PULL_HEAD, parents: [OTHER, PARENT], firstParents: [PULL_HEAD] } },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: PULL_HEAD, branchTag: 'main' } },
  ],
  [
    'pull request: a commit on top of the merge',
    { ...pullRequest, tree: { commit: OTHER, parents: [HEAD], firstParents: [OTHER, HEAD, PARENT] } },
    ofPullRequest,
  ],
  [
    'pull request: a commit on top of the merge, at depth 1',
    { ...pullRequest, tree: { commit: OTHER, parents: [HEAD], firstParents: [OTHER, HEAD] } },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: HEAD, branchTag: 'main' } },
  ],
  [
    "pull request: build-push-action's own Git context",
    { ...pullRequest, tree: { parents: [], firstParents: [HEAD] } },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: HEAD, branchTag: 'main' } },
  ],
  [
    'pull request: another commit checked out',
    { ...pullRequest, tree: { commit: OTHER, parents: [BEFORE], firstParents: [OTHER] } },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: OTHER, branchTag: 'main' } },
  ],
  [
    'pull request: an older merge commit, in a run that is repeated',
    { ...pullRequest, sha: OTHER, tree: merged },
    ofPullRequest,
  ],
  [
    'pull request: no work tree',
    { ...pullRequest, tree: nothingThere },
    { ...quiet, baseline: { kind: 'merge-base', base: 'main', head: HEAD, branchTag: 'main' } },
  ],
  ['pull request: closed', { ...pullRequest, payload: pull({ action: 'closed', state: 'closed' }) }, ofClosed],
  [
    'pull request: merged, on the base branch',
    { ...pullRequest, ref: 'refs/heads/main', payload: pull({ action: 'closed' }), tree: { branch: 'main' } },
    ofClosed,
  ],
  ['pull request: from a fork', { ...pullRequest, payload: pull({ head: 'mona/api' }) }, ofPullRequest],
  ['pull request: from a fork that was deleted', { ...pullRequest, payload: pull({ head: null }) }, ofPullRequest],
  ["pull request: Dependabot's", { ...pullRequest, actor: 'dependabot[bot]' }, ofPullRequest],
  ['pull request: within a fork', { ...pullRequest, isFork: true }, ofPullRequest],
  [
    'pull request, push: true',
    { ...pullRequest, inputs: { push: 'true' } },
    { ...ofPullRequest, push: true, tags: always('pr-7') },
  ],
  [
    'pull request from a fork, push: true',
    { ...pullRequest, payload: pull({ head: 'mona/api' }), inputs: { push: 'true' } },
    { ...ofPullRequest, notes: ['push-refused'] },
  ],
  [
    "pull request of Dependabot's, push: true",
    { ...pullRequest, actor: 'dependabot[bot]', inputs: { push: 'true' } },
    { ...ofPullRequest, notes: ['push-refused'] },
  ],
  [
    'pull request, closed, push: true',
    { ...pullRequest, payload: pull({ action: 'closed' }), inputs: { push: 'true' } },
    { ...ofClosed, notes: ['push-refused', 'pull-request-closed'] },
  ],
  ['pull request, cache: pr', { ...pullRequest, inputs: { cache: 'pr' } }, { ...ofPullRequest, written: ['pr-7'] }],
  [
    'pull request from a fork, cache: pr',
    { ...pullRequest, payload: pull({ head: null }), inputs: { cache: 'pr' } },
    ofPullRequest,
  ],
  ['pull request with tags, which only a push writes', { ...pullRequest, inputs: { tags: api('x') } }, ofPullRequest],

  [
    'merge queue',
    { event: 'merge_group', ref: QUEUE, payload: { merge_group: { base_sha: BEFORE, base_ref: 'refs/heads/main' } } },
    { ...quiet, baseline: ofCommit(BEFORE), overBudget: 'warn' },
  ],
  [
    'merge queue without a base',
    { event: 'merge_group', ref: QUEUE },
    { ...quiet, baseline: ofCommit(PARENT), overBudget: 'warn' },
  ],
  [
    "push to the merge queue's branch",
    { event: 'push', ref: QUEUE, payload: { before: '0'.repeat(40) } },
    { ...quiet, baseline: ofCommit(PARENT), overBudget: 'warn' },
  ],
  [
    "push to the merge queue's branch, no work tree",
    { event: 'push', ref: QUEUE, tree: nothingThere },
    { ...quiet, overBudget: 'warn' },
  ],
  [
    'merge queue, push: true',
    { event: 'merge_group', ref: QUEUE, inputs: { push: 'true' } },
    { ...quiet, push: true, baseline: ofCommit(PARENT), overBudget: 'warn' },
  ],

  ['push to a branch', branch, ofBranch],
  ['push to a branch that moved on meanwhile', { ...branch, sha: OTHER, tree: { branch: 'main' } }, ofBranch],
  [
    'push to a branch, with a commit on top',
    { ...branch, sha: PARENT, tree: { firstParents: [HEAD, PARENT] } },
    ofBranch,
  ],
  ['push to a branch, forced', { ...branch, payload: { before: BEFORE, forced: true } }, ofBranch],
  [
    'push to a branch, forced back to an older commit',
    { ...branch, payload: { before: BEFORE, forced: true }, tree: { firstParents: [HEAD, PARENT] } },
    ofBranch,
  ],
  [
    'push to a branch, in a run that is repeated: the commit is the old one, and so is what the branch had before',
    { ...branch, tree: { branch: null } },
    ofBranch,
  ],
  ['push to a branch, no work tree', { ...branch, tree: nothingThere }, { ...ofBranch, tags: moved('main') }],
  [
    'push to a new branch, with a commit on top',
    { ...newBranch, sha: OTHER, tree: { firstParents: [HEAD, OTHER], branch: 'feat/x' } },
    {
      ...ofBranch,
      tags: [...moved('feat/x', 'feat-x'), ...once()],
      baseline: { kind: 'merge-base', base: 'main', head: OTHER, branchTag: 'main' },
      written: ['feat-x'],
    },
  ],
  [
    'push to a new branch',
    newBranch,
    {
      ...ofBranch,
      tags: [...moved('feat/x', 'feat-x'), ...once()],
      baseline: { kind: 'merge-base', base: 'main', head: HEAD, branchTag: 'main' },
      written: ['feat-x'],
    },
  ],
  ['first push of all', { ...newBranch, ref: 'refs/heads/main' }, { ...ofBranch, baseline: ofCommit(PARENT) }],
  [
    'first commit of all',
    { ...newBranch, ref: 'refs/heads/main', tree: { parents: [] } },
    { ...ofBranch, baseline: { kind: 'none' } },
  ],
  ...['latest', 'pr/1', 'pr-x', 'sha-abc', 'buildcache-api-main'].map((name): [string, Case, Expected] => [
    `push to a branch whose name is kept: ${name}`,
    { ...branch, ref: `refs/heads/${name}` },
    {
      ...ofBranch,
      tags: once(),
      baseline: ofCommit(BEFORE, null),
      written: [expect.stringContaining(name.replace('/', '-').slice(0, 3))],
      notes: ['branch-tag-reserved'],
    },
  ]),
  [
    'push to a branch of which nothing is left',
    { ...branch, ref: 'refs/heads/@' },
    { ...ofBranch, tags: once(), baseline: ofCommit(BEFORE, null), written: ['-'], notes: ['branch-tag-reserved'] },
  ],
  ['push in a fork', { ...branch, isFork: true }, { ...ofBranch, push: false, tags: [], written: [] }],
  [
    "push to Dependabot's branch",
    { ...branch, ref: 'refs/heads/dependabot/npm/x-1.0', actor: 'dependabot[bot]' },
    { ...ofBranch, push: false, tags: [], baseline: ofCommit(BEFORE, 'dependabot-npm-x-1.0'), written: [] },
  ],
  ['push to main by a merge of Dependabot', { ...branch, actor: 'dependabot[bot]' }, ofBranch],
  [
    'push to a branch, push: false',
    { ...branch, inputs: { push: 'false' } },
    { ...ofBranch, push: false, tags: [], written: [] },
  ],
  [
    'push to a branch with tags that lead no pull request to it',
    { ...branch, inputs: { tags: `${api('edge')}\nexample.com/other:main` } },
    {
      ...ofBranch,
      tags: [...always('edge'), { reference: 'example.com/other:main', write: 'always' }],
      notes: ['tags-without-baseline'],
    },
  ],
  [
    'push to a branch with tags, one of the branch',
    { ...branch, inputs: { tags: `${api('main')}\n${api('edge')}` } },
    { ...ofBranch, tags: always('main', 'edge') },
  ],
  [
    'push to a branch with tags, one of the commit',
    { ...branch, inputs: { tags: api('sha-0123456') } },
    { ...ofBranch, tags: always('sha-0123456') },
  ],
  ['push to a branch, cache: read', { ...branch, inputs: { cache: 'read' } }, { ...ofBranch, written: [] }],
  ['a push that deletes', { ...branch, payload: { before: BEFORE, deleted: true } }, ofOther],

  [
    'schedule',
    { event: 'schedule', ref: 'refs/heads/main' },
    { ...ofBranch, baseline: { kind: 'tag', reference: api('main') } },
  ],
  ['dispatch', dispatch, { ...ofBranch, baseline: { kind: 'tag', reference: api('main') } }],
  [
    'dispatch on a branch whose name is kept',
    { ...dispatch, ref: 'refs/heads/latest' },
    { ...ofBranch, tags: once(), baseline: ofCommit(HEAD, null), written: ['latest'], notes: ['branch-tag-reserved'] },
  ],
  [
    'dispatch with tags',
    { ...dispatch, inputs: { tags: `${api('sha-x')},${api('edge')}` } },
    { ...ofBranch, tags: always('sha-x', 'edge'), baseline: { kind: 'tag', reference: api('edge') } },
  ],
  [
    'dispatch with another commit checked out',
    { ...dispatch, sha: OTHER },
    { ...ofBranch, tags: once(), baseline: ofCommit(PARENT, null), notes: ['other-commit'] },
  ],
  [
    'dispatch with another branch checked out',
    { ...dispatch, sha: OTHER, tree: { branch: 'release/1.x' } },
    { ...ofBranch, tags: once(), baseline: ofCommit(PARENT, null), notes: ['other-commit'] },
  ],
  ['dispatch on a tag', { ...tag, event: 'workflow_dispatch' }, ofTag],

  ['tag', tag, ofTag],
  ['tag without v', { ...tag, ref: 'refs/tags/1.2.3' }, { ...ofTag, tags: [...always('1.2.3'), ...latest('1.2.3')] }],
  [
    'tag with a prefix',
    { ...tag, ref: 'refs/tags/api-v1.2.3' },
    { ...ofTag, tags: [...always('api-v1.2.3'), ...latest('1.2.3', 'api-')], baseline: release('1.2.3', 'api-') },
  ],
  [
    'tag with a folder',
    { ...tag, ref: 'refs/tags/api/v1.2.3' },
    { ...ofTag, tags: [...always('api-v1.2.3'), ...latest('1.2.3', 'api-')], baseline: release('1.2.3', 'api-') },
  ],
  [
    'tag of a backport',
    { ...tag, ref: 'refs/tags/v0.9.4' },
    { ...ofTag, tags: [...always('v0.9.4'), ...latest('0.9.4')], baseline: release('0.9.4') },
  ],
  [
    'tag of a prerelease',
    { ...tag, ref: 'refs/tags/v2.0.0-rc.1' },
    { ...ofTag, tags: always('v2.0.0-rc.1'), baseline: release('2.0.0-rc.1') },
  ],
  [
    'tag that is no version',
    { ...tag, ref: 'refs/tags/nightly' },
    { ...ofTag, tags: always('nightly'), baseline: release(null) },
  ],
  [
    'tag named latest',
    { ...tag, ref: 'refs/tags/latest' },
    { ...ofTag, tags: always('latest'), baseline: release(null) },
  ],
  [
    'tag whose name is kept',
    { ...tag, ref: 'refs/tags/pr-7' },
    { ...ofTag, tags: [], baseline: release(null), notes: ['tag-reserved'] },
  ],
  [
    'tag of which nothing is left',
    { ...tag, ref: 'refs/tags/@' },
    { ...ofTag, tags: [], baseline: release(null), notes: ['tag-reserved'] },
  ],
  ['tag with another commit checked out', { ...tag, sha: OTHER }, { ...ofTag, notes: ['other-commit'] }],
  ['tag, annotated', { ...tag, sha: OTHER, payload: { head_commit: { id: HEAD } } }, ofTag],
  ['tag in a fork', { ...tag, isFork: true }, { ...ofTag, push: false, tags: [] }],
  [
    'release',
    { ...tag, event: 'release', payload: { action: 'published', release: { tag_name: 'v1.2.3', prerelease: false } } },
    ofTag,
  ],
  [
    'release that is marked as a prerelease',
    { ...tag, event: 'release', payload: { action: 'prereleased', release: { tag_name: 'v1.2.3', prerelease: true } } },
    { ...ofTag, tags: always('v1.2.3') },
  ],
  [
    'release that was deleted',
    { ...tag, event: 'release', payload: { action: 'deleted', release: { tag_name: 'v1.2.3' } } },
    ofOther,
  ],

  ['workflow_run', { event: 'workflow_run', ref: 'refs/heads/main' }, ofOther],
  ['an event of tomorrow', { event: 'image_dreamt', ref: 'refs/heads/main' }, ofOther],
  ['an event that nobody listed', { event: 'issue_comment', ref: 'refs/heads/main' }, ofOther],
  [
    'an event that nobody listed, push: true and tags',
    { event: 'repository_dispatch', ref: 'refs/heads/main', inputs: { push: 'true', tags: api('x') } },
    { ...ofOther, push: true, tags: always('x') },
  ],
  [
    'an event that nobody listed, with a baseline',
    { event: 'repository_dispatch', ref: 'refs/heads/main', inputs: { baseline: 'main' } },
    { ...ofOther, baseline: { kind: 'given', reference: api('main') } },
  ],
];

describe('makePlan', () => {
  test.each(ROWS)('%s', async (_, given, expected) => {
    const made = await plan(given);
    expect({
      push: made.push.enabled,
      tags: made.tags,
      baseline: made.baseline,
      overBudget: made.overBudget,
      written: made.cache.to.map((line) => /buildcache-api-(.+?),mode=max,ignore-error=true$/.exec(line)?.[1]),
      notes: made.notes.map(({ code }) => code),
    }).toEqual({ ...expected, baseline: { ...expected.baseline, why: expect.any(String) } });
    expect(made.push.reason).not.toBe('');
  });

  test.each<[string, Case]>([
    ['a branch of a fork', { ...branch, isFork: true }],
    ['a tag of a fork', { ...tag, isFork: true }],
    ['a schedule of a fork', { event: 'schedule', ref: 'refs/heads/main', isFork: true }],
    [
      'workflow_run for a pull request',
      { event: 'workflow_run', ref: 'refs/heads/main', payload: { workflow_run: { event: 'pull_request' } } },
    ],
    ['a review', { event: 'pull_request_review', ref: 'refs/pull/7/merge' }],
  ])('a push that is wanted and cannot be is an error outside pull requests: %s', async (_, given) => {
    await expect(plan({ ...given, inputs: { push: 'true' } })).rejects.toMatchObject({
      code: 'PUSH_REFUSED',
      message: expect.stringMatching(/^push: true, but /),
    });
  });

  test.each<[string, Partial<BaselineQuery>]>([
    [OTHER, { kind: 'commit', commit: OTHER, branchTag: null }],
    ['v1.0.0', { kind: 'given', reference: api('v1.0.0') }],
    [DIGEST, { kind: 'given', reference: `ghcr.io/acme/api@${DIGEST}` }],
    ['example.com/x:y', { kind: 'given', reference: 'example.com/x:y' }],
    ['release', { kind: 'release', prefix: '', version: null }],
  ])('baseline: %s', async (baseline, expected) => {
    const made = await plan({ ...pullRequest, inputs: { baseline } });
    expect(made.baseline).toEqual({ ...expected, why: expect.stringContaining('baseline: ') });
  });

  test('takes image and name from the repository on github.com, in lower case, and says so', async () => {
    const made = await plan({ ...branch, inputs: { image: '' } });
    expect(made).toMatchObject({ image: 'ghcr.io/acme/api', name: 'api' });
    expect(made.notes).toEqual([expect.objectContaining({ code: 'image-lowered' })]);
    expect(await plan({ ...branch, inputs: { image: '', name: 'web' } })).toMatchObject({
      image: 'ghcr.io/acme/api/web',
      name: 'web',
    });
  });

  test.each<[string, Partial<Case>]>([
    ['own', {}],
    ['fork', { payload: pull({ head: 'mona/api' }) }],
    ['fork', { payload: pull({ head: null }), actor: 'dependabot[bot]' }],
    ['dependabot', { actor: 'dependabot[bot]' }],
  ])('tells whose token and secrets the later steps have: %s', async (access, change) => {
    expect((await plan({ ...pullRequest, ...change })).event.pullRequest).toMatchObject({ access });
  });

  test('needs an image on another server', async () => {
    const elsewhere = { ...branch, server: 'https://github.example.com' };
    await expect(plan({ ...elsewhere, inputs: { image: '' } })).rejects.toThrow(/^image: is required on/);
    expect((await plan(elsewhere)).build.labels).toContain(
      'org.opencontainers.image.source=https://github.example.com/Acme/api\n',
    );
  });

  test('tells the steps that follow how to build', async () => {
    const made = await plan({
      ...branch,
      inputs: { labels: 'a=b', 'no-cache': 'true', 'exporter-options': 'compression=zstd' },
    });
    expect(made.build).toEqual({
      context: '.',
      file: '',
      target: '',
      builder: { name: expect.stringMatching(/^plimsoll-/), isSetUp: true, driver: 'docker-container' },
      emulation: { enabled: true, architectures: ['arm64'] },
      login: { enabled: true, registry: 'ghcr.io', username: 'mona' },
      exporter: 'type=image,name=ghcr.io/acme/api,push-by-digest=true,name-canonical=true,push=true,compression=zstd',
      layoutFolder: null,
      tags: [],
      labels: expect.stringMatching(/^org\.opencontainers\.image\.source=https:\/\/github\.com\/Acme\/api\n[^]*\na=b$/),
      noCache: true,
      pull: false,
    });
    expect(made.build.labels).toContain(`\norg.opencontainers.image.revision=${HEAD}\n`);
  });

  test('a pull request builds without any way out', async () => {
    const { build } = await plan(pullRequest);
    expect(build.exporter).toBe('type=image,name=ghcr.io/acme/api,push=false');
    expect(build.tags).toEqual([]);
  });

  test('the docker driver pushes by the tags that move, and the baseline does not lean on them', async () => {
    const made = await plan({ ...branch, inputs: { driver: 'docker' } });
    expect(made.build).toMatchObject({ exporter: 'type=image,push=true', tags: [api('main')] });
    expect(made.baseline).toMatchObject({ kind: 'commit', commit: BEFORE, branchTag: null });
    expect(made.notes).toEqual([expect.objectContaining({ code: 'tags-written-by-push' })]);
    const again = await plan({ ...dispatch, inputs: { driver: 'docker' } });
    expect(again.baseline).toMatchObject({ kind: 'commit', commit: HEAD });
    const itself = await plan({ ...branch, inputs: { driver: 'docker', baseline: 'main' } });
    expect(itself.baseline).toEqual({ kind: 'none', why: expect.stringContaining(`moves ${api('main')}`) });
    const other = await plan({ ...branch, inputs: { driver: 'docker', baseline: 'stable' } });
    expect(other.baseline).toMatchObject({ kind: 'given', reference: api('stable') });
  });

  test('the docker driver pushes by the commit where the branch has no tag, and not at all without any', async () => {
    const kept = await plan({ ...branch, ref: 'refs/heads/latest', inputs: { driver: 'docker' } });
    expect(kept.build.tags).toEqual([api(`sha-${HEAD}`)]);
    const none = { event: 'merge_group', ref: QUEUE, inputs: { driver: 'docker', push: 'true' } };
    await expect(plan(none)).rejects.toMatchObject({ code: 'PUSH_REFUSED' });
  });

  test("takes Docker's own builder for the docker driver", async () => {
    expect((await plan({ ...branch, inputs: { builder: 'default' } })).build.tags).toEqual([api('main')]);
  });

  test('builds for the runner where no platform is named', async () => {
    expect(await plan({ ...branch, inputs: { platforms: '' } })).toMatchObject({
      platforms: ['linux/amd64'],
      build: { emulation: { enabled: false } },
    });
  });

  test('writes what is not pushed into a folder where Buildx is too old to be asked for it, but not under the docker driver', async () => {
    const old = { layoutFolder: '/tmp/layout' };
    const written = (await plan({ ...pullRequest, ...old })).build;
    expect(written).toMatchObject({ layoutFolder: '/tmp/layout', exporter: 'type=oci,dest=/tmp/layout,tar=false' });
    const pushed = (await plan({ ...branch, ...old })).build;
    expect(pushed).toMatchObject({ layoutFolder: null, exporter: expect.stringContaining('push-by-digest') });
    const docker = (await plan({ ...pullRequest, ...old, inputs: { driver: 'docker' } })).build;
    expect(docker).toMatchObject({ layoutFolder: null, exporter: expect.stringContaining('push=false') });
  });

  test('leaves a login that is there', async () => {
    expect((await plan({ ...branch, hasCredential: true })).build.login.enabled).toBe(false);
  });

  test('a hostile branch name ends in nothing but a tag', async () => {
    const made = await plan({ ...branch, ref: 'refs/heads/$(id)`;,ref=x"::error::' });
    for (const text of [...made.tags.map(({ reference }) => reference), ...made.cache.to, made.build.exporter]) {
      expect(text).toMatch(/^[\w./:,=-]+$/);
    }
    expect(made.cache.to[0]?.split(',')).toHaveLength(4);
  });

  test('says when a limit is for a platform that is not built', async () => {
    const made = await plan({ ...pullRequest, inputs: { 'max-size': '1 MB\nlinux/arm64: 1 MB\nlinux/arm46: 1 MB' } });
    expect(made.notes).toEqual([
      expect.objectContaining({
        code: 'budget-without-platform',
        message: expect.stringContaining('max-size: linux/arm46: 1 MB'),
      }),
    ]);
  });

  test('carries what later steps need', async () => {
    const inputs = {
      'max-size': '20 MB',
      noise: '1 kB',
      'override-label': 'big',
      'count-drift': 'true',
      details: 'full',
      'max-read': '1 MB',
      comment: 'collect',
      report: 'true',
      pulls: '5000',
      'baseline-vulnerabilities': 'before.json',
      'head-vulnerabilities': 'after.json',
      strict: 'true',
      'cache-image': 'ghcr.io/acme/cache',
    };
    expect(await plan({ ...pullRequest, inputs })).toMatchObject({
      schemaVersion: 1,
      startedAtMs: NOW_MS,
      event: {
        kind: 'pull-request',
        name: 'pull_request',
        repository: 'Acme/api',
        pullRequest: { number: 7, headSha: PULL_HEAD, headRepository: 'Acme/api', baseRef: 'main', access: 'own' },
      },
      commit: HEAD,
      budgets: [{ text: 'max-size: 20 MB', bytes: 20_000_000 }],
      noise: { bytes: 1000 },
      overrideLabel: 'big',
      countDrift: true,
      details: 'full',
      maxReadBytes: 1_000_000,
      comment: 'collect',
      report: true,
      usage: { pulls: 5000, price: null },
      vulnerabilities: { baseline: 'before.json', head: 'after.json' },
      strict: true,
      cache: { from: ['type=registry,ref=ghcr.io/acme/cache:buildcache-api-main'] },
    });
  });
});

describe('whatever the names, the payload and the inputs', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 150 }),
    fc.constantFrom('main', 'pr-7', 'v1.2.3', 'latest'),
  );
  const ref = fc
    .tuple(fc.constantFrom('refs/heads/', 'refs/tags/', 'refs/pull/', ''), name)
    .map((parts) => parts.join(''));
  const inputs = fc.record({
    push: fc.constantFrom('auto', 'true', 'false'),
    cache: fc.constantFrom('auto', 'pr', 'read', 'false'),
    driver: fc.constantFrom('docker', 'docker-container'),
  });
  const head = fc.constantFrom('Acme/api', 'mona/api', null);

  test('a pull request leaves nothing without "push: true", and writes no cache but its own', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, head, ref, fc.constantFrom('opened', 'closed'), async (given, from, where, action) => {
        const made = await plan({ ...pullRequest, ref: where, payload: pull({ head: from, action }), inputs: given });
        const isTrusted = from === 'Acme/api' && action === 'opened';
        expect(made.push.enabled).toBe(isTrusted && given.push === 'true');
        expect(made.build.exporter.includes('push=true')).toBe(made.push.enabled);
        expect(made.tags).toEqual(made.push.enabled ? always('pr-7') : []);
        const own = isTrusted && given.cache === 'pr' ? ['buildcache-api-pr-7'] : [];
        expect(made.cache.to.map((line) => /:([^,:]+),/.exec(line)?.[1])).toEqual(own);
      }),
    );
  });

  test('a fork pushes nothing, and what is written is a reference', async () => {
    const events = fc.constantFrom('push', 'schedule', 'workflow_dispatch', 'release', 'merge_group', 'issues');
    await fc.assert(
      fc.asyncProperty(events, ref, inputs, fc.boolean(), fc.anything(), async (event, where, given, isFork, noise) => {
        const payload = typeof noise === 'object' && noise !== null ? { ...noise } : {};
        const made = await plan({ event, ref: where, isFork, payload, inputs: given }).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'PUSH_REFUSED' });
          return null;
        });
        if (made === null) return;
        if (isFork) expect([made.push.enabled, made.tags, made.cache.to]).toEqual([false, [], []]);
        for (const { reference } of made.tags) expect(parseReference(reference).repository).toBe('acme/api');
        for (const line of [...made.cache.from, ...made.cache.to]) {
          expect(parseReference(/ref=([^,]+)/.exec(line)?.[1] ?? '').tag).toMatch(/^buildcache-api-/);
        }
      }),
    );
  });
});
