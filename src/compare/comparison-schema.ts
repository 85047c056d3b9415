import * as v from 'valibot';
import { FAMILIES } from './runtime/runtime.ts';
import { SEVERITIES } from '../worth/vulnerability.ts';
import type { Comparison } from './comparison.ts';

/** What a list of a comparison may have that somebody else wrote, far above ours; and what of a text is kept, since no report shows more. */
const MOST = { entries: 20_000, characters: 4096 };

const text = v.pipe(
  v.string(),
  v.transform((long) => long.slice(0, MOST.characters)),
);
const integer = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(integer, v.minValue(0));
const countOrNull = v.nullable(count);
const verdict = v.picklist(['over', 'overridden', 'not-compared', 'no-baseline', 'pass']);
const commit = v.nullable(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)));
const side = { reference: text, digest: text, commit };
const sizes = v.object({ baseline: countOrNull, head: countOrNull, change: v.nullable(integer) });
const source = v.nullable(v.object({ file: text, line: count }));
const layer = { digest: text, diffID: text, downloadBytes: count, onDiskBytes: countOrNull };
const files = list(v.object({ path: text, size: count }));
const stepStatus = v.picklist(['cached', 'ran', 'failed']);

const activityKind = v.picklist([
  'prepare',
  'context',
  'base',
  'import',
  'step',
  'interrupted',
  'other',
  'export',
  'push',
  'cache-export',
]);
const time = { startMs: count, durationMs: count };

const cause = v.object({
  kind: v.picklist(['layer', 'package', 'base-image', 'recompressed', 'rebuilt', 'config', 'unknown']),
  by: v.nullable(v.picklist(['change', 'drift'])),
  downloadBytes: integer,
  estimated: v.boolean(),
  onDiskBytes: v.nullable(integer),
  layer: v.nullable(text),
  source,
  package: v.nullable(
    v.object({
      type: v.picklist(['deb', 'apk', 'rpm', 'npm', 'python', 'go', 'java']),
      name: text,
      baselineVersion: v.nullable(text),
      version: v.nullable(text),
    }),
  ),
  detail: text,
  // None in what an earlier version collected.
  paths: v.optional(list(v.object({ path: text, onDiskBytes: integer })), []),
});

const counts = v.object({ critical: count, high: count, medium: count, low: count, unknown: count });
const vulnerabilities = list(
  v.object({
    id: text,
    severity: v.picklist(SEVERITIES),
    package: v.nullable(text),
    version: v.nullable(text),
    fixedVersion: v.nullable(text),
  }),
);
const dollars = v.pipe(v.number(), v.finite(), v.minValue(0));
const monthlyCost = v.object({ storage: dollars, transfer: dollars });
const surface = v.nullable(v.object({ packages: countOrNull, shells: count, setuid: count, executables: count }));
const pullTime = v.nullable(v.object({ downloadMs: count, unpackMs: countOrNull }));

const names = v.nullable(list(text));
const known = v.nullable(v.boolean());
const runtime = v.nullable(
  v.object({
    family: v.nullable(v.picklist(FAMILIES)),
    distribution: v.nullable(v.object({ id: text, version: v.nullable(text), name: v.nullable(text) })),
    libc: v.nullable(v.picklist(['glibc', 'musl', 'none'])),
    shells: names,
    packageManagers: names,
    certificates: known,
    timeZones: known,
    passwd: known,
    languages: names,
    user: v.object({ name: text, uid: countOrNull, isRoot: known }),
  }),
);

const platform = v.object({
  platform: text,
  status: v.picklist(['compared', 'added', 'removed']),
  download: sizes,
  onDisk: sizes,
  pull: v.nullable(v.object({ bytes: count })),
  base: v.nullable(
    v.object({
      reference: text,
      baselineDigest: v.nullable(text),
      digest: v.nullable(text),
      inDiff: v.nullable(v.boolean()),
    }),
  ),
  layers: list(
    v.object({
      status: v.picklist(['same', 'added', 'removed', 'changed', 'recompressed', 'rebuilt']),
      ...layer,
      createdBy: text,
      source,
      baseline: v.nullable(v.object(layer)),
    }),
  ),
  files: v.nullable(
    v.object({
      added: files,
      removed: files,
      changed: list(
        v.object({
          path: text,
          baselineSize: countOrNull,
          size: count,
          what: list(v.picklist(['content', 'type', 'mode', 'owner', 'link'])),
        }),
      ),
      truncated: v.boolean(),
    }),
  ),
  causes: list(cause),
  // None in what an earlier version collected.
  replaced: v.optional(list(v.object({ baseline: text, head: text, causes: list(cause) })), []),
  // None in what an earlier version collected.
  runtime: v.optional(v.object({ baseline: runtime, head: runtime }), { baseline: null, head: null }),
  surface: v.optional(v.object({ baseline: surface, head: surface }), { baseline: null, head: null }),
  pullTimes: v.optional(list(v.object({ bitsPerSecond: count, baseline: pullTime, head: pullTime })), []),
});

