import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { isAlive } from '../../lab/machine/is-alive.ts';
import { startProject, type Project } from '../../lab/project.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run as runCommand } from '../../lab/machine/run.ts';
import { runWorkflow, type WorkflowOptions, type WorkflowRun } from '../../lab/runner/runner.ts';

// The first run on a machine builds act and the builder's image.
jest.setTimeout(600_000);

const PASSWORD = 'correct-horse-battery';

let project: Project;
let own: string;
let commits: { first: string; second: string };

beforeAll(async () => {
  project = await startProject({ files: { Dockerfile: 'FROM scratch\nCOPY Dockerfile /hello\n', '.env': 'LEAK=1\n' } });
  const first = await project.resolve('main');
  commits = { first, second: await project.commit('Go on', { 'more.txt': 'more\n' }) };
  own = await mkdtemp(path.join(tmpdir(), 'plimsoll-own-'));
});

afterAll(async () => {
  await project.stop();
  await rm(own, { recursive: true, force: true });
});

/** Runs one job with these steps on a push to `main`. */
async function runSteps(steps: string, rest: Partial<WorkflowOptions> = {}): Promise<WorkflowRun> {
  const text = `on: [push, pull_request]\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}\n`;
  return await runWorkflow({
    workflow: { text },
    event: 'push',
    payload: { ref: 'refs/heads/main', repository: { full_name: 'acme/api', default_branch: 'main' } },
    slug: 'acme/api',
    repository: project.folder,
    ...(rest.event === 'pull_request' ? {} : { branch: 'main' }),
    secrets: { PASSWORD },
    ...rest,
  });
}

