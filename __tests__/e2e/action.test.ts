import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { run as runCommand } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { CREDENTIALS, startWorld, type World } from '../../lab/world.ts';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { expectPassed, formatWorkflow, noise, outputs, readComparison } from './workflow-run.ts';

jest.setTimeout(900_000);

const STATIC = 'gcr.io/distroless/static-debian12:nonroot';
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/** A multi-stage build with an emulated RUN, on two bases; small, so that a run takes seconds. */
const DOCKERFILE = `FROM busybox:latest AS build
WORKDIR /src
COPY deps.txt ./
RUN cat deps.txt > /deps && uname -m >> /deps
COPY . .
RUN mkdir /out && cp payload.bin /deps /out/
FROM ${STATIC}
COPY --from=build /out /app
`;

const FILES = {
  Dockerfile: DOCKERFILE,
  '.dockerignore': '.git\n*.md\n',
  'deps.txt': 'left-pad 1.3.0\n',
  'payload.bin': noise(100_000, 1),
  'README.md': 'An example.\n',
};

let world: World;
let crane: string;
let registryFault: FaultHook = () => null;
let githubFault: GitHubFaultHook = () => null;

beforeAll(async () => {
  world = await startWorld({
    project: { files: FILES },
    bases: ['busybox:latest', STATIC],
    registryFault: (request) => registryFault(request),
    githubFault: (request) => githubFault(request),
  });
  ({ crane } = await unpackTools(() => undefined));
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  registryFault = () => null;
  githubFault = () => null;
  world.registry.forgetRequests();
  world.upstream.forgetRequests();
});

