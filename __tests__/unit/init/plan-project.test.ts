import { expect, test } from '@jest/globals';
import { detectKind } from '../../../src/init/detect-kind.ts';
import { planProject } from '../../../src/init/plan-project.ts';
import { found } from '../advice/found.ts';
import { makeProject } from './fake-project.ts';
import type { Kind } from '../../../src/init/kinds.ts';

async function plan(files: Record<string, string>, wishes: { main?: string; port?: number; kind?: Kind } = {}) {
  const project = makeProject(files);
  const { kind = detectKind(project), main = null, port = null } = wishes;
  const { images, write, ignored, notes } = await planProject(project, kind, { main, port });
  const text = write((image) => `${image}@sha256:${'0'.repeat(64)}`).text;
  expect(found(text, { files })).toEqual([]);
  return { images, text: write((image) => image).text, ignored, notes };
}

const GO = { 'go.mod': 'module example.com/x\n\ngo 1.24\n', 'main.go': '// Package main\n\npackage main\n' };
const SERVER = { 'server.js': '' };
const npm = (manifest: object) => ({ 'package.json': JSON.stringify(manifest) });

test.each<[string, Record<string, string>, string]>([
  ['nothing known', { 'README.md': '' }, 'this is no project that init knows'],
  ['two kinds', { ...GO, ...npm({}) }, 'this could be several kinds of project: go (go.mod), npm (package.json)'],
  ['Go, no program', { 'go.mod': 'module x', 'a.go': 'package a' }, 'there is no "package main" at the top'],
  [
    'Go, a program that go generate runs',
    { 'go.mod': 'module x', 'a.go': '//go:build ignore\n\npackage main' },
    'there is no "package main"',
  ],
  [
    'Go, two programs',
    { 'go.mod': 'module x', 'cmd/a/a.go': 'package main', 'cmd/b/b.go': 'package main' },
    'there are several programs: ./cmd/a, ./cmd/b',
  ],
  [
    'Go, a folder that a shell would run',
    { 'go.mod': 'module x', 'cmd/$(id)/a.go': 'package main' },
    '"./cmd/$(id)" cannot stand in a Dockerfile',
  ],
  [
    'Go with cgo',
    { ...GO, 'go.mod': 'module x\nrequire github.com/mattn/go-sqlite3 v1.14.0\n' },
    'github.com/mattn/go-sqlite3 needs cgo',
  ],
  ['npm, no start', npm({ name: 'x' }), 'package.json has no start script'],
  ['npm, a main outside', { ...npm({ main: '../x.js' }), '../x.js': '' }, 'package.json has no start script'],
  ['npm, no JSON', { 'package.json': '{' }, 'package.json: '],
  ['npm, wrong scripts', npm({ scripts: { start: 1 } }), 'package.json: scripts.start'],
  ['npm, workspaces', npm({ workspaces: ['a'] }), 'package.json: it has workspaces'],
])('%s: refused', async (_, files, message) => {
  await expect(plan(files)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(message) });
});

test('Go: what is asked for is built, by the version that go.mod asks for', async () => {
  const { text, images } = await plan(GO, { port: 8080 });
  expect(images).toEqual(['golang:1.27-alpine', 'gcr.io/distroless/static-debian13:nonroot']);
  expect(text).toContain('-o /out/app .\n');
  expect(text).toContain('\nUSER nonroot:nonroot\nEXPOSE 8080\nENTRYPOINT ["/app"]\n');
  const newer = await plan({ ...GO, 'go.mod': 'module x\ngo 1.30.2\n' }, { main: './cmd/x/' });
  expect(newer.images[0]).toBe('golang:1.30-alpine');
  expect(newer.text).toContain('-o /out/app ./cmd/x\n');
  await expect(plan(GO, { main: '../x' })).rejects.toThrow('--main is outside of the module');
});

test('Go: modules are not fetched apart where they are in the source', async () => {
  expect((await plan(GO)).text).toContain('go mod download');
  const replaced = { ...GO, 'go.mod': 'module x\nreplace example.com/y => ./y\n' };
  for (const files of [replaced, { ...GO, 'vendor/modules.txt': '' }, { ...GO, 'go.work': '' }]) {
    expect((await plan(files)).text).not.toContain('go mod download');
  }
});

test('npm: the start script itself is started where it needs no shell', async () => {
  const start = async (script: string) => (await plan(npm({ scripts: { start: script } }))).text.split('\n').at(-2);
  expect(await start('node --enable-source-maps a.js')).toBe('CMD ["node", "--enable-source-maps", "a.js"]');
  expect(await start('node a.js && rm -rf "/"')).toBe('CMD ["npm", "start"]');
  expect(await start('next start')).toBe('CMD ["npm", "start"]');
  expect((await plan({ ...npm({ main: 'lib/x.js' }), 'lib/x.js': '' })).text).toContain('CMD ["node", "lib/x.js"]');
  expect((await plan({ ...npm({}), ...SERVER })).text).toContain('CMD ["node", "server.js"]');
  const odd = await plan(npm({}), { main: 'a"\n]RUN $(id)' });
  expect(odd.text.split('\n').at(-2)).toBe('CMD ["node", "a\\"\\n]RUN $(id)"]');
});

test('npm: what is built is shipped, and no dev dependency', async () => {
  const built = { scripts: { start: 'node dist/x.js', build: 'tsc' }, devDependencies: { typescript: '6' } };
  const files = { ...npm({ ...built, engines: { node: '>=22 <26' } }), 'package-lock.json': '{}' };
  const { text, ignored, images, notes } = await plan(files);
  expect(images).toEqual(['node:24-trixie-slim']);
  expect(text).toContain('FROM --platform=$BUILDPLATFORM node:24-trixie-slim AS build\n');
  expect(text).toContain('COPY --from=build /app/dist ./dist\n');
  expect(text).toContain('npm ci --omit=dev\n');
  expect(ignored).toContain('/dist');
  expect(notes).toEqual([]);
  const unknown = await plan({ ...npm({ ...built, scripts: { start: 'next start', build: 'next build' } }) });
  expect(unknown.text).toContain('RUN npm prune --omit=dev\n');
  expect(unknown.notes).toEqual([expect.stringContaining('There is no package-lock.json')]);
});

test('npm: a prepare script is not run, and credentials stay out', async () => {
  const manifest = { scripts: { start: 'node x.js', prepare: 'husky' }, dependencies: { a: '1' } };
  const { text, ignored, notes } = await plan({ ...npm(manifest), '.npmrc': '//x/:_authToken=secret\n' });
  expect(text).toContain(
    [
      'COPY package.json package-lock.json* ./',
      'RUN --mount=type=cache,target=/root/.npm \\',
      '    --mount=type=secret,id=npmrc,target=/app/.npmrc \\',
      '    npm pkg delete scripts.prepare && \\',
      '    npm install --omit=dev',
    ].join('\n'),
  );
  expect(ignored).toContain('.npmrc');
  expect(notes).toContainEqual(expect.stringContaining('.npmrc holds credentials'));
  const plain = await plan({ ...npm(manifest), '.npmrc': 'engine-strict=true\n' });
  expect(plain.text).toContain('COPY package.json package-lock.json* .npmrc ./\n');
  expect(plain.ignored).not.toContain('.npmrc');
});
