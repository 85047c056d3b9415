import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseArguments } from '../../../src/command/arguments.ts';
import { runInit } from '../../../src/command/init.ts';
import { PlimsollError } from '../../../src/errors.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import { makeTerminal } from './fake-terminal.ts';

const GO = { 'go.mod': 'module x\n', 'main.go': 'package main\n' };
const DIGEST = parseDigest(`sha256:${'a'.repeat(64)}`);

const root = mkdtempSync(join(tmpdir(), 'init-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

function makeFolder(files: Record<string, string>): string {
  const directory = mkdtempSync(join(root, 'project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

async function run(directory: string, ...words: string[]) {
  const terminal = makeTerminal({ directory });
  const asked = parseArguments(['init', ...words]);
  if (asked.kind !== 'init') throw new Error('not asked for');
  const code = await runInit(asked, terminal, ({ registry }) => {
    if (registry === 'docker.io') return Promise.resolve(DIGEST);
    return Promise.reject(new PlimsollError('REGISTRY_UNREACHABLE', 'gcr.io cannot be reached'));
  });
  return { code, out: terminal.out(), told: terminal.told() };
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

test('writes three files, says what it wrote, what has no digest, and what comes next', async () => {
  const directory = makeFolder(GO);
  expect(await run(directory)).toEqual({
    code: 0,
    out: '',
    told: [
      'wrote Dockerfile',
      'wrote .dockerignore',
      'wrote .github/workflows/image.yml',
      'gcr.io/distroless/static-debian13:nonroot is named by its tag only, without a digest: gcr.io cannot be reached',
      'next: docker buildx build .',
    ],
  });
  expect(read(directory, 'Dockerfile')).toContain(`golang:1.27-alpine@${DIGEST} AS build\n`);
  expect(read(directory, '.dockerignore').split('\n')).toContain('.git');
});

test("the workflow is the README's, with what keeps the Dockerfile's cache mounts", async () => {
  const directory = makeFolder(GO);
  await run(directory);
  const [, shown = ''] = /```yaml\n(name: Image\n[^`]*)```/.exec(read('README.md')) ?? [];
  const written = read(directory, '.github/workflows/image.yml');
  expect(written).toContain('          cache-mounts: true\n');
  expect(written.replace('          cache-mounts: true\n', '')).toBe(shown);
});

test('a Dockerfile that is there is not touched; other files that are there are kept', async () => {
  const directory = makeFolder({ ...GO, '.dockerignore': 'mine\n' });
  expect((await run(directory)).told[1]).toBe('kept .dockerignore, which was there (--force writes over it)');
  expect(read(directory, '.dockerignore')).toBe('mine\n');
  writeFileSync(join(directory, 'Dockerfile'), 'FROM mine\n');
  await expect(run(directory)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: '. has a Dockerfile already' });
  expect(read(directory, 'Dockerfile')).toBe('FROM mine\n');
  await run(directory, '--force');
  expect(read(directory, 'Dockerfile')).toContain('golang');
  expect(read(directory, '.dockerignore')).toContain('.git\n');
});

test('nothing is written through a link that leads nowhere', async () => {
  const directory = makeFolder(GO);
  const elsewhere = join(makeFolder({}), 'x');
  symlinkSync(elsewhere, join(directory, '.dockerignore'));
  expect((await run(directory)).told[1]).toMatch('kept .dockerignore');
  expect(existsSync(elsewhere)).toBe(false);
});

test('nothing is written through a link that leads out of the project', async () => {
  const elsewhere = makeFolder({ file: 'precious\n' });
  const directory = makeFolder(GO);
  symlinkSync(join(elsewhere, 'file'), join(directory, '.dockerignore'));
  await run(directory, '--force');
  expect(read(elsewhere, 'file')).toBe('precious\n');
  expect(read(directory, '.dockerignore')).toContain('.git\n');
  rmSync(join(directory, '.github'), { recursive: true });
  symlinkSync(elsewhere, join(directory, '.github'));
  await expect(run(directory, '--force')).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect(readdirSync(elsewhere)).toEqual(['file']);
});

test('nobody waits for a pipe that lies in the folder', async () => {
  const directory = makeFolder({ 'package-lock.json': '{}' });
  execFileSync('mkfifo', [join(directory, 'package.json')]);
  const refused = { code: 'FILE_UNREADABLE', message: 'package.json is no file' };
  await expect(run(directory)).rejects.toMatchObject(refused);
}, 5000);

test('--dry-run prints and writes nothing; --json is one document', async () => {
  const directory = makeFolder(GO);
  const { out } = await run(directory, '--dry-run');
  expect(out).toMatch(/^# Dockerfile\n# syntax=docker\/dockerfile:1\n/);
  expect(out).toContain('# .github/workflows/image.yml\nname: Image\n');
  const json = await run(directory, '--dry-run', '--json');
  expect(json.told).toEqual([]);
  expect(JSON.parse(json.out)).toMatchObject({
    schemaVersion: 1,
    kind: 'go',
    files: [
      { path: 'Dockerfile', status: 'planned', text: expect.stringContaining('FROM') },
      { path: '.dockerignore' },
      { path: '.github/workflows/image.yml' },
    ],
    images: [
      { image: 'golang:1.27-alpine', digest: DIGEST, reason: null },
      { digest: null, reason: 'gcr.io cannot be reached' },
    ],
    notes: [],
    next: 'docker buildx build .',
  });
  expect(existsSync(join(directory, 'Dockerfile'))).toBe(false);
});

test('a folder of a repository has a workflow of its own, at the top, for the branch that its remote has', async () => {
  const root = makeFolder({
    '.git/HEAD': 'ref: refs/heads/feature\n',
    '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n',
    'Services/My API/go.mod': 'module x\n',
    'Services/My API/main.go': 'package main\n',
  });
  const { told } = await run(root, 'Services/My API');
  expect(told).toContain('wrote .github/workflows/image-services-my-api.yml');
  expect(told.at(-1)).toBe("next: docker buildx build 'Services/My API'");
  expect(parse(read(root, '.github/workflows/image-services-my-api.yml'))).toMatchObject({
    on: { push: { branches: ['trunk'] } },
    jobs: { image: { steps: [{}, { with: { name: 'services-my-api', context: 'Services/My API' } }] } },
  });
});

test('what is printed is inert, whatever a folder is called', async () => {
  const name = 'a\u001B[2J\u009B31m##[error]x';
  const directory = makeFolder({
    '.git/HEAD': '',
    [`${name}/go.mod`]: 'module x\n',
    [`${name}/main.go`]: 'package main\n',
  });
  const { out } = await run(directory, '--dry-run', '--kind', 'go', name);
  expect(out).toContain('# a\uFFFD[2J\uFFFD31m## [error]x/Dockerfile\n');
  expect(out).not.toMatch(/[^\n\P{Cc}]|##\[/u);
});

test('a folder whose name GitHub would read as an expression is refused', async () => {
  const root = makeFolder({ '.git/HEAD': '', '${{ x }}/go.mod': 'module x\n', '${{ x }}/main.go': 'package main\n' });
  await expect(run(root, '${{ x }}')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect(existsSync(join(root, '${{ x }}/Dockerfile'))).toBe(false);
});

describe('the words', () => {
  test('are read', () => {
    const words = [
      'init',
      'x',
      '--kind',
      'go',
      '--main=./cmd/x',
      '--port',
      '80',
      '--force',
      '--dry-run',
      '--json',
      '-q',
    ];
    expect(parseArguments(words)).toEqual({
      kind: 'init',
      folder: 'x',
      project: 'go',
      main: './cmd/x',
      port: 80,
      force: true,
      dryRun: true,
      json: true,
      quiet: true,
    });
  });

  test.each([
    [['init', 'a', 'b'], 'init takes one folder; it got 2'],
    [['init', '--kind', 'make'], '--kind takes go, npm, pnpm, yarn, bun, pip, uv, poetry, cargo, maven'],
    [['init', '--port', '0'], '--port takes a number up to 65535; it got "0"'],
    [['init', '--main', ''], '--main takes a path'],
    [['init', '--sarif'], '--sarif is no option of init; it is one of advise'],
  ])('%j is refused', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });
});
