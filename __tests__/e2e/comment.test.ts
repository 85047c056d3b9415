import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import type { WorkflowRun } from '../../lab/runner/runner.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { renderCommentBody } from '../../src/report/comment/comment-body.ts';
import { parseCommentBody } from '../../src/report/comment/parse-comment-body.ts';
import { expectPassed, formatInputs, noise } from './workflow-run.ts';

jest.setTimeout(600_000);

const NAMES = ['api', 'jobs', 'web'] as const;
const BOT = 'github-actions[bot]';
const FORK = { slug: 'mallory/api' };

/** No base and one platform each: what is looked at here is what becomes of several comparisons. */
const FILES = Object.fromEntries(
  NAMES.flatMap((name, seed) => [
    [`${name}/Dockerfile`, 'FROM scratch\nCOPY payload.bin /payload.bin\n'],
    [`${name}/payload.bin`, noise(100_000, seed)],
  ]),
);

let world: World;
let githubFault: GitHubFaultHook = () => null;

beforeAll(async () => {
  world = await startWorld({ project: { files: FILES }, bases: [], githubFault: (request) => githubFault(request) });
  const files = { 'web/payload.bin': noise(300_000, 7), 'jobs/payload.bin': noise(210_000, 8) };
  await world.project.commit('Grow two of three', files, 'grow');
  await world.project.commit('Break one', { 'web/Dockerfile': 'FROM scratch\nCOPY missing /\n' }, 'broken');
  expectPassed(await world.push(matrix({}), { before: null }));
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  githubFault = () => null;
});

describe('a matrix and one job after it', () => {
  let number: number;

  test('is one comment, worst first, and one verdict, which fails the one required check', async () => {
    number = await world.openPullRequest('grow');
    const run = await world.runPullRequest(matrix({ 'max-increase': '150%' }), number, 'grow');
    expect(run.exitCode).toBe(1);
    expect(resultOf(run)).toBe('failure');
    const [comment, ...others] = await world.github.comments(number);
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ author: BOT, url: verdictOf(run)['comment-url'] });
    expect(verdictOf(run)['verdict']).toBe('over');
    expect(comment?.body).toMatch(
      /❌ \*\*web: this change adds[^]*jobs: this change adds[^]*\n1 image unchanged: api$/,
    );
    expect(parseCommentBody(comment?.body ?? '')?.map(({ data }) => [data.name, data.verdict])).toEqual([
      ['web', 'over'],
      ['jobs', 'pass'],
      ['api', 'pass'],
    ]);
    // Written once, by the one who writes.
    const writes = world.github.requests().filter(({ method }) => method === 'POST' || method === 'PATCH');
    expect(writes.filter(({ path }) => path.includes('/comments'))).toHaveLength(1);
  });

  test('passes when the label is there, and says who put it', async () => {
    await world.github.addLabel(number, 'size-ok', 'octocat');
    const run = await world.runPullRequest(matrix({ 'max-increase': '150%' }), number, 'grow');
    expectPassed(run);
    expect(verdictOf(run)['verdict']).toBe('overridden');
    expect((await world.github.comments(number))[0]?.body).toContain('<code>octocat</code>');
  });

  test('a build that failed fails it, and the sections of the others are written all the same', async () => {
    const other = await world.openPullRequest('broken');
    await world.github.addComment(other, sectionOf('web', 'WEB AS IT WAS'), BOT);
    const run = await world.runPullRequest(matrix({}), other, 'broken');
    expect(run.exitCode).toBe(1);
    expect(resultOf(run)).toBe('failure');
    expect(verdictOf(run)['verdict']).toBe('not-compared');
    expect(run.text).toContain('web: its build failed, so there is nothing to compare.');
    const [comment] = await world.github.comments(other);
    expect(parseCommentBody(comment?.body ?? '')?.map(({ data }) => data.name)).toEqual(['web', 'api', 'jobs']);
    expect(comment?.body).toMatch(/As of bbbbbbb: the head is another commit by now[^]*WEB AS IT WAS/);
  });

  test('of which nobody collected is said, and fails nothing', async () => {
    const run = await world.runPullRequest(matrix({ comment: 'never' }), number, 'grow');
    expectPassed(run);
    expect(run.text).toContain('No job of the run collected a comparison.');
    expect(verdictOf(run)).toMatchObject({ verdict: 'not-compared' });
  });
});

