import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { type Auditors, findAuditors } from '../../lab/runner/auditors.ts';
import { startBuildah } from '../../lab/engine/buildah.ts';
import { startBuildkitDaemon } from '../../lab/engine/buildkit-daemon.ts';
import { addInputs, readBlocks } from '../../lab/runner/document-workflow.ts';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import { openRepository } from '../../lab/registry/repository.ts';
import { run as runCommand } from '../../lab/machine/run.ts';
import type { WorkflowRun } from '../../lab/runner/runner.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { CREDENTIALS, startWorld, type World } from '../../lab/world.ts';
import { expectPassed, noise, outputs } from './workflow-run.ts';

jest.setTimeout(600_000);

const FILES = {
  Dockerfile: 'FROM scratch\nCOPY payload.bin /payload.bin\n',
  '.dockerignore': '.git\n',
  'payload.bin': noise(100_000, 1),
  'services/web/Dockerfile': 'FROM scratch\nCOPY payload.bin /payload.bin\n',
  'services/web/payload.bin': noise(100_000, 2),
  'services/jobs/Dockerfile': 'FROM scratch\nCOPY payload.bin /payload.bin\n',
  'services/tool/Dockerfile': 'FROM scratch\nCOPY payload.bin /payload.bin\nCOPY --from=web /payload.bin /web.bin\n',
  'services/tool/payload.bin': noise(1000, 9),
  'services/jobs/payload.bin': noise(100_000, 3),
  'docker-bake.hcl': `target "web" { context = "services/web" }
target "jobs" { context = "services/jobs" }
target "tool" {
  context = "services/tool"
  contexts = { web = "target:web" }
}
`,
};

/** A change that is seen, and one that breaks every limit of the recipes. */
const SMALL = { 'payload.bin': noise(103_000, 4) };
const LARGE = {
  'payload.bin': noise(300_000, 5),
  'services/web/payload.bin': noise(300_000, 6),
  'services/jobs/payload.bin': noise(300_000, 7),
};

let world: World;
let recipes: ReadonlyMap<string, string>;
let names: readonly string[];
let first: string;
let githubFault: GitHubFaultHook = () => null;
/** Recipes that a test has run. */
const ran = new Set<string>();

beforeAll(async () => {
  const blocks = [...(await readBlocks('docs/workflows.md', 'yaml')), ...(await readBlocks('docs/worth.md', 'yaml'))];
  const Named = v.object({ name: v.string() });
  const named = blocks.map((block) => [v.parse(Named, parse(block)).name, block] as const);
  names = named.map(([name]) => name);
  recipes = new Map(named);
  world = await startWorld({
    project: { files: FILES },
    bases: [],
    githubFault: (request) => githubFault(request),
  });
  first = await world.project.resolve('main');
  await world.project.commit('Grow', SMALL, 'small');
  await world.project.commit('Grow much', LARGE, 'large');
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  githubFault = () => null;
  world.registry.forgetRequests();
});

/** The recipe of a name as it stands in the document, with what it needs in the lab. Each has an image of its own. */
function recipe(name: string, inputs: Readonly<Record<string, string>> = {}): string {
  const text = recipes.get(name);
  if (text === undefined) throw new Error(`docs/workflows.md has no workflow named ${name}`);
  ran.add(name);
  const image = `${world.registry.host}/acme/${name.toLowerCase().replaceAll(' ', '-')}`;
  return addInputs(text.replaceAll('ghcr.io/acme/api', image), { ...world.inputs, image, ...inputs });
}

async function push(workflow: string): Promise<void> {
  expectPassed(await world.push(workflow, { before: null, commit: first }));
}

/** A pull request of `branch` under a workflow. */
async function pull(
  workflow: string,
  branch: string,
  rest: Parameters<World['runPullRequest']>[4] = {},
): Promise<{ run: WorkflowRun; number: number }> {
  const number = await world.openPullRequest(branch);
  return { run: await world.runPullRequest(workflow, number, branch, undefined, rest), number };
}

function writes() {
  return world.registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
}

async function comments(number: number): Promise<string[]> {
  return (await world.github.comments(number)).map(({ body }) => body);
}

async function expectOver({ run, number }: { run: WorkflowRun; number: number }): Promise<void> {
  expect(run.exitCode).toBe(1);
  expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false' });
  expect(writes()).toEqual([]);
  const posted = await comments(number);
  expect(posted).toHaveLength(1);
  expect(posted[0]).toMatch(/❌ \*\*[\w-]+: this change adds/);
}

