import * as v from 'valibot';
import { optionalText, reportList } from './report-text.ts';
import { parseSeverity, textOrNull, type VulnerabilityReport } from './vulnerability.ts';

/** GitLab's container scanning report, as Docker Scout and Trivy write it: https://gitlab.com/gitlab-org/security-products/security-report-schemas */
export const GitLabReport = v.object({
  version: v.string(),
  scan: v.optional(v.object({ scanner: v.optional(v.object({ id: optionalText })) })),
  vulnerabilities: reportList(
    v.object({
      id: optionalText,
      severity: optionalText,
      solution: optionalText,
      identifiers: reportList(v.object({ type: optionalText, name: optionalText, value: optionalText })),
      location: v.object({
        dependency: v.optional(
          v.object({ package: v.optional(v.object({ name: optionalText })), version: optionalText }),
        ),
      }),
    }),
  ),
});

export function readGitLab({ scan, vulnerabilities }: v.InferOutput<typeof GitLabReport>): VulnerabilityReport {
  return {
    tool: textOrNull(scan?.scanner?.id) ?? 'gitlab',
    vulnerabilities: vulnerabilities.map(({ id, severity, identifiers, location: { dependency } }) => {
      const known = identifiers.find(({ type }) => type === 'cve') ?? identifiers[0];
      return {
        id: textOrNull(known?.value) ?? textOrNull(known?.name) ?? id,
        severity: parseSeverity(severity),
        package: textOrNull(dependency?.package?.name),
        version: textOrNull(dependency?.version),
        fixedVersion: null,
      };
    }),
  };
}
