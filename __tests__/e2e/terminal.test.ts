import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { findCrane } from '../../lab/machine/crane.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { packLayer } from '../../lab/bases/layer.ts';
import { writeLayout } from '../../lab/bases/layout.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { readCacheUse } from '../../src/build/timeline/cache-use.ts';
import { readImage } from '../../src/image/read-image.ts';
import { parseReference } from '../../src/image/reference.ts';
import { fetchManifest } from '../../src/image/registry/fetch-manifest.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../src/image/registry/registry-source.ts';
import { makeRecord } from '../../src/record/make-record.ts';
import { writeRecord } from '../../src/record/write-record.ts';

jest.setTimeout(900_000);

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli/index.js');
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const PASSWORD = { username: 'octocat', password: `pass:${randomUUID()}` };
const BUILDER = `plimsoll-test-${randomUUID().slice(0, 8)}`;

/** Does not compress. */
const NOISE = randomBytes(20_000).toString('base64');

const PackageSchema = v.object({ version: v.string() });
const MetadataSchema = v.object({ 'buildx.build.ref': v.string(), 'containerimage.digest': v.string() });
const ManifestSchema = v.object({
  config: v.object({ size: v.number() }),
  layers: v.array(v.object({ digest: v.string(), size: v.number() })),
});
const SizesSchema = v.object({
  platforms: v.array(
    v.object({ platform: v.string(), download: v.object({ baseline: v.number(), head: v.number() }) }),
  ),
});
const InsideSchema = v.object({
  platforms: v.array(
    v.object({
      platform: v.string(),
      download: v.object({ baseline: v.number(), head: v.number() }),
      onDisk: v.object({ change: v.number() }),
      layers: v.array(
        v.object({ status: v.string(), digest: v.string(), baseline: v.nullable(v.object({ digest: v.string() })) }),
      ),
      files: v.object({ changed: v.array(v.object({ path: v.string() })) }),
      causes: v.array(v.object({ downloadBytes: v.number(), onDiskBytes: v.number() })),
    }),
  ),
});
const SavedSchema = v.tuple([v.object({ Config: v.string(), Layers: v.array(v.string()) })]);

let engine: Engine;
let crane: string;
let folder: string;
let open: Registry;
let closed: Registry;
/** Docker's configuration with the login to `closed` in it, and `BUILDER` as the current builder. */
let env: Record<string, string>;
let fault: FaultHook = () => null;

beforeAll(async () => {
  engine = await startEngine();
  await loadBuilderImage(engine, () => undefined);
  crane = await findCrane();
  folder = await makeWorkDir('terminal');
  open = await startRegistry({ fault: (request) => fault(request) });
  closed = await startRegistry({ password: PASSWORD });
  env = { ...engine.env, DOCKER_CONFIG: await engine.makeDockerConfig() };
  const { username, password } = PASSWORD;
  await docker({ input: password }, 'login', '--username', username, '--password-stdin', closed.host);
  await docker(
    {},
    'buildx',
    'create',
    '--use',
    '--name',
    BUILDER,
    '--driver',
    'docker-container',
    '--driver-opt',
    'network=host',
  );
  await writeFile(
    join(folder, 'Dockerfile'),
    `FROM scratch\nARG TARGETARCH\nCOPY base /\nCOPY app /app-$TARGETARCH\nLABEL org.opencontainers.image.revision=3f2c1ab${'0'.repeat(33)}\n`,
  );
  await writeFile(join(folder, 'base'), 'base\n'.repeat(1000));
  for (const { host } of [open, closed]) {
    await build('main', `type=image,name=${host}/acme/api:main,push=true`);
    await build(NOISE, `type=image,name=${host}/acme/api:next,push=true`);
  }
});