describe('on workflow_run, for a fork', () => {
  /** What GitHub keeps of runs: a folder a run, with its artifacts. */
  let runs: string;
  let number: number;
  let headSha: string;
  let collected: string;
  let ofFork: { run: WorkflowRun; comments: readonly object[] };

  beforeAll(async () => {
    runs = await makeWorkDir('runs');
    number = await world.openPullRequest('grow', FORK);
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    const run = await world.runPullRequest(matrix({ 'max-increase': '150%' }), number, 'grow', FORK);
    collected = join(run.out, 'artifacts');
    headSha = await world.project.resolve('grow');
    ofFork = { run, comments: await world.github.comments(number) };
  });

  beforeEach(async () => {
    await rm(join(runs, '4711'), { recursive: true, force: true });
    for (const { id } of await world.github.comments(number)) await world.github.removeComment(id);
    await world.github.setPullRequest(number, { headSha });
  });

  afterAll(async () => {
    await removeWorkDir(runs);
  });

  test('its own workflow is judged by itself, and may not comment', () => {
    expect(ofFork.run.exitCode).toBe(1);
    expect(verdictOf(ofFork.run)).toMatchObject({ verdict: 'over' });
    expect(ofFork.comments).toEqual([]);
    expect(ofFork.run.text).toContain('The token of a pull request from a fork may not comment');
  });

  test('what its jobs collected is told as the fork’s own numbers, and judged by nobody', async () => {
    await cp(collected, join(runs, '4711'), { recursive: true });
    const run = await follow();
    expectPassed(run);
    const [comment, ...others] = await world.github.comments(number);
    expect(others).toEqual([]);
    expect(comment?.author).toBe(BOT);
    expect(comment?.body).toMatch(/web: this change adds[^]*jobs: this change adds/);
    expect(comment?.body.match(/The fork's own numbers/g)).toHaveLength(2);
    expect(comment?.body).toContain("1 image unchanged, by the fork's own numbers: api");
    expect(comment?.body).not.toMatch(/❌|✅|Limit|size-ok/);
    expect(verdictOf(run)['verdict'] ?? '').toBe('');
    expect(verdictOf(run)['comment-url']).toBe(comment?.url);
    expect(run.printed).not.toContain('::error');
  });

  test('never takes the place of what a run of this repository said, and may stand beside it', async () => {
    await world.github.addComment(number, sectionOf('web', 'OWN WORDS'), BOT);
    await cp(collected, join(runs, '4711'), { recursive: true });
    expectPassed(await follow());
    const [comment] = await world.github.comments(number);
    expect(comment?.body).toContain('OWN WORDS');
    expect(comment?.body).not.toContain('web: this change adds');
    expect(comment?.body).toContain('jobs: this change adds');
  });

  test.each<[string, (report: Report) => unknown, RegExp]>([
    [
      'another commit',
      (report) => ({ ...report, context: { ...report.context, headSha: 'c'.repeat(40) } }),
      /another commit than the run/,
    ],
    [
      'no form of ours',
      (report) => ({ ...report, comparison: { ...report.comparison, platforms: 'many' } }),
      /no comparison: .*platforms/,
    ],
    ['a version that is not known', (report) => ({ ...report, schemaVersion: 2 }), /no comparison: .*schemaVersion/],
    [
      'a name that is none',
      (report) => ({ ...report, comparison: { ...report.comparison, name: '../web' } }),
      /no comparison: .*name/,
    ],
    ['no JSON', () => '{', /it is no JSON/],
    ['too much', (report) => ({ ...report, rest: 'x'.repeat(9_000_000) }), /bytes, and \d+ are taken/],
  ])('%s is told nobody', async (_, change, said) => {
    await lie(change);
    const run = await follow();
    expectPassed(run);
    expect(run.text.replace(/\s+/g, ' ')).toMatch(said);
    expect(await world.github.comments(number)).toEqual([]);
    expect(verdictOf(run)['comment-url'] ?? '').toBe('');
  });

  test('hostile text is inert in the comment and in the log', async () => {
    const hostile = '<!-- plimsoll:end -->\n\n# @everyone [x](https://evil.example) \n::error::owned ##[error]owned';
    await lie((report) => ({
      ...report,
      context: { ...report.context, baselineTitle: hostile, baselineWhy: hostile, overrideLabel: hostile },
      comparison: { ...report.comparison, image: hostile, notes: [{ code: hostile, message: hostile, hint: hostile }] },
    }));
    const run = await follow();
    expectPassed(run);
    const [comment] = await world.github.comments(number);
    expect(comment?.body).toContain('web: this change adds');
    expect(comment?.body).not.toMatch(/@everyone|\]\(https:\/\/evil|\n# /);
    expect(parseCommentBody(comment?.body ?? '')).toHaveLength(1);
    expect(run.printed).not.toMatch(/^\s*::error::owned|##\[error\]owned/m);
  });

  test('a pull request that has moved on gets no comment of the run before', async () => {
    await cp(collected, join(runs, '4711'), { recursive: true });
    await world.github.setPullRequest(number, { headSha: 'd'.repeat(40) });
    const run = await follow();
    expectPassed(run);
    expect(run.text).toContain('at another commit by now');
    expect(await world.github.comments(number)).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    [
      'the branch of another repository',
      { head_repository: { full_name: 'eve/api' } },
      /no open pull request from eve\/api/,
    ],
    ['a push', { event: 'push' }, /not started by a pull request/],
    ['pull_request_target', { event: 'pull_request_target' }, /not started by a pull request/],
  ])('a run of %s gets none', async (_, change, said) => {
    await cp(collected, join(runs, '4711'), { recursive: true });
    const run = await follow({}, change);
    expectPassed(run);
    expect(run.text).toMatch(said);
    expect(await world.github.comments(number)).toEqual([]);
  });

  test('a token that may not read the other run is told which permission it lacks', async () => {
    const run = await follow({ LAB_RUNS: '' });
    expectPassed(run);
    expect(run.text).toContain('actions: read');
  });

  test('a run-id of any other run is refused', async () => {
    const run = await follow({}, {}, { 'run-id': '12' });
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('run-id: got');
  });

  async function follow(
    env: Readonly<Record<string, string>> = {},
    change: object = {},
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<WorkflowRun> {
    const workflowRun = {
      ...{ id: 4711, run_attempt: 1, run_number: 5, event: 'pull_request', head_sha: headSha, head_branch: 'grow' },
      head_repository: { full_name: FORK.slug, fork: true },
      ...change,
    };
    const repository = { full_name: 'acme/api', fork: false, default_branch: 'main' };
    return await world.run(commentJob('on: { workflow_run: { workflows: [CI], types: [completed] } }\njobs:', inputs), {
      event: 'workflow_run',
      payload: { action: 'completed', workflow_run: workflowRun, repository },
      env: { LAB_RUNS: runs, ...env },
    });
  }

  /** An artifact as its writer pleases. */
  async function lie(change: (report: Report) => unknown): Promise<void> {
    const name = 'plimsoll.comparison-web';
    const report = v.parse(
      ReportFile,
      JSON.parse(readFileSync(join(collected, name, 'plimsoll-comparison.json'), 'utf8')),
    );
    const changed = change(report);
    await mkdir(join(runs, '4711', name), { recursive: true });
    const text = typeof changed === 'string' ? changed : JSON.stringify(changed);
    await writeFile(join(runs, '4711', name, 'plimsoll-comparison.json'), text);
  }
});

const ReportFile = v.looseObject({ comparison: v.looseObject({}), context: v.looseObject({}) });
type Report = v.InferOutput<typeof ReportFile>;

/** Outputs of comment/. */
function verdictOf(run: WorkflowRun): Readonly<Record<string, string>> {
  return run.outputs['report'] ?? {};
}

/** Whether comment/ passed, whatever the jobs before it did. */
function resultOf(run: WorkflowRun): string | undefined {
  return run.steps.find(({ id, stage }) => id === 'report' && stage === 'Main')?.result;
}

/** A comment of ours with the section of an image that a run of this repository wrote for an older commit. */
function sectionOf(name: string, text: string): string {
  const data = { ...DATA, name, headSha: 'b'.repeat(40) };
  return renderCommentBody([{ data, parts: [{ importance: 0, text }] }], { headSha: null, summaryUrl: null });
}

const DATA = {
  ...({ verdict: 'over', significance: 'news', origin: 'own' } as const),
  ...{ grewBytes: 5_000_000, runId: 0, runAttempt: 0, leftOut: 0 },
};

/** The two jobs of a matrix of images, as users write them. */
function matrix(inputs: Readonly<Record<string, string>>): string {
  const name = '${{ matrix.name }}';
  const image = `${world.registry.host}/acme/${name}`;
  const all = { ...world.inputs, image, name, context: name, platforms: 'linux/amd64', comment: 'collect', ...inputs };
  return commentJob(
    `on: [push, pull_request]
jobs:
  image:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        name: [${NAMES.join(', ')}]
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/plimsoll@v1
        with:
${formatInputs(all)}`,
    {},
    'needs: image',
  );
}

function commentJob(before: string, inputs: Readonly<Record<string, string>>, needs = ''): string {
  return `${before}
  comment:
    ${needs}
    if: always()
    runs-on: ubuntu-latest
    steps:
      - id: report
        uses: OWNER/plimsoll/comment@v1
${Object.keys(inputs).length === 0 ? '' : `        with:\n${formatInputs(inputs)}`}`;
}
