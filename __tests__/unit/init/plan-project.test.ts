import { expect, test } from '@jest/globals';
import { detectKind } from '../../../src/init/detect-kind.ts';
import { planProject } from '../../../src/init/plan-project.ts';
import { found } from '../advice/found.ts';
import { makeProject } from './fake-project.ts';
import type { Kind } from '../../../src/init/kinds.ts';

async function plan(files: Record<string, string>, wishes: { main?: string; port?: number; kind?: Kind } = {}) {
  const project = makeProject(files);
  const { kind = await detectKind(project), main = null, port = null } = wishes;
  const { images, write, ignored, notes } = await planProject(project, kind, { main, port });
  const text = write((image) => `${image}@sha256:${'0'.repeat(64)}`).text;
  expect(found(text, { files })).toEqual([]);
  return { images, text: write((image) => image).text, ignored, notes };
}

const GO = { 'go.mod': 'module example.com/x\n\ngo 1.24\n', 'main.go': '// Package main\n\npackage main\n' };
const SERVER = { 'server.js': '' };
const PIP = { 'requirements.txt': 'flask\ngunicorn==23\n' };
const CARGO = { 'Cargo.toml': '[package]\nname = "x"\n', 'src/main.rs': '' };
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
  ['pnpm', { ...npm({}), 'pnpm-lock.yaml': '' }, 'this is a project of pnpm (pnpm-lock.yaml)'],
  ['PHP with npm', { ...npm({}), 'composer.json': '' }, 'several kinds of project: composer (composer.json), npm'],
  ['.NET', { 'x.csproj': '' }, 'this is a project of dotnet (x.csproj)'],
  ['poetry', { 'pyproject.toml': '[tool.poetry]\nname = "x"\n' }, 'this is a project of poetry (pyproject.toml)'],
  ['settings of a linter', { 'pyproject.toml': '[tool.ruff]\n' }, 'this is no project that init knows'],
  ['pip and uv', { 'pyproject.toml': '[project]\n', ...PIP }, 'uv (pyproject.toml), pip (requirements.txt)'],
  ['no TOML', { 'pyproject.toml': '[' }, 'pyproject.toml: '],
  ['Python, no start', { 'requirements.txt': '' }, 'there is no main.py, app.py, server.py, nor one script'],
  ['pip, itself', { 'requirements.txt': 'x\n-e .\n', 'app.py': '' }, 'requirements.txt requires the project itself'],
  ['Rust, two programs', { ...CARGO, 'src/bin/a.rs': '' }, 'there are several programs: x, a'],
  ['Rust, a library', { 'Cargo.toml': CARGO['Cargo.toml'] }, 'the crate has no program'],
  ['Rust, a workspace', { 'Cargo.toml': '[workspace]\n' }, 'Cargo.toml is of a workspace only'],
  [
    'Rust, a name that a shell would run',
    { ...CARGO, 'Cargo.toml': '[package]\nname = "$(id)"\n' },
    '"$(id)" cannot stand in a Dockerfile',
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

test('pip: a server among the requirements starts the application, and listens where it is told', async () => {
  const flask = await plan({ ...PIP, 'app.py': 'import flask\nweb = Flask(__name__)\n' }, { port: 80 });
  expect(flask.images).toEqual(['python:3.14-slim-trixie']);
  expect(flask.text).toContain('\nEXPOSE 80\nCMD ["gunicorn", "--bind", "0.0.0.0:80", "app:web"]\n');
  const alone = await plan({ 'requirements.txt': 'flask-gunicorn\n', 'app.py': 'web = Flask(__name__)\n' });
  expect(alone.text).toContain('CMD ["python", "app.py"]\n');
  const other = await plan({ ...PIP, '.python-version': '3.12.4\n' }, { main: 'a b.py' });
  expect(other.images).toEqual(['python:3.12-slim-trixie']);
  expect(other.text).toContain('CMD ["python", "a b.py"]\n');
});

test('uv: by the versions that requires-python lets in; a package of its own is installed', async () => {
  const project = (more: string) => ({ 'pyproject.toml': `[project]\nname = "x"\n${more}` });
  const { text, images, notes } = await plan({
    ...project('requires-python = ">=3.9,<3.13"\ndependencies = ["fastapi[standard]>=0.1"]\n'),
    'main.py': 'app: FastAPI = FastAPI()\n',
    'uv.lock': '',
  });
  expect(images).toEqual(['python:3.12-slim-trixie']);
  expect(text).toContain('uv sync --locked --no-dev --no-install-project\n');
  expect(text).toContain('EXPOSE 8000\nCMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "main:app"]\n');
  expect(text).not.toContain('--no-editable');
  expect(notes).toEqual([]);
  const script = await plan(project('scripts = { serve = "x:main" }\n[build-system]\n'));
  expect(script.text).toContain('uv sync --no-dev --no-editable\n');
  expect(script.text).toContain('CMD ["serve"]\n');
  expect(script.notes).toEqual([expect.stringContaining('There is no uv.lock')]);
});

test('cargo: the program is found as cargo does, each platform with a target folder of its own', async () => {
  const { text, images, ignored } = await plan({ ...CARGO, 'Cargo.lock': '' });
  expect(images).toEqual(['rust:1.95-trixie', 'gcr.io/distroless/cc-debian13:nonroot']);
  expect(text).toContain('--mount=type=cache,id=target-$TARGETARCH,target=/src/target');
  expect(text).toContain('cargo build --locked --release --bin x && \\\n    cp target/release/x /app\n');
  expect(ignored).toContain('/target');
  const bins = {
    'Cargo.toml': '[package]\nname = "x"\nrust-version = "1.99"\n[[bin]]\nname = "y"\n',
    'src/main.rs': '',
  };
  const named = await plan(bins);
  expect(named.images[0]).toBe('rust:1.99-trixie');
  expect(named.text).toContain('cargo build --release --bin y && ');
  const chosen = { ...CARGO, 'Cargo.toml': '[package]\nname = "x"\ndefault-run = "b"\n', 'src/bin/b.rs': '' };
  expect((await plan(chosen)).text).toContain('--bin b ');
});
