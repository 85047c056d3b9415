import type { ToldFinding } from '../../../src/compare/comparison.ts';
import { compareVulnerabilities } from '../../../src/worth/compare-vulnerabilities.ts';
import type { Vulnerability } from '../../../src/worth/vulnerability.ts';
import type { BuildRecord, BuildStep } from '../../../src/build/build-record.ts';
import type { CacheUse } from '../../../src/build/timeline/cache-use.ts';
import type { ImageOrigin } from '../../../src/build/origins/image-origin.ts';
import type { CompareInput } from '../../../src/compare/compare.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import type { Image } from '../../../src/image/image.ts';
import type { ReportContext } from '../../../src/report/report-context.ts';
import {
  HEAD_COMMIT,
  makeBase,
  makeBudget,
  makeBuild,
  makeCacheUse,
  makeImage,
  makeInput,
  makePlatform,
  type LayerSpec,
} from '../compare/fixture.ts';

/** What a golden file is made from. */
export interface GoldenCase {
  input: CompareInput;
  context: ReportContext;
}

export const CONTEXT: ReportContext = {
  subject: 'change',
  baselineTitle: 'main',
  baselineWhy: 'the parent of this merge',
  headSha: `9ab12cd${'0'.repeat(33)}`,
  run: { number: 412, url: 'https://github.com/acme/api/actions/runs/81234567' },
  overrideLabel: 'size-ok',
  overriddenBy: null,
  noise: { bytes: 50_000, percent: 0.5 },
};

const MAX_5 = makeBudget('max-increase: 5%', { percent: 5 });

/** The article's Go service: distroless layers, then the one binary. */
function goService(
  serverBytes: number,
  change: { base?: number; compression?: string; extra?: LayerSpec[] } = {},
): LayerSpec[] {
  return [
    { by: 'bazel build', bytes: 104_000, content: 'base-1' },
    { by: 'bazel build', bytes: change.base ?? 1_870_000, content: 'base-2' },
    ...(change.extra ?? []),
    {
      by: 'COPY /out/server /server # buildkit',
      bytes: serverBytes,
      content: `server ${change.compression === undefined ? serverBytes : 'same'}`,
      ...(change.compression === undefined ? {} : { compression: change.compression }),
    },
  ];
}

function goImage(name: string, amd64: number, arm64: number): Image {
  return makeImage(name, [
    makePlatform('linux/amd64', goService(amd64)),
    makePlatform('linux/arm64', goService(arm64)),
  ]);
}

export const MAIN = goImage('main', 10_320_000, 9_850_000);
export const GROWN = goImage('build:', 12_210_000, 11_640_000);

/** Distroless's image as it was on another day: the same instructions, other bytes. */
const MOVED = makeImage(
  'build:',
  MAIN.platforms.map(({ platform }, index) =>
    makePlatform(platform, [
      { by: 'bazel build', bytes: 104_000, content: 'base-1' },
      { by: 'bazel build', bytes: 2_090_000, content: 'base-2 of another day' },
      ...goService(index === 0 ? 10_320_000 : 9_850_000).slice(2),
    ]),
  ),
);

/** Where the Go service's layers come from, the same in every build but for what the base's tag stands for. */
function distrolessOrigins({ platforms }: Image, digest: string): ImageOrigin[] {
  return platforms.map(({ platform }) => ({
    platform,
    base: makeBase({
      reference: 'gcr.io/distroless/static:nonroot',
      digest: parseDigest(`sha256:${digest.padEnd(64, '0')}`),
      layers: 2,
      source: { file: 'Dockerfile', line: 11 },
      request: 'gcr.io/distroless/static:nonroot',
    }),
    layers: [{ source: { file: 'Dockerfile', line: 14 }, recipe: 'server', inputs: [] }],
    context: null,
  }));
}

