import { PlimsollError } from '../errors.ts';
import { isDirectlyIn } from './layer-path.ts';
import { LAYER_LIMITS } from './limits.ts';
import { isNoLink, type RootFile, type RootNode } from './root-node.ts';
import type { FileEntry, LayerEntry, Whiteout } from './layer-entry.ts';

/** The root file system that a container sees, and what its layers carry without it being seen. */
export interface MergedLayers {
  readonly root: MergedNode;
  /** By directory, names in the order of their characters; a directory before what is in it. Made when it is asked for. */
  readonly files: readonly MergedFile[];
  /** What a later layer hides or replaces, in the order in which it happened; no directories. */
  readonly wasted: readonly WastedFile[];
}

/** A path of the merged file system, with what is in it. */
export interface MergedNode extends RootNode {
  /**
   * A hard link has its target's size, mode, owner, content and attributes, as the layer that made it found them. A directory
   * that no layer names and that a path runs through has `tarBytes` 0.
   */
  readonly file: FileEntry;
  /** What is there: of a hard link what it names. */
  readonly state: RootFile;
  /** Place of the layer that it came from, the lowest is 0. */
  readonly layer: number;
  /** `null` for what is no directory. */
  readonly children: ReadonlyMap<string, MergedNode> | null;
}

/** As `MergedNode` has it. */
export interface MergedFile extends FileEntry {
  readonly layer: number;
}

export interface WastedFile {
  readonly path: string;
  readonly size: number;
  readonly tarBytes: number;
  /** Place of the layer that carries it. */
  readonly layer: number;
  /** Place of the layer that hides or replaces it; its own where an archive has a path twice. */
  readonly by: number;
}

interface Node extends MergedNode {
  file: FileEntry;
  state: RootFile;
  layer: number;
  readonly children: Map<string, Node> | null;
}

interface OpenDirectory {
  /** '' of the root. */
  readonly path: string;
  readonly children: Map<string, Node>;
}

/**
 * Layers, the lowest first and each in archive order, to the root file system that a container sees (OCI image spec,
 * layer.md, "Applying Changesets"). Whiteouts take away of lower layers only, wherever in their own they stand. Throws
 * `LIMIT_EXCEEDED`.
 */
export function mergeLayers(layers: readonly (readonly LayerEntry[])[]): MergedLayers {
  const merge = new Merge();
  for (const [place, entries] of layers.entries()) merge.apply(entries, place);
  return merge;
}

/** Goes to all that is in a merged file system, in the order of `MergedLayers.files`. */
export function walkMerged(root: MergedNode, visit: (node: MergedNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    if (node.children === null) continue;
    const children = inOrder(node.children);
    for (let place = children.length - 1; place >= 0; place -= 1) open.push(children[place] ?? node);
  }
}

/** By name, as archives mostly have them already. */
function inOrder(children: ReadonlyMap<string, MergedNode>): MergedNode[] {
  let before = '';
  for (const name of children.keys()) {
    if (name < before) return [...children.keys()].sort().flatMap((each) => children.get(each) ?? []);
    before = name;
  }
  return [...children.values()];
}

class Merge implements MergedLayers {
  readonly wasted: WastedFile[] = [];
  readonly root: Node = makeNode(makeDirectory('/'), 0);
  /**
   * The directories that lead to where the last entry was put, the root first: archives have what is in one directory side
   * by side.
   */
  #open: OpenDirectory[] = [];
  #made = 0;
  #files: MergedFile[] | null = null;

  get files(): readonly MergedFile[] {
    this.#files ??= listFiles(this.root);
    return this.#files;
  }

  apply(entries: readonly LayerEntry[], layer: number): void {
    // A hard link may name what a whiteout of the same layer takes away: links come first where they are looked up.
    const targets = new Map<string, Node>();
    const whiteouts: Whiteout[] = [];
    entries.forEach((entry) => {
      if (entry.kind !== 'entry') whiteouts.push(entry);
      else if (entry.type === 'hardlink' && entry.link !== null) {
        const target = this.#find(entry.link);
        if (target !== null) targets.set(entry.link, target);
      }
    });
    for (const { kind, path } of whiteouts) {
      if (kind === 'whiteout') this.#remove(path, layer);
      else this.#empty(this.#find(path), layer);
    }
    this.#open = [{ path: '', children: this.root.children ?? new Map<string, Node>() }];
    for (const whiteout of whiteouts) this.#openWhiteout(whiteout, layer);
    entries.forEach((entry) => {
      if (entry.kind === 'entry') this.#put(entry, layer, targets);
    });
  }

