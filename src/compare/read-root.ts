import { findState, mergeRoot } from './root-tree.ts';
import type { RootSide } from './compare-files.ts';
import type { PackageTexts } from './packages/package-data.ts';
import type { LayerEntry } from '../layer/layer-entry.ts';
import type { MergedNode } from '../layer/merge-layers.ts';
import type { RootNode } from '../layer/root-node.ts';

/** What is in a layer, and what is kept of its files, by `contentHash`; untrusted. */
interface LayerInside {
  readonly entries: readonly LayerEntry[];
  readonly texts: ReadonlyMap<string, string>;
}

/** A merged root file system, as far as it was read, and what is kept of the files in it. */
export interface ReadRoot extends RootSide {
  /** By path. Looked for when it is asked for: it is among all files. */
  readonly texts: PackageTexts;
  /** Of one file. */
  readonly textAt: (path: string) => string | null;
}

/** What layers make, the base's first; `null` stands for one that was not read. */
export function readRoot(layers: readonly (LayerInside | null)[]): ReadRoot {
  return openRoot(mergeRoot(layers.flatMap((layer) => (layer === null ? [] : [layer.entries]))), layers);
}

/** The same out of layers that were merged already. */
export function readMergedRoot(root: MergedNode, layers: readonly (LayerInside | null)[]): ReadRoot {
  return openRoot(root, layers);
}

function openRoot(root: RootNode, all: readonly (LayerInside | null)[]): ReadRoot {
  const layers = all.flatMap((layer) => layer ?? []);
  const kept = new Map<string, string>();
  for (const layer of layers) for (const [hash, text] of layer.texts) kept.set(hash, text);
  let texts: PackageTexts | null = null;
  return {
    root,
    isWhole: layers.length === all.length,
    get texts() {
      texts ??= findTexts(root, layers, kept);
      return texts;
    },
    textAt: (path) => textAt(root, path, kept) ?? null,
  };
}

/** Looked for where a layer has such a file, or a link that may be one: a walk through all takes longer. */
function findTexts(
  root: RootNode,
  layers: readonly LayerInside[],
  kept: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { entries } of kept.size === 0 ? [] : layers) {
    for (const entry of entries) {
      if (entry.kind !== 'entry') continue;
      if (entry.type !== 'hardlink' && (entry.contentHash === null || !kept.has(entry.contentHash))) continue;
      if (texts.has(entry.path)) continue;
      const text = textAt(root, entry.path, kept);
      if (text !== undefined) texts.set(entry.path, text);
    }
  }
  return texts;
}

function textAt(root: RootNode, path: string, kept: ReadonlyMap<string, string>): string | undefined {
  const state = findState(root, path);
  return typeof state === 'object' && state.contentHash !== null ? kept.get(state.contentHash) : undefined;
}
