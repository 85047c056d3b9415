import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { githubFaults } from '../../lab/github/github-faults.ts';
import type { GitHubFaultHook } from '../../lab/github/github-request.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run as runCommand } from '../../lab/machine/run.ts';
import type { WorkflowOptions, WorkflowRun } from '../../lab/runner/runner.ts';
import { CREDENTIALS, startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatWorkflow, noise, outputs, readComparison } from './workflow-run.ts';

jest.setTimeout(600_000);

/** No base and one platform: what is looked at here is what each event does. */
const FILES = {
  Dockerfile: 'FROM scratch\nCOPY payload.bin /app/payload.bin\n',
  'payload.bin': noise(100_000, 1),
  'README.md': 'An example.\n',
};

let world: World;
/** Anybody may read and write here: what a public package is to who may read only. */
let open: Registry;
let githubFault: GitHubFaultHook = () => null;
let registryFault: FaultHook = () => null;
let first: string;

beforeAll(async () => {
  world = await startWorld({
    project: { files: FILES },
    bases: [],
    githubFault: (request) => githubFault(request),
    registryFault: (request) => registryFault(request),
  });
  open = await startRegistry();
  first = await world.project.resolve('main');
  await world.project.commit('Grow', { 'payload.bin': noise(300_000, 2) }, 'patch-1');
  await world.project.commit('Grow', { 'payload.bin': noise(250_000, 5) }, 'two');
  expectPassed(await world.push(workflow({}), { before: null }));
  expectPassed(await world.push(workflow(inputsOfOpen()), { before: null }));
});

afterAll(async () => {
  await open.stop();
  await world.stop();
});

beforeEach(() => {
  githubFault = () => null;
  registryFault = () => null;
  world.registry.forgetRequests();
  open.forgetRequests();
  world.github.forgetRequests();
});

describe('a pull request by who may not write', () => {
  const fork = { slug: 'mallory/api' };
  let number: number;

  beforeAll(async () => {
    number = await world.openPullRequest('patch-1', fork);
  });

  test('from a fork it is built, compared, judged and summed up; nothing is pushed, and the missing comment is explained', async () => {
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    const run = await world.runPullRequest(
      workflow({ ...inputsOfOpen(), push: 'true', cache: 'pr' }),
      number,
      'patch-1',
      fork,
    );
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'pass', pushed: 'false', tags: '', 'comment-url': '' });
    expect(writes(open)).toEqual([]);
    expect(run.summary).toContain('api: this change adds 16');
    expect(run.text).toContain('nothing is pushed');
    const over = await world.runPullRequest(
      workflow({ ...inputsOfOpen(), 'max-increase': '5%' }),
      number,
      'patch-1',
      fork,
    );
    expect(over.exitCode).toBe(1);
    expect(outputs(over)['verdict']).toBe('over');
    expect(writes(open)).toEqual([]);
  });

  test('where its registry takes a password that a fork does not get, the job passes and says what is missing', async () => {
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    const run = await runWithoutSecrets(workflow({ 'max-increase': '5%' }), number, 'patch-1', fork);
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'not-compared', pushed: 'false' });
    expect(run.summary).toContain('could not be compared');
    const denials = run.annotations.filter(({ message }) => message.includes('denied access'));
    expect(denials).toHaveLength(1);
    // It cannot log in, so it is not told to.
    expect(denials[0]?.message).toContain('A pull request from a fork gets no secret to log in');
    expect(run.text).not.toContain('docker login');
  });

  test("Dependabot's is judged and pushes nothing", async () => {
    await world.project.commit('Bump', { 'payload.bin': noise(200_000, 3) }, 'dependabot/npm/x');
    const own = await world.openPullRequest('dependabot/npm/x');
    githubFault = ({ method }) => (method === 'GET' ? null : githubFaults.denied);
    const run = await runWithoutSecrets(
      workflow({ ...inputsOfOpen(), push: 'true' }),
      own,
      'dependabot/npm/x',
      undefined,
      {
        actor: 'dependabot[bot]',
      },
    );
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'pass', pushed: 'false', tags: '' });
    expect(run.text).toContain("Dependabot's token only reads");
    expect(writes(open)).toEqual([]);
  });

  test('pull_request_target is refused before anything is built, with the way to do it', async () => {
    const payload = {
      number,
      pull_request: { number, head: { sha: first, ref: 'patch-1' }, base: { sha: first, ref: 'main' } },
    };
    const run = await world.run(workflow({}, 'pull_request_target'), { event: 'pull_request_target', payload });
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('workflow_run');
    expect(world.registry.requests()).toEqual([]);
  });
});

