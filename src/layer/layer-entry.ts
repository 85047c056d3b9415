/** One entry of a layer: something that it puts into the file system, or takes away. */
export type LayerEntry = FileEntry | Whiteout;

/** Something that a layer puts into the file system. */
export interface FileEntry {
  readonly kind: 'entry';
  /** Absolute and normalised: `/usr/bin/x`; the root is `/`. Untrusted text. */
  readonly path: string;
  readonly type: FileType;
  /** Of a file's content in bytes, its holes included; 0 for all others. */
  readonly size: number;
  /** Permission bits, with setuid, setgid and sticky; no bits for the type. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of a symlink as written, of a hard link absolute and normalised. Untrusted text. */
  readonly link: string | null;
  /** The SHA-256 of a file's content, in hexadecimal; the same whether a file is sparse or not. `null` for all others, and where none was asked for. */
  readonly contentHash: string | null;
  /** What it takes of the layer's tar stream: PAX and GNU headers, its own header, content and padding. */
  readonly tarBytes: number;
  /** Equal where the extended attributes are; '' for none. Untrusted text. */
  readonly xattrs: string;
  /** `major:minor` of a device. */
  readonly device: string | null;
}

/** Something that a layer takes away of those under it (OCI image spec, layer.md, "Whiteouts"). */
export interface Whiteout {
  /** `whiteout`: `path`, with all below it. `opaque`: all that layers under it have below the directory `path`. */
  readonly kind: 'whiteout' | 'opaque';
  readonly path: string;
  readonly tarBytes: number;
}

export type FileType = 'file' | 'directory' | 'symlink' | 'hardlink' | 'char' | 'block' | 'fifo';
