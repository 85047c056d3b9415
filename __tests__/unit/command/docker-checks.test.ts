import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addDockerChecks } from '../../../src/command/docker-checks.ts';
import { describeSarif } from '../../../src/report/findings/sarif.ts';
import { formatAdvice } from '../../../src/report/findings/advice.ts';
import { adviseOn } from '../advice/found.ts';
import { makeFakeDocker, type FakeAnswer } from '../image/fake-docker.ts';

/** What BuildKit said of this Dockerfile, with another password, and without the sources that it repeats; it ends with 1 where it warns. */
const PRINTED = readFileSync(join(import.meta.dirname, 'docker-checks.json'), 'utf8');
const TEXT =
  '# check=skip=StageNameCasing\nfrom scratch as base\nARG TOKEN\nENV PASSWORD=hunter2\nMAINTAINER me\nCMD serve hi\n';

async function check(answer: Omit<FakeAnswer, 'to'>, ignored: readonly string[] = [], target: string | null = null) {
  const docker = await makeFakeDocker([{ to: ['build'], ...answer }], { PATH: '', GITHUB_TOKEN: 'secret' });
  try {
    const asked = { path: '/a/Dockerfile', folder: '/a', target };
    const { advice, notes } = await addDockerChecks(adviseOn(TEXT), asked, ignored, docker);
    return { advice, notes, calls: await docker.calls() };
  } finally {
    await docker.remove();
  }
}

const RECORDED = { stdout: PRINTED, code: 1 };

test('Docker’s own checks are findings beside ours, and what both tell is told once', async () => {
  const { advice, notes, calls } = await check(RECORDED, [], 'base');
  expect(notes).toEqual([]);
  expect(advice.map(({ rule, line, level }) => `${rule.id}:${line} ${level}`)).toEqual([
    'docker:SecretsUsedInArgOrEnv:3 high',
    'docker:SecretsUsedInArgOrEnv:4 high',
    'root-user:2 medium',
    'docker:JSONArgsRecommended:6 medium',
    'docker:ConsistentInstructionCasing:2 low',
    'docker:MaintainerDeprecated:5 low',
  ]);
  expect(adviseOn(TEXT).map(({ rule }) => rule.id)).toContain('secret-in-argument');
  expect(calls[0]?.args).toEqual(expect.arrayContaining(['--call', 'check,format=json', '--target', 'base', '/a']));
  expect(calls[0]?.env).not.toHaveProperty('GITHUB_TOKEN');
  const text = formatAdvice({ file: 'Dockerfile', text: TEXT, advice }, false);
  expect(text).toContain('See https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/');
  const [run] = describeSarif({ file: 'Dockerfile', text: TEXT, advice }).runs;
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('one that is left out, and a Dockerfile without any', async () => {
  const { advice } = await check(RECORDED, ['docker:MaintainerDeprecated']);
  expect(advice.map(({ rule }) => rule.id)).not.toContain('docker:MaintainerDeprecated');
  expect(await check({ stdout: '{"warnings":null}' })).toMatchObject({ advice: adviseOn(TEXT), notes: [] });
});

test.each([
  ['a Buildx that does not know it', { stderr: 'unknown flag: --call\n', code: 125 }, 'unknown flag: --call'],
  ['what is no JSON', { stdout: 'hello' }, 'could not be had'],
  ['something else', { stdout: '{"warnings":[{"ruleName":"a b"}]}' }, 'could not be had'],
])('%s is a note, and costs none of ours', async (_, answer, message) => {
  const { advice, notes } = await check(answer);
  expect(advice).toEqual(adviseOn(TEXT));
  expect(notes).toMatchObject([{ code: 'docker-checks-unknown', message: expect.stringContaining(message) }]);
});

test('what is hostile in it is made inert', async () => {
  const hostile = PRINTED.replace('Maintainer instruction is', '\\u001b[31m\\n::error::x').replace(
    'https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/',
    'https://evil.example/',
  );
  const { advice } = await check({ stdout: hostile, code: 1 });
  const text = formatAdvice({ file: 'Dockerfile', text: TEXT, advice }, false);
  expect(text).not.toMatch(/\u001B|^::|evil/m);
});
