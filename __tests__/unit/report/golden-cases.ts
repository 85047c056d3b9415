import type { BuildStep } from '../../../src/build/build-record.ts';
import type { CompareInput } from '../../../src/compare/compare.ts';
import type { Image } from '../../../src/image/image.ts';
import type { ReportContext } from '../../../src/report/report-context.ts';
import { makeBudget, makeBuild, makeImage, makeInput, makePlatform, type LayerSpec } from '../compare/fixture.ts';

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

const MAIN = goImage('main', 10_320_000, 9_850_000);
const GROWN = goImage('build:', 12_210_000, 11_640_000);

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

export const GOLDEN_CASES: Readonly<Record<string, GoldenCase>> = {
  'grows-over-budget': {
    input: makeInput(MAIN, GROWN, {
      rules: { budgets: [MAX_5], overBudget: 'fail', countDrift: false, isOverridden: false },
      build: {
        head: makeBuild(48_000, WARM),
        baseline: makeBuild(41_000, WARM),
      },
    }),
    context: CONTEXT,
  },
};