const build = v.object({
  durationMs: countOrNull,
  baselineDurationMs: countOrNull,
  steps: list(
    v.object({
      name: text,
      platform: v.nullable(text),
      status: stepStatus,
      durationMs: countOrNull,
      // None of these in what an earlier version collected.
      startMs: v.optional(countOrNull, null),
      isEmulated: v.optional(v.nullable(v.boolean()), null),
      source,
      baseline: v.nullable(v.object({ status: stepStatus, durationMs: countOrNull })),
      because: v.nullable(text),
      // None in what an earlier version collected.
      reason: v.optional(
        v.nullable(
          v.object({
            kind: v.picklist(['instruction', 'argument', 'file', 'step', 'base', 'cache']),
            names: list(text),
            step: countOrNull,
          }),
        ),
        null,
      ),
    }),
  ),
  activities: v.optional(
    list(v.object({ kind: activityKind, name: text, platform: v.nullable(text), ...time, source })),
    [],
  ),
  criticalPaths: v.optional(
    list(
      v.object({
        platform: v.nullable(text),
        durationMs: count,
        parts: list(
          v.object({
            kind: activityKind,
            name: text,
            step: countOrNull,
            source,
            ...time,
            isEmulated: v.nullable(v.boolean()),
            timesNative: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
          }),
        ),
      }),
    ),
    [],
  ),
  cache: v.object({
    restored: count,
    cacheable: count,
    importMs: countOrNull,
    exportMs: countOrNull,
    savedMs: v.nullable(integer),
    // None in what an earlier version collected.
    savedSteps: v.optional(count, 0),
    costMs: v.optional(countOrNull, null),
    pullMs: v.optional(countOrNull, null),
    pullBytes: v.optional(countOrNull, null),
    exportBytes: v.optional(countOrNull, null),
    verdict: v.optional(v.picklist(['unused', 'nothing-restored', 'unknown', 'earns', 'even', 'loses']), 'unknown'),
    advice: v.optional(v.nullable(v.picklist(['own-reference', 'no-export', 'mode-min', 'inline'])), null),
  }),
});

/** A comparison that comes from elsewhere: of our form, with every list and text bounded. What it says is as untrusted as before. */
export const COMPARISON: v.GenericSchema<unknown, Comparison> = v.object({
  schemaVersion: v.literal(1),
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,62}$/)),
  image: text,
  head: v.object({ ...side, pushed: v.boolean() }),
  baseline: v.variant('kind', [
    v.object({
      kind: v.literal('found'),
      ...side,
      how: v.picklist(['commit', 'ancestor', 'tag', 'release', 'given']),
      distance: countOrNull,
    }),
    v.object({ kind: v.literal('none'), reason: text }),
  ]),
  platforms: list(platform),
  build: v.nullable(build),
  // None in what an earlier version collected.
  findings: v.optional(
    v.nullable(
      list(
        v.object({
          rule: text,
          level: v.picklist(['high', 'medium', 'low']),
          title: text,
          source,
          lastLine: countOrNull,
          // None in what an earlier version collected.
          path: v.optional(v.nullable(text), null),
          morePaths: v.optional(count, 0),
          message: text,
          instead: text,
          isNew: v.nullable(v.boolean()),
          // None in what an earlier version collected.
          cost: v.optional(
            v.nullable(
              v.object({
                when: v.picklist(['edit', 'commit', 'run', 'emulation', 'pull']),
                durationMs: countOrNull,
                bytes: countOrNull,
              }),
            ),
            null,
          ),
        }),
      ),
    ),
    null,
  ),
  // None of these in what an earlier version collected.
  vulnerabilities: v.optional(
    v.nullable(
      v.object({
        tool: v.object({ baseline: text, head: text }),
        count: v.object({ baseline: counts, head: counts }),
        came: vulnerabilities,
        went: vulnerabilities,
        truncated: v.boolean(),
      }),
    ),
    null,
  ),
  cost: v.optional(
    v.nullable(
      v.object({
        pulls: count,
        platform: text,
        registries: list(
          v.object({
            registry: text,
            storagePrice: dollars,
            transferPrice: dollars,
            source: v.nullable(text),
            asOf: v.nullable(text),
            baseline: v.nullable(monthlyCost),
            head: v.nullable(monthlyCost),
          }),
        ),
      }),
    ),
    null,
  ),
  budgets: list(
    v.object({
      limit: text,
      platform: text,
      measured: v.nullable(integer),
      allowed: v.nullable(integer),
      verdict,
      enforced: v.boolean(),
    }),
  ),
  verdict,
  notes: list(v.object({ code: text, message: text, hint: text })),
});

function list<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.maxLength(MOST.entries));
}
