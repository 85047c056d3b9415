import * as v from 'valibot';
import { optionalText, reportList, reportText } from './report-text.ts';
import { parseSeverity, textOrNull, type Severity, type VulnerabilityReport } from './vulnerability.ts';

/** Lines of a message: Scout pads them, some scanners tell much. */
const longText = v.pipe(
  v.string(),
  v.transform((long) => long.slice(0, 4000)),
);
const message = v.optional(v.object({ text: v.optional(longText, '') }));

const Rule = v.object({
  id: reportText,
  help: message,
  properties: v.optional(
    v.object({ 'security-severity': v.optional(v.union([v.string(), v.number()])), cvssV3_severity: optionalText }),
  ),
});

/** SARIF 2.1.0 of any scanner: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const SarifReport = v.object({
  version: v.literal('2.1.0'),
  runs: reportList(
    v.object({
      tool: v.object({ driver: v.object({ name: reportText, rules: v.optional(reportList(Rule), []) }) }),
      results: v.optional(
        v.nullable(
          reportList(
            v.object({
              ruleId: optionalText,
              ruleIndex: v.optional(v.number(), -1),
              level: optionalText,
              message,
              suppressions: v.optional(v.nullable(reportList(v.object({ status: optionalText })))),
            }),
          ),
        ),
      ),
    }),
  ),
});

type Run = v.InferOutput<typeof SarifReport>['runs'][number];

export function readSarif({ runs }: v.InferOutput<typeof SarifReport>): VulnerabilityReport {
  return {
    tool: runs[0]?.tool.driver.name ?? 'sarif',
    vulnerabilities: runs.flatMap((run) => {
      const rules = new Map(run.tool.driver.rules.map((rule) => [rule.id, rule]));
      return (run.results ?? []).flatMap((result) => {
        const rule = rules.get(result.ruleId) ?? run.tool.driver.rules[result.ruleIndex];
        return isSuppressed(result) ? [] : [describe(result, rule)];
      });
    }),
  };
}

function describe(
  result: NonNullable<Run['results']>[number],
  rule: v.InferOutput<typeof Rule> | undefined,
): VulnerabilityReport['vulnerabilities'][number] {
  // Trivy and Docker Scout name the package in the result's message, Grype in the rule's help.
  const fields = new Map([...readFields(rule?.help?.text ?? ''), ...readFields(result.message?.text ?? '')]);
  const purl = parsePurl(fields.get('package') ?? '');
  const id = result.ruleId === '' ? (rule?.id ?? '') : result.ruleId;
  const fixed = textOrNull(fields.get('fixed version') ?? fields.get('fix version'));
  return {
    // Grype puts the package's name behind it.
    id: /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3})/.exec(id)?.[0] ?? id,
    severity: findSeverity(fields.get('severity'), rule, result.level),
    package: purl?.name ?? textOrNull(fields.get('package')),
    version: purl?.version ?? textOrNull(fields.get('installed version') ?? fields.get('version')),
    fixedVersion: fixed === 'not fixed' ? null : fixed,
  };
}

/** `Package: zlib`, a line each; of a field that is there twice the first. */
function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^\s*([A-Za-z][A-Za-z ]{0,40}?)\s*:\s*(.*\S)\s*$/.exec(line) ?? [];
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.slice(0, 300));
  }
  return fields;
}

/** `pkg:deb/debian/apt@2.6.1?os_name=debian` (package-url spec); `null`: it is none. */
function parsePurl(text: string): { name: string; version: string | null } | null {
  const [, type = '', path = ''] = /^pkg:([^/]+)\/([^?#]+)/.exec(text) ?? [];
  if (path === '') return null;
  const at = path.lastIndexOf('@');
  const [name, version] = at > 0 ? [path.slice(0, at), path.slice(at + 1)] : [path, ''];
  // The distribution's own name is no part of it; a scope of npm's or a group is.
  const own = ['deb', 'apk', 'rpm'].includes(type) ? name.slice(name.lastIndexOf('/') + 1) : name;
  return { name: decode(own), version: textOrNull(decode(version)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As the scanner says it, else by its score as GitHub's code scanning reads it, else by the level of the result. */
function findSeverity(said: string | undefined, rule: v.InferOutput<typeof Rule> | undefined, level: string): Severity {
  const stated = parseSeverity(said ?? rule?.properties?.cvssV3_severity ?? '');
  if (stated !== 'unknown') return stated;
  const score = Number(rule?.properties?.['security-severity'] ?? NaN);
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  if (score > 0) return 'low';
  return level === 'error' ? 'high' : level === 'warning' ? 'medium' : level === 'note' ? 'low' : 'unknown';
}

/** Somebody looked at it and accepted it; `underReview` and `rejected` are none of that (3.35.3). */
function isSuppressed({ suppressions }: NonNullable<Run['results']>[number]): boolean {
  return (suppressions ?? []).some(({ status }) => status === '' || status === 'accepted');
}
