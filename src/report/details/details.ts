import { nameBaseline } from '../against.ts';
import { formatBaseBlocks } from './base-blocks.ts';
import type { Block, Detail } from '../text/block.ts';
import { formatBytes } from '../text/bytes.ts';
import { formatCacheVerdict, formatWrittenOver, listCacheCosts } from '../timing/cache-line.ts';
import { formatCauseBlocks } from '../causes/cause-blocks.ts';
import { formatCriticalPath } from '../timing/critical-path-lines.ts';
import { formatDuration } from '../text/duration.ts';
import { formatFileBlocks } from './file-blocks.ts';
import { formatLayerBlocks } from './layer-blocks.ts';
import { formatPackageBlocks } from './package-blocks.ts';
import type { ReportContext } from '../report-context.ts';
import { formatRuntimeBlocks } from './runtime-blocks.ts';
import { formatSizeTable } from '../size-table.ts';
import { formatStepBlocks } from '../timing/step-blocks.ts';
import { code, say, type Text } from '../text/text.ts';
import { formatTimelineBlocks } from '../timing/timeline-blocks.ts';
import { listTimeline } from '../timing/timeline-rows.ts';
import { formatVulnerabilities, formatWorth } from '../worth.ts';
import { formatNote } from '../why-not-compared.ts';
import type { BuildComparison, Comparison, PlatformComparison } from '../../compare/comparison.ts';
import { isOfUnknown } from '../../compare/note-unknown.ts';

/**
 * All that does not stand in the open, most useful first. Tables have `mostRows` at most and say what they leave out; of
 * the build there is a chart where `chartRows` is not 0.
 */
export function formatDetails(
  comparison: Comparison,
  context: ReportContext,
  mostRows: number,
  chartRows = 0,
): Detail[] {
  const { platforms, build, budgets } = comparison;
  const notes = comparison.notes.filter((note) => !isOfUnknown(note));
  const details: Detail[] = [];
  const add = (title: Text, blocks: Block[]): void => {
    if (blocks.length > 0) details.push({ title, blocks });
  };
  if (platforms.some(({ status }) => status === 'compared')) {
    add(say`causes`, formatCauseBlocks(platforms, mostRows));
    add(say`base image`, formatBaseBlocks(platforms));
    add(say`what is around the program`, formatRuntimeBlocks(platforms, context));
    add(say`packages`, formatPackageBlocks(platforms, context, mostRows));
    add(say`files`, formatFileBlocks(platforms, context, mostRows));
    add(say`layers`, formatLayerBlocks(platforms, context, mostRows));
    add(say`what a node that has ${nameBaseline(context)} pulls`, [formatPulls(platforms)]);
  }
  if (platforms.some(({ onDisk }) => onDisk.head !== null)) {
    add(say`size on disk`, [{ kind: 'table', ...formatSizeTable(comparison, context, 'onDisk'), words: 1 }]);
  }
  if (build !== null && build.steps.length > 0) {
    const way = formatCriticalPath(build).map((text): Block => ({ kind: 'paragraph', text }));
    add(say`steps`, [...formatStepBlocks(build.steps, context, mostRows), ...way, ...formatTotals(build, context)]);
    const timeline = chartRows === 0 ? null : listTimeline(build, chartRows);
    if (timeline !== null) add(say`timeline`, formatTimelineBlocks(timeline));
    add(say`what the cache costs and saves`, formatCache(build));
  }
  add(say`vulnerabilities`, formatVulnerabilities(comparison, context, mostRows));
  // Of estimates a comment is to be free.
  if (chartRows > 0) for (const { title, blocks } of formatWorth(comparison, context)) add(title, blocks);
  if (budgets.length > 0) add(say`limits`, [formatLimits(comparison)]);
  add(say`what was compared`, [formatSides(comparison)]);
  if (notes.length > 0) add(say`notes`, [{ kind: 'list', items: notes.map(formatNote) }]);
  return details;
}

function formatPulls(platforms: readonly PlatformComparison[]): Block {
  const rows = platforms.flatMap(({ platform, pull, download }) =>
    pull === null ? [] : [[say`${platform}`, formatKnown(pull.bytes), formatKnown(download.head)]],
  );
  return { kind: 'table', head: [say`platform`, say`pulls`, say`of`], rows, words: 1 };
}

/** Total times of two builds on two machines: here, and not in the open. */
function formatTotals({ durationMs, baselineDurationMs }: BuildComparison, context: ReportContext): Block[] {
  if (durationMs === null || baselineDurationMs === null) return [];
  const before = say`The build of ${nameBaseline(context)} took ${formatDuration(baselineDurationMs)}`;
  return [{ kind: 'paragraph', text: say`${before}, this one ${formatDuration(durationMs)}, on two machines.` }];
}

function formatCache(build: BuildComparison): Block[] {
  const { cache } = build;
  const over = formatWrittenOver(build);
  const verdict = formatCacheVerdict(cache);
  const items = [...(verdict === null ? [] : [verdict]), ...(over === null ? [] : [over]), ...listCacheCosts(cache)];
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function formatLimits({ budgets }: Comparison): Block {
  const rows = budgets.map((budget) => [
    code(budget.limit),
    say`${budget.platform}`,
    formatKnown(budget.measured),
    formatKnown(budget.allowed),
    say`${budget.verdict}`,
  ]);
  const head = [say`limit`, say`platform`, say`measured`, say`allowed`, say`verdict`];
  return { kind: 'table', head, rows, words: 2 };
}

function formatSides({ baseline, head }: Comparison): Block {
  const name = ({ reference, digest }: { reference: string; digest: string }): Text =>
    digest === '' || reference.endsWith(digest) ? code(reference) : say`${code(reference)}, ${code(digest)}`;
  const items = [...(baseline.kind === 'found' ? [say`baseline ${name(baseline)}`] : []), say`head ${name(head)}`];
  return { kind: 'list', items };
}

function formatKnown(bytes: number | null): Text {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}