describe('a pull request as it goes on', () => {
  test('an old payload is run again: label, head and state are those of now', async () => {
    const branch = 'relabeled';
    const headSha = await world.project.commit('Grow', { 'payload.bin': noise(300_000, 8) }, branch);
    const number = await world.openPullRequest(branch);
    const commit = await world.project.merge('main', branch);
    const run = async (): Promise<WorkflowRun> =>
      await world.run(workflow({ 'max-increase': '5%' }, 'pull_request'), {
        event: 'pull_request',
        payload: pullRequestPayload('labeled', number, { sha: headSha, ref: branch }),
        commit,
      });

    await world.github.addLabel(number, 'size-ok', 'octocat');
    const lifted = await run();
    expectPassed(lifted);
    expect(outputs(lifted)['verdict']).toBe('overridden');
    expect((await world.github.comments(number))[0]?.body).toContain('<code>octocat</code>');
    // Label, state and head are those of one moment.
    const questions = world.github.requests().map(({ method, path }) => `${method} ${path}`);
    expect(questions.filter((question) => question.endsWith(`/pulls/${number}`))).toHaveLength(1);

    await world.github.removeLabel(number, 'size-ok', 'octocat');
    await world.github.setPullRequest(number, { headSha: first });
    const over = await run();
    expect(over.exitCode).toBe(1);
    expect(outputs(over)['verdict']).toBe('over');
    expect((await world.github.comments(number))[0]?.body).toContain(`As of ${headSha.slice(0, 7)}`);

    await world.github.setPullRequest(number, { state: 'closed' });
    const closed = await run();
    expectPassed(closed);
    expect(outputs(closed)['verdict']).toBe('over');
    expect(closed.text).toContain('The pull request is closed by now');
  });

  test('closed and merged, it warns and pushes nothing', async () => {
    const branch = 'merged';
    const headSha = await world.project.commit('Grow', { 'payload.bin': noise(300_000, 9) }, branch);
    const number = await world.openPullRequest(branch);
    await world.github.setPullRequest(number, { state: 'closed' });
    const run = await world.run(workflow({ 'max-increase': '5%', push: 'true' }, 'pull_request'), {
      event: 'pull_request',
      payload: pullRequestPayload('closed', number, { sha: headSha, ref: branch }),
      commit: await world.project.merge('main', branch),
      ref: 'refs/heads/main',
    });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false', tags: '' });
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({ how: 'commit', commit: first });
    expect(writes(world.registry)).toEqual([]);
  });
});

describe('what is on its way into a branch', () => {
  test('a merge group is compared with its base and pushes nothing; over the budget it warns', async () => {
    const head = await world.project.merge('main', 'patch-1');
    const ref = `refs/heads/gh-readonly-queue/main/pr-7-${first}`;
    const payload = {
      action: 'checks_requested',
      merge_group: { base_sha: first, base_ref: 'refs/heads/main', head_sha: head, head_ref: ref },
    };
    const run = await world.run(workflow({ 'max-increase': '5%' }, 'merge_group'), {
      event: 'merge_group',
      payload,
      ref,
      commit: head,
    });
    await expectQueued(run);
  });

  test('a push to the branch of a merge queue is the same', async () => {
    const branch = `gh-readonly-queue/main/pr-7-${first}`;
    const commit = await world.project.merge('main', 'patch-1');
    const run = await world.push(workflow({ 'max-increase': '5%' }), { before: null, branch, commit });
    await expectQueued(run);
  });

  /** Compared with the commit that it is queued on, and nothing is written. */
  async function expectQueued(run: WorkflowRun): Promise<void> {
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false', tags: '' });
    const { baseline } = await readComparison(run, ComparisonFile);
    expect(baseline).toMatchObject({ how: 'commit', distance: 0, commit: first });
    expect(writes(world.registry)).toEqual([]);
  }
});

