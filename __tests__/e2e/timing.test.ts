import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { run as runCommand } from '../../lab/machine/run.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatWorkflow } from './workflow-run.ts';

jest.setTimeout(900_000);

const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** The modules are not in the image: what they are changes nothing in it, and takes its time all the same. */
const DOCKERFILE = `FROM busybox:latest AS build
COPY go.mod go.sum ./
RUN sleep 2; cat go.mod go.sum > /modules
COPY main.go ./
RUN test -s /modules && cp main.go /server
FROM busybox:latest
COPY --from=build /server /server
`;
const FILES = { Dockerfile: DOCKERFILE, 'go.mod': 'm 1\n', 'go.sum': 's 1\n', 'main.go': 'p 1\n' };

let world: World;

beforeAll(async () => {
  world = await startWorld({ project: { files: FILES }, bases: ['busybox:latest'] });
  expectPassed(await world.push(workflow({}), { before: null }));
  // With the cache of the first, as a pull request has it too; of a commit that is there already no image is written anew.
  await world.project.commit('Say more', { 'README.md': 'More.\n' });
  expectPassed(await world.push(workflow({}), { before: null }));
});

afterAll(async () => {
  await world.stop();
});

describe('a pull request', () => {
  test('whose go.sum changed is told that, and what it cost, beside what it does to the image', async () => {
    // Longer by more than what a time stamp makes of a compressed layer: one of the same size starts no comment.
    const { body } = await change('sum', {
      'go.sum': 's 2\n',
      'main.go': 'p 2, with words the first has not: zebra\n',
    });
    expect(body).toMatch(
      /\*\*Built in .*\*\*, 0 of 5 steps from the cache\. <code>RUN sleep 2; .*<\/code> \(<code>Dockerfile:3<\/code>\) lost its cache because <code>go\.sum<\/code> changed: 2(?:\.\d)? s\./,
    );
  });

  test('that changes nothing in the image has no word of it, and the summary knows why a step ran all the same', async () => {
    const { body, summary } = await change('sum-alone', { 'go.sum': 's 3\n' });
    expect(body).toBe('');
    expect(summary).toMatch(/<code>RUN sleep 2; .*because <code>go\.sum<\/code> changed: 2(?:\.\d)? s\./);
  });
});

describe('plimsoll timeline', () => {
  const Told = v.object({
    status: v.string(),
    failedStep: v.nullable(
      v.object({ source: v.nullable(v.object({ line: v.number() })), lines: v.array(v.string()) }),
    ),
    build: v.object({ steps: v.array(v.object({ name: v.string(), status: v.string(), startMs: v.number() })) }),
  });

  test('tells of a build that went through, for people and for programs', async () => {
    // What is over in no time is left out of what people read.
    await build(`FROM ${world.upstream.host}/library/busybox:latest\nRUN --network=none sleep 1\n`);
    const text = await plimsoll('timeline');
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toMatch(
      /^default\/\w+: built in .* s, 0 of 1 step from the cache\n\n[^]*RUN sleep 1\n[^]*█ the longest way/,
    );
    const json = await plimsoll('timeline', '--json');
    expect(v.parse(Told, JSON.parse(json.out))).toMatchObject({
      status: 'completed',
      failedStep: null,
      build: { steps: [{ name: 'RUN --network=none sleep 1', status: 'ran' }] },
    });
  });

  test('tells of one that failed: where, and what it said last', async () => {
    await build('FROM scratch\nCOPY main.go /\nCOPY nowhere /\n');
    const text = await plimsoll('timeline');
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^default\/\w+: failed after .* at COPY nowhere \/ \(Dockerfile:3\)/);
    expect(text.out).toMatch(/^Error: .*"\/nowhere": not found/m);
    const json = v.parse(Told, JSON.parse((await plimsoll('timeline', '--json')).out));
    expect(json).toMatchObject({ status: 'failed', failedStep: { source: { line: 3 } } });
  });

  test('says in a line that there is no such build, and how to find one', async () => {
    const { code, out, err } = await plimsoll('timeline', 'default/aaaaaaaaaaaaaaaaaaaaaaaaa');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^plimsoll: the builder default remembers no build a{25}\n.*docker buildx history ls.*\n$/);
  });
});

/** With the engine's own builder, in the project. */
async function build(dockerfile: string): Promise<void> {
  await writeFile(join(world.project.folder, 'Dockerfile'), dockerfile);
  const args = ['buildx', 'build', '--builder', 'default', '--no-cache', world.project.folder];
  await runCommand('docker', args, { env: world.engine.env }).catch(() => undefined);
}

async function plimsoll(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn('node', [CLI, ...args], {
    env: { ...process.env, ...world.engine.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const ended: unknown[] = await once(child, 'close');
  return { code: ended[0], out, err };
}

/** What is told of it. */
async function change(
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<{ body: string; summary: string }> {
  await world.project.commit('Change', files, branch);
  const number = await world.openPullRequest(branch);
  const run = await world.runPullRequest(workflow({ noise: '0 B and 0%' }), number, branch);
  expectPassed(run);
  const body = (await world.github.comments(number)).map((comment) => comment.body).join('');
  return { body, summary: run.summary };
}

function workflow(inputs: Readonly<Record<string, string>>): string {
  return formatWorkflow({ ...world.inputs, platforms: 'linux/amd64', ...inputs });
}
