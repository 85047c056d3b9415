import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startBaseImages } from '../../lab/bases/base-images.ts';
import { basePlace } from '../../lab/bases/base-place.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { unpackPackages } from '../../lab/machine/packages.ts';
import { findRpm } from '../../lab/machine/rpm.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { compare } from '../../src/compare/compare.ts';
import { readFileLists } from '../../src/compare/packages/file-lists.ts';
import { openSource } from '../../src/image/open-source.ts';
import { readImage } from '../../src/image/read-image.ts';
import { openPackageReader } from '../../src/layer/packages/package-reader.ts';
import { readDifferingLayers, type ImageToRead } from '../../src/layer/read-layers.ts';
import { makeInput } from '../unit/compare/fixture.ts';
import { makeZip } from '../unit/layer/packages/make-zip.ts';
import type { Cause, PlatformComparison } from '../../src/compare/comparison.ts';

jest.setTimeout(900_000);

const BASES = ['golang:1.26-alpine'] as const;

let engine: Engine;
let registry: Registry;
let folder: string;
let contexts: string[];

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
  folder = await makeWorkDir('image-packages');
  await startBaseImages({ registry, names: BASES });
  contexts = BASES.flatMap((name) => {
    const { repository, tag } = basePlace(name);
    return ['--build-context', `${name}=docker-image://${registry.host}/${repository}:${tag}`];
  });
});

afterAll(async () => {
  await removeWorkDir(folder);
  await registry.stop();
  await engine.stop();
});

async function makeFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const made = join(folder, randomUUID());
  await mkdir(made);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(made, dirname(path)), { recursive: true });
    await writeFile(join(made, path), content);
  }
  return made;
}

async function build(context: string): Promise<ImageToRead> {
  const layout = join(folder, randomUUID());
  const options = ['--builder', 'default', '--output', `type=oci,tar=false,dest=${layout}`, ...contexts];
  await run(engine.docker, ['buildx', 'build', ...options, context], { env: engine.env });
  const source = await openSource(`oci:${layout}`, {
    docker: { path: engine.docker, env: { ...process.env, ...engine.env } },
    registry: () => Promise.reject(new Error('no registry is asked')),
    directory: folder,
  });
  const image = await readImage(source);
  if (image === null) throw new Error(`there is no image in ${layout}`);
  return { image, sources: [source] };
}

/** Builds both, and compares what came out, each layer that differs read; holds the causes to their sums. */
async function compareBuilds(before: string, after: string): Promise<PlatformComparison> {
  const baseline = await build(before);
  const head = await build(after);
  const { notes, ...read } = await readDifferingLayers(baseline, head, { details: 'auto', maxBytes: 1e9 });
  expect(notes).toEqual([]);
  const [platform] = compare(makeInput(baseline.image, head.image, read)).platforms;
  if (platform === undefined) throw new Error('no platform');
  const sum = (count: (cause: Cause) => number | null) =>
    platform.causes.reduce((total, cause) => total + (count(cause) ?? NaN), 0);
  expect(sum(({ downloadBytes }) => downloadBytes)).toBe(platform.download.change);
  expect(sum(({ onDiskBytes }) => onDiskBytes)).toBe(platform.onDisk.change);
  // Other bytes may take the same room.
  expect(platform.layers.map(({ status }) => status)).toContain('changed');
  return platform;
}

const tell = ({ package: changed }: Cause): string =>
  changed === null ? '' : `${changed.type} ${changed.name} ${changed.baselineVersion ?? '-'} ${changed.version ?? '-'}`;

/** By what each is: the bytes on disk of packages that changed. */
const packagesOf = ({ causes }: PlatformComparison): Record<string, number | null> =>
  Object.fromEntries(causes.filter(({ kind }) => kind === 'package').map((cause) => [tell(cause), cause.onDiskBytes]));

const layersOf = ({ causes }: PlatformComparison): string[] =>
  causes.filter(({ kind }) => kind === 'layer').map(({ detail }) => detail);

/** What does not compress, and is the same each time. */
const noise = (bytes: number, seed: string): Buffer => {
  const parts: string[] = [];
  for (let place = 0; place * 9 < bytes; place++)
    parts.push(`${seed}${(place * 7919) % 99_991}`.padEnd(9, '-').slice(0, 9));
  return Buffer.from(parts.join('').slice(0, bytes));
};