describe('releases', () => {
  test.each([
    ['v1.2.2', null, ['v1.2.2', 'latest']],
    ['v1.2.3', 'v1.2.2', ['v1.2.3', 'latest']],
    ['v1.1.9', null, ['v1.1.9']],
    ['v1.3.0-rc.1', 'v1.2.3', ['v1.3.0-rc.1']],
    // Beside all of them, the first with its prefix.
    ['api-v1.0.0-rc.1', null, ['api-v1.0.0-rc.1']],
  ])('%s is compared with %s and writes %j', async (tag, before, written) => {
    const run = await pushTag(tag, {}, { Dockerfile: `${FILES.Dockerfile}LABEL version="${tag}"\n` });
    expectPassed(run);
    expect(outputs(run)['tags']).toBe(written.map((each) => `${world.image}:${each}`).join('\n'));
    const { baseline } = await readComparison(run, ComparisonFile);
    if (before === null) expect(baseline).toMatchObject({ kind: 'none' });
    else expect(baseline).toMatchObject({ how: 'release', reference: `${world.image}:${before}` });
    expect(await digestOf(world.registry, 'latest')).toBe(
      await digestOf(world.registry, tag === 'v1.2.2' ? 'v1.2.2' : 'v1.2.3'),
    );
  });

  test('over its budget, one fails before a tag or a record is written', async () => {
    const run = await pushTag('v1.2.4', { 'max-increase': '5%' }, { 'payload.bin': noise(300_000, 4) });
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', tags: '' });
    const manifests = writes(world.registry).flatMap(({ path }) => /\/manifests\/(.*)$/.exec(path)?.slice(1) ?? []);
    expect(manifests.length).toBeGreaterThan(0);
    expect(manifests.filter((name) => !name.startsWith('sha256:'))).toEqual([]);
    expect(await digestOf(world.registry, 'v1.2.4')).toBeNull();
    const digest = outputs(run)['digest'] ?? '';
    expect(await digestOf(world.registry, `plimsoll-${digest.slice(7, 39)}`)).toBeNull();
  });

  test('one that is published on GitHub after its tag was pushed is the same release', async () => {
    const commit = await world.project.resolve('release-v1.2.3');
    const run = await world.run(workflow({}, 'release'), {
      event: 'release',
      payload: { action: 'published', release: { tag_name: 'v1.2.3', prerelease: false }, repository: REPOSITORY },
      ref: 'refs/tags/v1.2.3',
      commit,
    });
    expectPassed(run);
    expect(outputs(run)['tags']).toBe(`${world.image}:v1.2.3\n${world.image}:latest`);
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({
      how: 'release',
      reference: `${world.image}:v1.2.2`,
    });
  });
});

