import { compare } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import type { Runtime } from '../../../src/compare/runtime/runtime.ts';
import type { ReportContext } from '../../../src/report/report-context.ts';
import { makeBudget, makeBuild, makeCacheUse, makeImage, makeInput, makePlatform } from '../compare/fixture.ts';
import { compareVulnerabilities } from '../../../src/worth/compare-vulnerabilities.ts';
import { CONTEXT } from './golden-cases.ts';
import { makeCause } from './told-comparison.ts';

/** Every text that comes from outside is `text`. */
export function makeHostile(
  text: string,
  kind: 'compared' | 'none' | 'failed',
): { comparison: Comparison; context: ReportContext } {
  const times = { startMs: 10, durationMs: 3000 };
  const steps = [{ name: text, platform: text, ...times, isEmulated: true }];
  const part = { kind: 'step' as const, name: text, step: 0, source: { file: text, line: 7 }, ...times };
  const timeline = {
    activities: [{ kind: 'other' as const, name: text, platform: text, ...times, source: null }],
    criticalPaths: [
      {
        platform: text,
        durationMs: 60_000,
        parts: [{ ...part, durationMs: 60_000, isEmulated: true, timesNative: 9 }],
      },
    ],
  };
  const input = makeInput(
    makeImage(text, [makePlatform('linux/amd64', [{ by: text, bytes: 1_000_000 }]), makePlatform(text, [])]),
    makeImage(text, [
      makePlatform('linux/amd64', [
        { by: text, bytes: 3_000_000 },
        { by: `x${text}`, bytes: 9_000 },
      ]),
    ]),
    {
      rules: {
        budgets: [makeBudget(text, { bytes: 10 }), makeBudget(`max-size: ${text}`, { kind: 'max-size', bytes: 10 })],
        overBudget: 'fail',
        countDrift: false,
        isOverridden: false,
      },
      build: {
        head: {
          ...makeBuild(5_000, steps),
          ...timeline,
          cache: makeCacheUse({ importMs: 1, exportMs: 2, failures: [{ of: 'import', error: text }] }),
        },
        baseline: makeBuild(5_000, [{ name: text, platform: text, status: 'cached', durationMs: null }]),
      },
      vulnerabilities: compareVulnerabilities(
        { tool: text, vulnerabilities: [] },
        {
          tool: text,
          vulnerabilities: [{ id: text, severity: 'high', package: text, version: text, fixedVersion: text }],
        },
      ),
      notes: [{ code: text, message: text, hint: text }],
      ...(kind === 'none' ? { baseline: { kind, reason: text } } : {}),
      ...(kind === 'failed' ? { baseline: { kind, note: { code: text, message: text, hint: text } } } : {}),
    },
  );
  const comparison = withHostileCauses(compare({ ...input, name: text, image: text }), text);
  const context = {
    ...CONTEXT,
    baselineTitle: text,
    baselineWhy: text,
    overrideLabel: text,
    overriddenBy: text,
    run: { number: 1, url: ` ${text}` },
  };
  return { comparison, context };
}

/** What a comparison says of causes, files and bases, all of it `text`. */
function withHostileCauses(comparison: Comparison, text: string): Comparison {
  const source = { file: text, line: 7 };
  const cause = { source, detail: text, paths: [{ path: text, onDiskBytes: 900_000 }] };
  const changed = { type: 'npm', name: text, baselineVersion: text, version: text } as const;
  const runtime: Runtime = {
    family: 'debian',
    distribution: { id: text, version: text, name: text },
    libc: 'glibc',
    shells: [text],
    packageManagers: [text],
    certificates: true,
    timeZones: true,
    passwd: true,
    languages: [text],
    user: { name: text, uid: null, isRoot: true },
  };
  const without = { ...runtime, shells: [], packageManagers: [], languages: [] };
  const platforms = comparison.platforms.map((platform) => ({
    ...platform,
    runtime: { baseline: without, head: runtime },
    base: { reference: text, baselineDigest: text, digest: `${text}x`, inDiff: null },
    layers: platform.layers.map((layer) => ({ ...layer, source })),
    files: {
      added: [{ path: text, size: 1 }],
      removed: [{ path: `x${text}`, size: 1 }],
      changed: [{ path: `y${text}`, baselineSize: null, size: 1, what: ['mode' as const] }],
      truncated: true,
    },
    causes: [
      ...platform.causes.map((known) => ({ ...known, source })),
      makeCause({ ...cause, downloadBytes: 1_000_000, onDiskBytes: 1_000_000 }),
      makeCause({ ...cause, downloadBytes: 500_000, by: 'drift', kind: 'base-image', layer: null }),
      makeCause({ ...cause, downloadBytes: 400_000, by: 'drift', kind: 'package', package: changed }),
    ],
  }));
  const finding = { rule: text, level: 'high' as const, title: text, message: text, instead: text, isNew: true };
  const place = { source, lastLine: 7, path: text, morePaths: 1, cost: null };
  return { ...comparison, platforms, findings: [{ ...finding, ...place }] };
}
