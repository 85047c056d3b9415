import type { CacheMount } from '../build/cache-mounts.ts';
import type { BlobKey } from '../image/source.ts';
import type { Packing } from './packing.ts';

/** The contents of cache mounts as a registry keeps them: each content once, in packs, and a table of what lies where. */
export interface MountSet {
  readonly packs: readonly Pack[];
  readonly mounts: readonly StoredMount[];
}

/** Contents of files one after the other, as a manifest names it. */
export interface StoredPack extends BlobKey {
  readonly packing: Packing;
}

export interface Pack extends StoredPack {
  /** Unpacked. */
  readonly contentBytes: number;
}

export interface StoredMount {
  readonly mount: CacheMount;
  /** By path; each after the folder that it is in, the first of them the mount itself, whose path is ''. */
  readonly entries: readonly MountEntry[];
}

/** Paths are relative to the mount. */
export type MountEntry =
  | (Owned & { readonly kind: 'directory' })
  | (Owned & {
      readonly kind: 'file';
      readonly size: number;
      /** Hexadecimal, of its content. */
      readonly sha256: string;
      /** Where its content begins. An empty file has none: 0 and 0. */
      readonly place: PackPlace;
    })
  /** Its time is no one's concern, and busybox sets none: 0. */
  | (Owned & { readonly kind: 'symlink'; readonly target: string })
  /** `target`: the path of a file of the same mount. */
  | { readonly kind: 'hardlink'; readonly path: string; readonly target: string };

export type FileEntry = Extract<MountEntry, { kind: 'file' }>;

export interface PackPlace {
  /** Among the set's packs. */
  readonly pack: number;
  /** In bytes, unpacked. */
  readonly offset: number;
}

interface Owned {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Unix seconds. */
  readonly mtime: number;
}

/** What tells one mount from another. */
export function keyOfMount({ id, begins }: CacheMount): string {
  return JSON.stringify(begins.kind === 'folder' ? [id, begins.uid, begins.gid, begins.mode] : [id, begins.kind]);
}
