import { makeCause, makeComparison, makeRow, makeTold, type ToldCase } from './told-comparison.ts';
import { CONTEXT } from './golden-cases.ts';
import { compareBuilds } from '../../../src/compare/steps.ts';
import type { Cause, Comparison, PlatformComparison } from '../../../src/compare/comparison.ts';
import type { Runtime } from '../../../src/compare/runtime/runtime.ts';
import { makeBudget, makeBuild, makeDigest } from '../compare/fixture.ts';

const MAX_5 = makeBudget('max-increase: 5%', { percent: 5 });

const at = (line: number, file = 'Dockerfile'): { file: string; line: number } => ({ file, line });

function makeBase(change: Partial<NonNullable<PlatformComparison['base']>> = {}): PlatformComparison['base'] {
  return {
    reference: 'gcr.io/distroless/static-debian12:nonroot',
    baselineDigest: makeDigest('base of main'),
    digest: makeDigest('base of the head'),
    inDiff: false,
    ...change,
  };
}

const baseMoved = (downloadBytes: number, cause: Partial<Cause> = {}): Cause =>
  makeCause({
    kind: 'base-image',
    by: 'drift',
    downloadBytes,
    layer: null,
    source: at(13),
    detail: 'gcr.io/distroless/static-debian12:nonroot',
    ...cause,
  });

const COPY_SERVER = 'COPY /out/server /server';

function serverChanged(downloadBytes: number, cause: Partial<Cause> = {}): Cause {
  const onDiskBytes = downloadBytes * 2;
  return makeCause({
    downloadBytes,
    onDiskBytes,
    source: at(14),
    detail: COPY_SERVER,
    paths: [{ path: '/server', onDiskBytes }],
    ...cause,
  });
}

const CONFIG = makeCause({
  kind: 'config',
  by: null,
  downloadBytes: 12,
  onDiskBytes: 0,
  layer: null,
  detail: 'image configuration',
});

function packageChanged(
  type: NonNullable<Cause['package']>['type'],
  name: string,
  versions: readonly [string | null, string | null],
  downloadBytes: number,
  cause: Partial<Cause> = {},
): Cause {
  const [baselineVersion, version] = versions;
  return makeCause({
    kind: 'package',
    downloadBytes,
    estimated: true,
    package: { type, name, baselineVersion, version },
    ...cause,
  });
}

const APT = { by: 'drift', source: at(3), detail: 'RUN apt-get update && apt-get upgrade -y' } as const;
const NPM = { source: at(8), detail: 'RUN npm ci --omit=dev' } as const;

const goPlatform = (platform: string, baseline: number, own: number, drift: number): PlatformComparison =>
  makeTold(baseline, {
    platform,
    base: makeBase(),
    layers: [
      makeRow('bazel build', 'changed', 1_870_000, 1_870_000 + drift),
      makeRow(COPY_SERVER, 'changed', baseline - 1_974_000, baseline - 1_974_000 + own, at(14)),
    ],
    files: {
      added: [{ path: '/etc/ssl/certs/new.pem', size: 1_700 }],
      removed: [],
      changed: [
        { path: '/server', baselineSize: baseline * 2, size: (baseline + own) * 2, what: ['content'] },
        { path: '/usr/lib/os-release', baselineSize: 260, size: 260, what: ['content'] },
        { path: '/etc/passwd', baselineSize: null, size: 900, what: [] },
        { path: '/tmp', baselineSize: 0, size: 0, what: ['mode', 'owner'] },
      ],
      truncated: false,
    },
    causes: [baseMoved(drift), serverChanged(own), CONFIG],
  });

const GO_BUILD: Comparison['build'] = compareBuilds(
  makeBuild(48_000, [
    { name: 'WORKDIR /src', status: 'cached', durationMs: null },
    { name: 'COPY go.mod go.sum ./', status: 'cached', durationMs: null },
    { name: 'RUN go mod download', status: 'cached', durationMs: null },
    { name: 'COPY . .', durationMs: 120, source: at(9) },
    { name: 'RUN CGO_ENABLED=0 go build -o /out/server ./cmd/server', durationMs: 31_000, source: at(10) },
    { name: 'COPY --from=build /out/server /server', durationMs: 240, source: at(14) },
  ]),
  null,
);

