import { NOWHERE, type LayerPlace, type TracedPair } from './trace-layers.ts';

/** A row, or one side of a row, that is the base's or comes after it. */
export interface SplitPair extends TracedPair {
  readonly part: 'base' | 'own';
}

/**
 * What of the rows is the bases', and what comes after them (contract.md, "base-image"); in the order of the rows. A layer
 * of a side that does not tell is where the one is that it is paired with; without one it counts as after the base. A pair
 * of which only one side is a base's is no difference of either, unless it is the very same tar stream: the one went, the
 * other came.
 */
export function splitAtBase(rows: readonly TracedPair[]): SplitPair[] {
  return rows.flatMap((row): SplitPair[] => {
    const { pair, baseline, head } = row;
    const after = partOf(head, baseline);
    const before = partOf(baseline, head);
    if (pair.baseline === null || pair.head === null || before === after || pair.baseline.diffID === pair.head.diffID) {
      return [{ ...row, part: pair.head === null ? before : after }];
    }
    return [
      { pair: { status: 'removed', baseline: pair.baseline, head: null }, baseline, head: NOWHERE, part: before },
      { pair: { status: 'added', baseline: null, head: pair.head }, baseline: NOWHERE, head, part: after },
    ];
  });
}

function partOf(layer: LayerPlace, partner: LayerPlace): 'base' | 'own' {
  return layer.part ?? partner.part ?? 'own';
}
