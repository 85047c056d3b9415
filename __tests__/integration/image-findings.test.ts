import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startBaseImages } from '../../lab/bases/base-images.ts';
import { basePlace } from '../../lab/bases/base-place.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runInspect } from '../../src/command/inspect.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';

jest.setTimeout(900_000);

const STATIC = 'gcr.io/distroless/static:nonroot';
const GOLANG = 'golang:1.26-alpine';

let engine: Engine;
let registry: Registry;
let folder: string;

const placeOf = (name: string): string => {
  const { repository, tag } = basePlace(name);
  return `${registry.host}/${repository}:${tag}`;
};

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
  folder = await makeWorkDir('image-findings');
  await startBaseImages({ registry, names: [STATIC, GOLANG] });
});

afterAll(async () => {
  await removeWorkDir(folder);
  await registry.stop();
  await engine.stop();
});

const Inspected = v.object({
  platforms: v.tuple([
    v.object({
      runtime: v.record(v.string(), v.unknown()),
      surface: v.unknown(),
      pullTimes: v.array(v.object({ bitsPerSecond: v.number(), downloadMs: v.number(), unpackMs: v.number() })),
      files: v.array(v.object({ path: v.string(), type: v.string(), size: v.number(), mode: v.number() })),
      findings: v.array(
        v.object({
          rule: v.string(),
          bytes: v.nullable(v.number()),
          files: v.array(v.object({ path: v.string(), bytes: v.number(), layer: v.number() })),
        }),
      ),
    }),
  ]),
});

/** Builds an image of these files, and asks what it holds. */
async function inspect(files: Readonly<Record<string, string | Buffer>>) {
  const context = join(folder, randomUUID());
  const layout = join(folder, randomUUID());
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(context, path)), { recursive: true });
    await writeFile(join(context, path), content);
  }
  const contexts = [STATIC, GOLANG].flatMap((name) => ['--build-context', `${name}=docker-image://${placeOf(name)}`]);
  const options = ['--builder', 'default', '--output', `type=oci,tar=false,dest=${layout}`, ...contexts];
  await run(engine.docker, ['buildx', 'build', ...options, context], { env: engine.env });
  const terminal = makeTerminal({ directory: folder });
  const asked = parseArguments([
    'inspect',
    `oci:${layout}`,
    '--files',
    '--advise',
    '--worth',
    '--json',
    '--base',
    placeOf(STATIC),
  ]);
  if (asked.kind !== 'inspect') throw new Error(asked.kind);
  expect(await runInspect({ ...asked, failOn: 'high' }, terminal)).toBe('id_ed25519' in files ? 1 : 0);
  expect(terminal.told()).toEqual([]);
  return v.parse(Inspected, JSON.parse(terminal.out())).platforms[0];
}

const KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const MAIN = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n';
const MODULE = 'module example.com/hello\n\ngo 1.20\n';
const noise = (bytes: number): string => 'noise '.repeat(bytes / 6);

test('an image with what should not be in it: each is found, and strip takes what was told', async () => {
  const { findings, files, runtime, surface, pullTimes } = await inspect({
    'main.go': MAIN,
    'go.mod': MODULE,
    id_ed25519: KEY,
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/objects/ab/cd': noise(60_000),
    'node_modules/.package-lock.json': JSON.stringify({ packages: { 'node_modules/tsc': { dev: true } } }),
    'node_modules/tsc/lib.js': noise(600_000),
    'web/main.js': 'x',
    'web/main.js.map': noise(900_000),
    'testdata/big.json': noise(300_000),
    Dockerfile: `FROM ${GOLANG} AS build
WORKDIR /src
COPY main.go go.mod ./
RUN CGO_ENABLED=0 go build -o /out/server . && CGO_ENABLED=0 go build -ldflags="-s -w" -o /out/slim .
FROM ${STATIC}
COPY . /app/
COPY --from=build /out/ /
COPY --chmod=4755 --from=build /out/slim /bin/tool
COPY --chown=1000 web /app/web/
ENTRYPOINT ["/server"]
`,
  });
  const found = new Map(findings.map((finding) => [finding.rule, finding]));
  expect([...found.keys()].sort()).toEqual([
    'duplicate-files',
    'git-directory',
    'npm-development',
    'private-key',
    'setuid-file',
    'source-maps',
    'test-files',
    'unstripped-program',
  ]);
  expect(found.get('private-key')?.files.map(({ path }) => path)).toEqual(['/app/id_ed25519']);
  expect(found.get('setuid-file')?.files.map(({ path }) => path)).toEqual(['/bin/tool']);
  // Go's linker leaves out under -s -w what strip takes away.
  const sizeOf = (path: string): number => files.find((file) => file.path === path)?.size ?? NaN;
  const stripped = sizeOf('/server') - sizeOf('/slim');
  expect(found.get('unstripped-program')?.files.map(({ path }) => path)).toEqual(['/server']);
  expect((found.get('unstripped-program')?.bytes ?? 0) / stripped).toBeCloseTo(1, 1);
  expect(runtime).toMatchObject({ family: 'distroless-static', shells: [], user: { isRoot: false } });
  const runnable = files.filter(({ type, mode }) => type === 'file' && (mode & 0o111) !== 0).map(({ path }) => path);
  expect(runnable).toEqual(expect.arrayContaining(['/bin/tool', '/server', '/slim']));
  expect(surface).toMatchObject({ shells: 0, setuid: 1, executables: runnable.length });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const [fast, slow] = pullTimes;
  // What is in files, in a tar archive: 10 ns a byte.
  expect((fast?.unpackMs ?? NaN) / (bytes / 1e5)).toBeCloseTo(1, 0);
  expect((slow?.downloadMs ?? NaN) / (fast?.downloadMs ?? NaN)).toBeCloseTo(10, 0);
});

test('a clean image: nothing is found, whatever looks like it', async () => {
  const { findings } = await inspect({
    'main.go': MAIN,
    'go.mod': MODULE,
    '.npmrc': '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n',
    'ca.pem': `-----BEGIN CERTIFICATE-----\n${'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG'.repeat(9)}\n-----END CERTIFICATE-----\n`,
    Dockerfile: `FROM ${GOLANG} AS build
WORKDIR /src
COPY main.go go.mod ./
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/test .
FROM ${STATIC}
COPY .npmrc ca.pem /app/
COPY --from=build /out/test /app/test
ENTRYPOINT ["/app/test"]
`,
  });
  expect(findings).toEqual([]);
});
