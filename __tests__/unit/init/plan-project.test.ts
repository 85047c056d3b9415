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
const VITE = { scripts: { build: 'tsc -b && vite build' }, devDependencies: { vite: '8' } };
const pom = (inside: string) => `<project><artifactId>a</artifactId><version>1.0</version>${inside}</project>`;
const java = (name: string) => ({
  [`src/main/java/com/example/${name}.java`]:
    'package com.example;\nclass X { public static void main(String[] a) {} }',
});
const APPLICATION = "plugins {\n    id 'application'\n}\napplication {\n    mainClass = 'com.example.App'\n}\n";
const WEB = 'Microsoft.NET.Sdk.Web';
const csproj = (sdk: string, framework: string) =>
  `<Project Sdk="${sdk}"><PropertyGroup><TargetFramework>${framework}</TargetFramework></PropertyGroup></Project>`;

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
  ['bundler', { Gemfile: '' }, 'this is a project of bundler (Gemfile)'],
  ['pdm', { 'pyproject.toml': '[project]\n', 'pdm.lock': '' }, 'this is a project of pdm (pdm.lock)'],
  [
    'pnpm, a workspace',
    { ...npm({}), 'pnpm-lock.yaml': '', 'pnpm-workspace.yaml': 'packages:\n  - a\n' },
    'pnpm-workspace.yaml lists packages',
  ],
  ['two locks', { ...npm({}), 'pnpm-lock.yaml': '', 'yarn.lock': '' }, 'pnpm (pnpm-lock.yaml), yarn (yarn.lock)'],
  ['Yarn 3', { ...npm({ packageManager: 'yarn@3.6.0' }), 'yarn.lock': '' }, 'this is a project of Yarn 3.6.0'],
  [
    'Yarn, a version that a shell would run',
    { ...npm({ packageManager: 'yarn@$(id)', dependencies: { a: '1' } }), 'yarn.lock': '' },
    'package.json has no start script',
  ],
  ['Bun, no start', { ...npm({}), 'bun.lock': '' }, 'there is no server.ts nor index.ts'],
  ['Vite with a server of its own', npm({ ...VITE, dependencies: { '@sveltejs/kit': '2' } }), 'no start script'],
  ['PHP with npm', { ...npm({}), 'composer.json': '' }, 'several kinds of project: composer (composer.json), npm'],
  ['poetry, no start', { 'pyproject.toml': '[tool.poetry]\nname = "x"\n' }, 'there is no main.py'],
  ['Maven, no XML', { 'pom.xml': '<project>' }, 'pom.xml: '],
  ['Maven, an entity', { 'pom.xml': '<!DOCTYPE x [<!ENTITY a "b">]><project>&a;</project>' }, 'pom.xml: '],
  ['Maven, modules', { 'pom.xml': pom('<modules><module>a</module></modules>') }, 'pom.xml: it has modules'],
  ['Maven, a war', { 'pom.xml': pom('<packaging>war</packaging>') }, 'pom.xml: its packaging is "war"'],
  ['Maven, no program', { 'pom.xml': pom('') }, 'no class in src/main/java has a main method'],
  [
    'Maven, two programs',
    { 'pom.xml': pom(''), ...java('A'), ...java('B') },
    'there are several programs: com.example.A, com.example.B',
  ],
  [
    'Maven, a Java to come',
    { 'pom.xml': pom('<properties><java.version>26</java.version></properties>'), ...java('A') },
    'the project asks for Java 26',
  ],
  [
    'Maven, a name that a shell would run',
    { 'pom.xml': pom('<build><finalName>$(id)</finalName></build>'), ...java('A') },
    '"$(id)" cannot stand in a Dockerfile',
  ],
  ['Gradle, a library', { 'build.gradle': "plugins { id 'java-library' }\n" }, 'no project of this build is a program'],
  [
    'Gradle, two programs',
    {
      'settings.gradle': "include 'a', 'b'\n",
      'a/build.gradle': APPLICATION,
      'b/build.gradle': APPLICATION,
    },
    'several projects of this build are programs: a, b',
  ],
  ['.NET, a library', { 'x.csproj': csproj('Microsoft.NET.Sdk', 'net10.0') }, 'x.csproj is a library'],
  ['.NET, one to come', { 'x.csproj': csproj(WEB, 'net12.0') }, 'x.csproj: it is for .NET 12.0'],
  [
    '.NET, two',
    { 'x.csproj': csproj(WEB, 'net12.0'), 'y.fsproj': '' },
    'there are several projects: x.csproj, y.fsproj',
  ],
  ['.NET, a solution alone', { 'x.sln': '' }, 'there is no project at the top'],
  [
    'PHP, an extension of PECL',
    { 'composer.json': '{"require":{"ext-imagick":"*"}}' },
    'composer.json requires the extension imagick',
  ],
  ['PHP, no JSON', { 'composer.json': '{' }, 'composer.json: '],
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

