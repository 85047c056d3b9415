import { describe, expect, test } from '@jest/globals';
import { compareVulnerabilities } from '../../../src/worth/compare-vulnerabilities.ts';
import { parseVulnerabilities } from '../../../src/worth/parse-vulnerabilities.ts';
import type { Vulnerability } from '../../../src/worth/vulnerability.ts';

/** As `trivy image --format json` writes it. */
const trivy = (...found: Record<string, unknown>[]) => ({
  SchemaVersion: 2,
  ArtifactName: 'api:1',
  ArtifactType: 'container_image',
  Results: [
    { Target: 'api:1 (debian 12.1)', Class: 'os-pkgs', Type: 'debian', Vulnerabilities: found },
    { Target: 'server', Class: 'lang-pkgs', Type: 'gobinary' },
  ],
});
const TRIVY_OPENSSL = {
  VulnerabilityID: 'CVE-2023-0464',
  PkgID: 'libssl3@3.0.8-1',
  PkgName: 'libssl3',
  InstalledVersion: '3.0.8-1',
  FixedVersion: '3.0.9-1',
  Severity: 'HIGH',
};

/** As `grype --output json` does. */
const GRYPE = {
  matches: [
    {
      vulnerability: { id: 'CVE-2023-0464', severity: 'High', fix: { versions: ['3.0.9-1'], state: 'fixed' } },
      relatedVulnerabilities: [],
      matchDetails: [],
      artifact: { id: 'a', name: 'libssl3', version: '3.0.8-1', type: 'deb', purl: 'pkg:deb/debian/libssl3@3.0.8-1' },
    },
    {
      vulnerability: { id: 'GHSA-rv95-896h-c2vc', severity: 'Medium', fix: { versions: [], state: 'not-fixed' } },
      relatedVulnerabilities: [{ id: 'CVE-2024-29041', dataSource: 'nvd' }],
      artifact: { name: 'express', version: '4.17.1', type: 'npm' },
    },
    {
      vulnerability: { id: 'CVE-2011-3374', severity: 'Negligible', fix: { versions: null } },
      artifact: { name: 'apt', version: '2.6.1', type: 'deb' },
    },
  ],
  descriptor: { name: 'grype', version: '0.90.0' },
};

/** As `docker scout cves --format gitlab` does. */
const GITLAB = {
  version: '15.0.0',
  scan: { scanner: { id: 'docker-scout', name: 'Docker Scout' }, type: 'container_scanning', status: 'success' },
  vulnerabilities: [
    {
      id: 'f00',
      severity: 'High',
      identifiers: [
        { type: 'ghsa', name: 'GHSA-x', value: 'GHSA-x' },
        { type: 'cve', name: 'CVE-2023-0464', value: 'CVE-2023-0464' },
      ],
      location: { dependency: { package: { name: 'libssl3' }, version: '3.0.8-1' }, image: 'api:1' },
    },
  ],
};

const sarif = (name: string, rules: unknown[], results: unknown[]) => ({
  version: '2.1.0',
  runs: [{ tool: { driver: { name, rules } }, results }],
});
const TRIVY_SARIF = sarif(
  'Trivy',
  [{ id: 'CVE-2023-0464', properties: { 'security-severity': '7.5', tags: ['vulnerability', 'HIGH'] } }],
  [
    {
      ruleId: 'CVE-2023-0464',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'Package: libssl3\nInstalled Version: 3.0.8-1\nVulnerability CVE-2023-0464\nSeverity: HIGH\nFixed Version: 3.0.9-1\nLink: [CVE-2023-0464](https://example.com)',
      },
    },
  ],
);
const GRYPE_SARIF = sarif(
  'Grype',
  [
    {
      id: 'CVE-2023-0464-libssl3',
      help: {
        text: 'Vulnerability CVE-2023-0464\nSeverity: high\nPackage: libssl3\nVersion: 3.0.8-1\nFix Version: 3.0.9-1\nType: deb',
      },
      properties: { 'security-severity': '7.5' },
    },
  ],
  [{ ruleId: 'CVE-2023-0464-libssl3', message: { text: 'The path /x reports libssl3 at version 3.0.8-1' } }],
);
const scout = (more: Record<string, unknown> = {}) =>
  sarif(
    'docker scout',
    [{ id: 'CVE-2023-0464', properties: { cvssV3_severity: 'HIGH', 'security-severity': '7.5' } }],
    [
      {
        ruleId: 'CVE-2023-0464',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: '  Vulnerability   : CVE-2023-0464                  \n  Severity        : HIGH   \n  Package         : pkg:deb/debian/libssl3@3.0.8-1?os_distro=bookworm&os_name=debian  \n  Affected range  : <3.0.9-1  \n  Fixed version   : 3.0.9-1 \n',
        },
        ...more,
      },
    ],
  );

const OPENSSL: Vulnerability = {
  id: 'CVE-2023-0464',
  severity: 'high',
  package: 'libssl3',
  version: '3.0.8-1',
  fixedVersion: '3.0.9-1',
};
const read = (value: unknown): readonly Vulnerability[] => parseVulnerabilities(value, 'a.json').vulnerabilities;

