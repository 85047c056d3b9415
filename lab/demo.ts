import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { addInputs, readBlocks } from './runner/document-workflow.ts';
import { moveBase } from './bases/move-base.ts';
import type { WorkflowRun } from './runner/runner.ts';
import { startWorld, type World } from './world.ts';

/** `npm run demo`: what a base branch and a pull request see, from the first build to the comment, on this machine. */
const started = performance.now();
const say = (line: string): void => {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.error(`${String(seconds).padStart(4)} s  ${line}`);
};

/** Text that does not compress: a service that embeds it grows by it. */
const ASSETS = Array.from({ length: 40_000 }, (_, place) =>
  createHash('sha256').update(String(place)).digest('base64'),
).join('');

const GROW = `package main

import _ "embed"

//go:embed assets.txt
var assets string

func init() {
	if len(assets) == 0 {
		panic("no assets")
	}
}
`;

/** What the example's last stage is built on. */
const BASE = 'gcr.io/distroless/static-debian12:nonroot';

const example = fileURLToPath(new URL('../examples/go-static', import.meta.url));
say('starting a registry, a builder, a runner and a stand-in for GitHub on loopback');
const world = await startWorld({
  project: { from: example },
  bases: ['golang:1.26-alpine', BASE, 'docker/dockerfile:1'],
  log: (line) => {
    say(`  ${line}`);
  },
});
try {
  process.exitCode = await show(world);
} finally {
  await world.stop();
}

async function show(lab: World): Promise<number> {
  const [readme = ''] = await readBlocks('README.md', 'yaml');
  const workflow = addInputs(readme, lab.inputs);

  say('main: building examples/go-static for linux/amd64 and linux/arm64, and pushing it');
  const push = await lab.push(workflow, { before: null });
  if (push.exitCode !== 0) return fail(push);
  say(`main: pushed ${push.outputs['plimsoll']?.['reference'] ?? ''}`);

  await lab.project.commit(
    'Embed the assets',
    { 'cmd/server/assets.go': GROW, 'cmd/server/assets.txt': ASSETS },
    'assets',
  );
  say(`upstream: ${BASE} moves, as tags do`);
  await moveBase(lab.upstream, BASE, 200_000);
  const number = await lab.openPullRequest('assets');
  say(`pull request #${number}: building a change that embeds a large file, and pushing nothing`);
  const run = await lab.runPullRequest(workflow, number, 'assets');
  const [comment] = await lab.github.comments(number);
  if (comment === undefined) return fail(run);

  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-demo-'));
  const markdown = join(folder, 'comment.md');
  await writeFile(markdown, `${comment.body}\n`);
  await mkdir(join(folder, 'files'), { recursive: true });
  await cp(run.out, join(folder, 'files'), { recursive: true });
  say(`pull request #${number}: the job ${run.exitCode === 0 ? 'passed' : 'failed, as its budget says'}`);
  console.log(`\n${comment.body.replace(/<!--.*?-->\n*/gs, '')}\n`);
  console.log(`comment, Markdown:  ${markdown}`);
  console.log(`comparison, JSON:   ${join(folder, 'files', 'comparison.json')}`);
  return 0;
}

function fail(run: WorkflowRun): number {
  console.error(run.text);
  say('the demo did not come to its comment: the log is above');
  return 1;
}
