import * as v from 'valibot';
import { optionalText, reportList, reportText } from './report-text.ts';
import { parseSeverity, textOrNull, type VulnerabilityReport } from './vulnerability.ts';

const vulnerability = v.object({ id: reportText, severity: optionalText });

/** `grype --output json`. */
export const GrypeReport = v.object({
  matches: reportList(
    v.object({
      vulnerability: v.object({
        ...vulnerability.entries,
        fix: v.optional(v.nullable(v.object({ versions: v.optional(v.nullable(reportList(reportText))) }))),
      }),
      relatedVulnerabilities: v.optional(v.nullable(reportList(v.object({ id: reportText })))),
      artifact: v.object({ name: reportText, version: optionalText }),
    }),
  ),
});

export function readGrype({ matches }: v.InferOutput<typeof GrypeReport>): VulnerabilityReport {
  return {
    tool: 'grype',
    vulnerabilities: matches.map(({ vulnerability: { id, severity, fix }, relatedVulnerabilities, artifact }) => ({
      // Of GitHub's own numbers the CVE is among the related: others call it by that.
      id: isCve(id) ? id : (relatedVulnerabilities?.find((related) => isCve(related.id))?.id ?? id),
      severity: parseSeverity(severity),
      package: textOrNull(artifact.name),
      version: textOrNull(artifact.version),
      fixedVersion: textOrNull(fix?.versions?.join(', ')),
    })),
  };
}

function isCve(id: string): boolean {
  return id.startsWith('CVE-');
}
