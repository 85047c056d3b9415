import { isDirectlyIn } from '../layer/layer-path.ts';
import { isNoLink, type PathState, type RootFile, type RootNode } from '../layer/root-node.ts';
import type { FileEntry, LayerEntry, Whiteout } from '../layer/layer-entry.ts';

/** What an archive says of a path that is no directory and no hard link. */
type PlainFile = FileEntry & RootFile;

class Node implements RootNode {
  state: PathState = 'unsaid';
  isCut = false;
  #nodes: Map<string, Node> | null = null;
  /** By name, each once, and none of them among the nodes: of most files nobody asks, and they need no node. */
  #files: PlainFile[] = [];
  /** The last of all names in the order of their characters. */
  #lastName = '';

  get children(): ReadonlyMap<string, Node> | null {
    for (const file of this.#files) this.#add(nameOf(file.path), makeLeaf(file));
    this.#files = [];
    return this.#nodes;
  }

  get parts(): DirectoryParts {
    return { files: this.#files, nodes: this.#nodes };
  }

  /** Whether there is something in it. */
  get isFilled(): boolean {
    return this.#nodes !== null || this.#files.length > 0;
  }

  empty(): void {
    this.#nodes = null;
    this.#files = [];
    this.#lastName = '';
  }

  /** Takes in a file where it is surely new, as archives have it whose names are in order. */
  append(name: string, file: PlainFile): boolean {
    if (name <= this.#lastName) return false;
    this.#files.push(file);
    this.#lastName = name;
    return true;
  }

  reach(name: string): Node {
    if (name <= this.#lastName) {
      const known = this.#nodes?.get(name) ?? this.children?.get(name);
      if (known !== undefined) return known;
    } else this.#lastName = name;
    const child = new Node();
    this.#add(name, child);
    return child;
  }

  #add(name: string, child: Node): void {
    this.#nodes ??= new Map();
    this.#nodes.set(name, child);
  }
}

function makeLeaf(file: PlainFile): Node {
  const leaf = new Node();
  leaf.state = file;
  leaf.isCut = true;
  return leaf;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What is in a directory: files that have no node, by name, and nodes of others. */
export interface DirectoryParts {
  readonly files: readonly PlainFile[];
  readonly nodes: ReadonlyMap<string, RootNode> | null;
}

/** Much cheaper than `children`, which makes a node of each file. */
export function partsOf(node: RootNode): DirectoryParts {
  return node instanceof Node ? node.parts : { files: [], nodes: node.children };
}

/**
 * Layers' entries in their order, the base's first, put on one another as a container sees them: whiteouts and opaque
 * directories take away what lower layers have, whatever their place in the archive, and a file takes away the directory
 * that it replaces. A layer that was not read is left out.
 */
export function mergeRoot(layers: readonly (readonly LayerEntry[])[]): RootNode {
  const root = new Node();
  // It is there without any layer.
  root.state = 'implied';
  for (const entries of layers) {
    // A hard link may name what a whiteout of the same layer takes away.
    const targets = new Map<string, PathState>();
    const whiteouts: Whiteout[] = [];
    entries.forEach((entry) => {
      if (entry.kind !== 'entry') whiteouts.push(entry);
      else if (entry.type === 'hardlink' && entry.link !== null) targets.set(entry.link, findState(root, entry.link));
    });
    for (const { kind, path } of whiteouts) {
      const node = reach(root, path);
      node.empty();
      node.isCut = true;
      if (kind === 'whiteout') node.state = 'absent';
    }
    // Container engines make the directory that a whiteout is in, whether it takes something away or not.
    for (const { kind, path } of whiteouts) {
      const node = reach(root, path, imply);
      if (kind === 'opaque') imply(node);
    }
    const last: LastDirectory = { path: '', node: null };
    entries.forEach((entry) => {
      if (entry.kind === 'entry') put(root, entry, targets, last);
    });
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
  const { path } = entry;
  const file = describe(root, entry, targets);
  const directory = path === '/' ? null : reachDirectory(root, path, last);
  const name = path.slice(last.path.length + 1);
  if (directory !== null && isNoLink(entry) && entry.type !== 'directory' && directory.append(name, entry)) return;
  const node = directory?.reach(name) ?? root;
  // What lower layers have in a directory shows through a directory only.
  if (!isDirectory(file)) {
    if (node.isFilled) last.node = null;
    node.empty();
    node.isCut = true;
  }
  node.state = file;
}

function reachDirectory(root: Node, path: string, last: LastDirectory): Node {
  if (last.node !== null && isDirectlyIn(last.path, path)) return last.node;
  last.path = path.slice(0, path.lastIndexOf('/'));
  last.node = reach(root, last.path, imply);
  imply(last.node);
  return last.node;
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
    node = node.reach(name);
  }
  return node;
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
