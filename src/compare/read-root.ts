import { mergeRoot, type RootNode } from './root-tree.ts';
import type { RootSide } from './compare-files.ts';
import type { PackageTexts } from './packages/package-data.ts';
import type { LayerEntry } from '../layer/layer-entry.ts';

/** What is in a layer, and what is kept of its files, by `contentHash`; untrusted. */
interface LayerInside {
  readonly entries: readonly LayerEntry[];
  readonly texts: ReadonlyMap<string, string>;
}

/** A merged root file system, as far as it was read, and what is kept of the files in it, by path. */
export type ReadRoot = RootSide & { readonly texts: PackageTexts };

/** What layers make, the base's first; `null` stands for one that was not read. */
export function readRoot(layers: readonly (LayerInside | null)[]): ReadRoot {
  const read = layers.flatMap((layer) => layer ?? []);
  const root = mergeRoot(read.map(({ entries }) => entries));
  return { root, isWhole: read.length === layers.length, texts: findTexts(root, read) };
}

function findTexts(root: RootNode, layers: readonly LayerInside[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const layer of layers) for (const [hash, text] of layer.texts) kept.set(hash, text);
  const texts = new Map<string, string>();
  const places: [string, RootNode][] = kept.size === 0 ? [] : [['', root]];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const [path, { state, children }] = place;
    const text = typeof state === 'object' ? kept.get(state.contentHash ?? '') : undefined;
    if (text !== undefined) texts.set(path, text);
    for (const [name, child] of children ?? []) places.push([`${path}/${name}`, child]);
  }
  return texts;
}
