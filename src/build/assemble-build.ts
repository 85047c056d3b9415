import { assembleSteps } from './assemble-steps.ts';
import { assembleTimeline } from './assemble-timeline.ts';
import { hideArguments } from './hide-arguments.ts';
import { unionMs } from './union-ms.ts';
import { formatPlatform, parsePlatform } from '../image/platform.ts';
import type { BuildRecord } from './build-record.ts';
import type { BuildSummary } from './build-summary.ts';
import type { BuildOrigins } from './fetch-origins.ts';
import type { Vertex } from './vertex.ts';

const IMPORT = 'importing cache manifest from ';
const EXPORT = /^exporting (?:inline |content )?cache\b/;

const LONGEST_ERROR = 1000;

/** What the builder said of a build, put together. `status` of a build that still runs does not get here. */
export function assembleBuild(
  key: { builder: string; id: string },
  summary: BuildSummary & { status: BuildRecord['status'] },
  vertices: readonly Vertex[],
  origins: BuildOrigins,
): BuildRecord {
  const imports = vertices.filter(({ name }) => name.startsWith(IMPORT));
  const exports = vertices.filter(({ name }) => EXPORT.test(name));
  const platforms = summary.platforms.map((platform) => formatPlatform(parsePlatform(platform)));
  // What failed the build is the build's own error; the rest was swallowed (facts/buildkit.md, "Failures").
  const errors = [...imports.filter(({ error }) => !isMissing(error)), ...exports]
    .map(({ error }) => error)
    .filter((error) => error !== '' && !summary.error?.includes(error));
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
    origins: origins.images,
    cache: {
      importMs: unionMs(imports.flatMap(({ intervals }) => intervals)) ?? 0,
      exportMs: unionMs(exports.flatMap(({ intervals }) => intervals)) ?? 0,
      errors: errors.map((error) => hideArguments(error, summary.buildArguments).slice(0, LONGEST_ERROR)),
    },
    failedStep: summary.failedStep,
    error: summary.error === null ? null : hideArguments(summary.error, summary.buildArguments),
  };
}

/** A branch's first build has no cache to import: nothing went wrong. */
function isMissing(error: string): boolean {
  return error.endsWith(': not found');
}
