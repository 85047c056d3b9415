import type { ImageLayer } from '../image/image.ts';
import type { IndexedLayer } from './file-index.ts';

/** What a file index is of: a blob, and the tar stream that is in it. */
export type LayerKey = Pick<ImageLayer, 'digest' | 'diffID'>;

/** The file indexes that are kept beside an image, in its own repository. */
export interface LayerIndexes {
  /** Whether there is one of that very layer. */
  readonly has: (layer: LayerKey) => boolean;
  /** What it says. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, `REGISTRY_*`. */
  readonly fetch: (layer: LayerKey) => Promise<IndexedLayer>;
}

/** Equal where both digests are. */
export function nameLayer({ digest, diffID }: LayerKey): string {
  return `${digest} ${diffID}`;
}
