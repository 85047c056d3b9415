import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { touches } from '../../src/compare/touches.ts';
import type { BuildStep } from '../../src/build/build-record.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `taken-paths-${process.pid}`;

const COPIES = [
  'COPY src /to/',
  'COPY --exclude=*.md src /to/',
  'COPY --exclude=**/*.md --exclude=!deep/keep.md src /to/',
  'COPY --exclude=/a.md --exclude=./deep src /to/',
  'COPY --exclude=a.md src/*.md /to/',
  'COPY --exclude=deep s?c lib /to/',
  'COPY --exclude=src --exclude=lib/*.go . /to/',
  'COPY --parents src/**/*.md /to/',
  'COPY --parents src/./deep/*.md /to/',
  'COPY --parents s*/./**/keep.md lib /to/',
  'COPY --parents --exclude=**/keep.md **/*.md /to/',
  'ADD --exclude=*.go src lib /to/',
];

const FILES = ['src/a.md', 'src/main.go', 'src/deep/keep.md', 'src/deep/other.md', 'src/deep/er/keep.md', 'lib/a.go'];

let engine: Engine;
let folder: string;

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};

/** The copies, each the one of its stage. */
async function build(): Promise<BuildStep[]> {
  const startedAtMs = Date.now();
  const output = ['--output', 'type=image,name=acme/api,push=false'];
  await run(engine.docker, ['buildx', 'build', '--builder', BUILDER, ...output, folder], { env: engine.env });
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const found = await findBuild(docker, { builder: BUILDER, startedAtMs, digest: null });
  if (found.kind !== 'found') throw new Error(found.note.message);
  const { build: record } = await readBuild(docker, found, found.summary);
  return COPIES.map((copy, place) => {
    const step = record?.steps.find(({ stage }) => stage === `copy${place}`);
    if (step === undefined) throw new Error(`the record has no ${copy}`);
    return step;
  });
}

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  folder = await makeWorkDir('taken-paths');
  const stages = COPIES.map((copy, place) => `FROM scratch AS copy${place}\n${copy}\n`);
  const all = COPIES.map((_, place) => `COPY --from=copy${place} / /${place}/\n`);
  await write('Dockerfile', `${stages.join('')}FROM scratch\n${all.join('')}`);
  for (const file of FILES) await write(file, 'before');
  await run(engine.docker, ['buildx', 'create', '--name', BUILDER, '--driver', 'docker-container'], {
    env: engine.env,
  });
  await build();
});

afterAll(async () => {
  await run(engine.docker, ['buildx', 'rm', '--force', BUILDER], { env: engine.env });
  await removeWorkDir(folder);
  await engine.stop();
});

test.each(FILES)('a change of %s touches the copies that BuildKit runs for it, and no others', async (file) => {
  await write(file, `after ${file}`);
  const steps = await build();
  const told = (isTouched: (step: BuildStep) => boolean): string[] =>
    COPIES.filter((_, place) => steps.slice(place, place + 1).some(isTouched));
  const touched = told(({ inputs }) => touches(inputs?.flatMap(({ paths }) => paths) ?? [], [file]));
  expect(touched).toEqual(told(({ status }) => status === 'ran'));
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.length).toBeLessThan(COPIES.length);
});
