import type { BudgetResult, PlatformComparison, Verdict } from './comparison.ts';
import type { Budget } from '../plan/budget.ts';

/** What budgets are judged by, beside the numbers. */
export interface BudgetRules {
  budgets: readonly Budget[];
  /** What the event makes of a broken budget (contract.md, "Events"). */
  overBudget: 'fail' | 'warn' | 'none';
  countDrift: boolean;
  /** Whether a label lifts the budgets. */
  isOverridden: boolean;
  /** False where commits between the baseline and the one that was wanted may have changed the image. */
  isBaselineExact: boolean;
  /** What an increase is judged as where there is no baseline to measure it by. */
  withoutBaseline: 'no-baseline' | 'not-compared' | null;
}

/** Judges each limit on each platform that it applies to; in the order of the budgets, then of the platforms. */
export function judgeBudgets(platforms: readonly PlatformComparison[], rules: BudgetRules): BudgetResult[] {
  if (rules.overBudget === 'none') return [];
  return rules.budgets.flatMap((budget) =>
    platforms
      .filter((platform) => applies(budget, platform, rules))
      .map((platform) => {
        const measured = measure(budget, platform, rules.countDrift);
        const allowed = allow(budget, platform);
        return {
          limit: budget.text,
          platform: platform.platform,
          measured,
          allowed,
          verdict: judge(measured, allowed, rules),
          enforced: rules.overBudget === 'fail' && (budget.kind === 'max-size' || rules.isBaselineExact),
        };
      }),
  );
}

/** A platform's own line replaces the general one; what has no head has no size, what has no baseline no increase. */
function applies(budget: Budget, platform: PlatformComparison, rules: BudgetRules): boolean {
  const hasOwn = rules.budgets.some(
    ({ kind, on, platform: own }) => kind === budget.kind && on === budget.on && own === platform.platform,
  );
  if (budget.platform === null ? hasOwn : budget.platform !== platform.platform) return false;
  if (platform.status === 'removed') return false;
  return budget.kind === 'max-size' || platform.status === 'compared' || rules.withoutBaseline !== null;
}

/** Bytes that the limit speaks of; `null` where they are not known. */
function measure(budget: Budget, platform: PlatformComparison, countDrift: boolean): number | null {
  const sizes = budget.on === 'download' ? platform.download : platform.onDisk;
  if (budget.kind === 'max-size') return sizes.head;
  if (sizes.change === null || countDrift) return sizes.change;
  let drift = 0;
  for (const cause of platform.causes) {
    if (cause.by !== 'drift') continue;
    const bytes = budget.on === 'download' ? cause.downloadBytes : cause.onDiskBytes;
    if (bytes === null) return null;
    drift += bytes;
  }
  return sizes.change - drift;
}

/** The most bytes that are not over; rounded down. Where both forms are given, both must be exceeded, so the larger. */
function allow(budget: Budget, platform: PlatformComparison): number | null {
  const { baseline } = budget.on === 'download' ? platform.download : platform.onDisk;
  const forms: number[] = [];
  if (budget.bytes !== null) forms.push(budget.bytes);
  if (budget.percent !== null) {
    if (baseline === null) return null;
    forms.push(shareOf(baseline, budget.percent));
  }
  return forms.length === 0 ? null : Math.max(...forms);
}

/** Decimals of a percent that count. */
const DECIMALS = 10;

/** `percent` of `bytes`, rounded down, in exact decimal arithmetic: a percent is meant as it was written. */
function shareOf(bytes: number, percent: number): number {
  const scaled = BigInt(percent.toFixed(DECIMALS).replace('.', ''));
  return Number((BigInt(bytes) * scaled) / (100n * 10n ** BigInt(DECIMALS)));
}

function judge(measured: number | null, allowed: number | null, rules: BudgetRules): Verdict {
  if (measured === null || allowed === null) return rules.withoutBaseline ?? 'not-compared';
  if (measured <= allowed) return 'pass';
  return rules.isOverridden ? 'overridden' : 'over';
}
