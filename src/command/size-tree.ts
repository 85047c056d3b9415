import type { MergedFile } from '../layer/merge-layers.ts';

/** A path with all below it. */
export interface SizeNode {
  readonly path: string;
  readonly isDirectory: boolean;
  /** Of the contents of files in bytes; a file of several names counts at the first. */
  size: number;
  /** Places of the lowest and the highest layer that something of it came from. */
  lowest: number;
  highest: number;
  /** Largest first, then by path. */
  readonly children: SizeNode[];
}

/** Files, a directory before what is in it, to the tree of their sizes. */
export function makeSizeTree(files: readonly Pick<MergedFile, 'path' | 'type' | 'size' | 'layer'>[]): SizeNode | null {
  const nodes = new Map<string, SizeNode>();
  for (const { path, type, size, layer } of files) {
    const bytes = type === 'file' ? size : 0;
    const isDirectory = type === 'directory';
    nodes.set(path, { path, isDirectory, size: bytes, lowest: layer, highest: layer, children: [] });
  }
  for (const node of [...nodes.values()].reverse()) {
    node.children.sort((one, other) => other.size - one.size || (one.path < other.path ? -1 : 1));
    const parent = node.path === '/' ? undefined : nodes.get(node.path.slice(0, node.path.lastIndexOf('/')) || '/');
    if (parent === undefined) continue;
    parent.size += node.size;
    parent.lowest = Math.min(parent.lowest, node.lowest);
    parent.highest = Math.max(parent.highest, node.highest);
    parent.children.push(node);
  }
  return nodes.get('/') ?? null;
}