const GO_PLATFORMS = [
  goPlatform('linux/amd64', 12_300_000, 1_700_000, 201_000),
  goPlatform('linux/arm64', 11_800_000, 1_600_000, 198_000),
];

const HOSTILE =
  '@octocat #1 <img src=x onerror=alert(1)> --> | `x` [a](https://evil.example) ::error::x ##[error]x \u001B[31m\u202Etxt.exe\u200B www.evil.example';

/** Comparisons whose causes are told: who made them, where to look and which files they are. */
/** A service that a change moves from distroless to Alpine. */
const DISTROLESS: Runtime = {
  family: 'distroless-static',
  distribution: { id: 'debian', version: '12', name: 'Distroless' },
  libc: 'none',
  shells: [],
  packageManagers: [],
  certificates: true,
  timeZones: true,
  passwd: true,
  languages: [],
  user: { name: '65532', uid: 65532, isRoot: false },
};
const ALPINE: Runtime = {
  ...DISTROLESS,
  family: 'alpine',
  distribution: { id: 'alpine', version: '3.22.1', name: 'Alpine Linux v3.22' },
  libc: 'musl',
  shells: ['sh'],
  packageManagers: ['apk'],
  timeZones: false,
  user: { name: 'root', uid: 0, isRoot: true },
};
const TO_ALPINE = {
  base: makeBase({ reference: 'docker.io/library/alpine:3.22', inDiff: true }),
  causes: [
    baseMoved(1_900_000, { by: 'change', detail: 'gcr.io/distroless/static:nonroot → docker.io/library/alpine:3.22' }),
  ],
  runtime: { baseline: DISTROLESS, head: ALPINE },
};

