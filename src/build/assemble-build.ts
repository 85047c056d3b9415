import { assembleSteps } from './steps/assemble-steps.ts';
import { assembleTimeline } from './timeline/assemble-timeline.ts';
import { readCacheUse } from './timeline/cache-use.ts';
import { hideArguments } from './steps/hide-arguments.ts';
import { formatPlatform, parsePlatform } from '../image/platform.ts';
import type { BuildRecord } from './build-record.ts';
import type { BuildSummary } from './build-summary.ts';
import type { BuildOrigins } from './origins/fetch-origins.ts';
import type { Vertex } from './steps/vertex.ts';

/** What the builder said of a build, put together. `status` of a build that still runs does not get here. */
export function assembleBuild(
  key: { builder: string; id: string },
  summary: BuildSummary & { status: BuildRecord['status'] },
  vertices: readonly Vertex[],
  origins: BuildOrigins,
): BuildRecord {
  const platforms = summary.platforms.map((platform) => formatPlatform(parsePlatform(platform)));
  const { buildArguments, startedAtMs } = summary;
  const context = { platforms, origins, buildArguments, startedAtMs };
  const steps = assembleSteps(vertices, context);
  return {
    builder: key.builder,
    id: key.id,
    status: summary.status,
    startedAtMs: summary.startedAtMs,
    durationMs: summary.durationMs,
    steps: steps.map(({ step }) => step),
    ...assembleTimeline(vertices, { ...context, durationMs: summary.durationMs, steps }),
    cache: readCacheUse(vertices, summary),
    failedStep: summary.failedStep,
    error: summary.error === null ? null : hideArguments(summary.error, summary.buildArguments),
  };
}
