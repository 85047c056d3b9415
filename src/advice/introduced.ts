/** What tells a finding from others, in the Dockerfile of another commit too. */
export interface FoundRule {
  readonly rule: string;
  /** Of the lines that it is in. */
  readonly hash: string;
}

/**
 * Which of a Dockerfile's findings have come since another's: of each rule as many as there are more of it now, those
 * first whose lines the other has not. An instruction that was edited and has its finding still is none of them.
 */
export function findIntroduced(own: readonly FoundRule[], before: readonly FoundRule[]): boolean[] {
  const surplus = new Map<string, number>();
  for (const { rule } of own) surplus.set(rule, (surplus.get(rule) ?? 0) + 1);
  for (const { rule } of before) surplus.set(rule, (surplus.get(rule) ?? 0) - 1);
  const known = new Set(before.map(({ rule, hash }) => `${rule} ${hash}`));
  return own.map(({ rule, hash }) => {
    const left = surplus.get(rule) ?? 0;
    if (left <= 0 || known.has(`${rule} ${hash}`)) return false;
    surplus.set(rule, left - 1);
    return true;
  });
}
