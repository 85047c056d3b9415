import type { Comparison } from '../compare/comparison.ts';
import { findMostGrown } from '../report/comment/most-changed.ts';

/** Outputs of the step `report`, by contract.md's "Outputs"; `''` for what is not known. */
export type ReportOutputs = Record<
  | 'reference'
  | 'pushed'
  | 'verdict'
  | 'size'
  | 'size-change'
  | 'size-change-percent'
  | 'build-duration'
  | 'baseline'
  | 'comparison-file'
  | 'comment-file'
  | 'report-file'
  | 'collected-file'
  | 'comment-url',
  string
>;

/** What the outputs are made of; `null` for what there is not. */
export interface ReportFacts {
  /** Repository without tag: the plan's `image`. */
  image: string;
  /** The plan's, normalised. */
  platforms: readonly string[];
  /** Of the image that was built. */
  digest: string | null;
  isPushed: boolean;
  comparison: Comparison | null;
  /** Of the whole build, export and push included. */
  buildDurationMs: number | null;
  files: { comparison: string | null; comment: string | null; report: string | null; collected: string | null };
  commentUrl: string | null;
}

export function formatReportOutputs(facts: ReportFacts): ReportOutputs {
  const { comparison, digest, files } = facts;
  const grown = comparison === null ? null : findMostGrown(comparison);
  return {
    reference: digest === null ? '' : `${facts.image}@${digest}`,
    pushed: String(facts.isPushed),
    verdict: comparison?.verdict ?? '',
    size: formatNumber(comparison === null ? null : findSize(comparison, facts.platforms)),
    'size-change': formatNumber(grown?.download.change ?? null),
    'size-change-percent': formatPercent(grown?.download.change ?? null, grown?.download.baseline ?? null),
    'build-duration': formatNumber(facts.buildDurationMs === null ? null : facts.buildDurationMs / 1000),
    baseline: comparison === null ? '' : formatBaseline(comparison.baseline),
    'comparison-file': files.comparison ?? '',
    'comment-file': files.comment ?? '',
    'report-file': files.report ?? '',
    'collected-file': files.collected ?? '',
    'comment-url': facts.commentUrl ?? '',
  };
}

/** Without `platforms` the builder chose, and the image has one. */
function findSize({ platforms }: Comparison, planned: readonly string[]): number | null {
  const [first] = planned;
  const built = platforms.filter(({ status }) => status !== 'removed');
  const wanted = first === undefined ? built[0] : built.find(({ platform }) => platform === first);
  return wanted?.download.head ?? null;
}

/** Two digits after the point: `14.02`. */
function formatPercent(change: number | null, baseline: number | null): string {
  if (change === null || baseline === null || baseline <= 0) return '';
  return formatNumber(Math.round((change / baseline) * 10_000) / 100);
}

/** `name@digest`: the tag that it was found under can move. */
function formatBaseline(baseline: Comparison['baseline']): string {
  if (baseline.kind === 'none') return '';
  const name = baseline.reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
  return `${name}@${baseline.digest}`;
}

function formatNumber(value: number | null): string {
  // Adding 0 takes the sign off a zero.
  return value === null || !Number.isFinite(value) ? '' : String(value + 0);
}