function goSteps(status: Record<string, [BuildStep['status'], number | null]>): Partial<BuildStep>[] {
  const names = [
    'WORKDIR /src',
    'COPY go.mod go.sum ./',
    'RUN --mount=type=cache,target=/go/pkg/mod go mod download',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -o /out/server ./cmd/server',
  ];
  const steps = names.flatMap((name) =>
    ['linux/amd64', 'linux/arm64'].map((platform) => ({ name, stage: 'build', platform })),
  );
  const all = [
    ...steps,
    ...['linux/amd64', 'linux/arm64'].map((platform) => ({
      name: 'COPY --from=build /out/server /server',
      stage: 'stage-1',
      platform,
    })),
  ];
  return all.map((step) => {
    const [state, durationMs] = Object.entries(status).find(([word]) => step.name.includes(word))?.[1] ?? [
      'cached',
      null,
    ];
    return { ...step, status: state, durationMs };
  });
}

const WARM = goSteps({ 'COPY . .': ['ran', 120], 'go build': ['ran', 31_000], '--from=build': ['ran', 240] });

/** Its arm64 ran by QEMU. */
const EMULATED = makeEmulated();

function makeEmulated(): BuildRecord {
  const steps = WARM.map((step) => {
    const isForeign = step.platform === 'linux/arm64';
    const startMs = { 'COPY . .': 2600, 'COPY --from=build /out/server /server': 84_000 }[step.name ?? ''] ?? 2800;
    if (step.status === 'cached' || !step.name?.includes('go build')) return { ...step, startMs, isEmulated: false };
    return { ...step, startMs, isEmulated: isForeign, durationMs: isForeign ? 81_000 : 9_000 };
  });
  const place = (word: string): number =>
    steps.findIndex(({ name, platform }) => platform === 'linux/arm64' && name?.includes(word) === true);
  const source = null;
  const build = makeBuild(88_000, steps);
  const parts = [
    {
      kind: 'import',
      name: 'importing cache manifest from ghcr.io/acme/api:buildcache-api-main',
      step: null,
      startMs: 400,
      durationMs: 2100,
    },
    { kind: 'step', name: 'COPY . .', step: place('COPY . .'), startMs: 2600, durationMs: 120 },
    {
      kind: 'step',
      name: build.steps[place('go build')]?.name ?? '',
      step: place('go build'),
      startMs: 2800,
      durationMs: 81_000,
    },
    {
      kind: 'step',
      name: 'COPY --from=build /out/server /server',
      step: place('--from=build'),
      startMs: 84_000,
      durationMs: 240,
    },
    { kind: 'export', name: 'exporting to image', step: null, startMs: 84_300, durationMs: 3500 },
  ] as const;
  return {
    ...build,
    activities: [
      { kind: 'import', name: parts[0].name, platform: null, startMs: 400, durationMs: 2100, source },
      { kind: 'context', name: '[internal] load build context', platform: null, startMs: 420, durationMs: 700, source },
      { kind: 'export', name: 'exporting to image', platform: null, startMs: 84_300, durationMs: 3500, source },
    ],
    criticalPaths: [
      {
        platform: 'linux/arm64',
        durationMs: parts.reduce((sum, { durationMs }) => sum + durationMs, 0),
        parts: parts.map((part) => {
          const isEmulated = part.step === place('go build');
          return { ...part, source, isEmulated, timesNative: isEmulated ? 9 : null };
        }),
      },
    ],
  };
}

/** A step of which all is recorded, and the same in any build. */
const withFacts = (step: Partial<BuildStep>): Partial<BuildStep> => ({
  ...step,
  ...{ needs: [], images: [], own: step.name ?? '', variables: [], inputs: [], ignoresCache: false },
});

/** With an empty cache. */
const RAN = goSteps({ 'mod download': ['ran', 17_400], 'go build': ['ran', 31_000], '': ['ran', 150] });
/** A cache that was there. */
const READ: Partial<CacheUse> = { import: 'read', importMs: 400 };

