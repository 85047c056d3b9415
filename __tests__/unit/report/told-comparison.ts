import type { Cause, Comparison, LayerComparison, PlatformComparison } from '../../../src/compare/comparison.ts';
import { judgeBudgets, type BudgetRules } from '../../../src/compare/budgets.ts';
import { decideVerdict } from '../../../src/compare/verdict.ts';
import type { ReportContext } from '../../../src/report/report-context.ts';
import { BASELINE_COMMIT, HEAD_COMMIT, makeDigest } from '../compare/fixture.ts';

/** A comparison whose causes are told, and what it is told in. */
export interface ToldCase {
  comparison: Comparison;
  context: ReportContext;
}

/** A cause by what a test is about; the rest is as where nothing is known of it. */
export function makeCause(cause: Partial<Cause> & Pick<Cause, 'downloadBytes'>): Cause {
  return {
    kind: 'layer',
    by: 'change',
    estimated: false,
    onDiskBytes: cause.downloadBytes * 2,
    layer: makeDigest(`layer ${cause.detail ?? ''}`),
    source: null,
    package: null,
    detail: '',
    paths: [],
    ...cause,
  };
}

/** A row of the layers that goes with `makeCause`'s of the same `createdBy`. */
export function makeRow(
  createdBy: string,
  status: LayerComparison['status'],
  before: number | null,
  after: number | null,
  source: LayerComparison['source'] = null,
): LayerComparison {
  const digest = makeDigest(`layer ${createdBy}`);
  const diffID = makeDigest(`content ${createdBy}`);
  return {
    status,
    digest,
    diffID,
    downloadBytes: after ?? before ?? 0,
    onDiskBytes: (after ?? before ?? 0) * 2,
    createdBy,
    source,
    baseline:
      before === null || after === null ? null : { digest, diffID, downloadBytes: before, onDiskBytes: before * 2 },
  };
}

/** A platform with what its causes sum to. */
export function makeTold(
  baselineBytes: number,
  platform: Partial<PlatformComparison> & Pick<PlatformComparison, 'causes'>,
): PlatformComparison {
  const change = platform.causes.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
  const onDisk = platform.causes.reduce<number | null>(
    (sum, { onDiskBytes }) => (sum === null || onDiskBytes === null ? null : sum + onDiskBytes),
    0,
  );
  const onDiskBaseline = onDisk === null ? null : baselineBytes * 2;
  return {
    platform: 'linux/amd64',
    status: 'compared',
    download: { baseline: baselineBytes, head: baselineBytes + change, change },
    onDisk: {
      baseline: onDiskBaseline,
      head: onDiskBaseline === null || onDisk === null ? null : onDiskBaseline + onDisk,
      change: onDisk,
    },
    pull: { bytes: baselineBytes + change },
    base: null,
    layers: listRows(platform.causes),
    files: null,
    replaced: [],
    runtime: { baseline: null, head: null },
    surface: { baseline: null, head: null },
    pullTimes: [],
    ...platform,
  };
}

/** A changed layer for each instruction that causes name. */
function listRows(causes: readonly Cause[]): LayerComparison[] {
  const changes = new Map<string, number>();
  for (const { kind, detail, downloadBytes } of causes) {
    if (kind !== 'config') changes.set(detail, (changes.get(detail) ?? 0) + downloadBytes);
  }
  return [...changes].map(([detail, change]) => {
    const source = causes.find((cause) => cause.detail === detail)?.source ?? null;
    return makeRow(detail, 'changed', 10_000_000, 10_000_000 + change, source);
  });
}

/** A comparison of a pull request with an exact baseline, judged by `rules`. */
export function makeComparison(
  platforms: PlatformComparison[],
  { build = null, notes = [], ...rules }: Partial<BudgetRules & Pick<Comparison, 'build' | 'notes'>> = {},
): Comparison {
  const budgets = judgeBudgets(platforms, {
    budgets: [],
    overBudget: 'fail',
    countDrift: false,
    isOverridden: false,
    isBaselineExact: true,
    withoutBaseline: null,
    ...rules,
  });
  return {
    schemaVersion: 1,
    name: 'api',
    image: 'ghcr.io/acme/api',
    head: { reference: 'build:', digest: makeDigest('head'), commit: HEAD_COMMIT, pushed: false },
    baseline: {
      kind: 'found',
      reference: `ghcr.io/acme/api:sha-${BASELINE_COMMIT}`,
      digest: makeDigest('baseline'),
      commit: BASELINE_COMMIT,
      how: 'commit',
      distance: 0,
    },
    platforms,
    build,
    findings: null,
    vulnerabilities: null,
    cost: null,
    budgets,
    verdict: decideVerdict(budgets.map(({ verdict }) => verdict)),
    notes,
  };
}
