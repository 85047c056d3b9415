import { renderStoryParts } from './causes/story-parts.ts';
import { formatFindingBlocks } from './findings/finding-lines.ts';
import type { Detail } from './text/block.ts';
import { formatDetails } from './details/details.ts';
import { renderMarkdownBlocks } from './text/markdown-block.ts';
import { mark } from './text/markdown.ts';
import type { Part } from './text/part.ts';
import type { ReportContext } from './report-context.ts';
import { tellStory } from './causes/story.ts';
import { say } from './text/text.ts';
import type { Comparison } from '../compare/comparison.ts';

/** Rows of a table: enough for all that a person built. */
const MOST_ROWS = 400;

/** Bars of the chart: more are no picture. */
const CHART_ROWS = 60;

/** GitHub refuses a summary above 1 MiB a step (facts/github.md). */
const MOST_BYTES = 1_000_000;

/** The job's summary: what the comment says, then every detail in full. Where it would be too long, whole details are left out, and a last line says so. */
export function renderSummary(comparison: Comparison, context: ReportContext): string {
  const blocks = renderStoryParts(tellStory(comparison, context), comparison, context);
  const found = formatFindingBlocks(comparison.findings ?? [], context);
  const all: Detail[] = [
    ...formatDetails(comparison, context, MOST_ROWS, CHART_ROWS),
    ...(found.length === 0 ? [] : [{ title: say`what the rules say`, blocks: found }]),
  ];
  const details = all.map(({ title, blocks }, index): Part => ({
    importance: 10 + index,
    text: mark`<details><summary>${title}</summary>\n\n${renderMarkdownBlocks(blocks)}\n\n</details>`,
  }));
  return fitParts([...blocks.slice(0, -1), ...details, ...blocks.slice(-1)]);
}

function fitParts(parts: readonly Part[]): string {
  const encoder = new TextEncoder();
  const kept = [...parts];
  const assemble = (): string => {
    const leftOut = parts.length - kept.length;
    const line = leftOut === 0 ? [] : [`Left out, to stay within GitHub's limit of a summary: ${leftOut} parts.`];
    return `${[...kept.map(({ text }) => text.toString()), ...line].join('\n\n')}\n`;
  };
  let text = assemble();
  while (encoder.encode(text).length > MOST_BYTES && kept.length > 1) {
    const least = kept.reduce((a, b) => (b.importance >= a.importance ? b : a));
    kept.splice(kept.indexOf(least), 1);
    text = assemble();
  }
  return text;
}
