import { nameBaseline, plural } from './against.ts';
import { formatByteChange, formatBytes } from './bytes.ts';
import { formatDuration } from './duration.ts';
import { Markdown, mark } from './markdown.ts';
import type { ReportContext } from './report-context.ts';
import { formatSizeTable } from './size-table.ts';
import { formatTable } from './table.ts';
import { code, say, type Text } from './text.ts';
import { formatNote } from './why-not-compared.ts';
import type { Comparison, LayerComparison, PlatformComparison, StepComparison } from '../compare/comparison.ts';
import { formatInstruction } from '../compare/instruction.ts';

/** One subject of the details, under its own name. */
export interface Detail {
  title: Text;
  text: Markdown;
}

/** All that does not stand in the open, most useful first. Tables have `mostRows` at most and say what they leave out. */
export function formatDetails(comparison: Comparison, context: ReportContext, mostRows: number): Detail[] {
  const { platforms, build, budgets, notes } = comparison;
  const details: Detail[] = [];
  if (platforms.some(({ status }) => status === 'compared')) {
    details.push({ title: say`layers`, text: formatLayers(platforms, context, mostRows) });
    details.push({
      title: say`what a node that has ${nameBaseline(context)} pulls`,
      text: formatPulls(platforms),
    });
  }
  if (platforms.some(({ onDisk }) => onDisk.head !== null)) {
    const { head, rows } = formatSizeTable(comparison, context, 'onDisk');
    details.push({ title: say`size on disk`, text: formatTable(head, rows) });
  }
  if (build !== null && build.steps.length > 0) {
    details.push({ title: say`steps`, text: formatSteps(build.steps, context, mostRows) });
    details.push({ title: say`what the cache costs and saves`, text: formatCache(build, context) });
  }
  if (budgets.length > 0) details.push({ title: say`limits`, text: formatLimits(comparison) });
  details.push({ title: say`what was compared`, text: formatCompared(comparison) });
  if (notes.length > 0) {
    const lines = notes.map((note) => mark`- ${formatNote(note)}`);
    details.push({ title: say`notes`, text: Markdown.join(lines, '\n') });
  }
  return details;
}

function formatLayers(platforms: readonly PlatformComparison[], context: ReportContext, mostRows: number): Markdown {
  const tables = platforms
    .filter(({ status }) => status === 'compared')
    .map(({ platform, layers }) => {
      const changed = layers.filter(({ status }) => status !== 'same');
      const same = layers.length - changed.length;
      const left = changed.length - mostRows;
      const shown = new Set(changed.toSorted((a, b) => weighLayer(b) - weighLayer(a)).slice(0, mostRows));
      const tail = [
        ...(same > 0 ? [say`${plural(same, 'layer')} unchanged`] : []),
        ...(left > 0 ? [say`${plural(left, 'smaller change')} not shown`] : []),
      ].map((text) => mark`${text}.`);
      const head = mark`${say`${platform}`}`;
      if (changed.length === 0) return mark`${head}: ${Markdown.join(tail, ' ')}`;
      const table = formatTable(
        [say`layer`, say``, nameBaseline(context), say`this ${context.subject}`, say`download`],
        changed.filter((layer) => shown.has(layer)).map(formatLayer),
        2,
      );
      const parts = [head, table, ...(tail.length === 0 ? [] : [Markdown.join(tail, ' ')])];
      return Markdown.join(parts, '\n\n');
    });
  return Markdown.join(tables, '\n\n');
}

function formatLayer(layer: LayerComparison): Text[] {
  const before = layer.status === 'removed' ? layer.downloadBytes : (layer.baseline?.downloadBytes ?? null);
  const after = layer.status === 'removed' ? null : layer.downloadBytes;
  const name = formatInstruction(layer.createdBy);
  return [
    code(name === '' ? layer.digest.slice(0, 19) : name),
    say`${layer.status}`,
    before === null ? say`–` : say`${formatBytes(before)}`,
    after === null ? say`–` : say`${formatBytes(after)}`,
    say`${formatByteChange((after ?? 0) - (before ?? 0))}`,
  ];
}

function weighLayer(layer: LayerComparison): number {
  return Math.abs(layer.downloadBytes - (layer.baseline?.downloadBytes ?? 0));
}

