import * as v from 'valibot';
import { optionalText, reportList, reportText } from './report-text.ts';
import { parseSeverity, textOrNull, type VulnerabilityReport } from './vulnerability.ts';

/** `trivy image --format json`: https://trivy.dev/latest/docs/configuration/reporting/#json */
export const TrivyReport = v.object({
  SchemaVersion: v.number(),
  // None where nothing was scanned.
  Results: v.optional(
    v.nullable(
      reportList(
        v.object({
          Vulnerabilities: v.optional(
            v.nullable(
              reportList(
                v.object({
                  VulnerabilityID: reportText,
                  PkgName: reportText,
                  InstalledVersion: optionalText,
                  FixedVersion: optionalText,
                  Severity: optionalText,
                }),
              ),
            ),
          ),
        }),
      ),
    ),
  ),
});

export function readTrivy({ Results }: v.InferOutput<typeof TrivyReport>): VulnerabilityReport {
  return {
    tool: 'trivy',
    vulnerabilities: (Results ?? []).flatMap(({ Vulnerabilities }) =>
      (Vulnerabilities ?? []).map(({ VulnerabilityID, PkgName, InstalledVersion, FixedVersion, Severity }) => ({
        id: VulnerabilityID,
        severity: parseSeverity(Severity),
        package: textOrNull(PkgName),
        version: textOrNull(InstalledVersion),
        fixedVersion: textOrNull(FixedVersion),
      })),
    ),
  };
}
