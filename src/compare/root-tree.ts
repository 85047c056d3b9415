import { isNoLink, type PathState, type RootFile, type RootNode } from '../layer/root-node.ts';
import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

interface Node extends RootNode {
  children: Map<string, Node> | null;
  state: PathState;
  isCut: boolean;
}

/**
 * Layers' entries in their order, the base's first, put on one another as a container sees them: whiteouts and opaque
 * directories take away what lower layers have, whatever their place in the archive, and a file takes away the directory
 * that it replaces. A layer that was not read is left out.
 */
export function mergeRoot(layers: readonly (readonly LayerEntry[])[]): RootNode {
  // It is there without any layer.
  const root: Node = { ...makeNode(), state: 'implied' };
  for (const entries of layers) {
    // A hard link may name what a whiteout of the same layer takes away.
    const targets = new Map<string, PathState>();
    for (const entry of entries) {
      if (entry.kind === 'entry' && entry.type === 'hardlink' && entry.link !== null) {
        targets.set(entry.link, findState(root, entry.link));
      }
    }
    for (const { kind, path } of entries) {
      if (kind === 'entry') continue;
      const node = reach(root, path);
      node.children = null;
      node.isCut = true;
      if (kind === 'whiteout') node.state = 'absent';
    }
    const last: LastDirectory = { path: '', node: null };
    for (const entry of entries) if (entry.kind === 'entry') put(root, entry, targets, last);
  }
  return root;
}

/** Archives have what is in one directory side by side: it is not looked for again. */
interface LastDirectory {
  path: string;
  /** `null`: none, or it may have gone. */
  node: Node | null;
}

/** What is known of a path. */
export function findState(root: RootNode, path: string): PathState {
  let node = root;
  let isCut = root.isCut;
  for (const name of namesOf(path)) {
    const child = node.children?.get(name);
    if (child === undefined) return isCut ? 'absent' : 'unsaid';
    node = child;
    isCut ||= node.isCut;
  }
  return node.state;
}

/** What hard links name, as it was before their layer. */
type Targets = ReadonlyMap<string, PathState>;

function put(root: Node, entry: FileEntry, targets: Targets, last: LastDirectory): void {
  const file = describe(root, entry, targets);
  const node = reachEntry(root, entry.path, last);
  // What lower layers have in a directory shows through a directory only.
  if (!isDirectory(file)) {
    if (node.children !== null) last.node = null;
    node.children = null;
    node.isCut = true;
  }
  node.state = file;
}

function reachEntry(root: Node, path: string, last: LastDirectory): Node {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (name === '') return reach(root, path, imply);
  const directory = path.slice(0, slash);
  if (last.node === null || last.path !== directory) {
    last.node = reach(root, directory, imply);
    last.path = directory;
    imply(last.node);
  }
  return reachChild(last.node, name);
}

/** An archive need not name the directories that its files are in. */
function imply(parent: Node): void {
  if (!isDirectory(parent.state)) parent.state = 'implied';
}

function describe(root: Node, entry: FileEntry, targets: Targets): RootFile {
  if (isNoLink(entry)) return entry;
  const { mode, uid, gid, xattrs, device } = entry;
  // As an archive is unpacked: the target is what has its name at this place.
  const now = entry.link === null ? 'absent' : findState(root, entry.link);
  const target = now === 'absent' || now === 'unsaid' ? targets.get(entry.link ?? '') : now;
  if (typeof target === 'object' && target.type !== 'directory') return target;
  return { type: 'file', size: null, contentHash: null, mode, uid, gid, link: null, xattrs, device };
}

function isDirectory(state: PathState): boolean {
  return typeof state === 'object' && state.type === 'directory';
}

function reach(root: Node, path: string, pass: (parent: Node) => void = () => undefined): Node {
  let node = root;
  for (const name of namesOf(path)) {
    pass(node);
    node = reachChild(node, name);
  }
  return node;
}

function reachChild(parent: Node, name: string): Node {
  const known = parent.children?.get(name);
  if (known !== undefined) return known;
  const child = makeNode();
  parent.children ??= new Map();
  parent.children.set(name, child);
  return child;
}

function makeNode(): Node {
  return { children: null, state: 'unsaid', isCut: false };
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