describe('docs/workflows.md', () => {
  test.each(['Image', 'Private registry', 'Own builder', 'Build and compare'])(
    '%s: a push to main is the baseline of a pull request, which pushes nothing and fails over its budget',
    async (name) => {
      const inputs = name === 'Own builder' ? { 'max-increase': '5%' } : {};
      await push(recipe(name, inputs));
      world.registry.forgetRequests();
      await expectOver(await pull(recipe(name, inputs), 'large'));
    },
  );

  test('Images: two jobs write their sections into one comment', async () => {
    await push(recipe('Images'));
    const { run, number } = await pull(recipe('Images'), 'large');
    expect(run.exitCode).toBe(1);
    const posted = await comments(number);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('❌ **web: this change adds');
    expect(posted[0]).toContain('❌ **jobs: this change adds');
  });

  test('Remote builder: a daemon on another machine builds, and holds the image of a pull request', async () => {
    const daemon = await startBuildkitDaemon(world.engine);
    try {
      const inputs = { endpoint: daemon.tcp, 'driver-opts': '', 'buildkitd-config-inline': '', 'max-increase': '5%' };
      await push(recipe('Remote builder', inputs));
      world.registry.forgetRequests();
      await expectOver(await pull(recipe('Remote builder', inputs), 'large'));
    } finally {
      await daemon.stop();
    }
  });

  test('Checks: from a fork it is judged without a right to write anything', async () => {
    await push(recipe('Image'));
    const image = `${world.registry.host}/acme/image`;
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    world.registry.forgetRequests();
    const fork = { slug: 'mallory/api' };
    const number = await world.openPullRequest('large', fork);
    const run = await world.runPullRequest(recipe('Checks', { image }), number, 'large', fork);
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false', 'comment-url': '' });
    expect(run.summary).toContain('❌ **image: this change adds');
    expect(writes()).toEqual([]);
    expect(await comments(number)).toEqual([]);
    const bot = await pull(recipe('Checks', { image }), 'small', { actor: 'dependabot[bot]' });
    expectPassed(bot.run);
    expect(outputs(bot.run)['verdict']).toBe('pass');
  });

  test('One check: the last job alone writes the comment, and fails for all', async () => {
    await push(recipe('One check'));
    const { run, number } = await pull(recipe('One check'), 'large');
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', 'comment-url': expect.stringContaining(`/${number}#`) });
    const posted = await comments(number);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatch(/❌ \*\*(web|jobs): this change adds[^]*❌ \*\*(web|jobs): this change adds/);
    const quiet = await pull(recipe('One check'), 'small');
    expectPassed(quiet.run);
    expect(outputs(quiet.run)).toMatchObject({ verdict: 'pass', 'comment-url': '' });
  });

  test('Collect and Comment: a fork has its comment from the second workflow', async () => {
    await push(recipe('Image'));
    const image = `${world.registry.host}/acme/image`;
    // Not the fork of the test above: GitHub has one pull request of a branch into another.
    const fork = { slug: 'peggy/api' };
    const number = await world.openPullRequest('large', fork);
    const collected = await world.runPullRequest(recipe('Collect', { image }), number, 'large', fork);
    expect(collected.exitCode).toBe(1);
    expect(await comments(number)).toEqual([]);
    const runs = await makeWorkDir('runs');
    try {
      await cp(join(collected.out, 'artifacts'), join(runs, '4711'), { recursive: true });
      const followed = { id: 4711, run_attempt: 1, run_number: 3, event: 'pull_request', head_branch: 'large' };
      const head = { head_sha: await world.project.resolve('large'), head_repository: { full_name: fork.slug } };
      const run = await world.run(recipe('Comment'), {
        event: 'workflow_run',
        payload: { workflow_run: { ...followed, ...head }, repository: { full_name: 'acme/api' } },
        env: { LAB_RUNS: runs },
      });
      expectPassed(run);
      const posted = await comments(number);
      expect(posted).toHaveLength(1);
      expect(posted[0]).toMatch(/The fork's own numbers[^]*image: this change adds/);
    } finally {
      await removeWorkDir(runs);
    }
  });

  test('Queue: the merge group is compared with its base, and warns', async () => {
    await push(recipe('Queue'));
    world.registry.forgetRequests();
    const head = await world.project.merge(first, 'large');
    const ref = `refs/heads/gh-readonly-queue/main/pr-7-${first}`;
    const group = { base_sha: first, base_ref: 'refs/heads/main', head_sha: head, head_ref: ref };
    const payload = { action: 'checks_requested', merge_group: group };
    const run = await world.run(recipe('Queue'), { event: 'merge_group', payload, ref, commit: head });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false' });
    expect(writes()).toEqual([]);
  });

  test('Release and Nightly: each prefix has its own releases; over budget none is tagged', async () => {
    const image = `${world.registry.host}/acme/release`;
    const release = async (tag: string, commit: string): Promise<WorkflowRun> => {
      const payload = { ref: `refs/tags/${tag}`, before: '0'.repeat(40), after: commit, head_commit: { id: commit } };
      return await world.run(recipe('Release'), { event: 'push', payload, commit });
    };
    const small = await world.project.resolve('small');
    const large = await world.project.resolve('large');
    const begin = await release('v1.0.0', first);
    expectPassed(begin);
    expect(outputs(begin)['tags']).toBe(`${image}:v1.0.0\n${image}:latest`);
    expect(outputs(await release('api-v1.0.0', large))['verdict']).toBe('no-baseline');
    const next = await release('v1.1.0', small);
    expectPassed(next);
    expect(outputs(next)).toMatchObject({ verdict: 'pass', tags: `${image}:v1.1.0\n${image}:latest` });
    expect(outputs(next)['baseline']).toBe(outputs(begin)['reference']);
    const over = await release('v1.2.0', large);
    expect(over.exitCode).toBe(1);
    expect(outputs(over)).toMatchObject({ verdict: 'over', tags: '' });
    const nightly = await world.run(recipe('Nightly', { image }), {
      event: 'schedule',
      payload: { schedule: '17 3 * * *', repository: { full_name: 'acme/api', default_branch: 'main' } },
      ref: 'refs/heads/main',
      commit: first,
      branch: 'main',
    });
    expectPassed(nightly);
    expect(outputs(nightly)).toMatchObject({ verdict: 'pass', baseline: outputs(next)['reference'] });
    expect(outputs(nightly)['tags']).toContain(`${image}:main`);
  });

  test.each(['Native by steps', 'Native'])(
    '%s: each platform is built and pushed by digest, merged, compared and tagged; a pull request compares each by itself',
    async (name) => {
      const image = `${world.registry.host}/acme/${name.toLowerCase().replaceAll(' ', '-')}`;
      const merged = await world.push(recipe(name), { before: null, commit: first });
      expectPassed(merged);
      const written = writes().flatMap(({ path }) => /\/manifests\/(.*)$/.exec(path)?.slice(1) ?? []);
      const tags = [...new Set(written.filter((tag) => !tag.startsWith('sha256:') && !tag.startsWith('plimsoll-')))];
      // Tags of the image come last, and there are no others.
      expect(tags.slice(0, 2).sort()).toEqual(
        ['amd64', 'arm64'].map((platform) => `buildcache-${image.replace(/.*\//, '')}-${platform}-main`),
      );
      expect(tags.slice(2)).toEqual(['main', `sha-${first}`]);
      expect(await platformsOf(image, 'main')).toEqual(['linux/amd64', 'linux/arm64']);

      world.registry.forgetRequests();
      const { run, number } = await pull(recipe(name), 'large');
      expect(run.exitCode).toBe(1);
      expect(writes()).toEqual([]);
      const posted = await comments(number);
      expect(posted).toHaveLength(1);
      expect(posted[0]).toMatch(/❌ \*\*[\w-]+-amd64: this change adds/);
      expect(posted[0]).toMatch(/❌ \*\*[\w-]+-arm64: this change adds/);
      expect(posted[0]).not.toContain('removed');

      const small = await world.project.resolve('small');
      const next = await world.push(recipe(name), { before: first, commit: small });
      expectPassed(next);
      expect(next.summary).toMatch(/\| linux\/amd64 \|[^]*\| linux\/arm64 \|/);
      expect(await platformsOf(image, `sha-${small}`)).toEqual(['linux/amd64', 'linux/arm64']);
    },
  );

  test('Bake and compare: a section per target, one verdict', async () => {
    await push(recipe('Bake and compare'));
    world.registry.forgetRequests();
    const { run, number } = await pull(recipe('Bake and compare'), 'large');
    expect(run.exitCode).toBe(1);
    expect(outputs(run)['verdict']).toBe('over');
    expect(writes()).toEqual([]);
    const [posted] = await comments(number);
    expect(posted).toContain('❌ **web: this change adds');
    expect(posted).toContain('❌ **jobs: this change adds');
  });

  test('Bake and compare: what a target brings into another has not come by itself, though that has a file of the name', async () => {
    const linked = recipe('Bake and compare')
      .replace('targets: web,jobs', 'targets: tool')
      .replace(/jobs(\.tags=.*\/)jobs:/, 'tool$1tool:');
    await push(linked);
    await world.project.commit('Grow web', { 'services/web/payload.bin': noise(300_000, 10) }, 'web');
    const { run, number } = await pull(linked, 'web');
    expect(run.exitCode).toBe(1);
    const [posted] = await comments(number);
    expect(posted).toContain('❌ **tool: this change adds');
    expect(posted).toContain('<code>Dockerfile:3</code> <code>COPY /payload.bin /web.bin</code>');
    expect(posted).not.toContain('could not be compared');

    const lost = await pull(linked.replace(/^.*\*\.output=.*\n/m, ''), 'web');
    expectPassed(lost.run);
    expect(outputs(lost.run)['verdict']).toBe('not-compared');
    expect(lost.run.text).toContain('in docker/bake-action "set: *.output=type=image"');
  });

  test('Layout and compare: what buildah wrote is compared with what it pushed', async () => {
    const buildah = await startBuildah(world.registry.host);
    try {
      const env = { PATH: `${buildah.path}:${world.engine.env.PATH}` };
      const workflow = recipe('Layout and compare');
      expectPassed(
        await world.run(workflow, {
          event: 'push',
          payload: { ref: 'refs/heads/main', before: '0'.repeat(40), after: first },
          commit: first,
          branch: 'main',
          env,
        }),
      );
      world.registry.forgetRequests();
      const { run, number } = await pull(workflow, 'large', { env });
      await expectOver({ run, number });
      // By its instruction, which names the content of the file that it copied.
      expect((await comments(number))[0]).toContain('<code>COPY file:… in /payload.bin</code>, all of it in');
    } finally {
      await buildah.stop();
    }
  });

  test('Scan and compare: vulnerabilities that came start a comment, and what a month costs is in the summary', async () => {
    const bin = await makeTrivy();
    try {
      const image = `${world.registry.host}/acme/scan-and-compare`;
      expectPassed(await world.push(recipe('Image', { image }), { before: null, commit: first }));
      // A change that says nothing of itself.
      await world.project.commit('Less than noise', { 'payload.bin': noise(100_010, 8) }, 'scanned');
      const env = { PATH: `${bin}:${world.engine.env.PATH}` };
      const { run, number } = await pull(recipe('Scan and compare'), 'scanned', { env });
      expectPassed(run);
      const [comment] = await comments(number);
      expect(comment).toContain('\n\nVulnerabilities, as trivy finds them: 1 new (1 critical), 1 gone (1 high).\n\n');
      expect(run.summary).toMatch(
        /CVE-2024-3094, critical, <code>xz-utils<\/code>[^]*what it costs[^]* × 5000 pulls × /,
      );
    } finally {
      await removeWorkDir(bin);
    }
  });

  test('no recipe is left that nothing ran, and none has the name of another', () => {
    expect(names).toHaveLength(recipes.size);
    expect([...recipes.keys()].filter((name) => !ran.has(name))).toEqual([]);
  });
});

describe('docs/workflows.md for actionlint', () => {
  let auditors: Auditors;

  beforeAll(async () => {
    auditors = await findAuditors();
  });

  test('it finds nothing in any of them', async () => {
    const folder = await makeWorkDir('recipes');
    try {
      for (const [name, text] of recipes) await writeFile(join(folder, `${name.replaceAll(' ', '-')}.yml`), text);
      const files = [...recipes.keys()].map((name) => join(folder, `${name.replaceAll(' ', '-')}.yml`));
      expect(await runCommand(auditors.actionlint, ['-no-color', ...files])).toBe('');
    } finally {
      await removeWorkDir(folder);
    }
  });
});

/** Platforms of the index under a tag, without attestations. */
async function platformsOf(image: string, tag: string): Promise<string[]> {
  const repository = image.slice(image.indexOf('/') + 1);
  const { url } = world.registry;
  const bytes = await openRepository({ url, repository, credentials: CREDENTIALS }).getManifest(tag);
  const { manifests } = v.parse(Index, JSON.parse(bytes.toString()));
  return manifests
    .map(({ platform }) => `${platform.os}/${platform.architecture}`)
    .filter((name) => !name.includes('unknown'));
}

const Index = v.object({
  manifests: v.array(v.object({ platform: v.object({ os: v.string(), architecture: v.string() }) })),
});

/** Stands for Trivy, which the lab has not: reports as it writes them, one on the baseline and another on a layout. */
async function makeTrivy(): Promise<string> {
  const folder = await makeWorkDir('trivy');
  const found = (id: string, name: string, severity: string): string =>
    JSON.stringify({
      SchemaVersion: 2,
      Results: [
        { Vulnerabilities: [{ VulnerabilityID: id, PkgName: name, InstalledVersion: '1', Severity: severity }] },
      ],
    });
  const script = `#!/bin/sh -e
[ "$1 $2 $3 $4" = 'image --format json --output' ]
case "$6" in
  --input) test -f "$7/index.json"; echo '${found('CVE-2024-3094', 'xz-utils', 'CRITICAL')}' > "$5" ;;
  *) crane manifest "$6" > /dev/null; echo '${found('CVE-2023-0464', 'libssl3', 'HIGH')}' > "$5" ;;
esac
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'trivy'), script);
  await chmod(join(folder, 'trivy'), 0o755);
  return folder;
}
