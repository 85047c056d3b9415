import type { LayerPair } from './pair-layers.ts';
import type { SideOrigin } from './side-origin.ts';
import type { LayerOrigin, SourceLine } from '../build/origins/image-origin.ts';

/** Where a layer comes from, as far as it is known. */
export interface LayerPlace {
  /** Of the last stage's FROM, or of what comes after it; `null`: not known, or there is no layer. */
  readonly part: 'base' | 'own' | null;
  /** Of a layer after the base's. */
  readonly origin: LayerOrigin | null;
  /** Of a base's layer the line of the FROM. */
  readonly source: SourceLine | null;
}

/** A row of the comparison, with where its layers come from. */
export interface TracedPair {
  readonly pair: LayerPair;
  readonly baseline: LayerPlace;
  readonly head: LayerPlace;
}

export const NOWHERE: LayerPlace = { part: null, origin: null, source: null };

/** Ties each row's layers to what is known of both sides' origins; in the order of the rows. */
export function traceLayers(pairs: readonly LayerPair[], baseline: SideOrigin, head: SideOrigin): TracedPair[] {
  const placeBaseline = makePlacer(baseline);
  const placeHead = makePlacer(head);
  return pairs.map((pair) => ({
    pair,
    baseline: pair.baseline === null ? NOWHERE : placeBaseline(),
    head: pair.head === null ? NOWHERE : placeHead(),
  }));
}

/** The head's line; of a layer that is gone the baseline's. */
export function sourceOf({ pair, baseline, head }: TracedPair): SourceLine | null {
  return (pair.head === null ? baseline : head).source;
}

/** Places a side's layers, one a call, in their order. */
function makePlacer(side: SideOrigin): () => LayerPlace {
  let next = 0;
  return () => {
    const index = next++;
    if (side.kind !== 'known') return NOWHERE;
    const { base, layers } = side;
    if (base !== null && index < base.layers) return { part: 'base', origin: null, source: base.source };
    const origin = layers?.[index - (base?.layers ?? 0)] ?? null;
    return { part: 'own', origin, source: origin?.source ?? null };
  };
}
