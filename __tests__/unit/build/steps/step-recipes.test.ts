import { describe, expect, test } from '@jest/globals';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { readOrigin } from '../../../../src/build/origins/read-origin.ts';
import { readFixture } from '../fixture.ts';
import { encodeProvenance, IMAGE, type MadeStep } from '../make-provenance.ts';
import type { ImageOrigin } from '../../../../src/build/origins/image-origin.ts';

const OTHER = `sha256:${'b'.repeat(64)}`;

/** What is changed of one and the same build: a stage, an image on the same base that takes from it. */
interface Build {
  readonly from?: string;
  readonly dockerfile?: string;
  readonly request?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly stage?: string;
  readonly earlier?: string;
  readonly environment?: readonly string[];
  readonly run?: Readonly<Record<string, unknown>>;
  readonly constraints?: unknown;
}

const DOCKERFILE = 'ARG BASE=a:1\nFROM $BASE\nARG TOKEN\nENV MODE=fast \\\n  LEVEL=1\nRUN x\n';
const ENVIRONMENT = ['PATH=/bin', 'GO_VERSION=1.26.1', 'TOKEN=hush-hush', 'MODE=fast', 'LEVEL=1'];

function build(made: Build = {}): ImageOrigin | null {
  const {
    from = `docker-image://docker.io/library/a:1@${IMAGE}`,
    dockerfile = DOCKERFILE,
    environment = ENVIRONMENT,
  } = made;
  const lines = dockerfile.split('\n');
  const exec = (args: string, rest: Readonly<Record<string, unknown>> = {}) => ({
    exec: { meta: { args: [args], env: environment, cwd: '/', ...rest }, mounts: [{ dest: '/' }] },
  });
  const copy = { src: '/server', dest: '/server', timestamp: 1000, mode: -1 };
  const steps: MadeStep[] = [
    { op: { source: { identifier: from } }, lines: [lines.findLastIndex((line) => line.startsWith('FROM')) + 1] },
    { op: { source: { identifier: 'local://context', attrs: made.attributes ?? {} } } },
    { op: exec(made.stage ?? 'make'), inputs: ['step0:0'] },
    { op: exec(made.earlier ?? 'install'), inputs: ['step0:0'] },
    {
      op: { file: { actions: [{ input: 0, secondaryInput: 1, output: 0, Action: { copy } }] } },
      inputs: ['step3:0', 'step2:0'],
    },
    { op: exec('finish', made.run), inputs: ['step4:0'] },
    {
      op: { file: { actions: [{ input: 0, secondaryInput: 1, output: 0, Action: { copy } }] } },
      inputs: ['step5:0', 'step1:0'],
    },
    { op: {}, inputs: ['step6:0'] },
  ];
  const bytes = encodeProvenance({ steps, dockerfile, layers: { 'step0:0': 2 }, request: made.request ?? {} });
  return readOrigin(parseProvenance(bytes, 'p'), 'linux/amd64');
}

const recipes = (origin: ImageOrigin | null): (string | null)[] => origin?.layers.map(({ recipe }) => recipe) ?? [];
const request = (origin: ImageOrigin | null): string | null => origin?.base?.request ?? null;

test('there is one a layer, and nothing can be read out of it', () => {
  const origin = build();
  expect(recipes(origin).length).toBe(4);
  expect(new Set(recipes(origin)).size).toBe(4);
  for (const recipe of [...recipes(origin), request(origin)]) expect(recipe).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(origin)).not.toContain('hush');
});

test('of COPY --link is of the file alone: the base is not in it', async () => {
  const read = async (name: string) =>
    readOrigin(parseProvenance(await readFixture(`${name}.provenance.json`), 'p'), 'linux/amd64');
  const [v1, v02] = [await read('origin'), await read('origin-v0.2')];
  const at = (origin: ImageOrigin | null, line: number) =>
    origin?.layers.find(({ source }) => source?.line === line)?.recipe;
  // Two BuildKits, two shapes, two bases.
  expect(at(v1, 9)).toMatch(/^[0-9a-f]{64}$/);
  expect(at(v1, 9)).toBe(at(v02, 9));
  expect(at(v1, 20)).not.toBe(at(v02, 20));
});

