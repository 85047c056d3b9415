import { formatCost } from './cost.ts';
import type { Block } from '../text/block.ts';
import { nameBaseline } from '../against.ts';
import { formatSource } from '../causes/name-layer.ts';
import type { ReportContext } from '../report-context.ts';
import { shortenPath } from '../text/shorten-path.ts';
import { code, foreign, say, type Text } from '../text/text.ts';
import type { Comparison, ToldFinding } from '../../compare/comparison.ts';

/** Findings in the open: more nobody reads beside the rest. */
const MOST_ROWS = 3;

/** Of a sentence that has some of the Dockerfile in it. */
const MOST_OF_A_MESSAGE = 300;

export interface NewFindings {
  /** Where they are: `the Dockerfile`. */
  readonly where: Text;
  readonly rows: readonly Text[];
  /** How many more there are. */
  readonly left: number;
}

/** What a pull request brings into the Dockerfile and the image, worst first. */
export function listNewFindings(
  { findings }: Pick<Comparison, 'findings'>,
  { subject }: Pick<ReportContext, 'subject'>,
): NewFindings {
  const introduced = subject === 'change' ? (findings ?? []).filter(({ isNew }) => isNew === true) : [];
  const shown = introduced.slice(0, MOST_ROWS);
  const isInImage = ({ path }: ToldFinding): boolean => path !== null;
  const where = shown.every(isInImage)
    ? say`the image`
    : shown.some(isInImage)
      ? say`the Dockerfile and the image`
      : say`the Dockerfile`;
  return { where, rows: shown.map(formatFinding), left: introduced.length - shown.length };
}

/** `Dockerfile:9` The layer of line 9 keeps npm's cache. End the same RUN with "…" (`package-cache-left`). Or `/app/key.pem` (`Dockerfile:9`): A file … */
function formatFinding(finding: ToldFinding): Text {
  const { path, rule } = finding;
  const place = path === null ? formatPlace(finding) : say`${formatPlace(finding)}:`;
  return say`${place} ${formatSentences(finding)} (${code(rule)})`;
}

/** Of what is in the image `/app/key.pem` and 2 more (`Dockerfile:9`). */
export function formatPlace({ path, morePaths, source }: Pick<ToldFinding, 'path' | 'morePaths' | 'source'>): Text {
  const line = source === null ? null : formatSource(source);
  if (path === null) return line ?? say`–`;
  const more = morePaths === 0 ? say`` : say` and ${morePaths} more`;
  return say`${code(shortenPath(path))}${more}${line === null ? say`` : say` (${line})`}`;
}

/** What was found, what it costs, and what to do. */
function formatSentences({ message, instead, cost }: Pick<ToldFinding, 'message' | 'instead' | 'cost'>): Text {
  const found = foreign(message, MOST_OF_A_MESSAGE);
  const mend = foreign(instead, MOST_OF_A_MESSAGE);
  return cost === null ? say`${found} ${mend}` : say`${found} ${formatCost(cost)} ${mend}`;
}

/** All findings, old ones too. */
export function formatFindingBlocks(findings: readonly ToldFinding[], context: ReportContext): Block[] {
  if (findings.length === 0) return [];
  const isKnown = findings.some(({ isNew }) => isNew !== null);
  const rows = findings.map(({ level, rule, isNew, ...finding }) => [
    formatPlace(finding),
    say`${level}`,
    code(rule),
    formatSentences(finding),
    ...(isKnown ? [isNew === true ? say`new` : say`as on ${nameBaseline(context)}`] : []),
  ]);
  const head = [say`where`, say`level`, say`rule`, say`what, and what to do`, ...(isKnown ? [say``] : [])];
  return [{ kind: 'table', head, rows, words: head.length }];
}