/** A root file system with a merged /usr, in which dpkg itself put a version of a package, and another one. */
async function installDebian(root: string, version: string, bytes: number): Promise<void> {
  await mkdir(join(root, 'usr/bin'), { recursive: true });
  await symlink('usr/bin', join(root, 'bin'));
  await mkdir(join(root, 'var/lib/dpkg/info'), { recursive: true });
  await mkdir(join(root, 'var/lib/dpkg/updates'));
  for (const name of ['status', 'available']) await writeFile(join(root, 'var/lib/dpkg', name), '');
  const debs: string[] = [];
  for (const name of ['greeter', 'other']) {
    const stated = name === 'greeter' ? version : '5.0';
    const unpacked = await makeFolder({
      'DEBIAN/control': `Package: ${name}\nVersion: ${stated}\nArchitecture: all\nMaintainer: A <a@example.com>\nDescription: greets\n`,
      [`bin/${name}`]: noise(name === 'greeter' ? bytes : 5000, stated),
    });
    const deb = join(folder, `${randomUUID()}.deb`);
    await run('dpkg-deb', ['--build', '--root-owner-group', unpacked, deb]);
    debs.push(deb);
  }
  await run('dpkg', [`--root=${root}`, '--force-script-chrootless', '--install', ...debs]);
}

test('a package that dpkg upgraded, the Dockerfile untouched; its files lie in a merged /usr', async () => {
  const at = async (version: string, bytes: number): Promise<string> => {
    const context = await makeFolder({ Dockerfile: 'FROM scratch\nCOPY root /\n' });
    await installDebian(join(context, 'root'), version, bytes);
    return context;
  };
  const compared = await compareBuilds(await at('1.0', 40_960), await at('1.1', 102_400));
  // Its list and sums take the same room in both.
  expect(packagesOf(compared)).toEqual({ 'deb greeter 1.0 1.1': 61_440 });
  expect(compared.files?.changed.map(({ path }) => path)).toContain('/usr/bin/greeter');
});

/** Of packages in rpm's database, each with its version and a path that was installed, sorted. */
async function readRpms(database: string): Promise<string[]> {
  const content = await readFile(database);
  const reader = openPackageReader({ path: '/var/lib/rpm/rpmdb.sqlite', size: content.length });
  reader?.write(content);
  return readFileLists(reader?.end() ?? '', 'rpm')
    .flatMap(({ name, version, files }) =>
      files.kind === 'listed' ? files.paths.map((path) => `${name} ${version} ${path}`) : [],
    )
    .sort();
}

/** The same as rpm itself tells it: with 0 for a file that is there, and without the flag for one that is listed only. */
async function askRpm(database: string, backend: 'sqlite' | 'bdb_ro'): Promise<string[]> {
  const rpm = await findRpm();
  const told = await rpm.query(database, backend, '[%{FILESTATES} %{FILEFLAGS} %{=NAME} %{=EVR} %{FILENAMES}\\n]');
  return told
    .split('\n')
    .flatMap((line) => {
      const [, state, flags, rest] = /^(\d+) (\d+) (.*)$/.exec(line) ?? [];
      return rest === undefined || state !== '0' || (Number(flags) & 0x40) !== 0 ? [] : [rest];
    })
    .sort();
}

test('a package that rpm upgraded, as rpm tells what there is; its files lie in a merged /usr', async () => {
  const rpm = await findRpm();
  const spec = (name: string, version: string): string => `Name: ${name}
Epoch: 2
Version: ${version}
Release: 3
Summary: greets
License: MIT
BuildArch: noarch
%description
%install
mkdir -p %{buildroot}/bin
touch %{buildroot}/bin/${name}
%files
/bin/${name}
%ghost /var/log/${name}.log
`;
  const at = async (versions: readonly string[], bytes: number): Promise<string> => {
    const context = await makeFolder({
      Dockerfile: 'FROM scratch\nCOPY root /\n',
      'root/usr/bin/greeter': noise(bytes, versions.join()),
      'root/usr/bin/other': noise(5000, 'other'),
    });
    await symlink('usr/bin', join(context, 'root/bin'));
    const database = join(context, 'root/var/lib/rpm');
    await mkdir(database, { recursive: true });
    const packages = [['other', '5.0'] as const, ...versions.map((version) => ['greeter', version] as const)];
    for (const [name, version] of packages) {
      await rpm.install(database, await rpm.build(join(folder, randomUUID()), spec(name, version)));
    }
    const read = await readRpms(join(database, 'rpmdb.sqlite'));
    expect(read).toEqual([`greeter 2:${versions.at(-1) ?? ''}-3 /bin/greeter`, 'other 2:5.0-3 /bin/other']);
    expect(read).toEqual(await askRpm(database, 'sqlite'));
    return context;
  };
  const compared = await compareBuilds(await at(['1.0'], 40_960), await at(['1.0', '1.1'], 102_400));
  expect(packagesOf(compared)).toEqual({ 'rpm greeter 2:1.0-3 2:1.1-3': 61_440 });
});

