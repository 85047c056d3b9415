import type { FileEntry, FileType } from './layer-entry.ts';

/** A path of a merged root file system, of which not all layers need have been read. */
export interface RootNode {
  /** `null`: none, as of all files. */
  readonly children: ReadonlyMap<string, RootNode> | null;
  readonly state: PathState;
  /** Nothing of a lower layer shows through beneath it. */
  readonly isCut: boolean;
}

/** What the layers that were read say of a path: a file, that there is none, a directory for the sake of what is in it, or nothing. */
export type PathState = RootFile | 'absent' | 'implied' | 'unsaid';

/** A file of the merged root file system. */
export interface RootFile {
  readonly type: Exclude<FileType, 'hardlink'>;
  /** Of a file under each of its names; 0 of everything else. `null`: a hard link into a layer that was not read. */
  readonly size: number | null;
  readonly contentHash: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of a symlink. */
  readonly link: string | null;
  readonly xattrs: string;
  /** `major:minor`. */
  readonly device: string | null;
}

export function isNoLink(entry: FileEntry): entry is FileEntry & RootFile {
  return entry.type !== 'hardlink';
}
