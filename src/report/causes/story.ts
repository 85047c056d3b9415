import { formatProvenance, isStandIn, plural } from '../against.ts';
import { formatBuildLine, type BuildLine } from '../timing/build-line.ts';
import { formatByteChange, formatBytes } from '../text/bytes.ts';
import { formatCauseRows, type CauseRows } from './cause-rows.ts';
import { listNewFindings, type NewFindings } from '../findings/finding-lines.ts';
import { formatHeadline, type Headline } from '../headline.ts';
import { describeLimit } from '../limit.ts';
import type { ReportContext } from '../report-context.ts';
import { tellRuntimeChanges } from '../details/runtime-changes.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import { tellVulnerabilities } from '../findings/vulnerability-line.ts';
import { findReason, formatNote, formatWhyNotCompared } from '../why-not-compared.ts';
import type { BudgetResult, Comparison } from '../../compare/comparison.ts';
import { isOfUnknown } from '../../compare/note-unknown.ts';

/** Notes that are told in the open; all stand in the details. */
const MOST_NOTES = 2;

/** What is told of a comparison in the open, in the order of reading, whatever it is written for. */
export interface Story {
  headline: Headline;
  /** What qualifies the headline: that there is no comparison beside a broken limit, or why that only warns. */
  reasons: Text[];
  /** Limits that are broken too. */
  broken: Text[];
  causes: CauseRows;
  /** What became of what is around the program. */
  runtime: Text[];
  /** By reports of scanners. */
  vulnerabilities: Text | null;
  build: BuildLine | null;
  /** What the change brings into the Dockerfile and the image. */
  findings: NewFindings;
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
    reasons: formatReasons(comparison, headline),
    broken: formatOtherBroken(comparison, headline.budget),
    causes: formatCauseRows(comparison, context),
    runtime: tellRuntimeChanges(comparison.platforms),
    vulnerabilities: tellVulnerabilities(comparison),
    build: comparison.build === null ? null : formatBuildLine(comparison.build),
    findings: listNewFindings(comparison, context),
    notes: formatNotes(comparison),
    advice:
      isFailing && context.overrideLabel !== null
        ? say`Intended? Add the label ${code(context.overrideLabel)} and run this job again.`
        : null,
    provenance: formatProvenance(comparison, context),
  };
}

function formatReasons(comparison: Comparison, headline: Headline): Text[] {
  const { budgets, verdict } = comparison;
  const why = formatWhyNotCompared(comparison);
  const isOnlyWarning = verdict === 'over' && !budgets.some((budget) => budget.verdict === 'over' && budget.enforced);
  return [
    ...(why === null || headline.budget === null ? [] : [say`Not compared: ${why}`]),
    ...(isOnlyWarning ? [say`A warning only: ${formatLeniency(comparison)}.`] : []),
  ];
}

/** Why a broken limit fails nothing. */
function formatLeniency({ baseline }: Comparison): Text {
  if (baseline.kind === 'found' && isStandIn(baseline)) {
    return baseline.distance === null
      ? say`the baseline is not the commit that was wanted, and what came between may have changed the image`
      : say`the baseline is ${plural(baseline.distance, 'commit')} too old, and what came between may have changed the image`;
  }
  return say`limits fail pull requests and releases`;
}

/** Broken limits that the headline does not speak of, a sentence a limit. */
function formatOtherBroken({ budgets }: Comparison, said: BudgetResult | null): Text[] {
  const platforms = new Map<string, Text[]>();
  for (const budget of budgets) {
    if ((budget.verdict !== 'over' && budget.verdict !== 'overridden') || budget.limit === said?.limit) continue;
    const format = describeLimit(budget).kind === 'size' ? formatBytes : formatByteChange;
    const measured = say`${format(budget.measured ?? 0)} on ${code(budget.platform)}`;
    platforms.set(budget.limit, [...(platforms.get(budget.limit) ?? []), measured]);
  }
  return [...platforms].map(([limit, measured]) => say`Also over ${code(limit)}: ${joinTexts(measured, ', ')}.`);
}

/** What is no reader's concern until they read the details: it is about single rows there, or says how little was recorded. */
const FOR_THE_DETAILS = ['files-in-shared-layers', 'packages-not-read', 'base-unknown', 'origin-ignored'];

/** Notes with something to do, but for the one that is told as the reason. */
function formatNotes(comparison: Comparison): Text[] {
  const reason = findReason(comparison);
  return comparison.notes
    .filter((note) => note.hint !== '' && note !== reason && !FOR_THE_DETAILS.includes(note.code) && !isOfUnknown(note))
    .slice(0, MOST_NOTES)
    .map((note) => say`Note: ${formatNote(note)}`);
}