describe('branches', () => {
  test('one that is named as a release tag writes none of it', async () => {
    const latest = await digestOf(world.registry, 'latest');
    const commit = await world.project.commit('Attack', { 'README.md': 'latest' }, 'latest');
    const run = await world.push(workflow({}), { before: first, branch: 'latest' });
    expectPassed(run);
    expect(outputs(run)['tags']).toBe(`${world.image}:sha-${commit}`);
    expect(run.annotations).toContainEqual(expect.objectContaining({ message: expect.stringContaining('kept for') }));
    expect(await digestOf(world.registry, 'latest')).toBe(latest);
  });

  test('one whose name is an attack is a name', async () => {
    const branch = 'a/$(touch${IFS}"$LAB_OUT"/pwned)`id`;@octocat,type=local,dest=x%0A%3A%3Aerror%3A%3Ax<img>|\'"&';
    const commit = await world.project.commit('Attack', { 'README.md': 'attack' }, branch);
    const run = await world.push(workflow({}), { before: null, branch });
    expectPassed(run);
    const tags = (outputs(run)['tags'] ?? '').split('\n');
    expect(tags).toHaveLength(2);
    expect(tags[0]).toMatch(/:a-touch-IFS-[\w.-]+$/);
    expect(tags[1]).toBe(`${world.image}:sha-${commit}`);
    await expect(readFile(join(run.out, 'pwned'))).rejects.toThrow('ENOENT');
    expect(run.summary).not.toMatch(/@octocat|<img/);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a run that is repeated moves no tag back; a forced push does', async () => {
    const branch = 'line';
    const early = await world.project.commit('Begin', { 'README.md': 'line' }, branch);
    const push = async (before: string | null, more: object = {}): Promise<WorkflowRun> => {
      const commit = await world.project.resolve(branch);
      const payload = {
        ref: `refs/heads/${branch}`,
        before: before ?? '0'.repeat(40),
        repository: REPOSITORY,
        ...more,
      };
      const run = await world.run(workflow({}), { event: 'push', payload, commit, branch });
      expectPassed(run);
      return run;
    };
    expect(outputs(await push(null))['tags']).toBe(`${world.image}:line\n${world.image}:sha-${early}`);
    const late = await world.project.commit('Go on', { 'payload.bin': noise(120_000, 7) }, branch);
    expect(outputs(await push(early))['tags']).toBe(`${world.image}:line\n${world.image}:sha-${late}`);
    const standing = await digestOf(world.registry, branch);

    // The payload is the old one, and so is the commit; GitHub knows of the later one.
    const repeated = await world.push(workflow({}), { before: null, branch, commit: early });
    expectPassed(repeated);
    expect(outputs(repeated)).toMatchObject({ pushed: 'true', tags: '' });
    expect(repeated.annotations).toContainEqual(
      expect.objectContaining({
        level: 'notice',
        message: expect.stringContaining(`:line stays where it is: it stands for ${late.slice(0, 7)}`),
      }),
    );
    expect(await digestOf(world.registry, branch)).toBe(standing);

    await runCommand('git', ['-C', world.project.folder, 'checkout', '--quiet', '--detach', early]);
    await runCommand('git', ['-C', world.project.folder, 'branch', '--force', branch, early]);
    const forced = await push(late, { forced: true });
    expect(outputs(forced)['tags']).toBe(`${world.image}:line`);
    expect(await digestOf(world.registry, branch)).toBe(outputs(forced)['digest']);
    // What the branch had before is no ancestor, and is what it is compared with.
    expect((await readComparison(forced, ComparisonFile)).baseline).toMatchObject({ how: 'commit', commit: late });
  });

  test('two names of one image do not take the tags of one commit from each other', async () => {
    const branch = 'twins';
    await world.project.commit('Begin', { 'README.md': 'twins' }, branch);
    const run = await world.push(workflow({ name: 'api' }, 'push', { name: 'web' }), { before: null, branch });
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(
          /:twins could not be written: it stands for "api" of this very commit[^]*"image"/,
        ),
      }),
    );
    expect(await digestOf(world.registry, branch)).toBe(outputs(run)['digest']);
  });

  test.each(['schedule', 'workflow_dispatch'])('%s compares with what the tag of the branch was', async (event) => {
    const digest = await digestOf(world.registry, 'main');
    const run = await world.run(workflow({ 'build-args': `EVENT=${event}`, file: 'Dockerfile' }, event), {
      event,
      payload: { repository: REPOSITORY, ...(event === 'schedule' ? { schedule: '0 3 * * *' } : {}) },
      ref: 'refs/heads/main',
      commit: first,
      branch: 'main',
    });
    expectPassed(run);
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({ how: 'tag', digest });
    expect(outputs(run)['tags']).toBe(`${world.image}:main`);
    expect(run.printed).toContain(`${world.image}:sha-${first} stays where it is`);
    expect(run.annotations).toEqual([]);
  });

  test('a dispatch with another branch checked out tags the commit alone, and is compared with its parent', async () => {
    const commit = await world.project.resolve('two');
    const standing = await digestOf(world.registry, 'main');
    const text = workflow({ 'max-increase': '5%' }, 'workflow_dispatch').replace(
      'actions/checkout@v7\n',
      'actions/checkout@v7\n        with: { ref: two }\n',
    );
    const run = await world.run(text, {
      event: 'workflow_dispatch',
      payload: { repository: REPOSITORY },
      ref: 'refs/heads/main',
      commit: first,
      branch: 'main',
    });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'over', tags: `${world.image}:sha-${commit}` });
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({ how: 'commit', commit: first });
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('the tag "main" stays where it is') }),
    );
    expect(await digestOf(world.registry, 'main')).toBe(standing);
  });

  test('an event that builds no image builds, pushes and compares with nothing', async () => {
    const run = await world.run(workflow({ 'max-increase': '5%' }, 'repository_dispatch'), {
      event: 'repository_dispatch',
      payload: { repository: REPOSITORY, action: 'x' },
      commit: first,
      branch: 'main',
    });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'no-baseline', pushed: 'false', tags: '' });
    expect(writes(world.registry)).toEqual([]);
  });
});

