import { formatHanging } from './text/hanging.ts';
import { formatPlain } from './text/plain.ts';
import type { ReportContext } from './report-context.ts';
import { formatBytes } from './text/bytes.ts';
import { formatColumns } from './text/columns.ts';
import { formatSizeTable } from './size-table.ts';
import { tellStory, type Story } from './causes/story.ts';
import { say, type Text } from './text/text.ts';
import type { Comparison } from '../compare/comparison.ts';

/** Select Graphic Rendition, the colour sequences of terminals. */
const STYLES = { over: '31', warning: '33', within: '32', none: '1', dim: '2' };

export interface TerminalOptions {
  color: boolean;
  /** Columns of the terminal: rows of tables are cut there, sentences are left to wrap. */
  width: number;
}

/**
 * The comparison for a terminal or a job's log: headline, sizes, causes, build. It has no escape sequence unless
 * `color` is set, and gives GitHub's runner no commands.
 */
export function renderTerminal(comparison: Comparison, context: ReportContext, options: TerminalOptions): string {
  const story = tellStory(comparison, context);
  const style = (name: keyof typeof STYLES, text: string): string =>
    options.color ? `\u001B[${STYLES[name]}m${text}\u001B[0m` : text;
  const { rows, rest } = story.causes;
  const blocks = [
    [
      style(story.headline.icon, formatPlain(story.headline.text)) +
        (story.headline.because === null ? '' : ` ${formatPlain(story.headline.because)}`),
      ...story.reasons.map(formatPlain),
    ],
    formatColumns(listSizes(comparison, context), options.width),
    story.broken.map(formatPlain),
    formatHanging(
      [
        ...rows.map(({ change, by, what }) => ({ first: change, rest: by === null ? what : say`${by}: ${what}` })),
        ...(rest === null ? [] : [{ first: say``, rest }]),
      ],
      options.width,
    ),
    story.runtime.map(formatPlain),
    story.vulnerabilities === null ? [] : [formatPlain(story.vulnerabilities)],
    listFindings(story),
    story.build === null
      ? []
      : [formatPlain(story.build.time === null ? story.build.rest : say`${story.build.time}${story.build.rest}`)],
    story.notes.map(formatPlain),
    story.advice === null ? [] : [formatPlain(story.advice)],
    [style('dim', formatPlain(story.provenance))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function listFindings({ findings: { where, rows, left } }: Story): string[] {
  if (rows.length === 0) return [];
  const more = left === 0 ? [] : [`  and ${left} more`];
  return [formatPlain(say`New in ${where}:`), ...rows.map((row) => `  ${formatPlain(row)}`), ...more];
}

/** The comment's table, and what a node that has the baseline pulls. */
function listSizes(comparison: Comparison, context: ReportContext): Text[][] {
  const { head, rows } = formatSizeTable(comparison, context);
  if (rows.length === 0) return [];
  if (comparison.baseline.kind === 'none') return [head, ...rows];
  const pulls = comparison.platforms.map(({ pull }) => (pull === null ? say`` : say`${formatBytes(pull.bytes)}`));
  return [[...head, say`to pull`], ...rows.map((row, index) => [...row, pulls[index] ?? say``])];
}
