import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { run } from '../../lab/machine/run.ts';
import { addDockerChecks } from '../../src/command/docker-checks.ts';

// The first start on a machine downloads packages.
jest.setTimeout(600_000);

const Action = v.object({
  runs: v.object({
    steps: v.array(v.object({ id: v.optional(v.string()), env: v.optional(v.record(v.string(), v.string()), {}) })),
  }),
});

let root = '';
let engine: Engine;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-hostile-context-'));
  engine = await startEngine({ log: () => undefined });
});

afterAll(async () => {
  await engine.stop();
  await rm(root, { recursive: true, force: true });
});

/** A build context that git takes for a bare repository: it lacks its commit, and names the program that is to fetch it. */
async function makeContext(trace: string): Promise<string> {
  const context = await mkdtemp(join(root, 'context-'));
  await run('git', ['init', '--quiet', '--initial-branch=main', context]);
  await run('sh', ['-c', 'cd "$1" && rm -rf .git/index && mv .git/* . && rmdir .git', 'sh', context]);
  await writeFile(join(context, 'refs', 'heads', 'main'), `${'1'.repeat(40)}\n`);
  const program = join(context, 'fetch');
  await writeFile(program, `#!/bin/sh\ntouch '${trace}'\n`);
  await chmod(program, 0o755);
  await writeFile(
    join(context, 'config'),
    `[core]
repositoryformatversion = 1
bare = false
worktree = .
sshCommand = ${program}
[extensions]
partialClone = origin
[remote "origin"]
url = ssh://example.com/x
promisor = true
`,
  );
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  return context;
}

test('a bare repository that is committed into the context has nothing run by the build step', async () => {
  const { runs } = v.parse(Action, parse(await readFile('action.yml', 'utf8')));
  const step = runs.steps.find(({ id }) => id === 'build');
  const trace = join(root, 'trace');
  const context = await makeContext(trace);
  await run(engine.docker, ['buildx', 'build', '--quiet', context], { env: { ...engine.env, ...step?.env } });
  await expect(access(trace)).rejects.toThrow('ENOENT');
});

test('nor has it anything run by advise --check', async () => {
  const trace = join(root, 'trace of advise');
  const folder = await makeContext(trace);
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const checked = await addDockerChecks([], { path: join(folder, 'Dockerfile'), folder, target: null }, [], docker);
  expect(checked).toEqual({ advice: [], notes: [] });
  await expect(access(trace)).rejects.toThrow('ENOENT');
});