describe('other ways to build', () => {
  test('two images of one job share a builder and a comment, a section each', async () => {
    const number = await world.openPullRequest('two');
    const run = await world.runPullRequest(workflow({ name: 'api' }, 'pull_request', { name: 'web' }), number, 'two');
    expectPassed(run);
    const comments = await world.github.comments(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('**api: this change adds');
    expect(comments[0]?.body).toContain('**web: this change adds');
    expect(outputs(run)['comment-url']).toBe(comments[0]?.url);
    expect(run.text.match(/already exists, skipping creation/g)).toHaveLength(1);
  });

  test('under driver: docker the push writes the tags, and says so', async () => {
    const before = await world.project.resolve('main');
    await world.project.commit('Docs', { 'README.md': 'docker' });
    const image = `${world.registry.host}/acme/docker`;
    const dockerDriver = { image, driver: 'docker', 'driver-opts': '', 'buildkitd-config-inline': '' };
    const run = await world.push(workflow(dockerDriver), { before });
    expectPassed(run);
    const after = await world.project.resolve('main');
    expect(outputs(run)).toMatchObject({ pushed: 'true', tags: `${image}:main\n${image}:sha-${after}` });
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('the push itself writes') }),
    );
    await world.project.commit('Grow', { 'payload.bin': noise(250_000, 6) }, 'by-docker');
    const number = await world.openPullRequest('by-docker');
    const pull = await world.runPullRequest(workflow({ ...dockerDriver, 'max-increase': '5%' }), number, 'by-docker');
    expect(pull.exitCode).toBe(1);
    expect(outputs(pull)).toMatchObject({ verdict: 'over', pushed: 'false' });
    expect((await readComparison(pull, ComparisonFile)).baseline).toMatchObject({ how: 'commit', commit: after });
  });

  test('a builder that is there is used and left', async () => {
    const name = 'events-own';
    const config = await world.engine.makeDockerConfig();
    const env = { ...world.engine.env, DOCKER_CONFIG: config };
    const docker = async (...args: string[]) => await runCommand(world.engine.docker, args, { env });
    await docker('buildx', 'create', '--name', name, '--driver', 'docker-container', '--driver-opt', 'network=host');
    try {
      const number = await world.openPullRequest('two');
      const inputs = { builder: name, 'driver-opts': '', 'buildkitd-config-inline': '' };
      const run = await world.runPullRequest(workflow(inputs), number, 'two', undefined, {
        env: { DOCKER_CONFIG: config },
      });
      expectPassed(run);
      expect(outputs(run)['verdict']).toBe('pass');
      expect(run.text).not.toContain('Creating a new builder instance');
      expect(await docker('buildx', 'ls')).toContain(name);
    } finally {
      await docker('buildx', 'rm', '--force', name);
    }
  });

  test('a cache that may only be read is said and fails nothing; a login that was there is used, and is there afterwards', async () => {
    registryFault = ({ method, path }) =>
      method !== 'GET' && method !== 'HEAD' && path.startsWith('/v2/acme/cache/')
        ? {
            kind: 'answer',
            status: 403,
            headers: { 'content-type': 'application/json' },
            body: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
          }
        : null;
    const config = await world.engine.makeDockerConfig();
    const { username, password } = CREDENTIALS;
    await runCommand(world.engine.docker, ['login', world.registry.host, '--username', username, '--password-stdin'], {
      env: { ...world.engine.env, DOCKER_CONFIG: config },
      input: password,
    });
    const login = await readFile(join(config, 'config.json'), 'utf8');
    const before = await world.project.resolve('main');
    const commit = await world.project.commit('Grow', { 'payload.bin': noise(110_000, 11) });
    const inputs = { username: '', password: '', 'cache-image': `${world.registry.host}/acme/cache` };
    const payload = {
      ref: 'refs/heads/main',
      before,
      after: commit,
      head_commit: { id: commit },
      repository: REPOSITORY,
    };
    const env = { DOCKER_CONFIG: config };
    const run = await world.run(workflow(inputs), { event: 'push', payload, commit, env });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ pushed: 'true', verdict: 'pass' });
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain('the build cache was not written');
    const ofCache = writes(world.registry).filter(({ path }) => path.startsWith('/v2/acme/cache/'));
    expect(new Set(ofCache.map(({ status }) => status))).toEqual(new Set([403]));
    expect(run.text).not.toMatch(/Logging into|Logout from/);
    expect(await readFile(join(config, 'config.json'), 'utf8')).toBe(login);
  });

  test('a plain manifest of zstd layers without a cache, compared with a given tag', async () => {
    const image = `${world.registry.host}/acme/plain`;
    const inputs = {
      image,
      cache: 'false',
      provenance: 'false',
      'exporter-options': 'compression=zstd,force-compression=true',
    };
    const before = await world.project.resolve('main');
    const run = await world.push(workflow({ ...inputs, tags: `${image}:edge` }), { before });
    expectPassed(run);
    expect(writes(world.registry).filter(({ path }) => path.includes('buildcache'))).toEqual([]);
    await world.project.commit('Grow', { 'payload.bin': noise(250_000, 12) }, 'plain');
    const number = await world.openPullRequest('plain');
    const pull = await world.runPullRequest(workflow({ ...inputs, baseline: 'edge' }), number, 'plain');
    expectPassed(pull);
    const { baseline, platforms } = await readComparison(pull, ComparisonFile);
    expect(baseline).toMatchObject({ how: 'given', reference: `${image}:edge`, digest: outputs(run)['digest'] });
    expect(platforms).toMatchObject([{ platform: 'linux/amd64', status: 'compared' }]);
    expect(pull.summary).toContain('| platform | <code>edge</code> | this change |');
    expect(pull.summary).toMatch(/against <code>edge<\/code> [0-9a-f]{7}, as given/);
    expect(pull.summary).not.toContain('restored steps took');
  });
});

