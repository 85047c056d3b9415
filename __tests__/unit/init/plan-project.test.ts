import { expect, test } from '@jest/globals';
import { plan, APPLICATION, CARGO, csproj, GO, java, npm, PIP, pom, VITE, WEB } from './plan-files.ts';

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
  [
    'Yarn 4 with credentials',
    { ...npm({}), 'yarn.lock': '__metadata:\n', '.yarnrc.yml': 'npmAuthToken: "x"\n' },
    '.yarnrc.yml holds credentials',
  ],
  [
    'Bun with credentials',
    { ...npm({}), 'bun.lock': '', 'bunfig.toml': 'token = "x"\n' },
    'bunfig.toml holds credentials',
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
