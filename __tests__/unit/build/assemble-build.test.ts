import { describe, expect, test } from '@jest/globals';
import { assembleBuild } from '../../../src/build/assemble-build.ts';
import { NO_ORIGINS, readFixtureBuild } from './fixture.ts';
import type { BuildStep } from '../../../src/build/build-record.ts';
import type { BuildSummary } from '../../../src/build/build-summary.ts';
import type { Vertex } from '../../../src/build/steps/vertex.ts';

const show = ({ platform, stage, status, name }: BuildStep): string => [platform, stage, status, name].join(' ');

const SUMMARY: BuildSummary & { status: 'completed' } = {
  status: 'completed',
  startedAtMs: 1000,
  durationMs: 50,
  id: 'x',
  folder: null,
  platforms: [],
  digests: [],
  root: null,
  provenances: [],
  buildArguments: [],
  error: null,
  failedStep: null,
};

function makeVertex(name: string, rest: Partial<Vertex> = {}): Vertex {
  return {
    digest: name,
    inputs: [],
    name,
    intervals: [{ startMs: 0, endMs: 5 }],
    isCached: false,
    error: '',
    pushedFromMs: null,
    blobs: [],
    ...rest,
  };
}

describe('a real build', () => {
  test('with nothing in the cache: platform by platform, in the order of the Dockerfile', async () => {
    const build = await readFixtureBuild('cold');
    expect(build).toMatchObject({ status: 'completed', durationMs: 3633, error: null });
    expect(build.steps.map(show)).toEqual([
      'linux/amd64 build ran WORKDIR /src',
      'linux/amd64 build ran COPY go.sum ./',
      'linux/amd64 build ran RUN sleep 1; echo mod > mod',
      'linux/amd64 build ran COPY main.go ./',
      'linux/amd64 build ran RUN sleep 0.5; echo "amd64" > /server',
      'linux/amd64 stage-1 ran COPY --from=build /server /server',
      // The two steps before are shared by both platforms: BuildKit ran them once.
      'linux/arm64 build ran RUN sleep 1; echo mod > mod',
      'linux/arm64 build ran COPY main.go ./',
      'linux/arm64 build ran RUN sleep 0.5; echo "arm64" > /server',
      'linux/arm64 stage-1 ran COPY --from=build /server /server',
    ]);
    expect(build.steps[2]?.durationMs).toBe(1101);
    expect(build.steps.map(({ startMs }) => startMs)).toEqual([197, 238, 269, 1372, 1422, 2347, 269, 1363, 1416, 2156]);
  });

  test('a cache that is not there yet is no error, and its export costs what it costs', async () => {
    const { cache } = await readFixtureBuild('cold');
    expect(cache).toMatchObject({ importMs: 5, exportMs: 944, import: 'missing', failures: [] });
  });

  test('restored from a registry cache: a shared step keeps its platform, whichever BuildKit names it after', async () => {
    const build = await readFixtureBuild('restored');
    const cached = build.steps.filter(({ status }) => status === 'cached').map(show);
    expect(cached).toEqual([
      'linux/amd64 build cached WORKDIR /src',
      'linux/amd64 build cached COPY go.sum ./',
      'linux/amd64 build cached RUN sleep 1; echo mod > mod',
      'linux/amd64 stage-1 cached COPY --from=build /server /server',
      'linux/arm64 build cached RUN sleep 1; echo mod > mod',
      'linux/arm64 stage-1 cached COPY --from=build /server /server',
    ]);
  });

  test('an export of the cache that ignore-error swallowed is said', async () => {
    const { cache } = await readFixtureBuild('restored');
    expect(cache.importMs).toBeGreaterThan(0);
    expect(cache.failures).toEqual([
      { of: 'export', error: expect.stringMatching(/^error writing layer blob: .* connection refused$/) },
    ]);
  });

  test('for one platform: no platform, heredocs, links and mounts by their names, each instruction once', async () => {
    const { steps } = await readFixtureBuild('cached');
    expect(steps.map(show)).toEqual([
      ' deps cached RUN <<EOF (echo one...)',
      ' deps cached COPY <<EOF /etc/x',
      // "hush" is the value of the build argument SECRET.
      ' deps cached RUN --mount=type=cache,target=/c   echo   "x [y 3/4] RUN"  > /c/x &&     echo "$SECRET" > /d',
      ' deps cached COPY --link a /a',
      ' deps cached ADD a /b',
      ' stage-1 cached COPY --from=deps /d /d',
      ' stage-1 cached RUN seq 1 20',
      ' stage-1 cached RUN true',
    ]);
  });

  test('whose provenance is there: steps as the Dockerfile has them, with their lines and without values', async () => {
    const { steps } = await readFixtureBuild('cached', 'cached.provenance.json');
    expect(steps.map(({ name, source }) => `${source?.file ?? ''}:${source?.line ?? ''} ${name}`)).toEqual([
      'Dockerfile:4 RUN <<EOF (echo one…)',
      'Dockerfile:8 COPY <<EOF /etc/x (hello $SECRET…)',
      'Dockerfile:11 RUN --mount=type=cache,target=/c   echo   "x [y 3/4] RUN"  > /c/x && echo "$SECRET" > /d',
      'Dockerfile:13 COPY --link a /a',
      'Dockerfile:14 ADD a /b',
      'Dockerfile:18 COPY --from=deps /d /d',
      'Dockerfile:19 RUN seq 1 20',
      'Dockerfile:20 RUN true',
    ]);
  });

  test('with the provenance of one platform: the other platform has the same lines', async () => {
    const { steps } = await readFixtureBuild('cold', 'cold.provenance.json');
    const ofArm = steps.filter(({ platform }) => platform === 'linux/arm64');
    expect(ofArm.map(({ name, source }) => `${source?.line ?? ''} ${name}`)).toEqual([
      '6 RUN sleep 1; echo mod > mod',
      '7 COPY main.go ./',
      '8 RUN sleep 0.5; echo "$TARGETARCH" > /server',
      '10 COPY --from=build /server /server',
    ]);
  });

  test('that failed: its own error; steps that were interrupted or never began are not there', async () => {
    const build = await readFixtureBuild('failed');
    expect(build.status).toBe('failed');
    expect(build.error).toBe('process "/bin/sh -c sleep 1; exit 4" did not complete successfully: exit code: 4');
    expect(build.steps.map(show)).toEqual([
      'linux/amd64 deps2 failed RUN sleep 1; exit 4',
      'linux/arm64 deps2 failed RUN sleep 1; exit 4',
    ]);
  });
});