describe('budgets on the size on disk', () => {
  test('are held against the layers as they were read, to the byte', async () => {
    const image = `${world.registry.host}/acme/on-disk`;
    const push = await world.push(workflow({ image, 'max-size-on-disk': '90 kB' }), { before: first });
    expectPassed(push);
    expect((await readComparison(push, ComparisonFile)).budgets).toMatchObject([
      { verdict: 'over', enforced: false, measured: expect.any(Number), allowed: 90_000 },
    ]);
    await world.project.commit('Grow', { 'more.bin': '0'.repeat(300_000) }, 'on-disk');
    await world.project.commit('Copy', { Dockerfile: `${FILES.Dockerfile}COPY more.bin /app/more.bin\n` }, 'on-disk');
    const number = await world.openPullRequest('on-disk');
    const inputs = { image, 'max-increase': '100 kB', 'max-size-on-disk': '1 GB', 'max-increase-on-disk': '150 kB' };
    const run = await world.runPullRequest(workflow(inputs), number, 'on-disk');
    // Zeros are nothing to download.
    expect(run.exitCode).toBe(1);
    const { budgets, platforms } = await readComparison(run, ComparisonFile);
    const change = platforms[0]?.onDisk.change ?? 0;
    expect(change).toBeGreaterThan(300_000);
    expect(budgets).toMatchObject([
      { limit: 'max-increase: 100 kB', verdict: 'pass' },
      { limit: 'max-size-on-disk: 1 GB', verdict: 'pass', allowed: 1e9 },
      { limit: 'max-increase-on-disk: 150 kB', verdict: 'over', measured: change, allowed: 150_000 },
    ]);
    expect((await world.github.comments(number))[0]?.body).toContain('on disk');
  });
});

test('details: full reads every layer where there is nothing to compare with, too', async () => {
  const image = `${world.registry.host}/acme/full`;
  const sizesOf = async (details: string): Promise<(number | null)[]> => {
    const run = await world.push(workflow({ image, details, tags: `${image}:${details}` }), { before: null });
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('no-baseline');
    const { platforms } = await readComparison(run, SizesFile);
    return platforms.map(({ onDisk }) => onDisk.head);
  };
  const [size] = await sizesOf('full');
  expect(size).toBeGreaterThan(FILES['payload.bin'].length);
  expect(await sizesOf('sizes')).toEqual([null]);
});