afterAll(async () => {
  await docker({}, 'buildx', 'rm', '--force', BUILDER);
  await open.stop();
  await closed.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

beforeEach(() => {
  fault = () => null;
  open.forgetRequests();
  closed.forgetRequests();
});

const docker = async (options: { input?: string }, ...args: string[]): Promise<string> =>
  await run(engine.docker, args, { env, ...options });

/** Builds with `app` as the content; gives the build's name and the digest that Buildx says. */
async function build(
  app: string,
  output: string,
  { builder = BUILDER, platforms = PLATFORMS } = {},
): Promise<{ id: string; digest: string }> {
  const metadata = join(folder, 'metadata.json');
  await writeFile(join(folder, 'app'), app);
  const options = ['--builder', builder, '--metadata-file', metadata, '--platform', platforms.join()];
  await docker({}, 'buildx', 'build', ...options, '--output', output, folder);
  const said = v.parse(MetadataSchema, JSON.parse(await readFile(metadata, 'utf8')));
  return { id: said['buildx.build.ref'].split('/').at(-1) ?? '', digest: said['containerimage.digest'] };
}

interface Printed {
  code: number | null;
  out: string;
  err: string;
}

function start(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { ...process.env, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function plimsoll(...words: string[]): Promise<Printed> {
  const child = start(words);
  const printed: Printed = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const ended: unknown[] = await once(child, 'close');
  const [code] = ended;
  return { ...printed, code: typeof code === 'number' ? code : null };
}

/** The same on a pseudo-terminal, where stdout and stderr are one. */
async function onTerminal(more: Readonly<Record<string, string>>, ...words: string[]): Promise<string> {
  const command = [process.execPath, CLI, ...words].map((word) => `'${word}'`).join(' ');
  return await run('script', ['--quiet', '--command', `stty cols 100; ${command}`, '/dev/null'], {
    env: { ...env, CI: '', NO_COLOR: '', TERM: 'xterm', ...more },
    cwd: folder,
    hint: 'Install script, of util-linux.',
  });
}

/** The sum by an independent client. */
async function weigh(reference: string, platform: string): Promise<number> {
  const text = await run(crane, ['manifest', '--platform', platform, reference], { env });
  const { config, layers } = v.parse(ManifestSchema, JSON.parse(text));
  const blobs = new Map(layers.map(({ digest, size }) => [digest, size]));
  return config.size + [...blobs.values()].reduce((sum, size) => sum + size, 0);
}

const weighAll = async (baseline: string, head: string, platforms = PLATFORMS) =>
  await Promise.all(
    platforms.map(async (platform) => ({
      platform,
      download: { baseline: await weigh(baseline, platform), head: await weigh(head, platform) },
    })),
  );

const sizesOf = (json: string) => v.parse(SizesSchema, JSON.parse(json)).platforms;

async function expectValid(json: string): Promise<void> {
  const schema: unknown = JSON.parse(await readFile(join(ROOT, 'schema/comparison.v1.json'), 'utf8'));
  const ajv = new Ajv2020({ strict: false });
  const isValid = ajv.validate(v.parse(v.record(v.string(), v.unknown()), schema), JSON.parse(json));
  expect({ isValid, errors: ajv.errors ?? [] }).toEqual({ isValid: true, errors: [] });
}

describe.each([
  ['an open registry', () => open, 10],
  // Each side may hear first that a login is wanted.
  ['a registry with a password', () => closed, 12],
])('%s', (_, registry, mostRequests) => {
  const main = () => `${registry().host}/acme/api:main`;
  const next = () => `${registry().host}/acme/api:next`;

  test("the sizes are crane's, by manifests and configs alone", async () => {
    const { code, out, err } = await plimsoll('compare', main(), next(), '--details', 'sizes', '--json');
    // A base is not looked for then, which is said.
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^note: .* base image's is not known.*\n.*\n$/),
    });
    const requests = registry().requests();
    expect(requests.length).toBeLessThanOrEqual(mostRequests);
    expect(requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
    expect(requests.every(({ userAgent }) => /^plimsoll\/\d/.test(userAgent))).toBe(true);
    await expectValid(out);
    expect(sizesOf(out)).toEqual(await weighAll(main(), next()));
    const layers = [...out.matchAll(/"digest": "(sha256:[0-9a-f]+)"/g)].map(([, digest]) => digest ?? '');
    const fetched = requests.filter(({ path }) => path.includes('/blobs/')).map(({ path }) => path.split('/').at(-1));
    expect(fetched).toHaveLength(4);
    expect(fetched.filter((digest) => layers.includes(digest ?? ''))).toEqual([]);
  });

  test('of the layers only those that differ are downloaded, once each, and say which file changed', async () => {
    const { code, out, err } = await plimsoll('compare', main(), next(), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expectValid(out);
    const { platforms } = v.parse(InsideSchema, JSON.parse(out));
    const differing = platforms.flatMap(({ layers }) =>
      layers.flatMap(({ status, digest, baseline }) => (status === 'same' ? [] : [digest, baseline?.digest])),
    );
    const downloaded = registry()
      .requests()
      .filter(({ path }) => path.includes('/blobs/'))
      .map(({ path }) => path.split('/').at(-1));
    const configs = platforms.length * 2;
    const provenances = platforms.length * 2;
    expect(downloaded).toHaveLength(configs + provenances + new Set(differing).size);
    expect(downloaded).toEqual(expect.arrayContaining([...new Set(differing)]));
    for (const { platform, files, onDisk, causes, download } of platforms) {
      expect(files.changed.map(({ path }) => path)).toEqual([platform.replace('linux/', '/app-')]);
      expect(causes.reduce((sum, { onDiskBytes }) => sum + onDiskBytes, 0)).toBe(onDisk.change);
      expect(causes.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0)).toBe(download.head - download.baseline);
    }
  });

  test('text, over a limit: the data on stdout, nothing on stderr, exit code 1', async () => {
    const { code, out, err } = await plimsoll('compare', main(), next(), '--max-increase', '1 kB');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^api: this build adds .* to the download\. Limit: \+1 kB\.\n/);
    expect(out).toMatch(/^linux\/arm64 /m);
    expect(out).toContain('against api:main 3f2c1ab, as given');
    expect(out).not.toContain('\u001B');
    expect((await plimsoll('compare', main(), next(), '--max-increase', '1 MB')).code).toBe(0);
  });

  test('Markdown', async () => {
    const { code, out } = await plimsoll('compare', main(), next(), '--markdown');
    expect(code).toBe(0);
    expect(out).toMatch(/^\*\*api: this build adds /);
    expect(out).toContain('<details>');
  });

  test('inspect', async () => {
    const text = await plimsoll('inspect', main());
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^ +\d+ B {3}[0-9a-f]{12} {3}COPY base \/$/m);
    const { out } = await plimsoll('inspect', main(), '--json', '--platform', 'linux/arm64/v8');
    expect(JSON.parse(out)).toMatchObject({
      reference: main(),
      digest: (await run(crane, ['digest', main()], { env })).trim(),
      platforms: [{ platform: 'linux/arm64', downloadBytes: await weigh(main(), 'linux/arm64'), layers: [{}, {}] }],
    });
  });

  test('what is not there: exit code 3, and the error names the side', async () => {
    const { code, out, err } = await plimsoll('compare', `${registry().host}/acme/api:nosuch`, next());
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^plimsoll: the baseline .*acme\/api:nosuch: there is no such image\n.*docker login/);
    expect((await plimsoll('compare', main(), `${registry().host}/acme/nosuch`)).err).toContain('the head ');
  });
});

