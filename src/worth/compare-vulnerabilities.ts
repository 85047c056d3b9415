import {
  nameVulnerability,
  rank,
  SEVERITIES,
  type Severity,
  type Vulnerability,
  type VulnerabilityReport,
} from './vulnerability.ts';

/** Of each list; more nobody reads. */
const MOST_LISTED = 1000;

export type SeverityCounts = Record<Severity, number>;

export interface VulnerabilityChanges {
  tool: { baseline: string; head: string };
  count: { baseline: SeverityCounts; head: SeverityCounts };
  /** Worst first. */
  came: Vulnerability[];
  went: Vulnerability[];
  /** Whether there are more of either. */
  truncated: boolean;
}

/** A vulnerability of a package that is still there in another version has stayed. */
export function compareVulnerabilities(baseline: VulnerabilityReport, head: VulnerabilityReport): VulnerabilityChanges {
  const [came, went] = [subtract(head, baseline), subtract(baseline, head)];
  return {
    tool: { baseline: baseline.tool, head: head.tool },
    count: { baseline: count(baseline), head: count(head) },
    came: came.slice(0, MOST_LISTED),
    went: went.slice(0, MOST_LISTED),
    truncated: came.length > MOST_LISTED || went.length > MOST_LISTED,
  };
}

function subtract(one: VulnerabilityReport, other: VulnerabilityReport): Vulnerability[] {
  const known = new Set(other.vulnerabilities.map(nameVulnerability));
  return one.vulnerabilities
    .filter((vulnerability) => !known.has(nameVulnerability(vulnerability)))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function count({ vulnerabilities }: VulnerabilityReport): SeverityCounts {
  const counts: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity } of vulnerabilities) counts[severity] += 1;
  return counts;
}

/** Of all severities. */
export function sumCounts(counts: SeverityCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}