describe('a run', () => {
  test('has the environment, the event and the checkout that GitHub gives', async () => {
    const run = await runSteps(
      `      - uses: actions/checkout@v7
      - id: say
        run: |
          echo "sha=$GITHUB_SHA $(git rev-parse HEAD)" >> "$GITHUB_OUTPUT"
          echo "ref=$GITHUB_REF $(git branch --show-current)" >> "$GITHUB_OUTPUT"
          echo "history=$(git rev-list --count HEAD) $(git remote get-url origin)" >> "$GITHUB_OUTPUT"
          echo "who=$GITHUB_REPOSITORY $GITHUB_ACTOR $GITHUB_API_URL" >> "$GITHUB_OUTPUT"
          echo "payload=$(tr -d ' \\n' < "$GITHUB_EVENT_PATH")" >> "$GITHUB_OUTPUT"
          echo "leaks=\${LEAK-}\${GITHUB_TOKEN-}\${PASSWORD-}\${JEST_WORKER_ID-}" >> "$GITHUB_OUTPUT"
          echo "home=$HOME" >> "$GITHUB_OUTPUT"
          echo '\${{ secrets.PASSWORD }} is not to be seen'
          echo '# Summary' >> "$GITHUB_STEP_SUMMARY"
          cp more.txt "$LAB_OUT/"`,
      { actor: 'ada', env: { GITHUB_API_URL: 'http://127.0.0.1:9' } },
    );
    expect(run.exitCode).toBe(0);
    const said = run.outputs['say'] ?? {};
    expect(said).toMatchObject({
      sha: `${commits.second} ${commits.second}`,
      ref: 'refs/heads/main main',
      history: '1 https://github.com/acme/api',
      who: 'acme/api ada http://127.0.0.1:9',
      payload: expect.stringContaining('"ref":"refs/heads/main"'),
      leaks: '',
    });
    expect(said['home']).not.toBe(process.env['HOME']);
    expect(run.summary).toBe('# Summary\n');
    expect(run.printed).toBe('*** is not to be seen\n');
    expect(run.text).not.toContain(PASSWORD);
    expect(await readFile(path.join(run.out, 'more.txt'), 'utf8')).toBe('more\n');
    expect(run.steps).toMatchObject([
      { id: '0', job: 'job', stage: 'Main', result: 'success' },
      { id: 'say', job: 'job', stage: 'Main', result: 'success' },
    ]);
  });

  test('of a pull request is detached at its merge commit', async () => {
    const run = await runSteps(
      `      - uses: actions/checkout@v7
      - id: say
        run: |
          echo "ref=$GITHUB_REF $GITHUB_BASE_REF $GITHUB_HEAD_REF" >> "$GITHUB_OUTPUT"
          echo "head=$(git rev-parse HEAD) $(git branch --show-current)" >> "$GITHUB_OUTPUT"`,
      {
        event: 'pull_request',
        payload: { number: 7, pull_request: { number: 7, base: { ref: 'main' }, head: { ref: 'fix' } } },
        commit: commits.first,
      },
    );
    expect(run.outputs['say']).toStrictEqual({ ref: 'refs/pull/7/merge main fix', head: `${commits.first} ` });
  });

  test('that fails says where, and the steps that always run do', async () => {
    const run = await runSteps(
      `      - id: bad
        run: echo "::error::broken"; exit 3
      - id: skipped
        run: 'true'
      - id: always
        if: always()
        run: 'true'`,
    );
    expect(run.exitCode).not.toBe(0);
    expect(run.steps.map(({ id, result }) => [id, result])).toStrictEqual([
      ['bad', 'failure'],
      ['always', 'success'],
    ]);
    expect(run.annotations).toStrictEqual([{ level: 'error', message: 'broken' }]);
  });

  test('of several jobs keeps their outputs and summaries apart', async () => {
    const text = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    strategy: { matrix: { name: [api, web] } }
    steps:
      - id: say
        run: echo "name=\${{ matrix.name }}" | tee -a "$GITHUB_OUTPUT" >> "$GITHUB_STEP_SUMMARY"
`;
    const { jobs } = await runSteps('', { workflow: { text } });
    // act takes the values of a matrix in no order; which outputs go with which summary is what counts.
    const kept = Object.values(jobs).toSorted((a, b) => (a.summary < b.summary ? -1 : 1));
    expect(kept).toStrictEqual([
      { summary: 'name=api\n', outputs: { say: { name: 'api' } } },
      { summary: 'name=web\n', outputs: { say: { name: 'web' } } },
    ]);
  });

  const SLEEPER = `      - run: echo $$ > "$LAB_OUT/pid"; sleep 600
      - if: always()
        run: echo after > "$LAB_OUT/after"`;

  test('that takes too long ends, with all that it started, and says what it did', async () => {
    const run = runSteps(SLEEPER, { out: own, timeoutMs: 3000 });
    await expect(run).rejects.toThrow(/did not end within 3000 ms: [^]*sleep 600/);
    expect(isAlive(Number(await readFile(path.join(own, 'pid'), 'utf8')))).toBe(false);
  });

  test('that is cancelled runs what always runs', async () => {
    const cancel = new AbortController();
    const out = await mkdtemp(path.join(own, 'out-'));
    const running = runSteps(SLEEPER, { out, signal: cancel.signal });
    while (!(await readdir(out)).includes('pid')) await new Promise((resolve) => setTimeout(resolve, 50));
    cancel.abort();
    expect((await running).exitCode).not.toBe(0);
    expect(await readdir(out)).toContain('after');
  });
});

describe('actions', () => {
  test('of ours run from a folder, one in a subfolder with the bundle above it', async () => {
    const folder = path.join(own, 'ours');
    await mkdir(path.join(folder, 'compare'), { recursive: true });
    await mkdir(path.join(folder, 'dist'));
    await mkdir(path.join(folder, 'node_modules'));
    const say = `require('fs').appendFileSync(process.env.GITHUB_OUTPUT, 'seen=' + require('fs').readdirSync(__dirname + '/..').sort())`;
    await writeFile(path.join(folder, 'dist/index.cjs'), say);
    const action = (runs: string): string => `name: x\ndescription: x\nruns:\n${runs}\n`;
    await writeFile(
      path.join(folder, 'action.yml'),
      action(`  using: composite
  steps:
    - id: inner
      shell: bash
      run: node "$GITHUB_ACTION_PATH/dist/index.cjs"
    - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020
      id: node
      with: { node-version: '24', package-manager-cache: 'false' }`),
    );
    await writeFile(
      path.join(folder, 'compare/action.yml'),
      action(`  using: node24
  main: ../dist/index.cjs`),
    );
    const run = await runSteps(
      `      - uses: acme/plimsoll@v1
        id: own
      - uses: acme/plimsoll/compare@v1
        id: compare`,
      { own: { 'acme/plimsoll@v1': folder } },
    );
    expect(run.text).toContain('Job succeeded');
    const seen = 'action.yml,compare,dist';
    expect(run.outputs).toMatchObject({ 'own/inner': { seen }, compare: { seen } });
    // As `using: node24` asks for, whatever Node runs this test.
    expect(run.outputs['own/node']?.['node-version']).toMatch(/^v24\./);
  });

  test('that nobody stands in for are an error before anything runs', async () => {
    await expect(runSteps('      - uses: acme/unknown@v3')).rejects.toMatchObject({
      code: 'USAGE',
      message: 'There is no stand-in for the action acme/unknown@v3, and nothing is downloaded.',
    });
  });

  test('check out another commit than that of the run', async () => {
    const run = await runSteps(
      `      - uses: actions/checkout@v7
        with: { ref: '${commits.first}', path: older }
      - id: say
        run: echo "head=$(git -C older rev-parse HEAD) $(ls older)" >> "$GITHUB_OUTPUT"`,
    );
    expect(run.outputs['say']).toStrictEqual({ head: `${commits.first} Dockerfile` });
  });

  test('upload artifacts into a folder, an empty one with a warning, one name once', async () => {
    const upload = (id: string, file: string): string => `      - uses: actions/upload-artifact@v7
        id: ${id}
        if: always()
        with: { name: ${id.replace(/\d/, '')}, path: '${file}' }
`;
    const run = await runSteps(
      `      - run: mkdir -p made/deep && echo a > made/a.html && echo b > made/deep/b.txt && echo c > made/.hidden
${upload('report', 'made')}${upload('none', 'nowhere')}${upload('report2', 'made/a.html')}`,
    );
    expect(run.exitCode).not.toBe(0);
    const artifact = path.join(run.out, 'artifacts/report');
    expect((await readdir(artifact, { recursive: true })).sort()).toStrictEqual(['a.html', 'deep', 'deep/b.txt']);
    expect(run.outputs['report']).toMatchObject({
      'artifact-digest': expect.stringMatching(/^[0-9a-f]{64}$/),
      'artifact-url': expect.stringMatching(/^https:\/\/github\.com\/acme\/api\/actions\/runs\/1\/artifacts\/\d+$/),
    });
    expect(run.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('No files were found') },
      { level: 'error', message: expect.stringContaining('already exists') },
    ]);
  });
});

describe("docker's actions", () => {
  const NAME = `lab-runner-${process.pid}`;
  let engine: Engine;
  let registry: Registry;

  beforeAll(async () => {
    engine = await startEngine();
    await loadBuilderImage(engine, () => undefined);
    registry = await startRegistry({ password: { username: 'octocat', password: PASSWORD } });
  });

  afterAll(async () => {
    await registry.stop();
    await engine.stop();
  });

  const build = (inputs: string, rest = ''): string => `      - uses: actions/checkout@v7
      - id: buildx
        uses: docker/setup-buildx-action@v4
        with: { name: ${NAME}, use: 'false', driver-opts: network=host, cache-binary: 'false' }
      - uses: docker/login-action@v4
        with: { registry: '${registry.host}', username: octocat, password: '\${{ secrets.PASSWORD }}' }
      - id: build
        uses: docker/build-push-action@v7
        with:
          builder: \${{ steps.buildx.outputs.name }}
          context: .
          github-token: ''
          ${inputs}
        env: { DOCKER_BUILD_SUMMARY: 'false', BUILDX_METADATA_PROVENANCE: disabled }
${rest}`;

  async function runHere(steps: string, config: string): Promise<WorkflowRun> {
    return await runSteps(steps, { env: { ...engine.env, DOCKER_CONFIG: config } });
  }

  test('build for two platforms, push by digest, and clean up after the job', async () => {
    const config = await engine.makeDockerConfig();
    const outputs = `type=image,name=${registry.host}/acme/api,push-by-digest=true,name-canonical=true,push=true`;
    const run = await runHere(
      build(
        `platforms: linux/amd64,linux/arm64\n          outputs: ${outputs}`,
        `      - id: during
        run: |
          echo "logins=$(grep -c '${registry.host}' "$DOCKER_CONFIG/config.json")" >> "$GITHUB_OUTPUT"
          echo "builders=$(docker buildx ls --format '{{.Name}}' | grep -cx ${NAME})" >> "$GITHUB_OUTPUT"`,
      ),
      config,
    );
    expect(run.text).toContain('Job succeeded');
    expect(run.outputs['during']).toStrictEqual({ logins: '1', builders: '1' });
    expect(run.outputs['buildx']).toMatchObject({ name: NAME, driver: 'docker-container' });
    const { digest = '', imageid, metadata = '' } = run.outputs['build'] ?? {};
    expect(imageid).toBe(digest);
    expect(JSON.parse(metadata)).toMatchObject({
      'containerimage.digest': digest,
      'buildx.build.ref': expect.stringMatching(new RegExp(`^${NAME}/${NAME}0/\\w+$`)),
    });
    const manifests = registry
      .requests()
      .filter(({ method, path: at }) => method === 'PUT' && at.includes('/manifests/'));
    expect(manifests.at(-1)).toMatchObject({ path: `/v2/acme/api/manifests/${digest}`, status: 201 });
    expect(manifests.every(({ path: at }) => at.includes('/manifests/sha256:'))).toBe(true);
    // Post steps: the builder is gone, and so is the login.
    expect(await readFile(path.join(config, 'config.json'), 'utf8')).not.toContain(registry.host);
    const builders = await runCommand(engine.docker, ['buildx', 'ls', '--format', '{{.Name}}'], {
      env: { ...engine.env, DOCKER_CONFIG: config },
    });
    expect(builders.split('\n')).not.toContain(NAME);
    expect(run.steps.filter(({ stage, result }) => stage === 'Post' && result === 'success')).toHaveLength(3);
    expect(run.summary).toBe('');
    expect(run.text).not.toContain(PASSWORD);
  });

  test("that fail to build fail with BuildKit's last words, and the builder is removed all the same", async () => {
    const run = await runHere(build('target: nowhere'), await engine.makeDockerConfig());
    expect(run.exitCode).not.toBe(0);
    expect(run.annotations).toMatchObject([
      { level: 'error', message: expect.stringMatching(/^buildx failed with: ERROR: .*target stage "nowhere"/) },
    ]);
    expect(run.outputs['build']).toBeUndefined();
    expect(run.printed).toContain(`${NAME} removed`);
  });

  test('take no empty string for a boolean', async () => {
    const run = await runHere(build("no-cache: ''"), await engine.makeDockerConfig());
    expect(run.annotations).toMatchObject([{ message: expect.stringContaining('YAML 1.2 "Core Schema"') }]);
  });

  test('refuse what they cannot do: a login without a password, a Buildx to download', async () => {
    const run = await runHere(
      `      - uses: docker/login-action@v4
        with: { registry: '${registry.host}', username: octocat }
      - uses: docker/login-action@v4
        if: always()
        with: { registry: '${registry.host}', username: octocat, password: wrong }
      - uses: docker/setup-buildx-action@v4
        if: always()
        with: { version: v0.1.0 }
      - uses: docker/setup-qemu-action@v4
        if: always()
        with: { platforms: 'sparc' }`,
      await engine.makeDockerConfig(),
    );
    expect(run.annotations.map(({ message }) => message)).toMatchObject([
      'Password required',
      expect.stringContaining('401 Unauthorized'),
      expect.stringMatching(/^Buildx v0\.1\.0 is wanted/),
      expect.stringMatching(/^No emulator for sparc/),
    ]);
  });
});
