import { nameKeyword, nameProgram } from './instruction.ts';
import { pairByTies, sameKey, sameKeys, type Tie } from './pair-by-ties.ts';
import type { LayerPair } from './pair-layers.ts';

/** A row of either kind, with what its user knows beside it. */
interface Row {
  readonly row: { readonly pair: LayerPair };
}

const createdBy = ({ row: { pair } }: Row): string => (pair.head ?? pair.baseline).createdBy;

/** The strongest first: the same program, as many of the same kinds. */
function listTies<Item extends Row>(): Tie<Item>[] {
  return [
    sameKey((row) => nameProgram(createdBy(row)) || null),
    sameKeys((row) => nameKeyword(createdBy(row)) || null),
  ];
}

/**
 * Layers that one side has where the other has another: an instruction that was edited. Of each stretch of rows that
 * only one side has, what begins alike; the head's row first.
 */
export function pairReplaced<Item extends Row>(rows: readonly Item[]): (readonly [Item, Item])[] {
  const ties = listTies<Item>();
  const pairs: (readonly [Item, Item])[] = [];
  let added: Item[] = [];
  let removed: Item[] = [];
  const endStretch = (): void => {
    pairs.push(...pairByTies(added, removed, ties));
    added = [];
    removed = [];
  };
  for (const item of rows) {
    const { status } = item.row.pair;
    if (status === 'added') added.push(item);
    else if (status === 'removed') removed.push(item);
    else endStretch();
  }
  endStretch();
  return pairs;
}