describe('action.yml in a runner', () => {
  let first: string;
  let pullRequest: number;

  test('the first push records a baseline: two tags, the cache, the record', async () => {
    first = await world.project.resolve('main');
    const run = await world.push(workflow({ 'max-increase': '5%' }), { before: null });
    expectPassed(run);
    const { digest, reference, tags, pushed, verdict } = outputs(run);
    expect({ pushed, verdict, reference }).toEqual({
      pushed: 'true',
      verdict: 'no-baseline',
      reference: `${world.image}@${digest ?? ''}`,
    });
    expect(tags?.split('\n')).toEqual([`${world.image}:main`, `${world.image}:sha-${first}`]);
    const written = writes().map(({ path }) => path);
    // The tags come last of all, and the record before them.
    expect(written.slice(-2)).toEqual(['/v2/acme/api/manifests/main', `/v2/acme/api/manifests/sha-${first}`]);
    expect(written).toContain('/v2/acme/api/manifests/buildcache-api-main');
    expect(written).toContain(`/v2/acme/api/manifests/plimsoll-${(digest ?? '').slice(7, 39)}`);
    expect(run.summary).toContain('api: baseline recorded.');
    expect(run.text).not.toContain(CREDENTIALS.password);
  });

  test('a pull request that changes nothing says nothing, restores all steps and downloads no base layer', async () => {
    await world.project.commit('Explain', { 'README.md': 'An example, explained.\n' }, 'docs');
    const number = await world.openPullRequest('docs');
    const run = await world.runPullRequest(workflow({ 'max-increase': '5%' }), number, 'docs');
    expectPassed(run);
    expect(await world.github.comments(number)).toEqual([]);
    expect(writes()).toEqual([]);
    const comparison = await readComparison(run, ComparisonFile);
    expect(comparison.verdict).toBe('pass');
    expect(comparison.baseline).toMatchObject({ how: 'commit', distance: 0, commit: first });
    // All layers are the same ones; only BuildKit's time stamps in the config have more or fewer digits.
    for (const { causes, layers } of comparison.platforms) {
      expect(layers.filter(({ status }) => status !== 'same')).toEqual([]);
      expect(causes.filter(({ kind }) => kind !== 'config')).toEqual([]);
    }
    // The builder was thrown away after the push: all of it comes out of the registry, by the build's own record.
    expect(comparison.build?.cache).toMatchObject({ cacheable: 12, restored: 12 });
    const layers = (
      await Promise.all(['library/busybox:latest', 'distroless/static-debian12:nonroot'].map(baseLayers))
    ).flat();
    expect(layers.length).toBeGreaterThan(3);
    const fetched = world.upstream
      .requests()
      .flatMap(({ method, path }) => (method === 'GET' ? [path.split('/').at(-1)] : []));
    expect(layers.filter((layer) => fetched.includes(layer))).toEqual([]);
  });

  test('a pull request that grows over its budget fails after the comment, and pushes nothing', async () => {
    await world.project.commit('Grow', { 'payload.bin': noise(300_000, 2) }, 'grow');
    pullRequest = await world.openPullRequest('grow');
    const run = await world.runPullRequest(workflow({ 'max-increase': '5%' }), pullRequest, 'grow');
    expect(run.exitCode).toBe(1);
    expect(writes()).toEqual([]);
    const comparison = await readComparison(run, ComparisonFile);
    expect(comparison.baseline).toMatchObject({ how: 'commit', commit: first });
    expect(run.text).toContain('the first parent of the merge commit');
    for (const { platform, download, causes } of comparison.platforms) {
      expect(download.baseline).toBe(await measure(`${world.image}:main`, platform));
      expect(causes.reduce((sum, cause) => sum + cause.downloadBytes, 0)).toBe(download.change);
    }
    const [amd64] = comparison.platforms;
    expect(outputs(run)).toMatchObject({
      verdict: 'over',
      pushed: 'false',
      tags: '',
      size: String(amd64?.download.head),
      baseline: `${world.image}@${comparison.baseline.digest ?? ''}`,
    });
    const comments = await world.github.comments(pullRequest);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ author: 'github-actions[bot]', url: outputs(run)['comment-url'] });
    expect(comments[0]?.body).toContain('❌ **api: this change adds 166 kB');
    expect(run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringContaining('Limit: +5 %'),
    ]);
  });

  test('pushed on request, the very image that the builder told of has the bytes that an independent client says', async () => {
    const run = await world.runPullRequest(workflow({ push: 'true' }), pullRequest, 'grow');
    expectPassed(run);
    const { reference, tags } = outputs(run);
    expect(tags).toBe(`${world.image}:pr-${pullRequest}`);
    for (const { platform, download } of (await readComparison(run, ComparisonFile)).platforms) {
      expect(download.head).toBe(await measure(reference ?? '', platform));
    }
  });

  test('the same again keeps the one comment', async () => {
    const run = await world.runPullRequest(workflow({ 'max-increase': '1 MB' }), pullRequest, 'grow');
    expectPassed(run);
    const comments = await world.github.comments(pullRequest);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('✅ **api: this change adds 166 kB');
  });

  test('back at the size of the baseline, the comment becomes one line', async () => {
    await world.project.commit('Shrink', { 'payload.bin': FILES['payload.bin'] }, 'grow');
    const run = await world.runPullRequest(workflow({}), pullRequest, 'grow');
    expectPassed(run);
    const [comment] = await world.github.comments(pullRequest);
    expect(comment?.body).toMatch(/api: no change against <code>main<\/code> [0-9a-f]{7}/);
  });

  test('the label lifts the budget while it is there, and the comment says who put it', async () => {
    await world.project.commit('Grow again', { 'payload.bin': noise(300_000, 3) }, 'grow');
    await world.github.addLabel(pullRequest, 'size-ok', 'octocat');
    const run = await world.runPullRequest(workflow({ 'max-increase': '5%' }), pullRequest, 'grow');
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('overridden');
    const [comment] = await world.github.comments(pullRequest);
    expect(comment?.body).toContain('octocat');
    await world.github.removeLabel(pullRequest, 'size-ok', 'octocat');
  });

  test('a build that fails shows its own error, and the line with what the step printed last', async () => {
    await world.project.commit(
      'Break',
      { Dockerfile: DOCKERFILE.replace('mkdir /out', 'echo going && false') },
      'broken',
    );
    const number = await world.openPullRequest('broken');
    const run = await world.runPullRequest(workflow({}), number, 'broken');
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([
      expect.stringContaining('did not complete successfully'),
      expect.stringMatching(/^api: the build failed at Dockerfile:6 RUN echo/),
    ]);
    expect(errors[1]).toContain('going');
    expect(run.text).toContain('file=Dockerfile,line=6');
    expect(run.summary).toContain('❌ **api: the build failed at <code>Dockerfile:6</code> <code>RUN echo');
    expect(run.summary).toMatch(/<pre>.*going<\/pre>/s);
    expect(outputs(run)).toMatchObject({ verdict: '', size: '', pushed: 'false' });
    expect(await world.github.comments(number)).toEqual([]);
  });

  test('a push that is refused shows the error of the build, and what to do', async () => {
    // As zot answers a login that may only read.
    registryFault = ({ method, path }) =>
      method === 'POST' && path.includes('/blobs/uploads/')
        ? {
            kind: 'answer',
            status: 403,
            headers: { 'content-type': 'application/json' },
            body: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
          }
        : null;
    await world.project.commit('Move', { 'payload.bin': noise(100_000, 4) }, 'refused');
    const run = await world.push(workflow({}), { branch: 'refused', before: null });
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([
      expect.stringContaining('failed to push'),
      expect.stringMatching(
        /^api: it was built and not pushed: failed to push .*denied.*\nIs its password or token still valid, and may the account push\?/,
      ),
    ]);
    expect(run.text).not.toContain(CREDENTIALS.password);
  });

  test('a registry that fails us fails no build: one line says what to do, and strict makes it an error', async () => {
    registryFault = ({ userAgent, path }) =>
      userAgent.startsWith('plimsoll') && path.includes('/manifests/')
        ? {
            kind: 'answer',
            status: 403,
            headers: { 'content-type': 'application/json' },
            body: '{"errors":[{"code":"DENIED"}]}',
          }
        : null;
    const run = await world.runPullRequest(workflow({ 'max-increase': '5%' }), pullRequest, 'grow');
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('not-compared');
    expect(run.summary).toContain('could not be compared');
    const strict = await world.runPullRequest(workflow({ strict: 'true' }), pullRequest, 'grow');
    expect(strict.exitCode).toBe(1);
  });

  test('without the permission to comment, the log names the lines to add and the summary is written', async () => {
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    const run = await world.runPullRequest(workflow({}), pullRequest, 'grow');
    expectPassed(run);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/could not update comment[^]*permissions:\n {2}pull-requests: write/),
      }),
    );
    expect(run.summary).toContain('api: this change adds 166 kB');
    expect(outputs(run)['comment-url']).toBe('');
  });

  test('hostile text in a Dockerfile is inert in log, summary and comment', async () => {
    const hostile = '@octocat <img src=x onerror=alert(1)> ##[error]x | https://evil.example #1 <!-- plimsoll:end -->';
    const dockerfile = DOCKERFILE.replace(
      'COPY --from=build /out /app',
      `COPY --from=build /out /app\nLABEL hostile="${hostile}"\nENV HOSTILE="${hostile}"\nCOPY ["payload.bin", "/x/${hostile}\u202e"]`,
    );
    await world.project.commit('Attack', { Dockerfile: dockerfile }, 'attack');
    const number = await world.openPullRequest('attack');
    const run = await world.runPullRequest(workflow({ 'max-increase': '1%' }), number, 'attack');
    expect(run.exitCode).toBe(1);
    const [comment] = await world.github.comments(number);
    expect(comment?.body).toContain('COPY');
    const ours = run.printed.slice(run.printed.lastIndexOf('::group::Comparison'));
    for (const text of [comment?.body ?? '', run.summary]) {
      expect(text.replaceAll(/<!-- plimsoll:(?:comment|section|part|end)[^>]*-->/g, '')).not.toMatch(
        /@octocat|<img|https:\/\/evil|[^&]#1\b|<!--|\u202e/,
      );
    }
    expect(ours).toContain('adds');
    expect(ours).not.toMatch(/##\[|\u202e/);
  });

  test('bad input is refused before anything is built, naming the input, what it got and what it takes', async () => {
    const run = await world.runPullRequest(
      workflow({ 'max-increase': '5 parsecs', platforms: 'linux/amd64,plan9', push: 'perhaps' }),
      pullRequest,
      'grow',
    );
    expect(run.exitCode).toBe(1);
    for (const text of ['max-increase', '5 parsecs', 'platforms', 'plan9', 'push', 'perhaps']) {
      expect(run.text).toContain(text);
    }
    expect(run.steps.filter(({ id, result }) => id.startsWith('plimsoll/') && result === 'success')).toHaveLength(1);
    expect(world.registry.requests()).toEqual([]);
  });

  test('the next push is compared with the one before it, by its record', async () => {
    const before = await world.project.resolve('main');
    await world.project.commit('Grow main', { 'payload.bin': noise(180_000, 4) });
    const run = await world.push(workflow({ 'max-increase': '5%' }), { before });
    // What is merged cannot be stopped: it warns, and the tags move.
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('over');
    const comparison = await readComparison(run, ComparisonFile);
    expect(comparison.build?.baselineDurationMs).toBeGreaterThan(0);
    const step = comparison.build?.steps.find(({ name }) => name.includes('cat deps.txt'));
    expect(step).toMatchObject({ status: 'cached', baseline: { status: 'ran' } });
    expect(writes().at(-1)?.path).toContain('/manifests/sha-');
  });
});

