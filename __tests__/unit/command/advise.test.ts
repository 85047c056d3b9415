import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runAdvise } from '../../../src/command/advise.ts';
import type { AdviseArguments } from '../../../src/command/advise-arguments.ts';

const ASKED: AdviseArguments = {
  kind: 'advise',
  path: '.',
  target: null,
  platforms: [],
  ignored: [],
  failOn: null,
  fix: false,
  image: null,
  check: false,
  output: 'text',
  color: 'auto',
  quiet: false,
};

const root = mkdtempSync(join(tmpdir(), 'advise-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

async function run(files: Record<string, string>, asked: Partial<AdviseArguments>) {
  const directory = mkdtempSync(join(root, 'project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const printed: string[] = [];
  const code = await runAdvise(
    { ...ASKED, ...asked },
    {
      env: {},
      directory,
      columns: () => null,
      isWatched: () => false,
      print: (text) => Promise.resolve(void printed.push(text)),
      tell: () => Promise.resolve(),
      draw: () => undefined,
      erase: () => undefined,
    },
  );
  return { code, directory, text: printed.join('') };
}

const BAD = { Dockerfile: 'FROM alpine:3.20\nRUN apk add curl\nCOPY . .\n' };

test('findings as text, without an escape; the exit code follows --fail-on', async () => {
  const { code, text } = await run(BAD, {});
  expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining('Dockerfile:2') });
  expect(text).toContain('    - RUN apk add curl\n    + RUN apk add --no-cache curl\n');
  expect(text).not.toContain('\u001B');
  expect((await run(BAD, { failOn: 'medium' })).code).toBe(1);
  expect((await run(BAD, { failOn: 'high' })).code).toBe(0);
  expect((await run(BAD, { failOn: 'low', ignored: ['package-cache-left'] })).code).toBe(0);
});

test('a line that is shown gives no command to the runner whose log it stands in', async () => {
  const { text } = await run(
    { Dockerfile: 'FROM alpine:3.20\nRUN apk add curl && echo "##[set-output name=x]y"\n' },
    {},
  );
  expect(text).toContain('    + RUN apk add --no-cache curl && echo "## [set-output name=x]y"\n');
  expect(text).not.toContain('##[');
});

test('a folder without a Dockerfile is told how to get one', async () => {
  await expect(run({ 'main.go': '' }, {})).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    hint: expect.stringContaining('"plimsoll init" writes one'),
  });
});

test('nobody waits for a pipe that lies in the folder', async () => {
  const directory = mkdtempSync(join(root, 'pipes-'));
  mkdirSync(join(directory, '.github/workflows'), { recursive: true });
  writeFileSync(join(directory, 'Dockerfile'), 'FROM alpine:3.20\nRUN --mount=type=cache,target=/c make\n');
  for (const name of ['.dockerignore', '.github/workflows/x.yml', 'other']) {
    execFileSync('mkfifo', [join(directory, name)]);
  }
  expect((await run({}, { path: directory })).text).toContain('nothing found');
  renameSync(join(directory, 'other'), join(directory, 'Dockerfile'));
  await expect(run({}, { path: directory })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringMatching(/: its Dockerfile is no file$/),
  });
}, 5000);

test('JSON and SARIF name the file, the lines and the rule', async () => {
  const { text } = await run({ 'a b/Dockerfile': BAD.Dockerfile }, { output: 'sarif', path: 'a b' });
  expect(JSON.parse(text)).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        results: [
          {
            ruleId: 'package-cache-left',
            level: 'warning',
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'a%20b/Dockerfile' }, region: { startLine: 2 } } },
            ],
          },
        ],
      },
    ],
  });
  const json = await run(BAD, { output: 'json' });
  expect(JSON.parse(json.text)).toMatchObject({
    schemaVersion: 1,
    file: 'Dockerfile',
    findings: [{ rule: 'package-cache-left', line: 2, patch: { safe: true } }],
  });
});

test('--fix writes what is safe, and tells what is left', async () => {
  const { directory, text } = await run(BAD, { fix: true });
  expect(readFileSync(join(directory, 'Dockerfile'), 'utf8')).toBe(
    'FROM alpine:3.20\nRUN apk add --no-cache curl\nCOPY . .\n',
  );
  expect(text).toBe('Dockerfile: nothing found\n');
});

test('measures what .dockerignore lets in, and believes what it leaves out', async () => {
  const heavy = { Dockerfile: 'FROM a:1.1\nCOPY . .\n', 'node_modules/x': 'x'.repeat(1_500_000) };
  expect((await run(heavy, {})).text).toContain('node_modules (1.5 MB here). There is no .dockerignore.');
  expect((await run({ ...heavy, '.dockerignore': 'node_modules\n!README.md\n' }, {})).text).toBe(
    'Dockerfile: nothing found\n',
  );
  expect((await run({ ...heavy, 'Dockerfile.dockerignore': '*\n!src\n' }, {})).text).toBe(
    'Dockerfile: nothing found\n',
  );
});

test('what cannot be is refused', async () => {
  await expect(run({}, {})).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(run({ Dockerfile: 'RUN x' }, {})).rejects.toThrow('Dockerfile: it has no FROM');
  await expect(run(BAD, { ignored: ['x'] })).rejects.toThrow('--ignore: there is no rule "x"');
  await expect(run(BAD, { target: 'x' })).rejects.toThrow('--target: there is no stage "x"');
});

test('cache mounts that a workflow of the repository never keeps are found', async () => {
  const files = {
    Dockerfile: 'FROM alpine:3.20\nRUN --mount=type=cache,target=/c make\n',
    '.github/workflows/ci.yml':
      'jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n',
  };
  const { text, code } = await run(files, { failOn: 'medium' });
  expect(text).toContain('cache-mount-not-kept');
  expect(text).toContain('.github/workflows/ci.yml builds with docker/build-push-action on ubuntu-latest');
  expect(code).toBe(1);
  expect((await run(files, { failOn: 'medium', ignored: ['cache-mount-not-kept'] })).code).toBe(0);
  expect((await run({ Dockerfile: files.Dockerfile }, { failOn: 'medium' })).code).toBe(0);
});
