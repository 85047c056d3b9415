import { formatAgainst } from './against.ts';
import { formatByteChange, formatBytes } from './text/bytes.ts';
import { formatCauseRows, WORTH_A_WORD } from './causes/cause-rows.ts';
import { describeLimit, formatApart } from './limit.ts';
import { changeOf, findMostChanged } from './comment/most-changed.ts';
import { formatPercent } from './text/percent.ts';
import type { ReportContext } from './report-context.ts';
import { code, joinTexts, say, type Text } from './text/text.ts';
import { formatWhyNotCompared } from './why-not-compared.ts';
import type { BudgetResult, Comparison, PlatformComparison } from '../compare/comparison.ts';
import { countedChange, isDriftCounted } from '../compare/counted-change.ts';
import { findSettingsNote } from '../compare/settings-change.ts';
import { hasSameLayers, judgeSignificance } from '../compare/significance.ts';

/** The one sentence that a tired reader reads. `text` names the image first; `icon` is `none` where there was nothing to judge. */
export interface Headline {
  icon: 'over' | 'warning' | 'within' | 'none';
  text: Text;
  /** Why, where the sentence ends in a colon. */
  because: Text | null;
  /** The budget that it speaks of, which need not be said again. */
  budget: BudgetResult | null;
}

export function formatHeadline(comparison: Comparison, context: ReportContext): Headline {
  const { name } = comparison;
  const rest = { because: null, budget: null };
  const budget = findWorstBudget(comparison.budgets);
  if (budget !== null) {
    const icon = budget.verdict === 'over' && budget.enforced ? 'over' : 'warning';
    return { ...rest, icon, text: say`${name}: ${formatBroken(budget, comparison, context)}`, budget };
  }
  const quiet = formatQuiet(comparison, context);
  if (quiet !== null) return { ...rest, icon: 'none', text: quiet };
  const because = formatWhyNotCompared(comparison);
  if (because === null) {
    const icon = comparison.budgets.length === 0 ? 'none' : comparison.verdict === 'pass' ? 'within' : 'warning';
    return { ...rest, icon, text: say`${name}: ${formatCompared(comparison, context)}` };
  }
  if (comparison.verdict === 'not-compared') {
    return { ...rest, icon: 'warning', text: say`${name}: could not be compared:`, because };
  }
  // What a pull request pushes is nobody's baseline.
  return comparison.head.pushed && context.subject === 'build'
    ? { ...rest, icon: 'none', text: say`${name}: baseline recorded.` }
    : { ...rest, icon: 'none', text: say`${name}: nothing to compare with yet:`, because };
}

/** Nothing changed, or nothing that is worth more than this line. */
function formatQuiet(comparison: Comparison, context: ReportContext): Text | null {
  const against = say`against ${formatAgainst(comparison, context)}`;
  switch (judgeSignificance(comparison, context)) {
    case 'unchanged':
      return say`${comparison.name}: no change ${against}`;
    case 'noise': {
      const settings = findSettingsNote(comparison);
      const also = settings === null ? say`` : say`; ${settings.message}`;
      if (hasSameLayers(comparison))
        return say`${comparison.name}: the same layers as ${formatAgainst(comparison, context)}${also}`;
      return say`${comparison.name}: ${formatNoise(comparison, context)}${also}`;
    }
    case 'news':
      return null;
  }
}

/** Less than is worth a comment: of the change's own, and what came by itself. */
function formatNoise(comparison: Comparison, context: ReportContext): Text {
  const against = say`against ${formatAgainst(comparison, context)}`;
  const platform = findMostChanged(comparison, context);
  const change = platform === null ? 0 : changeOf(platform, comparison, context);
  const { rows } = formatCauseRows(comparison, context);
  const drift = context.subject === 'change' ? rows.find(({ isOwn }) => !isOwn) : undefined;
  const own =
    drift !== undefined && change === 0
      ? say`nothing from this change ${against}`
      : say`next to no change ${against}${change === 0 ? say`` : say`, ${formatByteChange(change)}`}`;
  return drift === undefined ? own : say`${own}; ${drift.change} by itself: ${drift.what}`;
}

/** Enforced before not, over before lifted, then by how far it is over. */
function findWorstBudget(budgets: readonly BudgetResult[]): BudgetResult | null {
  const excess = (budget: BudgetResult): number => (budget.measured ?? 0) / Math.max(1, budget.allowed ?? 0);
  const rank = (budget: BudgetResult): number => (budget.verdict === 'overridden' ? 2 : budget.enforced ? 0 : 1);
  const broken = budgets.filter(({ verdict }) => verdict === 'over' || verdict === 'overridden');
  return broken.toSorted((a, b) => rank(a) - rank(b) || excess(b) - excess(a))[0] ?? null;
}

