import { align } from './align.ts';

/** Pairs what one tie holds together, in order, rising on both sides. */
export type Tie<Item> = (head: readonly Item[], baseline: readonly Item[]) => (readonly [Item, Item])[];

/** By the first tie, and in the gaps that its pairs leave by the weaker ones. */
export function pairByTies<Item>(
  head: readonly Item[],
  baseline: readonly Item[],
  ties: readonly Tie<Item>[],
): (readonly [Item, Item])[] {
  const [tie, ...weaker] = ties;
  if (tie === undefined || head.length === 0 || baseline.length === 0) return [];
  const pairs = tie(head, baseline);
  const between = listGaps(head, baseline, pairs).flatMap(([own, other]) => pairByTies(own, other, weaker));
  return [...pairs, ...between];
}

/** Ties what has the same key; `null` is no key. */
export function sameKey<Item>(keyOf: (item: Item) => string | null): Tie<Item> {
  return (head, baseline) =>
    align(head.map(keyOf), baseline.map(keyOf)).flatMap(([own, other]) => {
      const [a, b] = [head[own], baseline[other]];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    });
}

/** Ties one after the other where both sides have as many of the same keys, in the same order. */
export function sameKeys<Item>(keyOf: (item: Item) => string | null): Tie<Item> {
  const tie = sameKey(keyOf);
  return (head, baseline) => (head.map(keyOf).join('\n') === baseline.map(keyOf).join('\n') ? tie(head, baseline) : []);
}

/** What lies between the pairs, before the first and behind the last. */
export function listGaps<Item>(
  head: readonly Item[],
  baseline: readonly Item[],
  pairs: readonly (readonly [Item, Item])[],
): (readonly [Item[], Item[]])[] {
  const ends = pairs.map(([own, other]) => [head.indexOf(own), baseline.indexOf(other)] as const);
  let from = 0;
  let otherFrom = 0;
  return [...ends, [head.length, baseline.length] as const].map(([to, otherTo]) => {
    const gap = [head.slice(from, to), baseline.slice(otherFrom, otherTo)] as const;
    from = to + 1;
    otherFrom = otherTo + 1;
    return gap;
  });
}
