/** What tells a finding from others, in the Dockerfile of another commit too. */
export interface FoundRule {
  readonly rule: string;
  /** Of the lines that it is in. */
  readonly hash: string;
  /** What these lines are known by when they were edited (`markLines`); `null` in a record that an earlier version wrote. */
  readonly marks: readonly string[] | null;
}

/** Of one rule's findings in both; with more of them the lines' hashes alone tell. */
const MOST_PAIRS = 20_000;

/**
 * Which of a Dockerfile's findings have come since another's: of each rule as many as there are more of it now, and those
 * whose lines are least like the other's. An instruction that was edited and has its finding still is none of them.
 */
export function findIntroduced(own: readonly FoundRule[], before: readonly FoundRule[]): boolean[] {
  const old = new Set<FoundRule>();
  for (const rule of new Set(before.map((one) => one.rule))) {
    const [ours, others] = [own, before].map((found) => found.filter((one) => one.rule === rule));
    for (const one of findOld(ours ?? [], others ?? [])) old.add(one);
  }
  return own.map((one) => !old.has(one));
}

/** Of one rule. */
function findOld(own: readonly FoundRule[], before: readonly FoundRule[]): FoundRule[] {
  const isMarked = before.every(({ marks }) => marks !== null) && own.length * before.length <= MOST_PAIRS;
  return isMarked ? pairLikest(own, before) : countOld(own, before);
}

/** Those of `own` that were in `before`, each one's likest first; of several as like the upper one, for people add below. */
function pairLikest(own: readonly FoundRule[], before: readonly FoundRule[]): FoundRule[] {
  const pairs = own
    .flatMap((ours) => before.map((other) => ({ ours, other, likeness: measureLikeness(ours, other) })))
    .sort((one, two) => two.likeness - one.likeness);
  const old = new Set<FoundRule>();
  const taken = new Set<FoundRule>();
  for (const { ours, other } of pairs) {
    if (old.has(ours) || taken.has(other)) continue;
    old.add(ours);
    taken.add(other);
  }
  return [...old];
}

/** 1 to 2 for the same lines, by what stands around them; below that for others. */
function measureLikeness(one: FoundRule, other: FoundRule): number {
  const [ours, theirs] = [new Set(one.marks), new Set(other.marks)];
  const both = [...ours].filter((mark) => theirs.has(mark)).length;
  const all = ours.size + theirs.size - both;
  return (one.hash === other.hash ? 1 : 0) + (all === 0 ? 0 : both / all);
}

/** Where the hashes are all that is known: those whose lines are there still, and the last of the others. */
function countOld(own: readonly FoundRule[], before: readonly FoundRule[]): FoundRule[] {
  const known = new Set(before.map(({ hash }) => hash));
  let left = own.length - before.length;
  return own.filter(({ hash }) => {
    if (left <= 0 || known.has(hash)) return true;
    left -= 1;
    return false;
  });
}