const ComparisonFile = v.looseObject({
  verdict: v.string(),
  baseline: v.looseObject({ digest: v.optional(v.string()) }),
  platforms: v.array(
    v.looseObject({
      platform: v.string(),
      download: v.object({ baseline: v.number(), head: v.number(), change: v.number() }),
      layers: v.array(v.looseObject({ status: v.string() })),
      causes: v.array(v.looseObject({ kind: v.string(), downloadBytes: v.number() })),
    }),
  ),
  build: v.nullable(
    v.looseObject({
      baselineDurationMs: v.nullable(v.number()),
      steps: v.array(v.looseObject({ name: v.string() })),
      cache: v.looseObject({}),
    }),
  ),
});

function writes() {
  return world.registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
}

function workflow(inputs: Readonly<Record<string, string>>): string {
  return formatWorkflow({ ...world.inputs, ...inputs });
}

/** What an independent client says of an image's download: the config, and each distinct layer once. */
async function measure(reference: string, platform: string): Promise<number> {
  const manifest = v.parse(
    Manifest,
    JSON.parse(
      await runCommand(crane, ['manifest', '--insecure', '--platform', platform, reference], {
        env: { ...world.engine.env, DOCKER_CONFIG: await loggedIn() },
      }),
    ),
  );
  const blobs = new Map([manifest.config, ...manifest.layers].map(({ digest, size }) => [digest, size]));
  return [...blobs.values()].reduce((sum, size) => sum + size, 0);
}

const Blob = v.object({ digest: v.string(), size: v.number() });
const Manifest = v.object({ config: Blob, layers: v.array(Blob) });

async function loggedIn(): Promise<string> {
  const folder = await world.engine.makeDockerConfig();
  const { username, password } = CREDENTIALS;
  await runCommand(crane, ['auth', 'login', world.registry.host, '--username', username, '--password-stdin'], {
    env: { DOCKER_CONFIG: folder },
    input: password,
  });
  return folder;
}

async function baseLayers(name: string): Promise<string[]> {
  const of = await Promise.all(
    PLATFORMS.map(async (platform) => {
      const text = await runCommand(crane, [
        'manifest',
        '--insecure',
        '--platform',
        platform,
        `${world.upstream.host}/${name}`,
      ]);
      return v.parse(Manifest, JSON.parse(text)).layers.map(({ digest }) => digest);
    }),
  );
  return of.flat();
}
