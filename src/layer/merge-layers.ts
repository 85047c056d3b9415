import { PlimsollError } from '../errors.ts';
import { LAYER_LIMITS } from './limits.ts';
import type { FileEntry, LayerEntry } from './layer-entry.ts';

/** The root file system that a container sees, and what its layers carry without it being seen. */
export interface MergedLayers {
  /** By directory, names in the order of their characters; a directory before what is in it. */
  readonly files: readonly MergedFile[];
  /** What a later layer hides or replaces, in the order in which it happened; no directories. */
  readonly wasted: readonly WastedFile[];
}

/**
 * A path of the merged file system. A hard link has its target's size, mode, owner, content and attributes, as the layer
 * that made it found them. A directory that no layer names and that a path runs through has `tarBytes` 0.
 */
export interface MergedFile extends FileEntry {
  /** Place of the layer that it came from, the lowest is 0. */
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

interface Node {
  file: MergedFile;
  /** `null` for what is no directory. */
  children: Map<string, Node> | null;
}

/**
 * Layers, the lowest first and each in archive order, to the root file system that a container sees (OCI image spec,
 * layer.md, "Applying Changesets"). Whiteouts take away of lower layers only, wherever in their own they stand. Throws
 * `LIMIT_EXCEEDED`.
 */
export function mergeLayers(layers: readonly (readonly LayerEntry[])[]): MergedLayers {
  const merge = new Merge();
  for (const [place, entries] of layers.entries()) merge.apply(entries, place);
  return { files: merge.list(), wasted: merge.wasted };
}

class Merge {
  readonly wasted: WastedFile[] = [];
  readonly #root: Node = { file: makeDirectory('/', 0), children: new Map() };
  /** Archives have what is in one directory side by side: it is not looked for again. `null`: none, or it may have gone. */
  #last: { readonly path: string; readonly children: Map<string, Node> } | null = null;
  #made = 0;

  apply(entries: readonly LayerEntry[], layer: number): void {
    // A hard link may name what a whiteout of the same layer takes away: links come first where they are looked up.
    const targets = new Map<string, MergedFile>();
    for (const entry of entries) {
      if (entry.kind !== 'entry' || entry.type !== 'hardlink' || entry.link === null) continue;
      const target = this.#find(entry.link);
      if (target !== null) targets.set(entry.link, target.file);
    }
    this.#last = null;
    for (const entry of entries) {
      if (entry.kind === 'whiteout') this.#remove(entry.path, layer);
      else if (entry.kind === 'opaque') this.#empty(this.#find(entry.path), layer);
    }
    for (const entry of entries) if (entry.kind === 'entry') this.#put(entry, layer, targets);
  }

  list(): MergedFile[] {
    const files: MergedFile[] = [];
    const open: Node[] = [this.#root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      files.push(node.file);
      if (node.children === null) continue;
      const names = [...node.children.keys()].sort().reverse();
      for (const name of names) open.push(node.children.get(name) ?? node);
    }
    return files;
  }

  #put(entry: FileEntry, layer: number, targets: ReadonlyMap<string, MergedFile>): void {
    const file = this.#resolve(entry, layer, targets);
    if (entry.path === '/') {
      if (entry.type === 'directory') this.#root.file = file;
      return;
    }
    const slash = entry.path.lastIndexOf('/');
    const directory = this.#openDirectory(entry.path.slice(0, slash), layer);
    const name = entry.path.slice(slash + 1);
    const before = directory.get(name);
    if (before?.children && entry.type === 'directory') {
      before.file = file;
      return;
    }
    if (before !== undefined) {
      if (before.children !== null) this.#last = null;
      this.#waste(before, layer);
    }
    directory.set(name, { file, children: entry.type === 'directory' ? new Map() : null });
    this.#count();
  }

  #resolve(entry: FileEntry, layer: number, targets: ReadonlyMap<string, MergedFile>): MergedFile {
    const { kind, path, type, link, tarBytes } = entry;
    const isLink = type === 'hardlink' && link !== null;
    const target = isLink ? (this.#find(link)?.file ?? targets.get(link)) : undefined;
    const { size, mode, uid, gid, contentHash, xattrs, device } = target ?? entry;
    // Written out: a spread of so many takes several times as long.
    return { kind, path, type, size, mode, uid, gid, link, contentHash, tarBytes, xattrs, device, layer };
  }

  #openDirectory(path: string, layer: number): Map<string, Node> {
    if (this.#last?.path !== path) this.#last = { path, children: this.#makeDirectories(path, layer) };
    return this.#last.children;
  }

  /** The children of a directory that is there from now on, with all above it. */
  #makeDirectories(path: string, layer: number): Map<string, Node> {
    let children = this.#root.children ?? new Map<string, Node>();
    let end = 0;
    for (const name of names(path)) {
      end += 1 + name.length;
      let node = children.get(name);
      if (!node?.children) {
        if (node !== undefined) this.#waste(node, layer);
        node = { file: makeDirectory(path.slice(0, end), layer), children: new Map() };
        children.set(name, node);
        this.#count();
      }
      children = node.children ?? children;
    }
    return children;
  }

  #find(path: string): Node | null {
    let node: Node | undefined = this.#root;
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
      const { path, type, size, tarBytes, layer } = node.file;
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

function names(path: string): string[] {
  return path === '' || path === '/' ? [] : path.slice(1).split('/');
}

/** As container engines make one that a path runs through and no layer names. */
function makeDirectory(path: string, layer: number): MergedFile {
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
    layer,
  };
}
