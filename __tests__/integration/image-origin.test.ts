import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { openBuild } from '../../src/image/builder.ts';
import { readImage } from '../../src/image/read-image.ts';
import type { ImageOrigin } from '../../src/build/origins/image-origin.ts';
import type { Docker } from '../../src/image/docker.ts';
import type { Image } from '../../src/image/image.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const BUILDER = `image-origin-${process.pid}`;
const BOTH = ['--platform', 'linux/amd64,linux/arm64'];
const METADATA = v.object({ 'buildx.build.ref': v.string() });

const BASE = `
FROM scratch
COPY busybox /bin/busybox
COPY a.txt /base-1
COPY a.txt /base-2
ENV PATH=/bin
SHELL ["/bin/busybox", "sh", "-c"]
`;

let folder: string;
let engine: Engine;
let registry: Registry;
let docker: Docker;
/** Digests of the base's layers, as its registry has them. */
let baseLayers: readonly string[];

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

const makeBuilder = async (): Promise<string> =>
  await buildx('create', '--name', BUILDER, '--driver', 'docker-container', '--driver-opt', 'network=host');

/** `BASE` in the Dockerfile stands for the base's reference. Gives what the builder tells of the build. */
async function build(
  dockerfile: string,
  args: readonly string[],
  { builder = BUILDER, options = '' } = {},
): Promise<{ origins: readonly ImageOrigin[]; image: Image }> {
  const metadata = join(folder, 'metadata.json');
  const file = join(folder, 'Dockerfile');
  await writeFile(file, dockerfile.trimStart().replaceAll('BASE', base()));
  const output = `type=image,name=acme/api:image-origin,push=false${options}`;
  const common = ['--builder', builder, '--metadata-file', metadata, '--output', output, '--file', file];
  await buildx('build', ...common, ...args, join(folder, 'context'));
  const id =
    v
      .parse(METADATA, JSON.parse(await readFile(metadata, 'utf8')))
      ['buildx.build.ref'].split('/')
      .at(-1) ?? '';
  const read = await readBuild(docker, { builder, id });
  const image = await readImage(openBuild(docker, { builder, id }));
  if (read.build === null || image === null) throw new Error(read.notes[0]?.message);
  return { origins: read.origins, image };
}

const base = (): string => `${registry.host}/acme/base:1`;

/** `FROM:LINE`, then the lines of the layers. */
const show = (origin: ImageOrigin): string =>
  [
    origin.base === null ? 'scratch' : `${origin.base.layers}:${origin.base.source?.line ?? '?'}`,
    ...origin.layers.map(({ source }) => source?.line ?? '?'),
  ].join(' ');