  /** Container engines make the directory that a whiteout is in, whether it takes something away or not. */
  #openWhiteout({ kind, path }: Whiteout, layer: number): void {
    if (kind === 'whiteout') this.#openDirectory(path, layer);
    else if (path !== '/') this.#openDirectory(`${path}/.wh..wh..opq`, layer);
  }

  #put(entry: FileEntry, layer: number, targets: ReadonlyMap<string, Node>): void {
    const node = isNoLink(entry) ? makeNode(entry, layer) : this.#resolve(entry, layer, targets);
    if (entry.path === '/') {
      if (entry.type === 'directory') replace(this.root, node);
      return;
    }
    const directory = this.#openDirectory(entry.path, layer);
    const name = entry.path.slice(directory.path.length + 1);
    const before = directory.children.get(name);
    if (before?.children && entry.type === 'directory') {
      replace(before, node);
      this.#open.push({ path: entry.path, children: before.children });
      return;
    }
    if (before !== undefined) this.#waste(before, layer);
    directory.children.set(name, node);
    if (node.children !== null) this.#open.push({ path: entry.path, children: node.children });
    this.#count();
  }

  #resolve(entry: FileEntry, layer: number, targets: ReadonlyMap<string, Node>): Node {
    const target = entry.link === null ? null : (this.#find(entry.link) ?? targets.get(entry.link) ?? null);
    const { kind, path, type, link, tarBytes } = entry;
    const { size, mode, uid, gid, contentHash, xattrs, device } = target?.file ?? entry;
    const file = { kind, path, type, size, mode, uid, gid, link, contentHash, tarBytes, xattrs, device };
    const isThere = target !== null && target.state.type !== 'directory';
    const state = isThere
      ? target.state
      : { ...file, type: 'file' as const, size: null, contentHash: null, link: null };
    return { file, state, layer, children: null, isCut: false };
  }

  /** The directory that an entry is in, which is there from now on with all above it. */
  #openDirectory(path: string, layer: number): OpenDirectory {
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      if (isDirectlyIn(last.path, path)) return last;
      if (path.startsWith(`${last.path}/`)) return this.#makeDirectories(last, path, layer);
      this.#open.pop();
    }
    throw new Error('the root is in no place');
  }

  /** Those between a directory and the one that an entry is in, which is given. */
  #makeDirectories(above: OpenDirectory, path: string, layer: number): OpenDirectory {
    let directory = above;
    for (const name of names(path.slice(above.path.length)).slice(0, -1)) {
      const there = `${directory.path}/${name}`;
      const { children } = directory;
      let node = children.get(name);
      if (!node?.children) {
        if (node !== undefined) this.#waste(node, layer);
        node = makeNode(makeDirectory(there), layer);
        children.set(name, node);
        this.#count();
      }
      directory = { path: there, children: node.children ?? children };
      this.#open.push(directory);
    }
    return directory;
  }

  #find(path: string): Node | null {
    let node: Node | undefined = this.root;
    for (const name of names(path)) node = node?.children?.get(name);
    return node ?? null;
  }

  #remove(path: string, layer: number): void {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const children = this.#find(path.slice(0, slash))?.children;
    const node = children?.get(name);
    if (node === undefined) return;
    this.#waste(node, layer);
    children?.delete(name);
  }

  #empty(directory: Node | null, layer: number): void {
    for (const node of directory?.children?.values() ?? []) this.#waste(node, layer);
    directory?.children?.clear();
  }

  /** All below it too. */
  #waste(top: Node, by: number): void {
    const open = [top];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const { file, layer } = node;
      const { path, type, size, tarBytes } = file;
      if (type !== 'directory') this.wasted.push({ path, size, tarBytes, layer, by });
      for (const child of node.children?.values() ?? []) open.push(child);
    }
  }

  #count(): void {
    this.#made += 1;
    if (this.#made <= LAYER_LIMITS.mergedFiles) return;
    throw new PlimsollError('LIMIT_EXCEEDED', `the layers make more than ${LAYER_LIMITS.mergedFiles} files`);
  }
}

function makeNode(file: FileEntry & RootFile, layer: number): Node {
  return { file, state: file, layer, children: file.type === 'directory' ? new Map() : null, isCut: false };
}

/** What is in a directory stays. */
function replace(directory: Node, { file, state, layer }: Node): void {
  directory.file = file;
  directory.state = state;
  directory.layer = layer;
}

function listFiles(root: MergedNode): MergedFile[] {
  const files: MergedFile[] = [];
  walkMerged(root, ({ file, layer }) => {
    const { kind, path, type, size, mode, uid, gid, link, contentHash, tarBytes, xattrs, device } = file;
    // Written out: a spread of so many takes several times as long.
    files.push({ kind, path, type, size, mode, uid, gid, link, contentHash, tarBytes, xattrs, device, layer });
  });
  return files;
}

function names(path: string): string[] {
  return path === '' || path === '/' ? [] : path.slice(1).split('/');
}

/** As container engines make one that a path runs through and no layer names. */
function makeDirectory(path: string): FileEntry & RootFile {
  return {
    kind: 'entry',
    path,
    type: 'directory',
    size: 0,
    mode: 0o755,
    uid: 0,
    gid: 0,
    link: null,
    contentHash: null,
    tarBytes: 0,
    xattrs: '',
    device: null,
  };
}