test.each(['Packages', 'Packages.big-endian'])('a database of Berkeley DB, as rpm tells it: %s', async (name) => {
  const database = await makeFolder({});
  const kept = new URL(`../fuzz/corpus/rpm/${name}`, import.meta.url);
  await copyFile(kept, join(database, 'Packages'));
  const read = await readRpms(join(database, 'Packages'));
  expect(read.length).toBeGreaterThan(60);
  expect(read).toEqual(await askRpm(database, 'bdb_ro'));
});

test('packages of Debian’s as distroless keeps them, out of two releases', async () => {
  const at = async (suite: string | null): Promise<string> => {
    const context = await makeFolder({
      Dockerfile: 'FROM scratch\nCOPY packages/netbase /\nCOPY packages/media-types /\nCOPY app /app\n',
      app: 'app',
    });
    const packages = [
      { name: 'netbase', version: '6.4', suite: null },
      { name: 'media-types', version: suite === null ? '10.0.0' : '13.0.0', suite },
    ];
    const into = join(context, 'packages');
    await unpackPackages({ packages, into, isSeparate: true, log: () => undefined });
    return context;
  };
  const compared = await compareBuilds(await at(null), await at('trixie'));
  expect(packagesOf(compared)).toEqual({ 'deb media-types 10.0.0 13.0.0': expect.any(Number) });
  // Debian's sums leave out what an administrator may edit: that is nobody's in such an image.
  expect(layersOf(compared)).toEqual(['COPY packages/media-types /']);
  expect(compared.files?.changed.map(({ path }) => path)).toContain('/etc/mime.types');
});

test('npm ci with one dependency bumped', async () => {
  const tarball = async (name: string, version: string, bytes: number): Promise<Buffer> => {
    const root = await makeFolder({
      'package/package.json': JSON.stringify({ name, version }),
      'package/index.js': noise(bytes, version),
    });
    const file = join(root, 'x.tgz');
    await run('tar', ['-czf', file, 'package'], { cwd: root });
    return await readFile(file);
  };
  const at = async (version: string, bytes: number): Promise<string> => {
    const context = await makeFolder({
      Dockerfile: 'FROM scratch\nCOPY package.json package-lock.json /app/\nCOPY node_modules /app/node_modules\n',
      'package.json': JSON.stringify({
        dependencies: { '@acme/bumped': 'file:bumped.tgz', stays: 'file:stays.tgz' },
      }),
      'bumped.tgz': await tarball('@acme/bumped', version, bytes),
      'stays.tgz': await tarball('stays', '1.0.0', 5000),
    });
    await run('npm', ['install', '--package-lock-only', '--offline', '--no-audit'], { cwd: context });
    await run('npm', ['ci', '--offline', '--no-audit'], { cwd: context });
    return context;
  };
  const compared = await compareBuilds(await at('1.0.0', 10_240), await at('2.0.0', 30_720));
  expect(packagesOf(compared)).toEqual({ 'npm @acme/bumped 1.0.0 2.0.0': 20_480 });
});

/** Package managers that put real packages of npm's registry into `node_modules`, each in its own way. */
const MANAGERS = {
  /** Links into a store of folders, `.pnpm/semver@7.6.3/node_modules/semver`. */
  pnpm: {
    from: 'pnpm@9.15.9',
    command: ['pnpm/bin/pnpm.cjs', 'install', '--store-dir', '../store'],
    files: {},
    environment: (host: string) => ({ npm_config_registry: host }),
  },
  'yarn classic': {
    from: 'yarn@1.22.22',
    command: ['yarn/bin/yarn.js', 'install', '--no-progress'],
    files: {},
    environment: (host: string) => ({ npm_config_registry: host }),
  },
  'yarn berry': {
    from: '@yarnpkg/cli-dist@4.9.2',
    command: ['@yarnpkg/cli-dist/bin/yarn.js', 'install'],
    files: { 'yarn.lock': '' },
    environment: (host: string) => ({
      YARN_NODE_LINKER: 'node-modules',
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
      YARN_NPM_REGISTRY_SERVER: host,
      YARN_UNSAFE_HTTP_WHITELIST: new URL(host).hostname,
    }),
  },
};