/** With all that a builder tells of them. */
function knowSteps(steps: readonly Partial<BuildStep>[]): Partial<BuildStep>[] {
  return steps.map((step, place) => {
    const paths =
      step.name?.startsWith('COPY go.mod') === true ? ['go.mod', 'go.sum'] : step.name === 'COPY . .' ? [''] : [];
    return {
      ...step,
      own: step.name ?? null,
      // Both platforms of a step stand side by side.
      needs: place < 2 ? [] : [place - 2],
      images: [],
      variables: [],
      inputs: paths.length === 0 ? [] : [{ context: 'context', paths }],
      ignoresCache: false,
      source: { file: 'Dockerfile', line: 6 + Math.floor(place / 2) },
    };
  });
}

function earlySteps(status: BuildStep['status']): Partial<BuildStep>[] {
  const names = ['COPY . .', 'RUN go mod download', 'RUN go build -o /server'];
  const steps = names.flatMap((name) => ['linux/amd64', 'linux/arm64'].map((platform) => ({ name, platform })));
  return knowSteps(
    steps.map((step, place) => ({ ...step, status, durationMs: status === 'ran' ? 100 + place * 5_000 : null })),
  );
}

const RULES: CompareInput['rules'] = { budgets: [MAX_5], overBudget: 'fail', countDrift: false, isOverridden: false };
const NO_LIMITS: CompareInput['rules'] = { ...RULES, budgets: [] };
const BUILD: CompareInput['build'] = { head: makeBuild(48_000, WARM), baseline: makeBuild(41_000, WARM) };

function found(
  image: Image,
  change: Partial<Extract<CompareInput['baseline'], { kind: 'found' }>>,
): CompareInput['baseline'] {
  const { baseline } = makeInput(image, image);
  if (baseline.kind !== 'found') throw new Error('the fixture has a baseline');
  return { ...baseline, ...change };
}

const SIX_PLATFORMS = ['linux/386', 'linux/amd64', 'linux/arm/v6', 'linux/arm/v7', 'linux/arm64', 'linux/s390x'];

/** A Node image, where an edit of one instruction takes a layer away and puts another in its place. */
function nodeService(install: LayerSpec): LayerSpec[] {
  return [
    { by: '/bin/sh -c #(nop) ADD file:4f1c in / ', bytes: 3_400_000 },
    { by: '/bin/sh -c addgroup -g 1000 node && adduser -u 1000 -G node -s /bin/sh -D node', bytes: 41_200_000 },
    { by: 'WORKDIR /app', bytes: 93 },
    { by: 'COPY package.json package-lock.json ./ # buildkit', bytes: 61_000 },
    install,
    { by: 'COPY . . # buildkit', bytes: 1_240_000 },
  ];
}

const HOSTILE =
  'RUN echo "@octocat #1 <img src=x onerror=alert(1)> --> | `x` [a](https://evil.example) ::error::x ##[error]x \u001B[31m\u202Etxt.exe\u200B" www.evil.example';

const makeFinding = (
  line: number,
  rule: string,
  level: ToldFinding['level'],
  message: string,
  instead: string,
  cost: ToldFinding['cost'] = null,
): ToldFinding => ({
  rule,
  level,
  title: rule,
  source: { file: 'Dockerfile', line },
  lastLine: line,
  path: null,
  morePaths: 0,
  message,
  instead,
  isNew: true,
  cost,
});

const NEW_FINDINGS: ToldFinding[] = [
  makeFinding(
    4,
    'source-before-dependencies',
    'high',
    'All of the source is copied before "npm ci" in line 5.',
    'Copy the files that name the dependencies, install them, and copy the rest of the source after that.',
    { when: 'edit', durationMs: 11_240, bytes: null },
  ),
  makeFinding(
    5,
    'package-cache-left',
    'medium',
    "The layer of this RUN keeps npm's cache, every package once more.",
    'End the same RUN with "&& npm cache clean --force".',
    { when: 'pull', durationMs: null, bytes: 38_100_000 },
  ),
  makeFinding(
    8,
    'root-user',
    'medium',
    'This USER makes node run as root.',
    'Add a user, or take one that the base image has, and end with USER and its number.',
  ),
  makeFinding(
    1,
    'moving-image',
    'low',
    'node:22-alpine names a major version: the tag moves with each minor one.',
    'Pin it by its digest.',
  ),
];

