import type { Digest } from './digest.ts';
import type { LayoutFiles } from './layout-source.ts';

/** The files of an archive of an image. A path that leads outside is refused with `IMAGE_INVALID`. */
export interface ArchiveFiles extends LayoutFiles {
  /** What a layer is, without reading it into memory. `null`: there is no such file. */
  describe(path: string): Promise<FileDescription | null>;
}

export interface FileDescription {
  readonly size: number;
  readonly digest: Digest;
  /** Its first bytes: how it is compressed. */
  readonly start: Uint8Array;
}

/** As many as tell gzip, zstd and tar apart. */
export const START_BYTES = 4;