beforeAll(async () => {
  const tools = await unpackTools(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-image-origin-'));
  const context = join(folder, 'context');
  await mkdir(join(context, 'src'), { recursive: true });
  await cp(tools.busybox, join(context, 'busybox'));
  for (const name of ['a.txt', 'b.txt', 'src/main.ts']) await writeFile(join(context, name), name);
  engine = await startEngine();
  registry = await startRegistry();
  await loadBuilderImage(engine, () => undefined);
  docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  await makeBuilder();
  await writeFile(join(folder, 'Dockerfile.base'), BASE.trimStart());
  const args = ['--builder', BUILDER, '--file', join(folder, 'Dockerfile.base'), '--provenance=false', ...BOTH];
  await buildx('build', ...args, '--push', '--tag', base(), context);
  baseLayers = await fetchLayers();
});

afterAll(async () => {
  await buildx('rm', '--force', BUILDER);
  await registry.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const INDEX = v.object({ manifests: v.array(v.object({ digest: v.string() })) });
const MANIFEST = v.object({ layers: v.array(v.object({ digest: v.string() })) });

/** Both platforms have the same layers. */
async function fetchLayers(): Promise<string[]> {
  const fetchManifest = async (name: string): Promise<unknown> => {
    const accept = ['index', 'manifest'].map((type) => `application/vnd.oci.image.${type}.v1+json`).join(', ');
    return await (await fetch(`${registry.url}/v2/acme/base/manifests/${name}`, { headers: { accept } })).json();
  };
  const [first] = v.parse(INDEX, await fetchManifest('1')).manifests;
  return v.parse(MANIFEST, await fetchManifest(first?.digest ?? '')).layers.map(({ digest }) => digest);
}

/** Of each platform: all layers have an owner, and those of the base are the base's own. */
function expectWhole(origins: readonly ImageOrigin[], image: Image, isRepacked = false): void {
  expect(origins.map(({ platform }) => platform)).toEqual(image.platforms.map(({ platform }) => platform));
  for (const origin of origins) {
    const layers = image.platforms.find(({ platform }) => platform === origin.platform)?.layers ?? [];
    const count = origin.base?.layers ?? 0;
    expect(layers.length).toBe(count + origin.layers.length);
    if (origin.base === null || isRepacked) continue;
    expect(layers.slice(0, count).map(({ digest }) => digest)).toEqual(baseLayers);
    expect(origin.base.reference).toBe(base());
    expect(origin.base.digest).toMatch(/^sha256:/);
  }
}

/** What a Dockerfile may have, and the lines that its layers come from. */
const CASES: readonly [name: string, dockerfile: string, expected: string][] = [
  ['the base alone', 'FROM BASE\nLABEL a=b\n', '3:1'],
  ['nothing', 'FROM scratch\nCOPY --link a.txt /a\nCOPY b.txt /b\n', 'scratch 2 3'],
  [
    'several stages, of which two stand on one base',
    `FROM BASE AS build
WORKDIR /src
COPY src ./
RUN echo built > /server

FROM BASE
WORKDIR /app
COPY --link a.txt \\
  /a
COPY --from=build /server /server
ENV A=b
COPY --link --from=build /server /link
RUN true
`,
    '3:6 7 8 10 12 13',
  ],
  [
    'heredocs',
    `FROM BASE
RUN <<EOF
FROM here
echo 1 > /1
EOF
COPY <<A <<B /etc/
a
A
b
B
RUN ["/bin/busybox", "touch", "/2"]
`,
    '3:1 2 6 11',
  ],
  [
    'stages that stand on stages',
    `ARG WHERE=BASE
FROM $WHERE AS one
COPY a.txt /a
FROM $WHERE AS two
COPY b.txt /b
FROM one AS three
COPY b.txt /b
FROM three
ADD --chown=1:1 src /src
`,
    '3:2 3 7 9',
  ],
  ['a platform of its own', 'FROM --platform=$BUILDPLATFORM BASE\nRUN echo > /a\n', '3:1 2'],
];

describe.each(CASES)('an image of %s', (_, dockerfile, expected) => {
  test('on two platforms', async () => {
    const { origins, image } = await build(dockerfile, BOTH);
    expect(origins.map(show)).toEqual([expected, expected]);
    expectWhole(origins, image);
  });

  test('without an attestation: the platform is that of the image', async () => {
    const { origins, image } = await build(dockerfile, ['--platform', 'linux/arm64', '--provenance=false']);
    expect(origins.map(show)).toEqual([expected]);
    expectWhole(origins, image);
  });
});

const APP = CASES[2]?.[1] ?? '';
const LINES = CASES[2]?.[2] ?? '';

test('packed anew: layers keep their places, though their digests are others', async () => {
  const zstd = await build(APP, [], { options: ',compression=zstd,force-compression=true' });
  expect(zstd.origins.map(show)).toEqual([LINES]);
  expectWhole(zstd.origins, zstd.image, true);
  const args = ['--build-arg', 'SOURCE_DATE_EPOCH=1000'];
  const rewritten = await build(APP, args, { options: ',rewrite-timestamp=true' });
  expect(rewritten.origins.map(show)).toEqual([LINES]);
  expectWhole(rewritten.origins, rewritten.image, true);
});

test('a base from build-contexts: the image that stands for the name, and the line of the FROM', async () => {
  const dockerfile = 'FROM golang:1 AS build\nRUN echo a > /a\nFROM golang:1\nCOPY --from=build /a /a\n';
  const { origins, image } = await build(dockerfile, ['--build-context', `golang:1=docker-image://${base()}`]);
  expect(origins.map(show)).toEqual(['3:3 4']);
  expectWhole(origins, image);
});

test('a base with ONBUILD: what it adds comes from its FROM', async () => {
  const name = `${registry.host}/acme/onbuild:1`;
  await writeFile(join(folder, 'Dockerfile.onbuild'), `FROM ${base()}\nONBUILD COPY a.txt /onbuild\n`);
  const file = ['--file', join(folder, 'Dockerfile.onbuild')];
  await buildx('build', '--builder', BUILDER, ...file, '--push', '--tag', name, folder);
  const { origins } = await build(`FROM ${name}\nCOPY b.txt /b\n`, []);
  expect(origins.map(show)).toEqual(['3:1 1 2']);
});

test('on a new builder, from a cache in the registry', async () => {
  const ref = `${registry.host}/acme/cache:1`;
  await build(APP, [...BOTH, '--cache-to', `type=registry,ref=${ref},mode=max`]);
  await buildx('rm', '--force', BUILDER);
  await makeBuilder();
  const { origins, image } = await build(APP, [...BOTH, '--cache-from', `type=registry,ref=${ref}`]);
  expect(origins.map(show)).toEqual([LINES, LINES]);
  expectWhole(origins, image);
});

test("of the engine's own builder", async () => {
  const { origins, image } = await build(APP, BOTH, { builder: 'default' });
  expect(origins.map(show)).toEqual([LINES, LINES]);
  expectWhole(origins, image);
  await run(engine.docker, ['image', 'rm', 'acme/api:image-origin'], { env: engine.env });
});

const recipes = ({ origins }: { origins: readonly ImageOrigin[] }): string[] =>
  origins.flatMap(({ layers }) => layers.map(({ recipe }) => recipe ?? ''));

const TOLD = `
FROM BASE AS build
ARG TOKEN
ENV MODE=fast
COPY --parents src/./*.ts ./
RUN echo "$MODE $TOKEN" > /server
FROM BASE
RUN --mount=type=bind,target=/here,source=src echo > /first
COPY *.txt /etc/
COPY --from=build /server /server
RUN echo last
`;

describe('what a layer is made of', () => {
  const token = ['--build-arg', 'TOKEN=hush-hush'];
  let first: { origins: readonly ImageOrigin[]; image: Image };

  test('is told without the values that went in', async () => {
    first = await build(TOLD, [...BOTH, ...token]);
    expect(first.origins[0]?.layers.map(({ inputs }) => inputs?.map(({ paths }) => paths.join(' ')))).toEqual([
      ['src'],
      ['*.txt src'],
      ['*.txt src src/*.ts'],
      ['*.txt src src/*.ts'],
    ]);
    expect(new Set(recipes(first)).size).toBe(8);
    expect(JSON.stringify(first.origins)).not.toContain('hush');
  });

  test('is the same in another build of the same, on this builder, a new one, and from a cache', async () => {
    const ref = `${registry.host}/acme/cache:2`;
    const again = await build(TOLD, [
      ...BOTH,
      ...token,
      '--no-cache',
      '--cache-to',
      `type=registry,ref=${ref},mode=max`,
    ]);
    expect(recipes(again)).toEqual(recipes(first));
    await buildx('rm', '--force', BUILDER);
    await makeBuilder();
    const restored = await build(TOLD, [...BOTH, ...token, '--cache-from', `type=registry,ref=${ref}`]);
    expect(recipes(restored)).toEqual(recipes(first));
    await buildx('rm', '--force', BUILDER);
    await makeBuilder();
    const anew = await build(TOLD, [...BOTH, ...token]);
    expect(recipes(anew)).toEqual(recipes(first));
    expect(anew.origins).toEqual(first.origins);
  });

  test('is the same where files of the context are others, and where what is around them is', async () => {
    const context = join(folder, 'context');
    await writeFile(join(context, 'a.txt'), 'changed');
    await writeFile(join(context, 'new.txt'), 'new');
    expect(recipes(await build(TOLD, [...BOTH, ...token]))).toEqual(recipes(first));
    const more = TOLD.replace('FROM BASE AS build', 'FROM BASE AS unused\nCOPY b.txt /\n$&');
    expect(recipes(await build(more, [...BOTH, ...token]))).toEqual(recipes(first));
  });

  test.each<[string, string, string, boolean[]]>([
    ['the last instruction', 'echo last', 'echo later', [false, false, false, true]],
    ["another stage's environment", 'MODE=fast', 'MODE=slow', [false, false, true, true]],
    ["another stage's copy", '*.ts', '*', [false, false, true, true]],
    ['an earlier step', '> /first', '> /1', [true, true, true, true]],
  ])('is another with %s', async (_, from, to, expected) => {
    const changed = await build(TOLD.replace(from, to), [...BOTH, ...token]);
    const before = recipes(first);
    expect(recipes(changed).map((recipe, place) => recipe !== before[place])).toEqual([...expected, ...expected]);
  });

  test('is another with the value of an argument', async () => {
    const changed = recipes(await build(TOLD, [...BOTH, '--build-arg', 'TOKEN=other']));
    expect(changed.map((recipe, place) => recipe !== recipes(first)[place]).slice(0, 4)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('is the same where the base alone moved: what is asked for is, what it stood for is not', async () => {
    const pinned = await build(TOLD.replaceAll('BASE', `${base()}@${first.origins[0]?.base?.digest ?? ''}`), token);
    await writeFile(join(folder, 'Dockerfile.base'), `${BASE.trimStart()}ENV VERSION=2\nCOPY a.txt /base-3\n`);
    const file = ['--file', join(folder, 'Dockerfile.base')];
    await buildx('build', '--builder', BUILDER, ...file, ...BOTH, '--push', '--tag', base(), join(folder, 'context'));
    const moved = await build(TOLD, [...BOTH, ...token]);
    expect(recipes(moved)).toEqual(recipes(first));
    const [was, is] = [first.origins[0]?.base, moved.origins[0]?.base];
    expect(is?.request).toBe(was?.request);
    expect(is?.digest).not.toBe(was?.digest);
    expect([was?.layers, is?.layers]).toEqual([3, 4]);
    expect(pinned.origins[0]?.base?.request).not.toBe(was?.request);
  });
});
