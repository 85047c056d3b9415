import { formatProvenance, isInexact } from './against.ts';
import { formatBuildLine, type BuildLine } from './build-line.ts';
import { formatByteChange, formatBytes } from './bytes.ts';
import { formatCauseRows, type CauseRow } from './cause-rows.ts';
import { formatHeadline, type Headline } from './headline.ts';
import { describeLimit } from './limit.ts';
import type { ReportContext } from './report-context.ts';
import { code, say, type Text } from './text.ts';
import type { BudgetResult, Comparison } from '../compare/comparison.ts';

/** Notes that are told in the open; all stand in the details. */
const MOST_NOTES = 2;

/** What is told of a comparison in the open, in the order of reading, whatever it is written for. */
export interface Story {
  headline: Headline;
  /** Why there is no comparison and what to do, or why a broken limit only warns. */
  reasons: Text[];
  /** Limits that are broken too. */
  broken: Text[];
  causes: { rows: CauseRow[]; left: number };
  build: BuildLine | null;
  notes: Text[];
  /** What to do where the growth is intended. */
  advice: Text | null;
  /** What was compared with what. */
  provenance: Text;
}

export function tellStory(comparison: Comparison, context: ReportContext): Story {
  const headline = formatHeadline(comparison, context);
  const isFailing = comparison.budgets.some(({ verdict, enforced }) => verdict === 'over' && enforced);
  return {
    headline,
    reasons: formatReasons(comparison),
    broken: formatOtherBroken(comparison, headline.budget),
    causes: formatCauseRows(comparison),
    build: comparison.build === null ? null : formatBuildLine(comparison.build, context),
    notes: formatNotes(comparison),
    advice:
      isFailing && context.overrideLabel !== null
        ? say`Intended? Add the label ${code(context.overrideLabel)} and run this job again.`
        : null,
    provenance: formatProvenance(comparison, context),
  };
}

function formatReasons(comparison: Comparison): Text[] {
  const { baseline, budgets, verdict } = comparison;
  const reasons: Text[] = [];
  const why = findReason(comparison);
  if (why !== null) reasons.push(formatNote(why));
  else if (baseline.kind === 'none') reasons.push(formatNote({ message: baseline.reason, hint: '' }));
  if (verdict === 'over' && !budgets.some((budget) => budget.verdict === 'over' && budget.enforced)) {
    reasons.push(
      isInexact(comparison)
        ? say`A warning only: the baseline is not the very commit, and those between may have changed the image.`
        : say`A warning only: this event fails no job.`,
    );
  }
  return reasons;
}

/** The note that says why there is no comparison: it stands first (compare.ts); a baseline that is not there yet has none. */
function findReason({ baseline, notes, platforms }: Comparison): Comparison['notes'][number] | null {
  if (platforms.some(({ status }) => status === 'compared')) return null;
  const [first] = notes;
  if (first === undefined) return null;
  return baseline.kind === 'none' && platforms.length > 0 && first.message !== baseline.reason ? null : first;
}

/** A message and its hint as sentences: messages begin small and end without a full stop. */
function formatNote({ message, hint }: { message: string; hint: string }): Text {
  const text = message.trim();
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
  return hint === '' ? say`${sentence}` : say`${sentence} ${hint}`;
}

function formatOtherBroken({ budgets }: Comparison, said: BudgetResult | null): Text[] {
  return budgets
    .filter((budget) => (budget.verdict === 'over' || budget.verdict === 'overridden') && budget.limit !== said?.limit)
    .map((budget) => {
      const format = describeLimit(budget).kind === 'size' ? formatBytes : formatByteChange;
      return say`also over ${code(budget.limit)}: ${format(budget.measured ?? 0)} on ${code(budget.platform)}`;
    });
}

/** Notes with something to do, but for the one that is told as the reason. */
function formatNotes(comparison: Comparison): Text[] {
  const reason = findReason(comparison);
  return comparison.notes
    .filter((note) => note.hint !== '' && note !== reason)
    .slice(0, MOST_NOTES)
    .map(formatNote);
}
