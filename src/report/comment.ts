import { formatAgainst, formatProvenance, isInexact } from './against.ts';
import { formatBuildLine } from './build-line.ts';
import { formatByteChange, formatBytes } from './bytes.ts';
import { formatCauseLines } from './cause-lines.ts';
import { formatDetails } from './details.ts';
import { findMostGrown, formatHeadline, type Headline } from './headline.ts';
import { describeLimit } from './limit.ts';
import { formatLink } from './link.ts';
import { Markdown, mark } from './markdown.ts';
import type { Part } from './part.ts';
import type { ReportContext } from './report-context.ts';
import { formatSizeTable } from './size-table.ts';
import { code, joinTexts, say, type Text } from './text.ts';
import type { BudgetResult, Comparison } from '../compare/comparison.ts';
import { judgeSignificance } from '../compare/significance.ts';

/** Rows of a table in the details of a comment; the job's summary has more. */
const MOST_ROWS = 10;

/** Notes that stand in the open. */
const MOST_NOTES = 2;

/**
 * An image's section of the comment, as design.mark draws it: parts in the order in which they are read. One line where
 * nothing changed or nothing could be compared.
 */
export function renderComment(comparison: Comparison, context: ReportContext): Part[] {
  const line = formatOneLine(comparison, context);
  if (line !== null) return [{ importance: 0, text: mark`${line}` }];
  const parts = renderBlocks(comparison, context);
  parts.splice(parts.length - 1, 0, { importance: 9, text: renderFold(comparison, context) });
  return parts;
}

/** What stands in the open, without the details: headline, sizes, causes, build, what to do, what was compared. */
export function renderBlocks(comparison: Comparison, context: ReportContext): Part[] {
  const headline = formatHeadline(comparison, context);
  const parts: Part[] = [{ importance: 0, text: renderHeadline(headline) }];
  const add = (importance: number, lines: readonly Markdown[], separator: '\n' | '\n\n' | ' ' = '\n'): void => {
    if (lines.length > 0) parts.push({ importance, text: Markdown.join(lines, separator) });
  };
  add(
    1,
    formatReasons(comparison).map((text) => mark`${text}`),
    ' ',
  );
  if (comparison.platforms.length > 0) add(2, [formatSizeTable(comparison, context)]);
  add(3, formatOtherBroken(comparison, headline.budget));
  add(4, formatCauseLines(comparison));
  const build = comparison.build === null ? null : formatBuildLine(comparison.build, context);
  add(5, build === null ? [] : [build]);
  add(3, formatNotes(comparison));
  if (
    comparison.budgets.some(({ verdict, enforced }) => verdict === 'over' && enforced) &&
    context.overrideLabel !== null
  ) {
    add(1, [mark`${say`Intended? Add the label ${code(context.overrideLabel)} and run this job again.`}`]);
  }
  add(2, [mark`<sub>${formatProvenance(comparison, context)}${renderRun(context)}</sub>`]);
  return parts;
}

/** The whole section in one line, where that says it all. */
export function formatOneLine(comparison: Comparison, context: ReportContext): Text | null {
  const { name, platforms } = comparison;
  const against = formatAgainst(comparison, context);
  switch (judgeSignificance(comparison, context.noise)) {
    case 'unchanged':
      return say`${name}: no change against ${against}`;
    case 'noise': {
      const change = findMostGrown(comparison)?.download.change ?? 0;
      return say`${name}: next to no change against ${against}${change === 0 ? say`` : say`, ${formatByteChange(change)}`}`;
    }
    case 'news':
      if (platforms.length > 0) return null;
      return say`${name}: could not be compared. ${joinTexts(formatReasons(comparison), ' ')}`;
  }
}

function renderHeadline({ icon, text }: Headline): Markdown {
  switch (icon) {
    case 'over':
      return mark`❌ **${text}**`;
    case 'warning':
      return mark`⚠️ **${text}**`;
    case 'within':
      return mark`✅ **${text}**`;
    case 'none':
      return mark`**${text}**`;
  }
}

/** Why there is no comparison, or why a broken budget only warns; with what to do. */
function formatReasons(comparison: Comparison): Text[] {
  const { baseline, budgets, notes, verdict, platforms } = comparison;
  const reasons: Text[] = [];
  if (baseline.kind === 'none' || platforms.every(({ status }) => status !== 'compared')) {
    const note = notes.find(({ message }) => baseline.kind !== 'none' || message === baseline.reason);
    if (note !== undefined)
      reasons.push(formatSentence(note.message), ...(note.hint === '' ? [] : [say`${note.hint}`]));
    else if (baseline.kind === 'none') reasons.push(formatSentence(baseline.reason));
  }
  if (verdict === 'over' && !budgets.some((budget) => budget.verdict === 'over' && budget.enforced)) {
    reasons.push(
      isInexact(comparison)
        ? say`A warning only: the baseline is not the very commit, and those between may have changed the image.`
        : say`A warning only: this event fails no job.`,
    );
  }
  return reasons;
}

/** A message of an error or a note as a sentence: they begin small and end without a full stop. */
function formatSentence(message: string): Text {
  const text = message.trim();
  return say`${text.charAt(0).toUpperCase() + text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function formatOtherBroken({ budgets }: Comparison, said: BudgetResult | null): Markdown[] {
  return budgets
    .filter((budget) => (budget.verdict === 'over' || budget.verdict === 'overridden') && budget.limit !== said?.limit)
    .map((budget) => {
      const limit = describeLimit(budget);
      const measured = budget.measured ?? 0;
      return mark`- ${say`also over ${code(budget.limit)}: ${limit.kind === 'size' ? formatBytes(measured) : formatByteChange(measured)} on ${code(budget.platform)}`}`;
    });
}

/** Notes with something to do; why there is no comparison is said above. */
function formatNotes({ notes, baseline, verdict }: Comparison): Markdown[] {
  return notes
    .filter(({ hint }) => hint !== '')
    .filter((note, index) =>
      baseline.kind === 'none' ? note.message !== baseline.reason : verdict !== 'not-compared' || index > 0,
    )
    .slice(0, MOST_NOTES)
    .map(({ message, hint }) => mark`- ${formatSentence(message)} ${say`${hint}`}`);
}

function renderFold(comparison: Comparison, context: ReportContext): Markdown {
  const details = formatDetails(comparison, context, MOST_ROWS);
  const titles = joinTexts(
    details.map(({ title }) => title),
    ', ',
  );
  const texts = details.map(({ title, text }) => mark`**${title}**\n\n${text}`);
  return mark`<details><summary>Details: ${titles}</summary>\n\n${Markdown.join(texts, '\n\n')}\n\n</details>`;
}

function renderRun({ run }: ReportContext): Markdown {
  return run === null ? mark`` : mark` · ${formatLink(say`run ${run.number}`, run.url)}`;
}
