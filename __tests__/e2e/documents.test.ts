import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { addInputs, readBlocks } from '../../lab/runner/document-workflow.ts';
import { placeBases } from '../../lab/examples/example-service.ts';
import { putFiles, type Files } from '../../lab/machine/put-files.ts';
import { run as runCommand } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { CREDENTIALS, startWorld, type World } from '../../lab/world.ts';

jest.setTimeout(900_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli/index.js');

/** What `plimsoll init` builds a project of Go on. */
const INIT_BASES = ['golang:1.27-alpine', 'gcr.io/distroless/static-debian13:nonroot', 'docker/dockerfile:1'] as const;

let world: World;

beforeAll(async () => {
  world = await startWorld({
    project: { files: { Dockerfile: 'FROM busybox:latest\nCOPY payload.txt /\n', 'payload.txt': 'small\n' } },
    bases: ['busybox:latest', ...INIT_BASES],
  });
});

afterAll(async () => {
  await world.stop();
});

describe('README.md', () => {
  let workflow: string;
  let budgets: string;
  let commands: string[];

  beforeAll(async () => {
    [workflow = '', budgets = ''] = await readBlocks('README.md', 'yaml');
    commands = await readBlocks('README.md', 'sh');
  });

  test('its workflow records a baseline on the first push, and comments on the next pull request', async () => {
    const push = await world.push(addInputs(workflow, world.inputs), { before: null });
    expect(push.exitCode === 0 ? '' : push.text).toBe('');
    await world.project.commit('Grow', { 'payload.txt': 'large '.repeat(500_000) }, 'grow');
    const number = await world.openPullRequest('grow');
    const run = await world.runPullRequest(
      addInputs(workflow, { ...world.inputs, noise: '0 B and 0%' }),
      number,
      'grow',
    );
    expect(run.exitCode === 0 ? '' : run.text).toBe('');
    expect(await world.github.comments(number)).toHaveLength(1);
  });

  test('its budgets are taken, and a line per platform counts', async () => {
    const inputs = v.parse(v.record(v.string(), v.string()), parse(budgets));
    const number = await world.openPullRequest('grow');
    const run = await world.runPullRequest(addInputs(workflow, { ...world.inputs, ...inputs }), number, 'grow');
    expect(run.exitCode === 0 ? '' : run.text).toBe('');
    expect(run.summary).toMatch(/max-size: 20 MB.*linux\/amd64.*pass/);
    expect(run.summary).toMatch(/linux\/arm64: 22 MB.*linux\/arm64.*pass/);
  });

  test('what it installs runs, and brings no other package', async () => {
    const command = commands.find((text) => text.includes('npm install')) ?? '';
    const folder = await makeWorkDir('install');
    const archive = join(folder, 'v1.tar.gz');
    await runCommand('git', ['archive', '--prefix=plimsoll-1/', '-o', archive, 'HEAD'], { cwd: ROOT });
    const server = createServer((_, response) => createReadStream(archive).pipe(response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const address = v.parse(v.object({ port: v.number() }), server.address());
      const here = command.replace('https://github.com', `http://127.0.0.1:${address.port}`);
      expect(here).not.toBe(command);
      await runCommand('bash', ['-euc', here], { env: { npm_config_prefix: folder } });
      expect(await readdir(join(folder, 'lib/node_modules/plimsoll'))).not.toContain('node_modules');
      const said = await runCommand(join(folder, 'bin/plimsoll'), ['--help']);
      expect(said).toContain('plimsoll compare');
    } finally {
      server.close();
      await removeWorkDir(folder);
    }
  });

  test('its commands answer at a terminal', async () => {
    const said = await runCommands(commands.filter((text) => /^plimsoll /m.test(text)).join(''));
    expect(said).toContain('linux/amd64');
    expect(said).toMatch(/: built in .* from the cache\n/);
  });
});

test.each([
  ['docs/reference.md', /: built in .* from the cache\n/],
  ['docs/worth.md', /what it costs[^]*your prices[^]*As trivy found them/],
])('%s: its commands answer at a terminal', async (document, says) => {
  const files = { 'before.json': TRIVY_REPORT, 'after.json': TRIVY_REPORT };
  expect(await runCommands((await readBlocks(document, 'sh')).join(''), files)).toMatch(says);
});

test('docs/init.md: its commands write what builds', async () => {
  const folder = await makeWorkDir('init');
  await putFiles(folder, { 'go.mod': 'module example.com/server\n\ngo 1.20\n', 'main.go': GO_MAIN });
  const places = placeBases(
    INIT_BASES.map((name) => ({ name, base: name })),
    world.upstream,
  );
  const script = (await readBlocks('docs/init.md', 'sh')).join('');
  const here = script.replace('docker buildx build', `docker buildx build ${places.join(' ')}`);
  expect(here).not.toBe(script);
  try {
    await runScript(here, folder);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['Dockerfile', '.dockerignore', '.github']));
  } finally {
    await removeWorkDir(folder);
  }
});

const GO_MAIN = 'package main\n\nfunc main() { println("hello") }\n';

const TRIVY_REPORT = JSON.stringify({ SchemaVersion: 2, Results: [] });

/** Runs commands as a user's shell does, in the project, with a Dockerfile that needs no base; gives what they say. */
async function runCommands(script: string, files: Files = {}): Promise<string> {
  await putFiles(world.project.folder, { Dockerfile: 'FROM scratch\nCOPY payload.txt /\n', ...files });
  return await runScript(script, world.project.folder);
}

/** Fails where a command does. */
async function runScript(script: string, folder: string): Promise<string> {
  const config = await world.engine.makeDockerConfig();
  await runCommand('docker', ['login', world.registry.host, '--username', CREDENTIALS.username, '--password-stdin'], {
    env: { ...world.engine.env, DOCKER_CONFIG: config },
    input: CREDENTIALS.password,
  });
  const here = script
    .replaceAll(/ghcr\.io\/acme\/api:[\w.]+/g, `${world.image}:main`)
    .replaceAll(/^plimsoll /gm, `node ${CLI} `);
  // The engine's own builder keeps the image of a plain build with the containerd image store.
  const child = spawn('bash', ['-euo', 'pipefail', '-c', here], {
    cwd: folder,
    env: { ...process.env, ...world.engine.env, DOCKER_CONFIG: config },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const ended: unknown[] = await once(child, 'close');
  expect(ended[0] === 0 ? '' : said).toBe('');
  return said;
}
