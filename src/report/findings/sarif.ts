import { formatCost } from './cost.ts';
import { hashLines } from './line-hashes.ts';
import { describeSarifLog } from './sarif-log.ts';
import { RULES } from '../../advice/rules.ts';
import type { ToldAdvice } from './advice.ts';

/** `advise --sarif`. Paths are from the repository's root. */
export function describeSarif({ file, text, advice }: ToldAdvice) {
  const hashes = hashLines(text);
  // Those of Docker's own checks are known by what they find only.
  const others = new Map(advice.map(({ rule }) => [rule.id, rule]));
  for (const { id } of RULES) others.delete(id);
  const results = advice.map(({ rule, level, line, lastLine, message, instead, cost }) => ({
    rule,
    level,
    sentences: [message, ...(cost === null ? [] : [formatCost(cost)]), instead],
    places: [{ path: file, startLine: line, endLine: lastLine }],
    hash: hashes[line - 1] ?? null,
  }));
  return describeSarifLog([...RULES, ...others.values()], results, '%SRCROOT%');
}
