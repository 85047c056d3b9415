import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import type { WorkflowRun } from '../../lab/runner/runner.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatWorkflow, readComparison } from './workflow-run.ts';

jest.setTimeout(600_000);

/** A moving tag, which is an old finding in all that follows. */
const DOCKERFILE = `FROM busybox:latest
COPY app /app
USER 1000
CMD ["/app/server"]
`;
const AS_ROOT = DOCKERFILE.replace('USER 1000\n', 'RUN chown -R 1000 /app\n');
const FILES = { 'docker/Dockerfile': DOCKERFILE, 'app/server': 'one\n' };

const KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const ComparisonFile = v.object({
  findings: v.nullable(
    v.array(
      v.object({
        rule: v.string(),
        source: v.nullable(v.object({ line: v.number() })),
        isNew: v.nullable(v.boolean()),
        cost: v.nullable(v.object({ bytes: v.nullable(v.number()) })),
      }),
    ),
  ),
});

let world: World;

beforeAll(async () => {
  world = await startWorld({ project: { files: FILES }, bases: ['busybox:latest'] });
  expectPassed(await world.push(workflow(), { before: null }));
});

afterAll(async () => {
  await world.stop();
});

test('what a pull request brings into Dockerfile and image stands in its comment, on its line, and goes when it is mended', async () => {
  await world.project.commit('As root', { 'docker/Dockerfile': AS_ROOT, 'app/tls/key': KEY }, 'root');
  const number = await world.openPullRequest('root');
  const run = await world.runPullRequest(workflow(), number, 'root');
  expectPassed(run);
  expect(await findingsOf(run)).toEqual([
    ['private-key', 2, true],
    // A header and a block of each of the two files.
    ['rewritten-in-later-layer', 3, true, 2048],
    ['root-user', 1, true],
    ['moving-image', 1, false],
  ]);
  const [comment] = await world.github.comments(number);
  expect(comment?.body).toMatch(
    /New in the Dockerfile and the image:\*\*\n\n- <code>\/app\/tls\/key<\/code> \(<code>docker\/Dockerfile:2<\/code>\): A file of the image holds a private key\. .*\(<code>private-key<\/code>\)\n- <code>docker\/Dockerfile:3<\/code> chown writes once more what COPY in line 2 wrote\. It costs \d\.\d kB on disk\. .*\n- <code>docker\/Dockerfile:1<\/code> No USER stands before the image's end, .*\(<code>root-user<\/code>\)\n\n/,
  );
  expect(comment?.body).not.toContain('moving-image');
  expect(run.annotations).toContainEqual({
    level: 'warning',
    message: expect.stringMatching(/^No USER .*\(root-user\)$/),
  });
  expect(run.text).toContain('file=docker/Dockerfile,line=1');
  expect(run.text).toContain('file=docker/Dockerfile,line=2');
  expect(run.text).not.toContain(KEY.split('\n')[1]);
  expect(run.summary).toContain('<code>moving-image</code>');

  await world.project.commit(
    'No more',
    { 'docker/Dockerfile': DOCKERFILE, 'app/server': 'two\n', 'app/tls/key': 'x' },
    'root',
  );
  const mended = await world.runPullRequest(workflow(), number, 'root');
  expectPassed(mended);
  expect(await findingsOf(mended)).toEqual([['moving-image', 1, false]]);
  expect((await world.github.comments(number))[0]?.body).not.toContain('New in the');
  expect(mended.annotations.filter(({ message }) => message.includes('root-user'))).toEqual([]);
});

test('of two lines that break one rule the one is named that the pull request brings, though it edits the other', async () => {
  const stages = DOCKERFILE.replace(
    'FROM busybox:latest\nCOPY app /app\n',
    'FROM busybox:latest AS app\nCOPY app /app\nFROM busybox\nCOPY --from=app /app /app\n',
  );
  await world.project.commit('Two stages', { 'docker/Dockerfile': stages }, 'stages');
  const number = await world.openPullRequest('stages');
  const run = await world.runPullRequest(workflow(), number, 'stages');
  expectPassed(run);
  expect(await findingsOf(run)).toEqual([
    ['moving-image', 1, false],
    ['moving-image', 3, true],
  ]);
  const told = 'busybox has no tag, which means latest: any version at all.';
  const [comment] = await world.github.comments(number);
  expect(comment?.body).toContain(`New in the Dockerfile:**\n\n- <code>docker/Dockerfile:3</code> ${told} `);
  expect(comment?.body).not.toContain('Dockerfile:1<');
  expect(run.annotations).toEqual([{ level: 'warning', message: expect.stringContaining(told) }]);
  expect(run.text).toContain('file=docker/Dockerfile,line=3');
  expect(run.text).not.toContain('file=docker/Dockerfile,line=1');
});

test('a pull request that does not touch the Dockerfile has nothing to read about it', async () => {
  await world.project.commit('Source', { 'app/server': 'three\n' }, 'source');
  const number = await world.openPullRequest('source');
  const run = await world.runPullRequest(workflow(), number, 'source');
  expectPassed(run);
  expect(await findingsOf(run)).toEqual([['moving-image', 1, false]]);
  expect(await world.github.comments(number)).toEqual([]);
});

test('a cache mount that no run keeps is a finding of the pull request that brings it, until its workflow keeps it', async () => {
  // What a step with an empty mount loses less than ten seconds by is not told.
  const run = 'RUN --mount=type=cache,target=/cache [ -f /cache/made ] || { sleep 11; touch /cache/made; }\n';
  const brought = DOCKERFILE.replace('USER', `${run}USER`);
  await world.project.commit('Cache mount', { 'docker/Dockerfile': brought, 'app/server': 'four\n' }, 'mount');
  const number = await world.openPullRequest('mount');
  const told = 'The cache mounts of this RUN are empty at the start of each run: the builder is a new one.';
  const lost = await world.runPullRequest(workflow(), number, 'mount');
  expectPassed(lost);
  expect(await findingsOf(lost)).toEqual([
    ['cache-mount-not-kept', 3, true],
    ['moving-image', 1, false],
  ]);
  const [comment] = await world.github.comments(number);
  expect(comment?.body).toContain(`- <code>docker/Dockerfile:3</code> ${told} `);
  expect(lost.annotations).toContainEqual({ level: 'warning', message: expect.stringContaining(told) });
  expect(lost.text).toContain('file=docker/Dockerfile,line=3');

  const kept = await world.runPullRequest(workflow({ 'cache-mounts': 'true' }), number, 'mount');
  expectPassed(kept);
  expect(await findingsOf(kept)).toEqual([['moving-image', 1, false]]);
  expect((await world.github.comments(number))[0]?.body).not.toContain(told);
  expect(kept.annotations).toEqual([]);
});

async function findingsOf(
  run: WorkflowRun,
): Promise<(readonly [string, number | null, boolean | null, ...number[]])[] | undefined> {
  const { findings } = await readComparison(run, ComparisonFile);
  return findings?.map(({ rule, source, isNew, cost }) => [
    rule,
    source?.line ?? null,
    isNew,
    ...(typeof cost?.bytes === 'number' ? [cost.bytes] : []),
  ]);
}

function workflow(more: Readonly<Record<string, string>> = {}): string {
  return formatWorkflow({ ...world.inputs, platforms: 'linux/amd64', file: 'docker/Dockerfile', ...more });
}