function formatBroken(budget: BudgetResult, comparison: Comparison, context: ReportContext): Text {
  const limit = describeLimit(budget);
  const platform = comparison.platforms.find((candidate) => candidate.platform === budget.platform);
  const measured = budget.measured ?? 0;
  const apart = formatApart(measured, budget.allowed ?? 0);
  const judged = comparison.budgets.filter((other) => other.limit === budget.limit);
  const changes = judged.map((other) => other.measured ?? 0);
  // The worst by its limit need not be the largest: then one number does not stand for all.
  const isForAll =
    judged.length === comparison.platforms.length &&
    judged.every(({ verdict }) => verdict === budget.verdict) &&
    (areAlike(changes) || measured === Math.max(...changes));
  const where = isForAll ? say`` : say` on ${code(budget.platform)}`;
  const upTo = isForAll && !areAlike(changes) ? say`up to ` : say``;
  const sizes = limit.where === 'download' ? platform?.download : platform?.onDisk;
  const bound = apart.allowed === null ? say`Limit: ${limit.text}` : say`Limit: ${limit.text}, here ${apart.allowed}`;
  const lifted = budget.verdict === 'overridden' ? formatLifted(context) : say`.`;
  return limit.kind === 'size'
    ? say`the ${limit.where} is ${upTo}${apart.measured}${where}. ${bound}${lifted}`
    : say`${subject(context)} adds ${upTo}${apart.measured}${inPercent(measured, sizes?.baseline ?? null)} to the ${limit.where}${where}. ${bound}${lifted}`;
}

function formatLifted({ overrideLabel, overriddenBy }: ReportContext): Text {
  const label = overrideLabel === null ? say`a label` : say`the label ${code(overrideLabel)}`;
  return overriddenBy === null
    ? say`, lifted by ${label}.`
    : say`, lifted by ${label} that ${code(overriddenBy)} put there.`;
}

function formatCompared(comparison: Comparison, context: ReportContext): Text {
  const platform = findMostChanged(comparison, context);
  const change = platform === null ? 0 : changeOf(platform, comparison, context);
  const moves = formatPlatformMoves(comparison);
  const parts = [
    ...(platform === null || change === 0 ? [] : [formatChange(platform, change, comparison, context)]),
    ...moves,
  ];
  if (parts.length === 0) parts.push(say`${subject(context)} adds nothing to the download`);
  const limit = comparison.budgets.map(describeLimit).find((candidate, index) => {
    const budget = comparison.budgets[index];
    return candidate.kind === 'increase' && candidate.where === 'download' && budget?.platform === platform?.platform;
  });
  const bound = limit === undefined || change <= 0 ? say`` : say` Limit: ${limit.text}.`;
  return say`${joinTexts(parts, '; ')}.${bound}`;
}

function formatChange(
  platform: PlatformComparison,
  change: number,
  comparison: Comparison,
  context: ReportContext,
): Text {
  const percent = inPercent(change, platform.download.baseline);
  const compared = comparison.platforms.filter(({ status }) => status === 'compared');
  const changes = compared.map((other) => changeOf(other, comparison, context));
  const isEverywhere = changes.every((other) => Math.sign(other) === Math.sign(change));
  const where = isEverywhere ? say`` : say` on ${code(platform.platform)}`;
  const upTo = isEverywhere && !areAlike(changes) ? say`up to ` : say``;
  const drift = change - (countedChange(platform) ?? change);
  // A limit that is met though all of it seems more: a build's own sentence is about all.
  const isSmall = Math.abs(drift) < Math.abs(change) * WORTH_A_WORD;
  const apart = isSmall || isDriftCounted(comparison) ? say`` : say`, ${formatBytes(drift)} of it not from a change`;
  return change > 0
    ? say`${subject(context)} adds ${upTo}${formatBytes(change)}${percent} to the download${where}${apart}`
    : say`${subject(context)} takes ${upTo}${formatBytes(-change)}${percent} off the download${where}${apart}`;
}

/** Platforms mostly change alike, and one number stands for all; where they do not, it is the largest, and says so. */
function areAlike(changes: readonly number[]): boolean {
  const sizes = changes.map(Math.abs);
  return Math.min(...sizes) >= 0.8 * Math.max(...sizes);
}

function inPercent(change: number, baseline: number | null): Text {
  const percent = formatPercent(change, baseline);
  return percent === null ? say`` : say` (${percent})`;
}

/** Platforms that came or went. */
function formatPlatformMoves(comparison: Comparison): Text[] {
  const tell = (status: PlatformComparison['status'], what: string): Text[] => {
    const names = comparison.platforms.filter((platform) => platform.status === status);
    if (names.length === 0) return [];
    const list = joinTexts(
      names.map(({ platform }) => code(platform)),
      ', ',
    );
    return [say`${list} ${names.length === 1 ? 'is' : 'are'} ${what}`];
  };
  return [...tell('added', 'new'), ...tell('removed', 'no longer built')];
}

function subject(context: ReportContext): Text {
  return say`this ${context.subject}`;
}
