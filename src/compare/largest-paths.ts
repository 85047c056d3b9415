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
  const root = makeNode('', null);
  const nodes: Node[] = [];
  // Most come folder by folder.
  let folder = root;
  for (const { entry, bytes } of differing) {
    if (entry.type === 'directory') continue;
    const slash = entry.path.lastIndexOf('/');
    if (folder.path.length !== slash || !entry.path.startsWith(folder.path)) {
      folder = reach(root, entry.path.slice(0, slash), nodes);
    }
    reachChild(folder, entry.path.slice(slash + 1), nodes).netBytes += bytes;
  }
  sumUp(nodes);
  const found = descend(root, MOST_PATHS)
    .filter(({ netBytes }) => netBytes !== 0)
    .sort((a, b) => Math.abs(b.netBytes) - Math.abs(a.netBytes) || (a.path < b.path ? -1 : 1));
  return found
    .filter(({ movedBytes }, index) => index === 0 || movedBytes >= WORTH_A_WORD * root.movedBytes)
    .map(({ path, children, netBytes }) => ({ path: children !== null ? `${path}/` : path, onDiskBytes: netBytes }));
}

/** Of each what is in it, too; a folder was made before that. */
function sumUp(nodes: readonly Node[]): void {
  for (const node of nodes) node.movedBytes = Math.abs(node.netBytes);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place];
    if (!node?.parent) continue;
    node.parent.netBytes += node.netBytes;
    node.parent.movedBytes += node.movedBytes;
  }
}

function makeNode(path: string, parent: Node | null): Node {
  return { path, parent, children: null, netBytes: 0, movedBytes: 0 };
}

function reach(root: Node, path: string, nodes: Node[]): Node {
  let node = root;
  for (const name of path.split('/')) if (name !== '') node = reachChild(node, name, nodes);
  return node;
}

/** One that is made is put behind the others. */
function reachChild(parent: Node, name: string, nodes: Node[]): Node {
  const known = parent.children?.get(name);
  if (known !== undefined) return known;
  const child = makeNode(`${parent.path}/${name}`, parent);
  parent.children ??= new Map();
  parent.children.set(name, child);
  nodes.push(child);
  return child;
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
