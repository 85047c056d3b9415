import { weighCost, type Cost } from './cost.ts';
import { LEVELS } from './levels.ts';
import type { Level } from './rule.ts';

/** Worst first; of one level what costs most, then by line. */
export function orderFindings<Finding extends { level: Level; cost: Cost | null }>(
  findings: readonly Finding[],
  lineOf: (finding: Finding) => number,
): Finding[] {
  return findings.toSorted(
    (one, other) =>
      LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
      weighCost(other.cost) - weighCost(one.cost) ||
      lineOf(one) - lineOf(other),
  );
}