describe('a baseline that stands in for another', () => {
  test('is said, with why the exact one is missing, and a broken increase only warns; a size does not', async () => {
    const built = await world.project.resolve('main');
    expectPassed(await world.push(workflow({}), { before: first }));
    const unbuilt = await world.project.commit('Cancelled', { 'README.md': 'cancelled' });
    world.github.setRuns([
      {
        head_sha: unbuilt,
        status: 'completed',
        conclusion: 'cancelled',
        event: 'push',
        path: '.github/workflows/ci.yml',
      },
    ]);
    await world.project.commit('Grow', { 'payload.bin': noise(300_000, 10) }, 'stand-in');
    const number = await world.openPullRequest('stand-in');
    const run = await world.runPullRequest(workflow({ 'max-increase': '5%' }), number, 'stand-in');
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('over');
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({
      how: 'ancestor',
      distance: 1,
      commit: built,
    });
    const [comment] = await world.github.comments(number);
    for (const text of [run.summary, comment?.body ?? '']) {
      expect(text).toContain('A warning only: the baseline is 1 commit too old');
      expect(text).toContain(`the build of ${unbuilt.slice(0, 7)} was cancelled`);
      expect(text).toContain('cancel-in-progress');
    }
    const size = await world.runPullRequest(workflow({ 'max-size': '200 kB' }), number, 'stand-in');
    expect(size.exitCode).toBe(1);
  });
});

const REPOSITORY = { full_name: 'acme/api', fork: false, default_branch: 'main' };

const ComparisonFile = v.looseObject({
  baseline: v.looseObject({ kind: v.string() }),
  budgets: v.array(v.looseObject({ limit: v.string() })),
  platforms: v.array(v.looseObject({ platform: v.string(), onDisk: v.object({ change: v.nullable(v.number()) }) })),
});

const SizesFile = v.looseObject({
  platforms: v.array(v.looseObject({ onDisk: v.looseObject({ head: v.nullable(v.number()) }) })),
});

function writes(registry: Registry) {
  return registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
}

/** What a tag stands for in `acme/api`, `null`: it is not there. */
async function digestOf(registry: Registry, tag: string): Promise<string | null> {
  const { username, password } = CREDENTIALS;
  const answer = await fetch(`${registry.url}/v2/acme/api/manifests/${tag}`, {
    method: 'HEAD',
    headers: {
      accept: 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json',
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    },
  });
  return answer.ok ? answer.headers.get('docker-content-digest') : null;
}

function pullRequestPayload(action: string, number: number, head: { sha: string; ref: string }): object {
  const state = action === 'closed' ? 'closed' : 'open';
  const base = { sha: first, ref: 'main', repo: REPOSITORY };
  const pull = { number, state, head: { ...head, repo: REPOSITORY }, base };
  return { action, number, repository: REPOSITORY, pull_request: pull };
}

async function pushTag(
  tag: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Promise<WorkflowRun> {
  const commit = await world.project.commit(`Release ${tag}`, files, `release-${tag}`);
  const payload = {
    ref: `refs/tags/${tag}`,
    before: '0'.repeat(40),
    after: commit,
    head_commit: { id: commit },
    repository: REPOSITORY,
  };
  return await world.run(workflow(inputs), { event: 'push', payload, commit });
}

/** As a fork and Dependabot run it: the secrets of the repository are empty. */
async function runWithoutSecrets(
  text: string,
  number: number,
  branch: string,
  from: { slug: string } | undefined,
  rest: Partial<WorkflowOptions> = {},
): Promise<WorkflowRun> {
  const secrets = { GITHUB_TOKEN: world.github.token };
  return await world.runPullRequest(text, number, branch, from, { secrets, ...rest });
}

function inputsOfOpen(): Record<string, string> {
  return { image: `${open.host}/acme/api`, username: '', password: '' };
}

function workflow(
  inputs: Readonly<Record<string, string>>,
  event = '[push, pull_request]',
  second: Readonly<Record<string, string>> | null = null,
): string {
  const on = event === 'schedule' ? '{ schedule: [{ cron: "0 3 * * *" }] }' : event;
  return formatWorkflow({ ...world.inputs, platforms: 'linux/amd64', ...inputs }, { on, second });
}