describe('other sources', () => {
  test('an OCI layout and an archive of it, against the registry', async () => {
    await build('layout', `type=oci,tar=false,dest=${join(folder, 'layout')}`);
    await build('layout', `type=oci,dest=${join(folder, 'layout.tar')}`);
    await build('layout', `type=image,name=${open.host}/acme/pushed:layout,push=true`);
    const main = `${open.host}/acme/api:main`;
    const expected = await weighAll(main, `${open.host}/acme/pushed:layout`);
    for (const head of ['oci:layout', 'oci-archive:layout.tar']) {
      const { code, out } = await plimsoll('compare', main, head, '--json');
      expect(code).toBe(0);
      await expectValid(out);
      expect(sizesOf(out)).toEqual(expected);
    }
    expect((await plimsoll('compare', 'oci:layout', 'oci-archive:layout.tar')).out).toContain('no change against');
  });

  test('an archive of docker save weighs what its files do', async () => {
    await build('saved', `type=docker,name=acme/saved:1,dest=${join(folder, 'saved.tar')}`, {
      platforms: ['linux/amd64'],
    });
    const unpacked = join(folder, 'unpacked');
    await mkdir(unpacked);
    await run('tar', ['--extract', '--file', join(folder, 'saved.tar'), '--directory', unpacked]);
    const [saved] = v.parse(SavedSchema, JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8')));
    const sizes = await Promise.all(
      [saved.Config, ...new Set(saved.Layers)].map(async (path) => (await readFile(join(unpacked, path))).length),
    );
    const { code, out } = await plimsoll('inspect', 'docker-archive:saved.tar', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      platforms: [{ platform: 'linux/amd64', downloadBytes: sizes.reduce((sum, size) => sum + size, 0) }],
    });
  });
});