function formatPulls(platforms: readonly PlatformComparison[]): Markdown {
  return formatTable(
    [say`platform`, say`pulls`, say`of`],
    platforms.flatMap(({ platform, pull, download }) =>
      pull === null
        ? []
        : [
            [
              say`${platform}`,
              say`${formatBytes(pull.bytes)}`,
              download.head === null ? say`–` : say`${formatBytes(download.head)}`,
            ],
          ],
    ),
  );
}

/** Steps that took as long on several platforms, side by side, are one row. */
function formatSteps(steps: readonly StepComparison[], context: ReportContext, mostRows: number): Markdown {
  const ran = steps.filter(({ status }) => status !== 'cached');
  const cached = steps.length - ran.length;
  const rows = groupSteps(ran.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0)));
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const tail = [
    ...(cached > 0 ? [say`${plural(cached, 'step')} came from the cache`] : []),
    ...(left > 0 ? [say`${plural(left, 'shorter step')} not shown`] : []),
  ].map((text) => mark`${text}.`);
  if (shown.length === 0) return Markdown.join(tail, ' ');
  const table = formatTable(
    [say`step that ran`, say`platform`, say`took`, say`on ${nameBaseline(context)}`],
    shown.map(({ name, platforms, took, before }) => [
      code(name),
      say`${platforms.join(', ')}`,
      say`${took}`,
      say`${before}`,
    ]),
    2,
  );
  return Markdown.join([table, ...(tail.length === 0 ? [] : [Markdown.join(tail, ' ')])], '\n\n');
}

interface StepRow {
  name: string;
  platforms: string[];
  took: string;
  before: string;
}

function groupSteps(steps: readonly StepComparison[]): StepRow[] {
  const rows = new Map<string, StepRow>();
  for (const step of steps) {
    const name = formatInstruction(step.name);
    const took = step.durationMs === null ? '–' : formatDuration(step.durationMs);
    const before = formatBefore(step);
    const key = JSON.stringify([name, took, before]);
    const row = rows.get(key) ?? { name, platforms: [], took, before };
    if (step.platform !== null) row.platforms.push(step.platform);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function formatBefore({ baseline }: StepComparison): string {
  if (baseline === null) return '–';
  if (baseline.status === 'cached') return 'from the cache';
  return baseline.durationMs === null ? baseline.status : formatDuration(baseline.durationMs);
}

function formatCache(
  { cache, durationMs, baselineDurationMs }: NonNullable<Comparison['build']>,
  context: ReportContext,
): Markdown {
  const lines = [
    cache.importMs === null ? null : say`reading it took ${formatDuration(cache.importMs)}`,
    cache.exportMs === null ? null : say`writing it took ${formatDuration(cache.exportMs)}`,
    cache.savedMs === null
      ? null
      : say`the restored steps took ${formatDuration(cache.savedMs)} when they last ran, added up`,
    durationMs === null || baselineDurationMs === null
      ? null
      : say`the build of ${nameBaseline(context)} took ${formatDuration(baselineDurationMs)}, on another machine`,
  ].filter((line) => line !== null);
  return Markdown.join(
    lines.map((line) => mark`- ${line}`),
    '\n',
  );
}

function formatLimits({ budgets }: Comparison): Markdown {
  return formatTable(
    [say`limit`, say`platform`, say`measured`, say`allowed`, say`verdict`],
    budgets.map((budget) => [
      code(budget.limit),
      say`${budget.platform}`,
      budget.measured === null ? say`–` : say`${formatBytes(budget.measured)}`,
      budget.allowed === null ? say`–` : say`${formatBytes(budget.allowed)}`,
      say`${budget.verdict}`,
    ]),
    2,
  );
}

function formatCompared({ baseline, head }: Comparison): Markdown {
  const name = ({ reference, digest }: { reference: string; digest: string }): Text =>
    digest === '' || reference.endsWith(digest) ? code(reference) : say`${code(reference)}, ${code(digest)}`;
  const lines = [...(baseline.kind === 'found' ? [say`baseline ${name(baseline)}`] : []), say`head ${name(head)}`];
  return Markdown.join(
    lines.map((line) => mark`- ${line}`),
    '\n',
  );
}
