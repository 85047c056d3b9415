import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findFreshBuilder } from '../../../src/command/find-fresh-builder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-workflows-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const STEP = '      - uses: docker/build-push-action@v6\n';
const workflow = (steps: string, runner = 'ubuntu-latest'): string =>
  `on: push\njobs:\n  build:\n    runs-on: ${runner}\n    steps:\n      - uses: actions/checkout@v4\n${steps}`;

/** What is found for a Dockerfile of a repository with these workflows. */
async function find(workflows: readonly string[], dockerfile = 'Dockerfile', target: string | null = null) {
  const root = await mkdtemp(join(folder, 'repository-'));
  await mkdir(join(root, '.git'));
  await mkdir(join(root, '.github/workflows'), { recursive: true });
  for (const [place, text] of workflows.entries()) await writeFile(join(root, `.github/workflows/${place}.yml`), text);
  await mkdir(dirname(join(root, dockerfile)), { recursive: true });
  return await findFreshBuilder(join(root, dockerfile), target);
}

const FOUND = {
  ...{ kind: 'workflow', file: '.github/workflows/0.yml' },
  ...{ action: 'docker/build-push-action', runner: 'ubuntu-latest' },
};

test.each<[what: string, steps: string, dockerfile?: string, target?: string]>([
  ['nothing but the action', STEP],
  ['a builder of its own', `      - name: Set up Buildx\n        uses: docker/setup-buildx-action@v3\n${STEP}`],
  ['a folder as the context', `${STEP}        with: { context: ./api }\n`, 'api/Dockerfile'],
  ['a file', `${STEP}        with: { file: docker/app.Dockerfile }\n`, 'docker/app.Dockerfile'],
  [
    'the folder of the workflow',
    `${STEP}        with: { context: "\${{ github.workspace }}/api" }\n`,
    'api/Dockerfile',
  ],
  ['a folder of the commit', `${STEP}        with: { context: "{{defaultContext}}:api" }\n`, 'api/Dockerfile'],
  ['a folder whose name begins with a dot', `${STEP}        with: { context: .dev }\n`, '.dev/Dockerfile'],
  ['the stage that is asked for', `${STEP}        with: { target: lean }\n`, 'Dockerfile', 'lean'],
])('a build on a machine of GitHub’s begins with nothing: %s', async (...[, steps, dockerfile, target]) => {
  expect(await find([workflow(steps)], dockerfile, target)).toEqual(FOUND);
});

test('Plimsoll’s own step without cache-mounts, in the second of two workflows, on another machine', async () => {
  const own = '      - uses: acme/plimsoll@v1\n        with: { image: x, cache-mounts: false }\n';
  expect(await find([workflow('      - run: make\n'), workflow(own, 'ubuntu-24.04-arm')])).toEqual({
    ...{ kind: 'workflow', file: '.github/workflows/1.yml' },
    ...{ action: 'acme/plimsoll', runner: 'ubuntu-24.04-arm' },
  });
});

test.each<[what: string, text: string]>([
  ['kept mounts', workflow('      - uses: acme/plimsoll@v1\n        with: { cache-mounts: true }\n')],
  [
    'what the workflow decides',
    workflow('      - uses: acme/plimsoll@v1\n        with: { cache-mounts: "${{ inputs.x }}" }\n'),
  ],
  ['the dance', workflow(`      - uses: reproducible-containers/buildkit-cache-dance@v3\n${STEP}`)],
  ['a script that may keep them', workflow(`      - run: ./restore-buildkit.sh\n${STEP}`)],
  [
    'a builder elsewhere',
    workflow(`      - uses: docker/setup-buildx-action@v3\n        with: { driver: cloud, endpoint: a/b }\n${STEP}`),
  ],
  ['a builder of a name', workflow(`${STEP}        with: { builder: mine }\n`)],
  ['a machine of one’s own', workflow(STEP, 'self-hosted')],
  ['one of several labels', workflow(STEP, '[ubuntu-latest, large]')],
  ['a group', workflow(STEP, '{ group: ubuntu-latest }')],
  ['a machine of others', workflow(STEP, 'ubuntu-latest-8-cores')],
  ['a matrix', workflow(STEP, '${{ matrix.os }}')],
  ['another Dockerfile', workflow(`${STEP}        with: { file: other.Dockerfile }\n`)],
  ['another context', workflow(`${STEP}        with: { context: api }\n`)],
  ['a context by address', workflow(`${STEP}        with: { context: "https://github.com/a/b.git" }\n`)],
  ['another stage', workflow(`${STEP}        with: { target: test }\n`)],
  ['a checkout elsewhere', workflow(STEP).replace('checkout@v4', 'checkout@v4\n        with: { path: src }')],
  ['a comment', workflow('      - run: make # docker/build-push-action@v6\n')],
  ['a job without steps', 'jobs:\n  build:\n    uses: ./.github/workflows/build-push-action.yml\n'],
  ['what is no workflow', 'build-push-action: [\n'],
  ['aliases of aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b, *b]\nbuild-push-action: 1\n'],
])('nothing is said of %s', async (_, text) => {
  expect(await find([text])).toBeNull();
});

test('a folder in no repository is looked at by itself', async () => {
  expect(await findFreshBuilder(join(folder, 'none/Dockerfile'), null)).toBeNull();
});