describe('reports of scanners', () => {
  test.each([
    ['trivy', trivy(TRIVY_OPENSSL), 'trivy', '3.0.9-1'],
    ['docker-scout', GITLAB, 'docker-scout', null],
    ['SARIF of Trivy', TRIVY_SARIF, 'Trivy', '3.0.9-1'],
    ['SARIF of Grype', GRYPE_SARIF, 'Grype', '3.0.9-1'],
    ['SARIF of Docker Scout', scout(), 'docker scout', '3.0.9-1'],
  ])('%s: all say the same', (_, value, tool, fixedVersion) => {
    expect(parseVulnerabilities(value, 'a.json')).toEqual({ tool, vulnerabilities: [{ ...OPENSSL, fixedVersion }] });
  });

  test("Grype's: by the CVE where GitHub has a number of its own", () => {
    expect(read(GRYPE)).toEqual([
      OPENSSL,
      { id: 'CVE-2024-29041', severity: 'medium', package: 'express', version: '4.17.1', fixedVersion: null },
      { id: 'CVE-2011-3374', severity: 'low', package: 'apt', version: '2.6.1', fixedVersion: null },
    ]);
  });

  test('nothing found is a report; a package that is there twice, once, by the worst', () => {
    expect(read({ SchemaVersion: 2 })).toEqual([]);
    expect(read({ matches: [] })).toEqual([]);
    const twice = trivy({ ...TRIVY_OPENSSL, Severity: 'LOW' }, TRIVY_OPENSSL, { ...TRIVY_OPENSSL, Severity: 'X' });
    expect(read(twice)).toEqual([OPENSSL]);
  });

  test('SARIF of any other: severity by score, or by level; what was accepted is left out', () => {
    const rules = [{ id: 'A', properties: { 'security-severity': '9.8' } }, { id: 'B' }];
    const text = { message: { text: 'bad' } };
    const other = sarif('x', rules, [
      { ruleId: 'A', ...text },
      { ruleIndex: 1, level: 'warning', ...text },
      { ruleId: 'C', ...text },
      { ruleId: 'D', suppressions: [{ kind: 'external', status: 'accepted' }], ...text },
    ]);
    const unnamed = { package: null, version: null, fixedVersion: null };
    expect(read(other)).toEqual([
      { id: 'A', severity: 'critical', ...unnamed },
      { id: 'B', severity: 'medium', ...unnamed },
      { id: 'C', severity: 'unknown', ...unnamed },
    ]);
    expect(read(scout({ suppressions: [{ kind: 'external', status: 'underReview' }] }))).toEqual([OPENSSL]);
    expect(read(scout({ suppressions: [{ kind: 'external' }] }))).toEqual([]);
  });

  test.each([
    [null],
    [[]],
    [{}],
    [{ version: '2.1.0' }],
    [{ SchemaVersion: 2, Results: 'x' }],
    [trivy({ VulnerabilityID: 1 })],
    [{ matches: [{}] }],
    [{ matches: Array.from({ length: 100_001 }, () => GRYPE.matches[0]) }],
  ])('%#: what is none says what it takes', (value) => {
    expect(() => parseVulnerabilities(value, 'a.json')).toThrow('a.json is no report on vulnerabilities');
  });

  test('long texts are cut', () => {
    const [found] = read(trivy({ ...TRIVY_OPENSSL, VulnerabilityID: 'x'.repeat(10_000), PkgName: 'y'.repeat(10_000) }));
    expect([found?.id.length, found?.package?.length]).toEqual([300, 300]);
  });
});

describe('two reports', () => {
  const other = { ...TRIVY_OPENSSL, VulnerabilityID: 'CVE-2024-3094', PkgName: 'xz-utils', Severity: 'CRITICAL' };
  const compare = (before: unknown, after: unknown) =>
    compareVulnerabilities(parseVulnerabilities(before, 'a'), parseVulnerabilities(after, 'b'));

  test('what came and went, and what stayed in another version', () => {
    const low = { ...TRIVY_OPENSSL, VulnerabilityID: 'CVE-2011-3374', PkgName: 'apt', Severity: 'LOW' };
    const changes = compare(
      trivy(TRIVY_OPENSSL, low),
      trivy({ ...TRIVY_OPENSSL, InstalledVersion: '3.0.8-2' }, { ...low, PkgName: 'dpkg' }, other),
    );
    expect(changes.came.map(({ id, package: name }) => [id, name])).toEqual([
      ['CVE-2024-3094', 'xz-utils'],
      ['CVE-2011-3374', 'dpkg'],
    ]);
    expect(changes.went.map(({ id, package: name }) => [id, name])).toEqual([['CVE-2011-3374', 'apt']]);
    expect(changes.count.head).toEqual({ critical: 1, high: 1, medium: 0, low: 1, unknown: 0 });
  });

  test('of different scanners too', () => {
    expect(compare(GRYPE, TRIVY_SARIF)).toMatchObject({
      tool: { baseline: 'grype', head: 'Trivy' },
      came: [],
      went: [{ id: 'CVE-2024-29041' }, { id: 'CVE-2011-3374' }],
    });
  });
});
