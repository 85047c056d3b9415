import { FILE_INDEX_LIMITS } from '../layer/file-index.ts';
import type { LayerKey } from '../layer/layer-indexes.ts';
import type { Descriptor } from '../image/source.ts';

/** Media type of a file index: what is in one layer (`formatFileIndex`). */
export const LAYER_INDEX_TYPE = 'application/vnd.plimsoll.layer-index.v1+brotli';

/** What the media types of all versions begin with. */
const ANY_VERSION = 'application/vnd.plimsoll.layer-index.';

/** A file index beside an image. */
export interface StoredIndex {
  /** The one layer that it is of. */
  readonly layer: LayerKey;
  readonly blob: Pick<Descriptor, 'digest' | 'size'>;
}

/** How many file indexes one record has, and how large they are in sum; what is beyond is left out. */
const MOST_INDEXES = 1000;
const MOST_INDEX_BYTES = 64 * 1024 * 1024;

/** As many as a record may have. */
export function boundIndexes<Index extends StoredIndex>(indexes: readonly Index[]): Index[] {
  let bytes = 0;
  return indexes
    .filter(({ blob }) => blob.size <= FILE_INDEX_LIMITS.bytes)
    .slice(0, MOST_INDEXES)
    .filter(({ blob }) => {
      if (bytes + blob.size > MOST_INDEX_BYTES) return false;
      bytes += blob.size;
      return true;
    });
}

export function isLayerIndexOfAnyVersion(mediaType: string): boolean {
  return mediaType.startsWith(ANY_VERSION);
}
