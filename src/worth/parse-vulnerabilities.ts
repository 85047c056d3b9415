import * as v from 'valibot';
import { GitLabReport, readGitLab } from './gitlab-report.ts';
import { GrypeReport, readGrype } from './grype-report.ts';
import { readSarif, SarifReport } from './sarif-report.ts';
import { readTrivy, TrivyReport } from './trivy-report.ts';
import { nameVulnerability, rank, type Vulnerability, type VulnerabilityReport } from './vulnerability.ts';
import { PlimsollError } from '../errors.ts';

const FORMATS = 'JSON of Trivy or Grype, of GitLab (docker scout cves --format gitlab), or SARIF';

/**
 * The report of a scanner, whatever wrote it: as parsed JSON, and its bytes were bounded. Throws `INPUT_INVALID`, naming
 * `what` it is.
 */
export function parseVulnerabilities(value: unknown, what: string): VulnerabilityReport {
  const readers = [
    () => tryParse(TrivyReport, value, readTrivy),
    () => tryParse(GrypeReport, value, readGrype),
    () => tryParse(GitLabReport, value, readGitLab),
    () => tryParse(SarifReport, value, readSarif),
  ];
  for (const read of readers) {
    const report = read();
    if (report !== null) return { ...report, vulnerabilities: dropRepeated(report.vulnerabilities) };
  }
  throw new PlimsollError('INPUT_INVALID', `${what} is no report on vulnerabilities`, { hint: `It is ${FORMATS}.` });
}

function tryParse<Report>(
  schema: v.GenericSchema<unknown, Report>,
  value: unknown,
  read: (report: Report) => VulnerabilityReport,
): VulnerabilityReport | null {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  return parsed.success ? read(parsed.output) : null;
}

/** A package may be there more than once, and a report have several runs: the worst that is said of it stands. */
function dropRepeated(all: readonly Vulnerability[]): Vulnerability[] {
  const kept = new Map<string, Vulnerability>();
  for (const one of all) {
    const key = nameVulnerability(one);
    const before = kept.get(key);
    if (before === undefined || rank(one) < rank(before)) kept.set(key, one);
  }
  return [...kept.values()];
}
