import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runCompare } from '../../src/command/compare.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `terminal-changes-${randomUUID().slice(0, 8)}`;

const ComparisonSchema = v.object({
  platforms: v.tuple([v.object({ causes: v.array(v.object({ kind: v.string(), by: v.nullable(v.string()) })) })]),
});

let engine: Engine;
let registry: Registry;
let folder: string;

const git = async (...words: string[]): Promise<string> => (await run('git', ['-C', folder, ...words])).trim();

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
}

/** Commits the files, and pushes what is built of them, and of those beside, with all that the builder states. */
async function build(tag: string, files: Record<string, string>, beside: Record<string, string> = {}): Promise<void> {
  await write(files);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', tag);
  await write(beside);
  const output = `type=image,name=${registry.host}/acme/api:${tag},push=true`;
  const words = ['--builder', BUILDER, '--no-cache', '--provenance=mode=max', '--output', output];
  await run(engine.docker, ['buildx', 'build', ...words, folder], { env: engine.env });
}

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  registry = await startRegistry();
  folder = await makeWorkDir('terminal-changes');
  const options = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
  await run(engine.docker, ['buildx', 'create', '--name', BUILDER, ...options], { env: engine.env });
  await run('git', ['init', '--quiet', folder]);
  await git('config', 'user.name', 'Ada');
  await git('config', 'user.email', 'ada@example.com');
  // What comes out of another stage is not told by the layer itself: it has the name that it had there.
  const dockerfile = 'FROM scratch AS made\nCOPY app lib /made/\nFROM scratch\nCOPY --from=made /made /made\n';
  await build('main', { Dockerfile: dockerfile, app: 'a', lib: 'a', 'README.md': 'a' });
  await build('app', { app: 'b'.repeat(500) });
  await git('checkout', '--quiet', '-b', 'readme', 'HEAD~1');
  await build('readme', { 'README.md': 'b' }, { app: 'b'.repeat(500) });
  await git('checkout', '--quiet', 'app');
});

afterAll(async () => {
  await run(engine.docker, ['buildx', 'rm', '--force', BUILDER], { env: engine.env });
  await registry.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

/** Whose doing the layers are. */
async function judge(head: string, directory: string): Promise<(string | null)[]> {
  const names = ['main', head].map((tag) => `${registry.host}/acme/api:${tag}`);
  const asked = parseArguments(['compare', ...names, '--json']);
  if (asked.kind !== 'compare') throw new Error(asked.kind);
  const terminal = makeTerminal({ env: { PATH: process.env['PATH'], DOCKER_CONFIG: folder }, directory });
  expect(await runCompare(asked, terminal)).toBe(0);
  const { causes } = v.parse(ComparisonSchema, JSON.parse(terminal.out())).platforms[0];
  return causes.filter(({ kind }) => kind !== 'config').map(({ by }) => by);
}

test('what of a context changed between two commits is asked of the repository that the person is in', async () => {
  expect(await judge('app', folder)).toEqual(['change']);
  // Elsewhere nobody knows these commits.
  expect(await judge('app', '/')).toEqual([null]);
});

test('what lay beside the commit’s files when it was built is not known: nothing is taken for drift', async () => {
  expect(await judge('readme', folder)).toEqual([null]);
});