test.each(Object.entries(MANAGERS))(
  '%s, with one dependency bumped',
  async (_, { from, command, files, environment }) => {
    const tools = await makeFolder({ 'package.json': '{}' });
    await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', from], { cwd: tools });
    const host = (await run('npm', ['config', 'get', 'registry'])).trim();
    const [program = '', ...words] = command;
    const at = async (version: string): Promise<string> => {
      const dependencies = { 'escape-html': '1.0.3', semver: version };
      const context = await makeFolder({
        Dockerfile: 'FROM scratch\nCOPY node_modules /app/node_modules\n',
        'package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies }),
        ...files,
      });
      const env = { ...process.env, ...environment(host), HOME: folder };
      await run(process.execPath, [join(tools, 'node_modules', program), ...words], { cwd: context, env });
      return context;
    };
    const compared = await compareBuilds(await at('5.7.2'), await at('7.6.3'));
    expect(packagesOf(compared)).toEqual({ 'npm semver 5.7.2 7.6.3': expect.any(Number) });
    expect(Object.values(packagesOf(compared))[0]).toBeGreaterThan(10_000);
  },
);

test('pip install of another version', async () => {
  const at = async (version: string): Promise<string> => {
    const info = `foo_bar-${version}.dist-info`;
    const context = await makeFolder({ Dockerfile: 'FROM scratch\nCOPY site /usr/lib/python3/site-packages\n' });
    const unpacked = await makeFolder({
      'foo_bar/__init__.py': noise(version === '1.0' ? 5120 : 15_360, version),
      [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: Foo_Bar\nVersion: ${version}\n`,
      [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
      [`${info}/RECORD`]: ['foo_bar/__init__.py', `${info}/METADATA`, `${info}/WHEEL`, `${info}/RECORD`]
        .map((path) => `${path},,\n`)
        .join(''),
    });
    const file = join(context, `foo_bar-${version}-py3-none-any.whl`);
    await run('python3', ['-m', 'zipfile', '-c', file, 'foo_bar', info], { cwd: unpacked });
    const options = ['--no-index', '--no-deps', '--no-compile', '--target', join(context, 'site')];
    await run('python3', ['-m', 'pip', 'install', ...options, file]);
    return context;
  };
  const compared = await compareBuilds(await at('1.0'), await at('2.0'));
  expect(packagesOf(compared)).toEqual({ 'python foo-bar 1.0 2.0': 10_240 });
});

test('a Go service of several stages: which module made its one binary grow', async () => {
  const at = async (version: string, { imported, said }: { imported: string; said: string }): Promise<string> => {
    const context = await makeFolder({
      Dockerfile: `FROM golang:1.26-alpine AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -mod=vendor -o /server .
FROM scratch
COPY --from=build /server /server
`,
      'go.mod': `module example.com/api\n\ngo 1.23\n\nrequire golang.org/x/text ${version}\n`,
      'main.go': `package main\n\nimport (\n\t"fmt"\n\n\t"${imported}"\n)\n\nfunc main() { fmt.Println(${said}) }\n`,
    });
    await run('go', ['mod', 'tidy'], { cwd: context });
    await run('go', ['mod', 'vendor'], { cwd: context });
    return context;
  };
  // The second program has the names of languages in it: two releases alone may come to the same size.
  const compared = await compareBuilds(
    await at('v0.20.0', { imported: 'golang.org/x/text/language', said: 'language.English' }),
    await at('v0.21.0', { imported: 'golang.org/x/text/language/display', said: 'display.Self' }),
  );
  expect(compared.onDisk.change).toBeGreaterThan(100_000);
  expect(packagesOf(compared)).toEqual({});
  expect(layersOf(compared)).toEqual(['COPY /server /server; /server: golang.org/x/text v0.20.0 → v0.21.0']);
});

test('an archive in a Spring Boot application', async () => {
  const at = async (version: string, bytes: number): Promise<string> =>
    await makeFolder({
      Dockerfile: 'FROM scratch\nCOPY app.jar /app/app.jar\n',
      'app.jar': makeZip([
        { name: 'META-INF/MANIFEST.MF', content: 'Manifest-Version: 1.0\r\nMain-Class: x.Launcher\r\n' },
        { name: 'BOOT-INF/classes/x/A.class', content: noise(9000, 'class') },
        { name: `BOOT-INF/lib/spring-core-${version}.jar`, content: noise(bytes, version), isStored: true },
        { name: 'BOOT-INF/lib/commons-io-2.16.1.jar', content: noise(3000, 'io'), isStored: true },
      ]),
    });
  const compared = await compareBuilds(await at('6.1.0', 20_480), await at('6.2.0', 30_720));
  expect(packagesOf(compared)).toEqual({ 'java spring-core 6.1.0 6.2.0': 10_240 });
});
