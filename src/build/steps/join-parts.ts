import type { BuildActivity, BuildRecord, BuildStep, CriticalPath } from '../build-record.ts';
import type { CacheUse } from '../timeline/cache-use.ts';

/** What one node of a builder recorded of its part of a build. */
export interface BuildPart {
  readonly record: BuildRecord;
  /** Normalised; for steps that bear none. `null`: the node built for several, and they bear theirs. */
  readonly platform: string | null;
}

/**
 * A build that ran on several nodes, as one record: steps node by node. The nodes begin together, and each has a clock of its
 * own, so that times are told from the beginning of a node's own part, and the build is as long as its longest.
 */
export function joinParts([first, ...others]: readonly [BuildPart, ...BuildPart[]]): BuildRecord {
  const parts = [first, ...others];
  const records = parts.map(({ record }) => record);
  const steps: BuildStep[] = [];
  const activities: BuildActivity[] = [];
  const criticalPaths: CriticalPath[] = [];
  for (const { record, platform } of parts) {
    const before = steps.length;
    const ofNode = <Item extends { platform: string | null }>(item: Item): Item => ({
      ...item,
      platform: item.platform ?? platform,
    });
    steps.push(
      ...record.steps.map((step) => ({ ...ofNode(step), needs: step.needs?.map((place) => place + before) ?? null })),
    );
    activities.push(...record.activities.map(ofNode));
    criticalPaths.push(
      ...record.criticalPaths.map(ofNode).map((path) => ({
        ...path,
        parts: path.parts.map((part) => ({ ...part, step: part.step === null ? null : part.step + before })),
      })),
    );
  }
  const ended = (status: BuildRecord['status']) => records.find((record) => record.status === status);
  const broken = ended('failed') ?? ended('canceled');
  const { builder, id } = first.record;
  return {
    ...{ builder, id, status: broken?.status ?? 'completed' },
    startedAtMs: Math.min(...records.map(({ startedAtMs }) => startedAtMs)),
    durationMs: Math.max(...records.map(({ durationMs }) => durationMs)),
    ...{ steps, criticalPaths, activities: activities.sort((a, b) => a.startMs - b.startMs) },
    cache: joinCacheUse(records.map(({ cache }) => cache)),
    ...{ error: broken?.error ?? null, failedStep: broken?.failedStep ?? null },
  };
}

/** Nodes read and write caches side by side. */
function joinCacheUse(uses: readonly CacheUse[]): CacheUse {
  const longest = (of: (use: CacheUse) => number): number => Math.max(...uses.map(of));
  const sum = (of: (use: CacheUse) => number): number => uses.reduce((total, use) => total + of(use), 0);
  const imports = new Set(uses.map((use) => use.import));
  return {
    importMs: longest(({ importMs }) => importMs),
    exportMs: longest(({ exportMs }) => exportMs),
    costMs: longest(({ costMs }) => costMs),
    pullMs: sum(({ pullMs }) => pullMs),
    pullBytes: sum(({ pullBytes }) => pullBytes),
    import: (['read', 'failed', 'missing'] as const).find((kind) => imports.has(kind)) ?? 'none',
    manifests: uses.flatMap(({ manifests }) => manifests),
    failures: uses.flatMap(({ failures }) => failures),
  };
}