export const CAUSE_CASES: Readonly<Record<string, ToldCase>> = {
  'runtime-changed': {
    comparison: makeComparison([makeTold(12_300_000, TO_ALPINE)]),
    context: CONTEXT,
  },
  'runtime-changed-on-one-platform': {
    comparison: makeComparison([
      makeTold(12_300_000, TO_ALPINE),
      makeTold(11_900_000, {
        ...TO_ALPINE,
        platform: 'linux/arm64',
        runtime: { baseline: ALPINE, head: { ...ALPINE, languages: ['node'] } },
      }),
    ]),
    context: CONTEXT,
  },
  'base-and-own-change': {
    comparison: makeComparison(GO_PLATFORMS, { budgets: [MAX_5], build: GO_BUILD }),
    context: CONTEXT,
  },
  'drift-counted': {
    comparison: makeComparison(GO_PLATFORMS, { budgets: [MAX_5], countDrift: true }),
    context: CONTEXT,
  },
  'drift-in-a-release': {
    comparison: makeComparison(
      [makeTold(12_300_000, { base: makeBase(), causes: [baseMoved(900_000), serverChanged(200_000), CONFIG] })],
      { budgets: [MAX_5] },
    ),
    context: { ...CONTEXT, subject: 'build', baselineTitle: 'v1.4.2', headSha: null, overrideLabel: null },
  },
  'base-changed': {
    comparison: makeComparison(
      [
        makeTold(31_000_000, {
          base: makeBase({ reference: 'docker.io/library/debian:13-slim', inDiff: true }),
          causes: [
            baseMoved(1_500_000, {
              by: 'change',
              detail: 'docker.io/library/debian:12-slim → docker.io/library/debian:13-slim',
              source: at(1),
            }),
          ],
        }),
      ],
      { budgets: [MAX_5] },
    ),
    context: CONTEXT,
  },
  'packages-by-drift': {
    comparison: makeComparison(
      [
        makeTold(48_000_000, {
          causes: [
            packageChanged('deb', 'openssl', ['3.0.11-1~deb12u2', '3.0.14-1~deb12u1'], 1_100_000, APT),
            packageChanged('deb', 'libssl3', ['3.0.11-1~deb12u2', '3.0.14-1~deb12u1'], 420_000, APT),
            packageChanged('deb', 'libc6', ['2.36-9+deb12u3', '2.36-9+deb12u7'], -80_000, APT),
            packageChanged('deb', 'tzdata', ['2024a-0+deb12u1', '2024b-0+deb12u1'], 2_000, APT),
            makeCause({ ...APT, downloadBytes: 31_000, estimated: true, paths: [] }),
            makeCause({
              downloadBytes: 260_000,
              source: at(6),
              detail: 'COPY . /app',
              paths: [{ path: '/app/public/logo.png', onDiskBytes: 300_000 }],
            }),
          ],
        }),
      ],
      { budgets: [MAX_5] },
    ),
    context: CONTEXT,
  },
  'base-pinned-anew': {
    comparison: makeComparison(
      [makeTold(31_000_000, { base: makeBase({ inDiff: true }), causes: [baseMoved(1_500_000, { by: 'change' })] })],
      { budgets: [MAX_5] },
    ),
    context: CONTEXT,
  },
  'go-modules': {
    comparison: makeComparison([
      makeTold(12_300_000, {
        layers: [makeRow(COPY_SERVER, 'changed', 10_000_000, 10_640_000, at(14))],
        causes: [
          serverChanged(640_000, {
            detail: `${COPY_SERVER}; /server: Go 1.25.3 → 1.26.0, golang.org/x/net v0.17.0 → v0.26.0, github.com/lib/pq v1.10.9 is new`,
            layer: makeRow(COPY_SERVER, 'changed', 1, 2).digest,
          }),
        ],
      }),
    ]),
    context: CONTEXT,
  },
  'npm-bump': {
    comparison: makeComparison(
      [
        makeTold(62_000_000, {
          causes: [
            packageChanged('npm', '@scope/charts', ['4.1.0', '5.0.0'], 2_400_000, NPM),
            packageChanged('npm', 'd3-array', [null, '3.2.4'], 61_000, NPM),
            packageChanged('npm', 'lodash', ['4.17.21', null], -280_000, NPM),
            makeCause({
              ...NPM,
              downloadBytes: 120_000,
              estimated: true,
              onDiskBytes: 300_000,
              paths: [{ path: '/app/node_modules/.package-lock.json', onDiskBytes: 299_000 }],
            }),
            makeCause({ downloadBytes: 900, source: at(7), detail: 'COPY package.json package-lock.json ./' }),
          ],
        }),
      ],
      { budgets: [makeBudget('max-increase: 10%', { percent: 10 })] },
    ),
    context: CONTEXT,
  },
  'built-again': {
    comparison: makeComparison(
      [
        makeTold(62_000_000, {
          layers: ['RUN a', 'RUN b', 'RUN c'].map((by) => makeRow(by, 'rebuilt', 20_000_000, 20_000_400)),
          causes: ['RUN a', 'RUN b', 'RUN c'].map((detail) =>
            makeCause({ kind: 'rebuilt', by: 'drift', downloadBytes: 400, onDiskBytes: 0, detail }),
          ),
        }),
      ],
      { budgets: [MAX_5] },
    ),
    context: CONTEXT,
  },
  'recompressed-all': {
    comparison: makeComparison([
      makeTold(62_000_000, {
        layers: ['RUN a', 'RUN b', 'RUN c'].map((by) => makeRow(by, 'recompressed', 20_000_000, 18_000_000)),
        causes: ['RUN a', 'RUN b', 'RUN c'].map((detail) =>
          makeCause({ kind: 'recompressed', by: null, downloadBytes: -2_000_000, onDiskBytes: 0, detail }),
        ),
      }),
    ]),
    context: CONTEXT,
  },
  'layer-not-read': {
    comparison: makeComparison(
      [
        makeTold(62_000_000, {
          causes: [
            makeCause({
              kind: 'unknown',
              downloadBytes: 9_000_000,
              onDiskBytes: null,
              source: at(9),
              detail: 'COPY . .',
            }),
          ],
        }),
      ],
      {
        notes: [
          {
            code: 'layers-not-read',
            message: 'a layer of 612 MB in all was not read: at most 500 MB are',
            hint: 'With details set to "full" every layer is read.',
          },
        ],
      },
    ),
    context: CONTEXT,
  },
  'left-behind': {
    comparison: makeComparison(
      [
        makeTold(62_000_000, {
          layers: [makeRow('COPY . .', 'changed', 1_000_000, 10_000_000, at(7))],
          causes: [
            makeCause({
              downloadBytes: 9_000_000,
              onDiskBytes: 13_000_000,
              source: at(7),
              detail: 'COPY . .',
              paths: [
                { path: '/app/.git/', onDiskBytes: 12_000_000 },
                { path: '/app/src/', onDiskBytes: 1_000_000 },
              ],
            }),
            makeCause({
              downloadBytes: 6_000_000,
              onDiskBytes: 40_000_000,
              source: at(4),
              detail: 'RUN apt-get update && apt-get install -y curl',
              paths: [{ path: '/var/lib/apt/lists/', onDiskBytes: 22_000_000 }],
            }),
          ],
        }),
      ],
      { build: compareBuilds(makeBuild(9_000, [{ name: 'COPY . .', source: at(7) }]), null) },
    ),
    context: CONTEXT,
  },
  'many-causes': {
    comparison: makeComparison([
      makeTold(300_000_000, {
        base: makeBase({ reference: 'docker.io/library/debian:12', inDiff: null, baselineDigest: null }),
        causes: [
          ...[9, 8, 7, 6, 5, 4, 3].map((megabytes) =>
            makeCause({
              downloadBytes: megabytes * 1_000_000,
              onDiskBytes: megabytes * 3_000_000,
              source: at(10 + megabytes, 'services/api/Dockerfile'),
              detail: `RUN make part-${megabytes}`,
              paths: [
                { path: `/opt/part-${megabytes}/bin/`, onDiskBytes: megabytes * 1_200_000 },
                { path: `/opt/part-${megabytes}/lib/`, onDiskBytes: megabytes * 800_000 },
                { path: `/opt/part-${megabytes}/share/doc/`, onDiskBytes: megabytes * 100_000 },
              ],
            }),
          ),
          makeCause({ by: null, downloadBytes: 2_500_000, detail: 'RUN unknown-maker' }),
          baseMoved(12_000_000, { detail: 'docker.io/library/debian:12' }),
        ],
      }),
    ]),
    context: CONTEXT,
  },
  'hostile-causes': {
    comparison: makeComparison([
      makeTold(62_000_000, {
        base: makeBase({ reference: HOSTILE, inDiff: true }),
        layers: [makeRow(HOSTILE, 'changed', 1_000_000, 3_000_000, at(1, HOSTILE))],
        files: {
          added: [{ path: `/${HOSTILE}/${'a/'.repeat(300)}`, size: 100_000 }],
          removed: [{ path: `/\n\n# ${HOSTILE}`, size: 1 }],
          changed: [{ path: `/c ${HOSTILE}`, baselineSize: null, size: 5, what: ['type'] }],
          truncated: true,
        },
        causes: [
          makeCause({
            downloadBytes: 2_000_000,
            source: at(1, HOSTILE),
            detail: HOSTILE,
            paths: [{ path: `/${HOSTILE}`, onDiskBytes: 3_000_000 }],
          }),
          packageChanged('npm', HOSTILE, [HOSTILE, HOSTILE], 900_000, { detail: HOSTILE, source: at(1, HOSTILE) }),
          baseMoved(100_000, { detail: HOSTILE, source: at(2, HOSTILE), by: 'change' }),
        ],
      }),
    ]),
    context: CONTEXT,
  },
};
