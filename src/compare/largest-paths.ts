import type { Cause } from './comparison.ts';
import type { DifferingEntry } from './differing-entries.ts';

const MOST_PATHS = 3;

/** What makes so much of a folder's change is shown in the folder's place. */
const MOST_OF_IT = 0.8;

/** What makes less of the whole is not worth a word beside the largest. */
const WORTH_A_WORD = 0.1;

interface Node {
  readonly path: string;
  /** `null` for the root. */
  readonly parent: Node | null;
  /** `null` for what is no folder. */
  children: Map<string, Node> | null;
  /** Bytes that came less those that went. */
  netBytes: number;
  /** Bytes that came and those that went. */
  movedBytes: number;
}

/**
 * What makes most of a change on disk, largest first, three at most: a file where one makes most of it, else the folder
 * that it is spread in, with a slash at its end. The bytes are those that came less those that went.
 */
export function findLargestPaths(differing: readonly DifferingEntry[]): Cause['paths'] {
  const files = differing.filter(({ entry }) => entry.type !== 'directory');
  const root = makeNode('', null);
  // Most come folder by folder.
  let folder = root;
  for (const [path, bytes] of sumByPath(files)) {
    if (bytes === 0) continue;
    const slash = path.lastIndexOf('/');
    if (folder.path !== path.slice(0, slash)) folder = reach(root, path.slice(0, slash));
    count(reachChild(folder, path.slice(slash + 1)), bytes);
  }
  const found = descend(root, MOST_PATHS)
    .filter(({ netBytes }) => netBytes !== 0)
    .sort((a, b) => Math.abs(b.netBytes) - Math.abs(a.netBytes) || (a.path < b.path ? -1 : 1));
  return found
    .filter(({ movedBytes }, index) => index === 0 || movedBytes >= WORTH_A_WORD * root.movedBytes)
    .map(({ path, children, netBytes }) => ({ path: children !== null ? `${path}/` : path, onDiskBytes: netBytes }));
}

function sumByPath(differing: readonly DifferingEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { entry, bytes } of differing) sums.set(entry.path, (sums.get(entry.path) ?? 0) + bytes);
  return sums;
}

function makeNode(path: string, parent: Node | null): Node {
  return { path, parent, children: null, netBytes: 0, movedBytes: 0 };
}

function reach(root: Node, path: string): Node {
  let node = root;
  for (const name of path.split('/')) if (name !== '') node = reachChild(node, name);
  return node;
}

function reachChild(parent: Node, name: string): Node {
  const known = parent.children?.get(name);
  if (known !== undefined) return known;
  const child = makeNode(`${parent.path}/${name}`, parent);
  parent.children ??= new Map();
  parent.children.set(name, child);
  return child;
}

/** On all that it is in, too. */
function count(start: Node, bytes: number): void {
  for (let node: Node | null = start; node !== null; node = node.parent) {
    node.netBytes += bytes;
    node.movedBytes += Math.abs(bytes);
  }
}

/** The nodes that stand for one node: itself, or below it at most `places` that make most of it. */
function descend(start: Node, places: number): Node[] {
  let node = start;
  for (;;) {
    const largest = [...(node.children?.values() ?? [])].sort((a, b) => b.movedBytes - a.movedBytes).slice(0, places);
    const [first] = largest;
    if (first === undefined) return [node];
    if (first.movedBytes >= MOST_OF_IT * node.movedBytes) {
      node = first;
      continue;
    }
    const covered = largest.reduce((sum, { movedBytes }) => sum + movedBytes, 0);
    // The root says nothing.
    const isWorthIt = places > 1 && (covered >= MOST_OF_IT * node.movedBytes || node.path === '');
    return isWorthIt ? largest.flatMap((child) => descend(child, 1)) : [node];
  }
}