describe('the same recipe', () => {
  test.each<[string, Build]>([
    ['the base moved under its tag', { from: `docker-image://docker.io/library/a:1@${OTHER}` }],
    ['the base moved with its environment', { environment: ENVIRONMENT.with(1, 'GO_VERSION=1.26.2') }],
    [
      'another session, other files asked for of the context',
      {
        attributes: {
          'local.session': 'x',
          'local.uniqueid': 'y',
          'local.followpaths': '["z"]',
          'local.sharedkeyhint': 'k',
        },
      },
    ],
    ['a proxy', { run: { proxy_env: { http_proxy: 'http://proxy' } } }],
  ])('%s', (_, made) => {
    expect(recipes(build(made))).toEqual(recipes(build()));
    expect(request(build(made))).toBe(request(build()));
  });
});

describe('another recipe', () => {
  const differs = (made: Build): boolean[] =>
    recipes(build(made)).map((recipe, place) => recipe !== recipes(build())[place]);
  test.each<[string, Build, boolean[]]>([
    ['the instruction, and all after it', { run: { args: ['end'] } }, [false, false, true, true]],
    ['its user', { run: { user: 'app' } }, [false, false, true, true]],
    ['its folder', { run: { cwd: '/src' } }, [false, false, true, true]],
    ['an earlier step', { earlier: 'install more' }, [true, true, true, true]],
    ["another stage's step", { stage: 'make more' }, [false, true, true, true]],
    ['an argument', { environment: ENVIRONMENT.with(2, 'TOKEN=other') }, [true, true, true, true]],
    ['ENV', { environment: ENVIRONMENT.with(4, 'LEVEL=2') }, [true, true, true, true]],
    ['what FROM asks for', { from: `docker-image://docker.io/library/a:2@${IMAGE}` }, [true, true, true, true]],
    [
      'what is ignored of the context',
      { attributes: { 'local.excludepatterns': '["*.md"]' } },
      [false, false, false, true],
    ],
    ['any variable, where no Dockerfile tells whose it is', { dockerfile: '' }, [true, true, true, true]],
  ])('%s', (_, made, expected) => {
    expect(differs(made)).toEqual(expected);
  });
});

describe('the request of a base', () => {
  const pinned = (digest: string): Build => ({
    from: `docker-image://docker.io/library/a:1@${digest}`,
    dockerfile: `FROM scratch\nFROM a:1@${digest}\n`,
  });

  test('has the digest that the Dockerfile pins', () => {
    expect(request(build(pinned(IMAGE)))).not.toBe(request(build(pinned(OTHER))));
    expect(request(build(pinned(IMAGE)))).not.toBe(request(build()));
  });

  test('has the digest that an argument pins, its own or the default', () => {
    const asked = (digest: string, made: Build): string | null =>
      request(build({ ...made, from: `docker-image://docker.io/library/a:1@${digest}` }));
    const given = (digest: string) => asked(digest, { request: { 'build-arg:BASE': `a:1@${digest}` } });
    const byDefault = (digest: string) => asked(digest, { dockerfile: `ARG BASE=a:1@${digest}\nFROM $BASE\n` });
    expect(given(IMAGE)).not.toBe(given(OTHER));
    expect(byDefault(IMAGE)).toBe(given(IMAGE));
    expect(asked(IMAGE, {})).toBe(asked(OTHER, {}));
  });

  test.each([
    ['in hexadecimal', (hex: string) => `ARG HEX=${hex}\nFROM a:1@sha256:$HEX\n`],
    ['on a line of its own', (hex: string) => `ARG BASE=\\\na:1@sha256:${hex}\nFROM $BASE\n`],
    ['in parts', (hex: string) => `ARG A=${hex.slice(0, 9)} B=${hex.slice(9)}\nFROM a:1@sha256:$A$B\n`],
  ])('has the digest that an argument pins %s', (_, write) => {
    const asked = (digest: string): string | null =>
      request(
        build({
          from: `docker-image://docker.io/library/a:1@${digest}`,
          dockerfile: write(digest.replace('sha256:', '')),
        }),
      );
    expect(asked(IMAGE)).not.toBe(asked(OTHER));
  });

  test('has no digest of another line', () => {
    const dockerfile = (digest: string) => `FROM b@${digest}\nFROM a:1\n`;
    const asked = (digest: string) =>
      request(build({ from: `docker-image://docker.io/library/a:1@${digest}`, dockerfile: dockerfile(digest) }));
    expect(asked(IMAGE)).toBe(asked(OTHER));
  });
});

test('what is nested too deeply is not known, and nor is what is made from it', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);
  expect(recipes(build({ earlier: 'a', run: { deep } }))).toMatchObject([
    expect.any(String),
    expect.any(String),
    null,
    null,
  ]);
});
