import { plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatCriticalPath } from './critical-path-lines.ts';
import { formatDuration } from '../text/duration.ts';
import { renderMarkdownBlocks } from '../text/markdown-block.ts';
import { mark } from '../text/markdown.ts';
import { formatPlain } from '../text/plain.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import { formatTimelineBars } from './timeline-bars.ts';
import { formatTimelineBlocks } from './timeline-blocks.ts';
import { listTimeline } from './timeline-rows.ts';
import { formatInstruction } from '../../compare/instruction.ts';
import type { BuildComparison, SourceLine, StepComparison } from '../../compare/comparison.ts';

/** A build by itself, as `plimsoll timeline --json` prints it. Texts are untrusted. */
export interface ToldBuild {
  builder: string;
  id: string;
  status: 'completed' | 'failed' | 'canceled';
  /** ISO 8601, UTC. */
  startedAt: string;
  error: string | null;
  failedStep: {
    readonly name: string;
    readonly platform: string | null;
    readonly source: SourceLine | null;
    readonly lines: readonly string[];
  } | null;
  /** Beside no baseline. */
  build: BuildComparison;
}

const MOST_BARS = { terminal: 40, chart: 60 };
const MOST_STEPS = 400;

/** For a terminal: a headline, a bar for whatever took time, what the build waited for. No escape unless `color`. */
export function renderBuildText(told: ToldBuild, options: { color: boolean; width: number }): string {
  const { build } = told;
  const bold = (line: string): string => (options.color ? `\u001B[1m${line}\u001B[0m` : line);
  const timeline = listTimeline(build, MOST_BARS.terminal);
  const blocks = [
    [bold(formatPlain(formatHeadline(told)))],
    timeline === null ? [] : formatTimelineBars(timeline, options),
    tellBuild(told).map(formatPlain),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** As in the summary of a job: a chart, what the build waited for, and its steps. */
export function renderBuildMarkdown(told: ToldBuild): string {
  const timeline = listTimeline(told.build, MOST_BARS.chart);
  const blocks: Block[] = [
    ...(timeline === null ? [] : formatTimelineBlocks(timeline)),
    ...tellBuild(told).map((text): Block => ({ kind: 'paragraph', text })),
    ...formatSteps(told.build.steps),
  ];
  return `${mark`**${formatHeadline(told)}**\n\n${renderMarkdownBlocks(blocks)}`.toString()}\n`;
}

function formatHeadline({ builder, id, status, build: { durationMs, cache }, failedStep }: ToldBuild): Text {
  const time = formatDuration(durationMs ?? 0);
  // As one text: what is no address in either could be one in both.
  const name = say`${`${builder}/${id}`}`;
  const fromCache =
    cache.cacheable === 0 ? say`` : say`, ${cache.restored} of ${plural(cache.cacheable, 'step')} from the cache`;
  switch (status) {
    case 'completed':
      return say`${name}: built in ${time}${fromCache}`;
    case 'canceled':
      return say`${name}: cancelled after ${time}${fromCache}`;
    case 'failed': {
      if (failedStep === null) return say`${name}: failed after ${time}${fromCache}`;
      const { source } = failedStep;
      const where = source === null ? say`` : say` (${`${source.file}:${source.line}`})`;
      return say`${name}: failed after ${time} at ${code(formatInstruction(failedStep.name))}${where}${fromCache}`;
    }
  }
}

function tellBuild({ error, status, build }: ToldBuild): Text[] {
  const { importMs, exportMs } = build.cache;
  const uses = [
    ...(isWorthSaying(importMs) ? [say`reading it took ${formatDuration(importMs)}`] : []),
    ...(isWorthSaying(exportMs) ? [say`writing it took ${formatDuration(exportMs)}`] : []),
  ];
  const cache = uses.length === 0 ? [] : [say`Cache: ${joinTexts(uses, ', ')}.`];
  const failure = status === 'failed' && error !== null ? [say`Error: ${error}`] : [];
  return [...formatCriticalPath(build), ...cache, ...failure];
}

function isWorthSaying(ms: number | null): ms is number {
  return ms !== null && ms >= 100;
}

/** All of them, in the order of the Dockerfile. */
function formatSteps(steps: readonly StepComparison[]): Block[] {
  if (steps.length === 0) return [];
  const shown = steps.slice(0, MOST_STEPS);
  const left: Block[] =
    shown.length === steps.length
      ? []
      : [{ kind: 'paragraph', text: say`${plural(steps.length - shown.length, 'more step')} not shown.` }];
  const rows = shown.map(({ name, platform, status, startMs, durationMs, isEmulated }) => [
    code(formatInstruction(name)),
    say`${platform ?? ''}`,
    say`${isEmulated === true ? 'by emulation' : ''}`,
    say`${startMs === null ? '–' : formatDuration(startMs)}`,
    say`${status === 'cached' ? 'from the cache' : durationMs === null ? '–' : formatDuration(durationMs)}`,
  ]);
  return [
    { kind: 'table', head: [say`step`, say`platform`, say``, say`began after`, say`took`], rows, words: 3 },
    ...left,
  ];
}