test('pnpm: by the version that package.json names, with its settings, dependencies apart', async () => {
  const manifest = { scripts: { start: 'node dist/x.js', build: 'tsc' }, dependencies: { a: '1' } };
  const lock = { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
  const settings = { 'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - a\n', 'patches/a.patch': '' };
  const files = { ...npm({ ...manifest, packageManager: 'pnpm@10.4.0+sha512.abc' }), ...lock, ...settings };
  const { text, ignored, notes, images } = await plan(files);
  expect(images).toEqual(['node:26-trixie-slim']);
  expect(text).toContain('npm install --global pnpm@10.4.0\n');
  expect(text).toContain('COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./\nCOPY patches ./patches\n');
  expect(text).toContain('pnpm install --frozen-lockfile --store-dir=/pnpm/store\nCOPY . .\nRUN pnpm run build\n');
  expect(text).toContain('pnpm install --frozen-lockfile --prod --store-dir=/pnpm/store\n');
  expect(ignored).toContain('/dist');
  expect(notes).toEqual([]);
  const old = await plan({ ...npm(manifest), 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n" });
  expect(old.text).toContain('pnpm@8.15.9\n');
  const unlocked = await plan({ ...npm({ ...manifest, devEngines: { packageManager: { name: 'pnpm' } } }) });
  expect(unlocked.text).toContain('COPY package.json pnpm-lock.yaml* ./\n');
  expect(unlocked.notes).toEqual([expect.stringContaining('There is no pnpm-lock.yaml')]);
});

test('Yarn: 1 by its lock, 4 by its own settings or package.json; 4 installs into node_modules', async () => {
  const manifest = { scripts: { start: 'node x.js' }, dependencies: { a: '1' } };
  const classic = await plan({ ...npm(manifest), 'yarn.lock': '# yarn lockfile v1\n' });
  expect(classic.text).toContain('npm install --global --force yarn@1.22.22\n');
  expect(classic.text).toContain('yarn install --frozen-lockfile --production\n');
  const lock = { 'yarn.lock': '__metadata:\n  version: 8\n' };
  const modern = await plan({ ...npm(manifest), ...lock });
  expect(modern.text).toContain('YARN_NODE_LINKER=node-modules');
  expect(modern.text).toContain('@yarnpkg/cli-dist@4.18.1\n');
  expect(modern.text).toContain('yarn workspaces focus --all --production\n');
  const own = await plan({
    ...npm(manifest),
    ...lock,
    '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.5.3.cjs\n',
    '.yarn/releases/yarn-4.5.3.cjs': '',
  });
  expect(own.text).toContain('@yarnpkg/cli-dist@4.5.3\n');
  expect(own.text).toContain('COPY package.json .yarnrc.yml yarn.lock ./\nCOPY .yarn ./.yarn\n');
  const named = await plan({ ...npm({ ...manifest, packageManager: 'yarn@4.2.2' }), ...lock });
  expect(named.text).toContain('@yarnpkg/cli-dist@4.2.2\n');
  const both = { ...npm({ ...manifest, packageManager: 'yarn@4.2.2' }), ...lock, 'package-lock.json': '{}' };
  expect((await plan(both)).text).toContain('@yarnpkg/cli-dist@4.2.2\n');
});

test('Bun: it installs, builds and runs', async () => {
  const files = { ...npm({ module: 'index.ts', dependencies: { a: '1' } }), 'index.ts': '', 'bun.lock': '' };
  const { text, images } = await plan(files);
  expect(images).toEqual(['oven/bun:1.4-slim']);
  expect(text).toContain('bun install --frozen-lockfile --production\n');
  expect(text).toContain('USER bun\nCMD ["bun", "index.ts"]\n');
  const script = await plan({ ...npm({ scripts: { start: 'next start' } }), 'bun.lock': '' });
  expect(script.text).toContain('CMD ["bun", "run", "start"]\n');
});

test('a site that Vite makes is served, whoever installs its packages', async () => {
  const site = { ...npm(VITE), 'index.html': '', 'vite.config.ts': 'export default {}' };
  const { text, images, ignored } = await plan(site);
  expect(images).toEqual(['node:26-trixie-slim', 'nginxinc/nginx-unprivileged:1.30-alpine-slim']);
  expect(text).toContain('RUN npm run build\n\nFROM nginxinc/nginx-unprivileged:1.30-alpine-slim\n');
  expect(text).toContain('    listen 8080;\n');
  expect(text).toContain('COPY --from=build /app/dist /usr/share/nginx/html\nUSER 101:101\nEXPOSE 8080\n');
  expect(ignored).toContain('/dist');
  expect((await plan({ ...site, 'pnpm-lock.yaml': '' }, { port: 3000 })).text).toContain('    listen 3000;\n');
  const elsewhere = { ...site, 'vite.config.ts': "export default { build: { outDir: '../x' } }" };
  await expect(plan(elsewhere)).rejects.toThrow('package.json has no start script');
});

test('Poetry: a package of its own is installed where there is one', async () => {
  const old =
    '[tool.poetry]\nname = "my-app"\n[tool.poetry.dependencies]\npython = "^3.11,<3.13"\nfastapi = "*"\nuvicorn = "*"\n';
  const files = { 'pyproject.toml': old, 'poetry.lock': '', 'main.py': 'app = FastAPI()\n' };
  const { text, images, notes } = await plan(files);
  expect(images).toEqual(['python:3.12-slim-trixie']);
  expect(text).toContain('COPY pyproject.toml poetry.lock ./\n');
  expect(text).toContain('poetry install --only main --no-root\n');
  expect(text).not.toContain('--only-root');
  expect(text).toContain('CMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "main:app"]\n');
  expect(notes).toEqual([]);
  const own = await plan({
    'pyproject.toml': '[project]\nname = "my-app"\n[tool.poetry.scripts]\nserve = "my_app:main"\n',
    'src/my_app/__init__.py': '',
    'poetry.lock': '',
  });
  expect(own.text).toContain('COPY . .\nRUN poetry install --only-root\n');
  expect(own.text).toContain('CMD ["serve"]\n');
});

test('Maven: its wrapper, its release of Java, and the jar by its name', async () => {
  const inside = '<properties><r>21</r><maven.compiler.release>${r}</maven.compiler.release></properties>';
  const { text, images, ignored } = await plan({ 'pom.xml': pom(inside), ...java('App') }, { port: 8080 });
  expect(images).toEqual(['maven:3.9-eclipse-temurin-21', 'gcr.io/distroless/java21-debian13:nonroot']);
  expect(text).toContain('COPY pom.xml ./\n');
  expect(text).toContain('mvn --batch-mode dependency:go-offline\nCOPY . .\n');
  expect(text).toContain('dependency:copy-dependencies -DincludeScope=runtime');
  expect(text).toContain('cp target/a-1.0.jar /out/app/\n');
  expect(text).toContain('EXPOSE 8080\nENTRYPOINT ["java", "-cp", "app/*:lib/*", "com.example.App"]\n');
  expect(ignored).toEqual(['/target']);
  const wrapped = { 'pom.xml': pom(''), ...java('App'), mvnw: '', '.mvn/wrapper/maven-wrapper.properties': '' };
  const own = await plan(wrapped, { main: 'com.example.Other' });
  expect(own.images[0]).toBe('eclipse-temurin:21-jdk');
  expect(own.text).toContain('COPY .mvn ./.mvn\nCOPY mvnw pom.xml ./\n');
  expect(own.text).toContain('sh mvnw --batch-mode -DskipTests package');
  expect(own.text).toContain('"com.example.Other"]\n');
  const unknown = pom('<build><finalName>${revision}</finalName></build>');
  expect((await plan({ 'pom.xml': unknown, ...java('App') })).text).toContain('cp target/*.jar /out/app/\n');
});

test('Maven: Spring Boot in layers where it has them, what is shaded as it is', async () => {
  const plugin = (name: string, more = '') => `<plugin><artifactId>${name}</artifactId>${more}</plugin>`;
  const boot = (version: string) =>
    pom(
      `<parent><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent>` +
        `<properties><java.version>17</java.version></properties>` +
        `<build><plugins>${plugin('spring-boot-maven-plugin')}</plugins></build>`,
    );
  const layered = await plan({ 'pom.xml': boot('3.5.9') });
  expect(layered.images[1]).toBe('gcr.io/distroless/java17-debian13:nonroot');
  expect(layered.text).toContain('java -Djarmode=tools -jar app.jar extract --layers --destination /out\n');
  expect(layered.text).toContain('COPY --from=build /out/application ./\n');
  expect(layered.text).toContain('ENTRYPOINT ["java", "-jar", "app.jar"]\n');
  const old = await plan({ 'pom.xml': boot('3.2.0') });
  expect(old.text).not.toContain('jarmode');
  expect(old.text).toContain('COPY --from=build /out/app.jar ./\n');
  const main = '<configuration><x><mainClass>com.example.Shaded</mainClass></x></configuration>';
  const shade = (more: string) => pom(`<build><plugins>${plugin('maven-shade-plugin', more)}</plugins></build>`);
  const shaded = await plan({ 'pom.xml': shade(main) });
  expect(shaded.text).not.toContain('copy-dependencies');
  expect(shaded.text).toContain('ENTRYPOINT ["java", "-jar", "app.jar"]\n');
  const nameless = await plan({ 'pom.xml': shade(''), ...java('App') });
  expect(nameless.text).not.toContain('copy-dependencies');
  expect(nameless.text).toContain('"com.example.App"]\n');
});

test('Gradle: the one project that is a program, with the Java that it asks for', async () => {
  const wrapper = { gradlew: '', 'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=x/gradle-9.1-bin.zip\n' };
  const app = {
    ...wrapper,
    'settings.gradle.kts': 'rootProject.name = "x"\ninclude("app")\n',
    'app/build.gradle.kts':
      'plugins {\n    application\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(25) } }\n' +
      '// mainClass = "com.example.Old"\napplication {\n    mainClass = "com.example.AppKt"\n}\n',
  };
  const { text, images, ignored } = await plan(app);
  expect(images).toEqual(['eclipse-temurin:25-jdk', 'gcr.io/distroless/java25-debian13:nonroot']);
  expect(text).toContain(
    'COPY gradle ./gradle\nCOPY settings.gradle.kts gradlew ./\nCOPY app/build.gradle.kts ./app/\n',
  );
  expect(text).toContain('sh gradlew --no-daemon :app:installDist\nCOPY . .\n');
  expect(text).toContain('cp -r app/build/install/*/lib /out/lib && \\\n');
  expect(text).toContain('ENTRYPOINT ["java", "-cp", "app/*:lib/*", "com.example.AppKt"]\n');
  expect(ignored).toContain('**/build');
  const more = { ...app, 'settings.gradle.kts': 'include("app", "list")\n', 'list/build.gradle.kts': '' };
  expect((await plan(more)).text.match(/installDist/g)).toHaveLength(1);
});

test('Gradle: Spring Boot, and an old Gradle on a Java that it knows', async () => {
  const boot = (version: string) => ({
    'build.gradle': `plugins {\n  id 'org.springframework.boot' version '${version}'\n}\n`,
  });
  const layered = await plan(boot('3.4.1'));
  expect(layered.images).toEqual(['gradle:9-jdk21', 'gcr.io/distroless/java21-debian13:nonroot']);
  expect(layered.text).toContain('gradle --no-daemon :dependencies\nCOPY . .\n');
  expect(layered.text).toContain('gradle --no-daemon :bootJar && \\\n');
  expect(layered.text).toContain('--layers --destination /out\n');
  const old = await plan({
    ...boot('3.1.0'),
    gradlew: '',
    'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=https\\://x/gradle-8.4-bin.zip\n',
  });
  expect(old.images[0]).toBe('eclipse-temurin:17-jdk');
  expect(old.text).toContain('COPY --from=build /out/app.jar ./\n');
  const source = { 'src/main/kotlin/main.kt': 'package a.b\n\nfun main() {}\n' };
  const kotlin = await plan({
    'build.gradle.kts': 'plugins {\n  id("application")\n}\nkotlin { jvmToolchain(17) }\n',
    ...source,
  });
  expect(kotlin.images[1]).toBe('gcr.io/distroless/java17-debian13:nonroot');
  expect(kotlin.text).toContain('"a.b.MainKt"]\n');
});

test('.NET: published for each platform by the machine of the build, onto a chiseled image', async () => {
  const { text, images } = await plan({ 'My.App.csproj': csproj(WEB, 'net10.0'), 'nuget.config': '' });
  expect(images).toEqual([
    'mcr.microsoft.com/dotnet/sdk:10.0-noble',
    'mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled',
  ]);
  expect(text).toContain('COPY My.App.csproj nuget.config ./\n');
  expect(text).toContain('dotnet restore My.App.csproj --arch $TARGETARCH\nCOPY . .\n');
  expect(text).toContain('EXPOSE 8080\nENTRYPOINT ["dotnet", "My.App.dll"]\n');
  const program =
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><AssemblyName>run</AssemblyName>' +
    '</PropertyGroup><ItemGroup><ProjectReference Include="../a/a.csproj" /></ItemGroup></Project>';
  const props = '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>';
  const other = await plan({ 'x.csproj': program, 'Directory.Build.props': props });
  expect(other.images[1]).toBe('mcr.microsoft.com/dotnet/runtime:8.0-noble-chiseled');
  expect(other.text.match(/COPY \. \./g)).toHaveLength(1);
  expect(other.text).toContain('ENTRYPOINT ["dotnet", "run.dll"]\n');
});

test('PHP: FPM with the extensions that composer.json requires', async () => {
  const require = { php: '^8.2 || ^8.3', 'ext-json': '*', 'ext-intl': '*', 'ext-pdo_mysql': '*' };
  const manifest = JSON.stringify({ require, config: { platform: { php: '8.3.4' } } });
  const { text, images, notes } = await plan({ 'composer.json': manifest, 'composer.lock': '' });
  expect(images).toEqual(['composer:2', 'php:8.3-fpm-alpine']);
  expect(text).toContain('COPY composer.json composer.lock ./\n');
  expect(text).toContain(
    'apk add --no-cache --virtual .build $PHPIZE_DEPS icu-dev && \\\n    apk add --no-cache icu-libs',
  );
  expect(text).toContain('docker-php-ext-install intl pdo_mysql && \\\n    apk del .build\n');
  expect(text).toContain('USER www-data\nEXPOSE 9000\n');
  expect(notes).toEqual([expect.stringContaining('FastCGI')]);
  const plain = await plan({ 'composer.json': '{"require":{"php":">=8.1"}}' });
  expect(plain.images[1]).toBe('php:8.5-fpm-alpine');
  expect(plain.text).not.toContain('apk');
});
