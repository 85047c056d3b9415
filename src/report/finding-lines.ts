import type { Block } from './block.ts';
import { nameBaseline } from './against.ts';
import { formatSource } from './name-layer.ts';
import type { ReportContext } from './report-context.ts';
import { code, foreign, say, type Text } from './text.ts';
import type { Comparison, DockerfileFinding } from '../compare/comparison.ts';

/** Findings in the open: more nobody reads beside the rest. */
const MOST_ROWS = 3;

/** Of a sentence that has some of the Dockerfile in it. */
const MOST_OF_A_MESSAGE = 300;

/** What a pull request brings into the Dockerfile, worst first; `left`: how many more there are. */
export function listNewFindings(
  { findings }: Pick<Comparison, 'findings'>,
  { subject }: ReportContext,
): { rows: Text[]; left: number } {
  const introduced = subject === 'change' ? (findings ?? []).filter(({ isNew }) => isNew === true) : [];
  const shown = introduced.slice(0, MOST_ROWS);
  return { rows: shown.map(formatFinding), left: introduced.length - shown.length };
}

/** `Dockerfile:9` The layer of line 9 keeps npm's cache. End the same RUN with "…" (`package-cache-left`). */
function formatFinding({ source, message, instead, rule }: DockerfileFinding): Text {
  return say`${formatSource(source)} ${formatSentences(message, instead)} (${code(rule)})`;
}

/** What was found, and what to do. */
function formatSentences(message: string, instead: string): Text {
  return say`${foreign(message, MOST_OF_A_MESSAGE)} ${foreign(instead, MOST_OF_A_MESSAGE)}`;
}

/** All findings, old ones too. */
export function formatFindingBlocks(findings: readonly DockerfileFinding[], context: ReportContext): Block[] {
  if (findings.length === 0) return [];
  const isKnown = findings.some(({ isNew }) => isNew !== null);
  const rows = findings.map(({ source, level, rule, message, instead, isNew }) => [
    formatSource(source),
    say`${level}`,
    code(rule),
    formatSentences(message, instead),
    ...(isKnown ? [isNew === true ? say`new` : say`as on ${nameBaseline(context)}`] : []),
  ]);
  const head = [say`line`, say`level`, say`rule`, say`what, and what to do`, ...(isKnown ? [say``] : [])];
  return [{ kind: 'table', head, rows, words: head.length }];
}
