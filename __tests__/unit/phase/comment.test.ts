import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { writeCollectedComparison, writeCollectedFailure } from '../../../src/phase/collected-file.ts';
import { commentReports } from '../../../src/phase/comment.ts';
import { GOLDEN_CASES } from '../report/golden-cases.ts';

let folder: string;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
  await mkdir(join(folder, 'collected'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const SIX = ['grows-within', 'no-change', 'next-to-no-change', 'base-moved', 'recompressed', 'shrinks'];

test.each<[string, readonly string[], boolean, string, boolean]>([
  ['six that are fine', SIX, false, 'pass', false],
  ['one that is over', [...SIX.slice(1), 'grows-over-budget'], false, 'over', true],
  ['one that is over where that only warns', [...SIX.slice(1), 'over-on-a-branch'], false, 'over', false],
  ['one that a label lifts', [...SIX.slice(1), 'overridden'], false, 'overridden', false],
  ['over before lifted before not compared', ['not-compared', 'overridden', 'grows-over-budget'], false, 'over', true],
  ['lifted before not compared', ['first-pull-request', 'not-compared', 'overridden'], false, 'overridden', false],
  ['not compared before no baseline', ['first-pull-request', 'not-compared', ...SIX], false, 'not-compared', false],
  ['no baseline', ['first-pull-request', ...SIX.slice(1)], false, 'no-baseline', false],
  ['not compared, under strict', ['not-compared', ...SIX.slice(1)], true, 'not-compared', true],
])('%s: one verdict', async (_, cases, strict, verdict, fails) => {
  for (const name of cases) await collect(name, name, strict);
  expect(await commentReports(environment())).toBe(fails);
  expect(outputOf('verdict')).toBe(verdict);
  const summary = await readFile(join(folder, 'summary.md'), 'utf8');
  expect(summary.split('\n---\n')).toHaveLength(cases.length);
});

test('a build that failed fails the job, and is said', async () => {
  await collect('api', 'grows-within', false);
  await mkdir(join(folder, 'collected', 'web'));
  await writeCollectedFailure(join(folder, 'collected', 'web'), 'web');
  expect(await commentReports(environment())).toBe(true);
  expect(outputOf('verdict')).toBe('not-compared');
  expect(printed).toContain('::error::web: its build failed');
});

test.each<[string, Record<string, string>, string]>([
  ['there is nothing', {}, 'No job of the run collected'],
  ['the download failed', { PLIMSOLL_DOWNLOAD: 'failure' }, 'could not be downloaded'],
])('where %s, a warning says so and nothing fails', async (_, change, said) => {
  expect(await commentReports({ ...environment(), ...change })).toBe(false);
  expect(outputOf('verdict')).toBe('not-compared');
  expect(printed).toMatch(new RegExp(`::warning::.*${said}`));
});

test('two images of one name are one, and that is said', async () => {
  await collect('api', 'grows-within', false);
  await collect('web', 'no-change', false, 'api');
  expect(await commentReports(environment())).toBe(false);
  expect(printed).toContain('More than one job collected for an image that is called api');
  expect(outputOf('verdict')).toBe('not-compared');
});

test.each(['12', 'yes'])('run-id %s, which is not this run, is refused', async (runId) => {
  await expect(commentReports({ ...environment(), PLIMSOLL_RUN_ID: runId })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining(`run-id: got "${runId}"`),
  });
});

test('what another run collected gives no verdict and fails nothing', async () => {
  await collect('api', 'grows-over-budget', true);
  const event = join(folder, 'event.json');
  await writeFile(event, JSON.stringify({ workflow_run: { id: 4711, event: 'push' } }));
  const given = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: event, PLIMSOLL_RUN_ID: '4711' };
  expect(await commentReports({ ...environment(), ...given })).toBe(false);
  expect(outputOf('verdict')).toBe('');
  await expect(commentReports({ ...environment(), ...given, PLIMSOLL_RUN_ID: '42' })).rejects.toThrow('run-id');
});

test('under pull_request_target it is refused, with the two workflows', async () => {
  await expect(commentReports({ ...environment(), GITHUB_EVENT_NAME: 'pull_request_target' })).rejects.toMatchObject({
    code: 'EVENT_REFUSED',
    hint: expect.stringContaining('comment: collect'),
  });
});

/** A golden case under another name, as an artifact beside others. */
async function collect(artifact: string, golden: string, strict: boolean, name = artifact): Promise<void> {
  const found = GOLDEN_CASES[golden];
  if (found === undefined) throw new Error(`no golden case ${golden}`);
  const into = join(folder, 'collected', `plimsoll.comparison-${artifact}`);
  await mkdir(into);
  await writeCollectedComparison(into, { ...compare(found.input), name }, found.context, strict);
}

function environment(): Record<string, string> {
  return {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'acme/api',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '7',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    PLIMSOLL_COLLECTED: join(folder, 'collected'),
    PLIMSOLL_DOWNLOAD: 'success',
    PLIMSOLL_RUN_ID: '7',
  };
}

/** As it was set last. */
function outputOf(name: string): string | undefined {
  return [...printed.matchAll(new RegExp(`^::set-output name=${name}::(.*)$`, 'gm'))].at(-1)?.[1];
}
