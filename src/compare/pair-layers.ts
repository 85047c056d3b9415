import { align } from './align.ts';
import { makeIdentify } from './layer-identity.ts';
import type { LayerContents } from '../layer/layer-contents.ts';
import type { ImageLayer } from '../image/image.ts';

/** What became of one layer: a row of the comparison. */
export type LayerPair =
  | { status: 'same' | 'recompressed' | 'rebuilt' | 'changed'; baseline: ImageLayer; head: ImageLayer }
  | { status: 'added'; baseline: null; head: ImageLayer }
  | { status: 'removed'; baseline: ImageLayer; head: null };

interface Tie {
  status: 'same' | 'recompressed' | 'rebuilt' | 'changed';
  /** Layers with equal keys are tied; `null` ties to nothing. */
  key: (layer: ImageLayer) => string | null;
}

/** Strongest first (contract.md, "layers"). Where layers were not read, what could be rebuilt is `changed`. */
function makeTies(contents: LayerContents): Tie[] {
  const identify = makeIdentify(contents);
  return [
    { status: 'same', key: (layer) => `${layer.digest} ${layer.diffID}` },
    { status: 'recompressed', key: (layer) => layer.diffID },
    { status: 'rebuilt', key: (layer) => identify(layer.diffID) },
    // A layer that does not say where it comes from is tied to nothing.
    { status: 'changed', key: (layer) => (layer.createdBy === '' ? null : layer.createdBy) },
  ];
}

/**
 * Pairs the layers of two images in order, like lines of a diff: first all that are the same, then, in the gaps that
 * these leave, what is tied less strongly. Each layer of either side stands in exactly one row; each side keeps its order.
 */
export function pairLayers(
  baseline: readonly ImageLayer[],
  head: readonly ImageLayer[],
  contents: LayerContents,
): LayerPair[] {
  return pairByTies(baseline, head, makeTies(contents));
}

function pairByTies(baseline: readonly ImageLayer[], head: readonly ImageLayer[], ties: readonly Tie[]): LayerPair[] {
  const [tie, ...weaker] = ties;
  if (tie === undefined || baseline.length === 0 || head.length === 0) {
    return [
      ...baseline.map((layer): LayerPair => ({ status: 'removed', baseline: layer, head: null })),
      ...head.map((layer): LayerPair => ({ status: 'added', baseline: null, head: layer })),
    ];
  }
  const rows: LayerPair[] = [];
  let row = 0;
  let column = 0;
  const fillGap = (rowEnd: number, columnEnd: number): void => {
    const gap = pairByTies(baseline.slice(row, rowEnd), head.slice(column, columnEnd), weaker);
    for (const pair of gap) rows.push(pair);
  };
  for (const [pairedRow, pairedColumn] of align(baseline.map(tie.key), head.map(tie.key))) {
    fillGap(pairedRow, pairedColumn);
    const before = baseline[pairedRow];
    const after = head[pairedColumn];
    if (before !== undefined && after !== undefined) rows.push({ status: tie.status, baseline: before, head: after });
    row = pairedRow + 1;
    column = pairedColumn + 1;
  }
  fillGap(baseline.length, head.length);
  return rows;
}