const KEY_FINDING: ToldFinding = {
  ...makeFinding(
    6,
    'private-key',
    'high',
    'A file of the image holds a private key.',
    'Replace the key, mount it for the one step that needs it (RUN --mount=type=secret), or give it to the container when it starts.',
  ),
  path: '/app/id_ed25519',
};

const makeVulnerability = (id: string, name: string): Vulnerability => ({
  id,
  severity: 'high',
  package: name,
  version: '1.0',
  fixedVersion: null,
});

export const GOLDEN_CASES: Readonly<Record<string, GoldenCase>> = {
  vulnerabilities: {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      vulnerabilities: compareVulnerabilities(
        { tool: 'trivy', vulnerabilities: [makeVulnerability('CVE-2023-0464', 'libssl3')] },
        {
          tool: 'grype',
          vulnerabilities: [
            { ...makeVulnerability('CVE-2024-3094', 'xz-utils'), severity: 'critical', fixedVersion: '5.6.2' },
            makeVulnerability('CVE-1|@acme/admins', '`<img src=x>`'),
          ],
        },
      ),
      usage: { pulls: 5000, prices: [{ registry: 'r', storage: 0.1, transfer: 0.09, source: null, asOf: null }] },
    }),
    context: CONTEXT,
  },
  'vulnerabilities-came': {
    // Less than the noise: what came is the news.
    input: makeInput(MAIN, goImage('build:', 10_321_000, 9_851_000), {
      rules: NO_LIMITS,
      vulnerabilities: compareVulnerabilities(
        {
          tool: 'trivy',
          vulnerabilities: [makeVulnerability('CVE-2023-0464', 'libssl3'), makeVulnerability('CVE-2023-1', 'zlib')],
        },
        {
          tool: 'trivy',
          vulnerabilities: [
            makeVulnerability('CVE-2023-0464', 'libssl3'),
            { ...makeVulnerability('CVE-2024-3094', 'xz-utils'), severity: 'critical', fixedVersion: '5.6.2' },
            { ...makeVulnerability('CVE-2024-1', 'xz-utils'), severity: 'low' },
          ],
        },
      ),
    }),
    context: CONTEXT,
  },
  'findings-in-image': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      findings: [
        KEY_FINDING,
        ...NEW_FINDINGS.slice(0, 1),
        {
          ...makeFinding(
            9,
            'setuid-file',
            'medium',
            '2 programs have the setuid bit, and the base has them not.',
            'Leave out the package that brings it, or take the bit away in the same RUN: chmod u-s.',
          ),
          source: null,
          lastLine: null,
          path: '/usr/bin/`sudo|<b>`',
          morePaths: 1,
        },
      ],
    }),
    context: CONTEXT,
  },
  'findings-new': {
    input: makeInput(MAIN, MAIN, { rules: NO_LIMITS, findings: NEW_FINDINGS }),
    context: CONTEXT,
  },
  'findings-known': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      findings: NEW_FINDINGS.map((finding) => ({ ...finding, isNew: false })),
    }),
    context: CONTEXT,
  },
  'findings-hostile': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      findings: NEW_FINDINGS.slice(0, 1).map((finding) => ({
        ...finding,
        source: { file: 'Dockerfile`|<img src=x>', line: 9 },
        message: '@acme/admins ::error::x\n![](https://evil.example/x) <script> | `</details>`',
      })),
    }),
    context: CONTEXT,
  },
  'grows-over-budget': {
    input: makeInput(MAIN, GROWN, { rules: RULES, build: BUILD }),
    context: CONTEXT,
  },
  'grows-within': {
    input: makeInput(MAIN, goImage('build:', 10_700_000, 10_170_000), { rules: RULES, build: BUILD }),
    context: CONTEXT,
  },
  'grows-without-limit': {
    input: makeInput(MAIN, goImage('build:', 10_700_000, 9_850_000), { rules: NO_LIMITS }),
    context: CONTEXT,
  },
  'over-by-a-byte': {
    input: makeInput(MAIN, goImage('build:', 10_320_000 + 614_776, 9_850_000), { rules: RULES }),
    context: CONTEXT,
  },
  'over-two-limits': {
    input: makeInput(MAIN, GROWN, {
      rules: {
        ...RULES,
        budgets: [
          MAX_5,
          makeBudget('max-size: 20 MB', { kind: 'max-size', bytes: 20_000_000 }),
          makeBudget('max-size: linux/arm64: 13 MB', { kind: 'max-size', bytes: 13_000_000, platform: 'linux/arm64' }),
        ],
      },
    }),
    context: CONTEXT,
  },
  'over-on-a-branch': {
    input: makeInput(MAIN, GROWN, {
      head: {
        kind: 'read',
        image: GROWN,
        reference: `ghcr.io/acme/api@${GROWN.digest}`,
        commit: HEAD_COMMIT,
        pushed: true,
      },
      rules: { ...RULES, overBudget: 'warn' },
      build: BUILD,
    }),
    context: {
      ...CONTEXT,
      subject: 'build',
      baselineWhy: 'the commit before this push',
      headSha: null,
      overrideLabel: null,
    },
  },
  shrinks: {
    input: makeInput(GROWN, MAIN, { rules: RULES, build: BUILD }),
    context: CONTEXT,
  },
  'no-change': {
    input: makeInput(MAIN, MAIN, { rules: RULES, build: BUILD }),
    context: CONTEXT,
  },
  'configuration-changed': {
    input: makeInput(
      MAIN,
      {
        ...MAIN,
        platforms: MAIN.platforms.map((platform) => ({
          ...platform,
          settings: { ENTRYPOINT: '["/server"]', ENV: '["A=1"]' },
        })),
      },
      // The builder tells of the head, and nobody of what somebody else pushed.
      { rules: RULES, build: BUILD, origins: { baseline: [], head: distrolessOrigins(MAIN, '1a2b') } },
    ),
    context: CONTEXT,
  },
  'next-to-no-change': {
    input: makeInput(MAIN, goImage('build:', 10_321_200, 9_851_000), { rules: RULES, build: BUILD }),
    context: CONTEXT,
  },
  'first-run': {
    input: makeInput(MAIN, MAIN, {
      head: {
        kind: 'read',
        image: MAIN,
        reference: `ghcr.io/acme/api@${MAIN.digest}`,
        commit: HEAD_COMMIT,
        pushed: true,
      },
      baseline: { kind: 'none', reason: 'the repository has no image yet' },
      rules: { ...RULES, overBudget: 'warn' },
      build: {
        head: makeBuild(
          187_000,
          WARM.map((step) => ({ ...step, status: 'ran', durationMs: 9_000 })),
        ),
        baseline: null,
      },
    }),
    context: { ...CONTEXT, subject: 'build', headSha: null, overrideLabel: null },
  },
  'first-pull-request': {
    input: makeInput(MAIN, MAIN, {
      baseline: { kind: 'none', reason: 'main has no image yet: its next build records one' },
      rules: RULES,
      build: { ...BUILD, baseline: null },
    }),
    context: CONTEXT,
  },
  'not-compared': {
    input: makeInput(MAIN, MAIN, {
      baseline: {
        kind: 'failed',
        note: {
          code: 'REGISTRY_DENIED',
          message: 'ghcr.io does not let this job read ghcr.io/acme/api (403)',
          hint: 'Add "packages: read" to the permissions of the job.',
        },
      },
      rules: RULES,
      build: { ...BUILD, baseline: null },
    }),
    context: CONTEXT,
  },
  'head-unreadable': {
    input: makeInput(MAIN, MAIN, {
      head: {
        kind: 'failed',
        reference: 'build:',
        commit: HEAD_COMMIT,
        pushed: false,
        digest: MAIN.digest,
        note: {
          code: 'DOCKER_FAILED',
          message: 'this version of Buildx (0.19.3) cannot read an image out of a builder',
          hint: 'Set "buildx-version: latest".',
        },
      },
      rules: RULES,
    }),
    context: CONTEXT,
  },
  'no-common-platform': {
    input: makeInput(
      makeImage('main', [makePlatform('linux/amd64', goService(10_320_000))]),
      makeImage('build:', [makePlatform('linux/arm64', goService(9_850_000))]),
      { rules: RULES },
    ),
    context: CONTEXT,
  },
  'platform-added': {
    input: makeInput(makeImage('main', [makePlatform('linux/amd64', goService(10_320_000))]), MAIN, {
      rules: { ...RULES, budgets: [MAX_5, makeBudget('max-size: 20 MB', { kind: 'max-size', bytes: 20_000_000 })] },
    }),
    context: CONTEXT,
  },
  'platform-removed': {
    input: makeInput(MAIN, makeImage('build:', [makePlatform('linux/amd64', goService(10_920_000))]), {
      rules: NO_LIMITS,
    }),
    context: CONTEXT,
  },
  'inexact-baseline': {
    input: makeInput(MAIN, GROWN, {
      baseline: found(MAIN, { how: 'ancestor', distance: 3, isExact: false }),
      rules: RULES,
      build: BUILD,
    }),
    context: CONTEXT,
  },
  'branch-tag': {
    input: makeInput(MAIN, goImage('build:', 10_700_000, 10_170_000), {
      baseline: found(MAIN, {
        reference: 'ghcr.io/acme/api:main',
        commit: null,
        how: 'tag',
        distance: null,
        isExact: false,
      }),
      rules: RULES,
    }),
    context: CONTEXT,
  },
  release: {
    input: makeInput(MAIN, GROWN, {
      baseline: found(MAIN, { reference: 'ghcr.io/acme/api:v1.4.2', how: 'release', distance: null }),
      rules: RULES,
      build: BUILD,
    }),
    context: {
      ...CONTEXT,
      subject: 'build',
      baselineTitle: 'v1.4.2',
      baselineWhy: null,
      headSha: null,
      overrideLabel: null,
    },
  },
  overridden: {
    input: makeInput(MAIN, GROWN, { rules: { ...RULES, isOverridden: true }, build: BUILD }),
    context: { ...CONTEXT, overriddenBy: 'alice' },
  },
  'hostile-text': {
    input: makeInput(
      makeImage('main', [makePlatform('linux/amd64', [{ by: HOSTILE, bytes: 1_000_000 }])]),
      makeImage('build:', [
        makePlatform('linux/amd64', [
          { by: HOSTILE, bytes: 3_000_000 },
          { by: `COPY ${'a/'.repeat(200)}b /\n\n::stop-commands::x`, bytes: 70_000 },
        ]),
      ]),
      {
        rules: RULES,
        build: {
          head: {
            ...makeBuild(5_000, [{ name: HOSTILE, durationMs: 3_000 }]),
            cache: makeCacheUse({ importMs: 1, exportMs: 2, failures: [{ of: 'export', error: HOSTILE }] }),
          },
          baseline: makeBuild(5_000, [{ name: HOSTILE, status: 'cached', durationMs: null }]),
        },
        notes: [{ code: 'x', message: `tag ${HOSTILE}`, hint: HOSTILE }],
      },
    ),
    context: {
      ...CONTEXT,
      baselineTitle: 'feature/@all|#1',
      baselineWhy: '<!-- plimsoll:end -->',
      overrideLabel: '`size` @me',
      run: { number: 1, url: 'https://x/)[y](z' },
    },
  },
  'six-platforms': {
    input: makeInput(
      makeImage(
        'main',
        SIX_PLATFORMS.map((platform, index) => makePlatform(platform, goService(10_000_000 + index * 111_000))),
      ),
      makeImage(
        'build:',
        SIX_PLATFORMS.map((platform, index) =>
          makePlatform(
            platform,
            goService(
              11_000_000 + index * 166_000,
              index === 3 ? { extra: [{ by: 'RUN apk add --no-cache libatomic', bytes: 312_000 }] } : {},
            ),
          ),
        ),
      ),
      { rules: RULES, build: BUILD },
    ),
    context: CONTEXT,
  },
  'cache-lost-step': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: makeBuild(
          48_000,
          goSteps({ COPY: ['ran', 120], 'go mod download': ['ran', 11_200], 'go build': ['ran', 31_000] }),
        ),
        baseline: makeBuild(41_000, WARM),
      },
    }),
    context: CONTEXT,
  },
  'emulated-step': {
    input: makeInput(MAIN, GROWN, { rules: NO_LIMITS, build: { head: EMULATED, baseline: makeBuild(41_000, WARM) } }),
    context: CONTEXT,
  },
  'cache-lost-to-a-file': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: makeBuild(
          48_000,
          knowSteps(goSteps({ COPY: ['ran', 120], 'go mod download': ['ran', 11_200], 'go build': ['ran', 31_000] })),
        ),
        baseline: makeBuild(41_000, knowSteps(WARM)),
      },
      changedPaths: { changed: ['go.sum'], unknown: [] },
    }),
    context: CONTEXT,
  },
  'cache-lost-to-an-early-copy': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: { head: makeBuild(48_000, earlySteps('ran')), baseline: makeBuild(3_000, earlySteps('cached')) },
      changedPaths: { changed: ['README.md'], unknown: [] },
    }),
    context: CONTEXT,
  },
  'cache-had-nothing': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: makeBuild(95_000, knowSteps(goSteps({ ' ': ['ran', 19_000] }))),
        baseline: makeBuild(41_000, knowSteps(WARM)),
      },
      changedPaths: { changed: [], unknown: [] },
    }),
    context: CONTEXT,
  },
  'cache-failed': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: {
          ...makeBuild(95_000, goSteps({ ' ': ['ran', 9_000] })),
          cache: makeCacheUse({
            import: 'missing',
            failures: [{ of: 'export', error: 'failed to push ghcr.io/acme/api:buildcache-api-main: 403 Forbidden' }],
          }),
        },
        baseline: null,
      },
    }),
    context: CONTEXT,
  },
  'cache-loses-in-a-pull-request': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: { ...makeBuild(110_000, WARM), cache: makeCacheUse({ ...READ, exportMs: 62_000, costMs: 62_400 }) },
        baseline: makeBuild(41_000, RAN),
      },
      cache: { blobs: [{ digest: 'sha256:1', bytes: 380_000_000 }], before: [], isOfPullRequest: true },
    }),
    context: CONTEXT,
  },
  'cache-loses-by-stages': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: {
          ...makeBuild(
            170_000,
            goSteps({ 'build ': ['ran', 31_000], ' . .': ['ran', 900], go: ['ran', 9_000], SRC: ['ran', 1] }),
          ),
          cache: makeCacheUse({ ...READ, exportMs: 75_000, costMs: 60_000 }),
        },
        baseline: makeBuild(41_000, RAN),
      },
      cache: {
        blobs: [
          { digest: 'sha256:1', bytes: 900_000_000 },
          { digest: 'sha256:2', bytes: 40_000_000 },
        ],
        before: ['sha256:2'],
        isOfPullRequest: false,
      },
    }),
    context: CONTEXT,
  },
  'cache-written-over': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: {
          ...makeBuild(60_000, RAN.map(withFacts)),
          cache: makeCacheUse({ ...READ, costMs: 3_000 }),
        },
        baseline: {
          ...makeBuild(41_000, WARM.map(withFacts)),
          cache: makeCacheUse({ manifests: [parseDigest(`sha256:${'e'.repeat(64)}`)] }),
        },
      },
    }),
    context: CONTEXT,
  },
  'cache-even': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: {
          ...makeBuild(60_000, WARM),
          cache: makeCacheUse({ ...READ, costMs: 12_000, exportMs: 14_000, pullMs: 25_000, pullBytes: 210_000_000 }),
        },
        baseline: makeBuild(41_000, RAN),
      },
    }),
    context: CONTEXT,
  },
  'cache-empty': {
    input: makeInput(MAIN, GROWN, {
      rules: NO_LIMITS,
      build: {
        head: {
          ...makeBuild(95_000, RAN),
          cache: makeCacheUse({ import: 'missing', exportMs: 14_000, costMs: 11_000, manifests: [] }),
        },
        baseline: makeBuild(41_000, RAN),
      },
      cache: { blobs: [{ digest: 'sha256:1', bytes: 380_000_000 }], before: [], isOfPullRequest: false },
    }),
    context: CONTEXT,
  },
  recompressed: {
    input: makeInput(
      makeImage('main', [makePlatform('linux/amd64', goService(10_320_000, { compression: 'gzip' }))]),
      makeImage('build:', [makePlatform('linux/amd64', goService(9_300_000, { compression: 'zstd' }))]),
      { rules: RULES },
    ),
    context: CONTEXT,
  },
  'base-moved': {
    input: makeInput(MAIN, MOVED, {
      rules: RULES,
      origins: { baseline: distrolessOrigins(MAIN, '1a2b'), head: distrolessOrigins(MOVED, '3c4d') },
    }),
    context: CONTEXT,
  },
  'instruction-edited': {
    input: makeInput(
      makeImage('main', [
        makePlatform(
          'linux/amd64',
          nodeService({ by: 'RUN /bin/sh -c npm ci --omit=dev # buildkit', bytes: 21_700_000 }),
        ),
      ]),
      makeImage('build:', [
        makePlatform('linux/amd64', nodeService({ by: 'RUN /bin/sh -c npm ci # buildkit', bytes: 69_900_000 })),
      ]),
      { rules: { ...RULES, budgets: [makeBudget('max-increase: 5% and 1 MB', { percent: 5, bytes: 1_000_000 })] } },
    ),
    context: CONTEXT,
  },
  'on-disk': {
    input: makeInput(MAIN, GROWN, {
      rules: { ...RULES, budgets: [makeBudget('max-increase-on-disk: 10%', { on: 'disk', percent: 10 })] },
      knownDiskBytes: new Map(
        [MAIN, GROWN].flatMap(({ platforms }) =>
          platforms.flatMap(({ layers }) =>
            layers.map((layer) => [layer.diffID, Math.ceil(layer.downloadBytes * 2.5)]),
          ),
        ),
      ),
    }),
    context: CONTEXT,
  },
  schedule: {
    input: makeInput(MAIN, goImage('build:', 10_700_000, 10_170_000), {
      head: {
        kind: 'read',
        image: GROWN,
        reference: `ghcr.io/acme/api@${GROWN.digest}`,
        commit: HEAD_COMMIT,
        pushed: true,
      },
      baseline: found(MAIN, { reference: 'ghcr.io/acme/api:main', how: 'tag', distance: 0 }),
      rules: { ...RULES, overBudget: 'warn' },
      build: BUILD,
    }),
    context: {
      ...CONTEXT,
      subject: 'build',
      baselineWhy: "the branch's tag as it was",
      headSha: null,
      overrideLabel: null,
    },
  },
  'over-without-baseline': {
    input: makeInput(MAIN, MAIN, {
      baseline: {
        kind: 'failed',
        note: {
          code: 'baseline-unreadable',
          message: 'ghcr.io does not answer (ECONNREFUSED)',
          hint: 'Run the job again.',
        },
      },
      rules: { ...RULES, budgets: [makeBudget('max-size: 12 MB', { kind: 'max-size', bytes: 12_000_000 })] },
    }),
    context: CONTEXT,
  },
  'on-disk-unknown': {
    input: makeInput(MAIN, GROWN, {
      rules: {
        ...RULES,
        budgets: [makeBudget('max-size-on-disk: 90 MB', { kind: 'max-size', on: 'disk', bytes: 90_000_000 })],
      },
    }),
    context: CONTEXT,
  },
};