describe('build:', () => {
  test('after a plain "docker buildx build .", neither pushed nor exported', async () => {
    const metadata = join(folder, 'metadata.json');
    await writeFile(join(folder, 'app'), randomUUID());
    // The engine's own builder, which keeps what it builds.
    const plain = ['buildx', 'build', '--builder', 'default', '--metadata-file', metadata, folder];
    await docker({}, ...plain);
    const { 'buildx.build.ref': ref } = v.parse(MetadataSchema, JSON.parse(await readFile(metadata, 'utf8')));
    const main = `${open.host}/acme/api:main`;
    const { code, out } = await plimsoll('compare', main, `build:${ref}`, '--platform', 'linux/amd64', '--json');
    expect(code).toBe(0);
    await expectValid(out);
    expect(open.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
    const elsewhere = `${open.host}/acme/pushed:plain`;
    await docker({}, ...plain, '--output', `type=image,name=${elsewhere},push=true`);
    expect(sizesOf(out)).toEqual(await weighAll(main, elsewhere, ['linux/amd64']));
  });

  test('the last build of the current builder: its time, what came from the cache, and what the baseline took', async () => {
    const main = `${open.host}/acme/api:main`;
    await keepRecord(main, 41_000);
    const { id, digest } = await build(randomUUID(), 'type=image,name=x,push=false');
    const { code, out, err } = await plimsoll('compare', main, 'build:', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expectValid(out);
    expect(JSON.parse(out)).toMatchObject({
      name: 'api',
      image: `${open.host}/acme/api`,
      head: { reference: `build:${BUILDER}/${id}`, digest, pushed: false },
      build: {
        durationMs: expect.any(Number),
        baselineDurationMs: 41_000,
        cache: { restored: 1, cacheable: 3 },
        steps: expect.arrayContaining([expect.objectContaining({ name: 'COPY base /', status: 'cached' })]),
      },
    });
    // Without the builder's name, by the ID alone.
    const text = await plimsoll('compare', main, `build:${id}`);
    expect(text.out).toMatch(/^Built in .*, 1 of 3 steps from the cache\./m);
  });

  test('a build that is not remembered', async () => {
    const { code, err } = await plimsoll('inspect', `build:${BUILDER}/${'0'.repeat(25)}`);
    expect(code).toBe(3);
    expect(err).toMatch(/^plimsoll: build:.*\n.*docker buildx history ls/);
  });

  /** As a push to the branch leaves it. */
  async function keepRecord(text: string, durationMs: number): Promise<void> {
    const client = new RegistryClient({ env });
    const reference = parseReference(text);
    const image = await readImage(openRegistrySource(client, reference));
    const root = image && (await fetchManifest(client, reference, { digest: image.digest }));
    if (image === null || root === null) throw new Error(`there is no ${text}`);
    const build = {
      ...{
        builder: 'b',
        id: 'i',
        status: 'completed' as const,
        startedAtMs: 0,
        durationMs,
        steps: [],
        activities: [],
        criticalPaths: [],
        error: null,
      },
      cache: readCacheUse([], { error: null, buildArguments: [] }),
      failedStep: null,
    };
    const record = makeRecord({
      version: '1',
      name: 'api',
      image,
      commit: null,
      build,
      origins: [],
      advice: null,
      nowMs: 0,
    });
    const written = await writeRecord(client, reference, { ...root, size: root.bytes.length }, record);
    client.close();
    expect(written.kind).toBe('written');
  }
});

describe('wrong use', () => {
  test.each([
    [['compare', 'a', 'b', '--nonsense'], /--nonsense/],
    [['weigh'], /there is no command "weigh"/],
    [[], /no command was given/],
    [['compare', 'HTTPS://x', 'b'], /is a URL/],
    [['compare', 'ghcr.io/Acme/api', 'b'], /upper case/],
    [['compare', 'a', 'b', '--max-size', '5 apples'], /max-size: got "5 apples"/],
    [['inspect', 'a', '--platform', 'x/y/z/w'], /--platform: got "x\/y\/z\/w"/],
    [['compare', 'a', './b'], /is a path\n.*oci:DIR/],
  ])('%j: exit code 2', async (words, message) => {
    const { code, out, err } = await plimsoll(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^plimsoll: .*\n.+\n$/);
    expect(err).toMatch(message);
  });

  test('the demo is not where there is no clone', async () => {
    const copy = join(folder, 'installed/dist/cli');
    await mkdir(copy, { recursive: true });
    await run('cp', ['-R', `${join(ROOT, 'dist/cli')}/.`, copy]);
    await expect(run(process.execPath, [join(copy, 'index.js'), 'demo'])).rejects.toThrow(
      /ended with 2: .*npm run demo/s,
    );
  });
});

test('--version and --help', async () => {
  const { version } = v.parse(PackageSchema, JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  expect(await plimsoll('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(await plimsoll('--help')).toMatchObject({ code: 0, out: expect.stringMatching(/^Usage: plimsoll /), err: '' });
});

test('it can be run by its name: the file says what runs it', async () => {
  await access(CLI, 1);
  expect(await readFile(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

describe('a bad day', () => {
  const main = () => `${open.host}/acme/api:main`;
  const slow = () => `${open.host}/acme/slow:main`;

  beforeEach(() => {
    fault = ({ path }) => (path.includes('/acme/slow/') ? { kind: 'delay', delayMs: 60_000 } : null);
  });

  test('a registry that is not reached: exit code 3', async () => {
    const { code, out, err } = await plimsoll('compare', '127.0.0.1:1/acme/api:main', main());
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^plimsoll: .*127\.0\.0\.1:1 cannot be reached/);
  });

  test('one side is missing: the other is not waited for', async () => {
    const { code, err } = await plimsoll('compare', `${open.host}/acme/api:nosuch`, slow());
    expect(code).toBe(3);
    expect(err).toContain('the baseline');
  }, 30_000);

  test('a registry that refuses', async () => {
    const config = await engine.makeDockerConfig();
    const child = start(['inspect', `${closed.host}/acme/api:main`], { DOCKER_CONFIG: config });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(err).toContain(`docker login ${closed.host}`);
  });

  test('--verbose says what is asked for', async () => {
    const { out, err } = await plimsoll('inspect', main(), '--verbose', '--json');
    expect(JSON.parse(out)).toMatchObject({ reference: main() });
    expect(err.split('\n')[0]).toBe(`GET ${open.url}/v2/acme/api/manifests/main`);
    expect(err.trim().split('\n')).toHaveLength(5);
  });

  test('Ctrl-C ends it with 130', async () => {
    const child = start(['inspect', slow()]);
    while (open.requests().length === 0) await sleep(20);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
  });

  test('a reader that goes away', async () => {
    const command = `node '${CLI}' inspect ${main()} --json 2>&1 >/dev/full; node '${CLI}' --help | true; echo "$?\${PIPESTATUS[0]}"`;
    const said = await run('bash', ['-c', command], { env });
    expect(said).toMatch(/^plimsoll: the output could not be written: .*ENOSPC.*\n00\n$/);
  });
});

describe('a terminal', () => {
  const words = () => ['compare', `${open.host}/acme/api:main`, `${open.host}/acme/api:next`, '--max-size', '1 MB'];

  test('has colours, unless NO_COLOR or --color never says otherwise', async () => {
    expect(await onTerminal({}, ...words())).toContain('\u001B[32m');
    expect(await onTerminal({ NO_COLOR: '1' }, ...words())).not.toContain('\u001B');
    expect(await onTerminal({}, ...words(), '--color', 'never')).not.toContain('\u001B');
    expect((await plimsoll(...words(), '--color', 'always')).out).toContain('\u001B[32m');
  });

  test('shows after two seconds what is read, and takes it away; not in CI', async () => {
    let isFirst = true;
    fault = () => {
      const isSlow = isFirst;
      isFirst = false;
      return isSlow ? { kind: 'delay', delayMs: 2500 } : null;
    };
    const shown = await onTerminal({}, ...words());
    expect(shown).toMatch(/^reading [^\r]*acme\/api[^\r]* \(2 s\)\r\u001B\[2K/);
    isFirst = true;
    expect(await onTerminal({ CI: 'true' }, ...words())).not.toContain('reading');
  });
});

test('hostile text of an image is inert, whatever is printed', async () => {
  const evil = '\u001B]0;owned\u0007\u009B31m\n::error::x\n##[error]y \u202Eesrever @octocat <img src=x>';
  const content = join(folder, 'evil-root');
  await mkdir(content);
  for (const [place, name] of ['evil-1', 'evil-2'].entries()) {
    const layout = join(folder, name);
    await writeFile(join(content, 'file'), 'x'.repeat(1000 * (place + 1)));
    const layer = await packLayer({ folder: content, layout, createdBy: `RUN ${evil}` });
    const defaults = { Labels: { [evil]: evil, 'org.opencontainers.image.revision': evil } };
    await writeLayout(layout, 'acme/evil:1', [{ architecture: 'amd64', layers: [layer], defaults }]);
  }
  for (const words of [
    ['compare', 'oci:evil-1', 'oci:evil-2', '--max-size', '1 B'],
    ['compare', 'oci:evil-1', 'oci:evil-2', '--json'],
    ['compare', 'oci:evil-1', 'oci:evil-2', '--markdown'],
    ['inspect', 'oci:evil-1'],
    ['inspect', 'oci:evil-1', '--json'],
    ['inspect', `oci:${evil}`],
    ['compare', evil, `docker:${evil}`],
  ]) {
    const { out, err } = await plimsoll(...words);
    expect(`${out}${err}`).toMatch(/owned/);
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(`${out}${err}`).not.toMatch(/^\s*::|##\[/m);
  }
});