test('an export of the cache that failed the build is the error of the build, not a swallowed one', () => {
  const error = 'error writing layer blob: denied';
  const build = assembleBuild(
    { builder: 'b', id: 'i' },
    { ...SUMMARY, status: 'failed', error: `solve: ${error}` },
    [makeVertex('exporting cache to registry', { error })],
    NO_ORIGINS,
  );
  expect(build.cache.failures).toEqual([]);
});

test('imports side by side are counted once', () => {
  const build = assembleBuild(
    { builder: 'b', id: 'i' },
    SUMMARY,
    [
      makeVertex('importing cache manifest from a', { intervals: [{ startMs: 0, endMs: 30 }] }),
      makeVertex('importing cache manifest from b', { intervals: [{ startMs: 10, endMs: 40 }], error: 'b: 401' }),
      makeVertex('exporting cache to GitHub Actions Cache', { intervals: [{ startMs: 50, endMs: 57 }] }),
    ],
    NO_ORIGINS,
  );
  expect(build.cache).toMatchObject({ importMs: 40, exportMs: 7, failures: [{ of: 'import', error: 'b: 401' }] });
});

test('vertices in a circle do not hang it', () => {
  const build = assembleBuild(
    { builder: 'b', id: 'i' },
    { ...SUMMARY, platforms: ['linux/amd64'] },
    [
      makeVertex('[linux/amd64 a 1/2] RUN a', { inputs: ['[linux/amd64 b 1/2] RUN b'] }),
      makeVertex('[linux/amd64 b 1/2] RUN b', { inputs: ['[linux/amd64 a 1/2] RUN a'] }),
    ],
    NO_ORIGINS,
  );
  expect(build.steps).toHaveLength(2);
});

test('an ONBUILD of the base keeps its own name, and the line of its FROM', () => {
  const { steps } = assembleBuild(
    { builder: 'b', id: 'i' },
    { ...SUMMARY, buildArguments: [{ name: 'TOKEN', value: 'hush-hush' }] },
    [makeVertex('[build 2/2] ONBUILD RUN login hush-hush')],
    {
      ...NO_ORIGINS,
      sources: new Map([
        [
          '[build 2/2] ONBUILD RUN login hush-hush',
          { file: 'Dockerfile', line: 1, instruction: 'FROM golang:onbuild' },
        ],
      ]),
    },
  );
  expect(steps).toMatchObject([{ name: 'ONBUILD RUN login $TOKEN', source: { file: 'Dockerfile', line: 1 } }]);
});

test('whether a step ran by emulation is told by its provenance, else by its name', () => {
  const names = [
    '[linux/arm64 a 2/4] RUN a',
    '[linux/amd64->arm64 a 2/4] RUN b',
    '[linux/arm64 a 2/4] COPY . .',
    '[linux/arm64 a 3/4] RUN c',
    '[2/2] RUN d',
  ];
  const origins = {
    ...NO_ORIGINS,
    builderPlatform: 'linux/amd64',
    emulated: new Map([['[linux/arm64 a 3/4] RUN c', false]]),
  };
  const vertices = names.map((name) => makeVertex(name));
  const tell = (told: typeof origins | typeof NO_ORIGINS): unknown =>
    Object.fromEntries(
      assembleBuild({ builder: 'b', id: 'i' }, SUMMARY, vertices, told).steps.map((step) => [
        step.name,
        step.isEmulated,
      ]),
    );
  expect(tell(origins)).toEqual({ 'RUN a': true, 'RUN b': false, 'COPY . .': false, 'RUN c': false, 'RUN d': null });
  expect(tell(NO_ORIGINS)).toEqual({ 'RUN a': null, 'RUN b': null, 'COPY . .': false, 'RUN c': null, 'RUN d': null });
});

test('errors are without values too', () => {
  const error = 'failed to calculate checksum: "/hush-hush/file": not found';
  const { error: shown, cache } = assembleBuild(
    { builder: 'b', id: 'i' },
    { ...SUMMARY, status: 'failed', error, buildArguments: [{ name: 'TOKEN', value: 'hush-hush' }] },
    [makeVertex('exporting cache to registry', { error: 'denied to hush-hush' })],
    NO_ORIGINS,
  );
  expect(shown).toBe('failed to calculate checksum: "/$TOKEN/file": not found');
  expect(cache.failures).toEqual([{ of: 'export', error: 'denied to $TOKEN' }]);
});

test('of values within values the longer is taken out first', () => {
  const buildArguments = [
    { name: 'A', value: 'pass' },
    { name: 'B', value: 'password' },
    { name: 'C', value: '1' },
  ];
  const { steps } = assembleBuild(
    { builder: 'b', id: 'i' },
    { ...SUMMARY, buildArguments },
    [makeVertex('[2/2] RUN x password pass 1')],
    NO_ORIGINS,
  );
  expect(steps[0]?.name).toBe('RUN x $B $A 1');
});
