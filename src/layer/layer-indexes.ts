import type { ImageLayer } from '../image/image.ts';
import type { IndexedLayer } from './file-index.ts';
import type { KnownEntries } from './known-entries.ts';

/** What a file index is of: a blob, and the tar stream that is in it. */
export type LayerKey = Pick<ImageLayer, 'digest' | 'diffID'>;

/** The file indexes that are kept beside an image, in its own repository. */
export interface LayerIndexes {
  /** Whether there is one of that very layer. */
  readonly has: (layer: LayerKey) => boolean;
  /** What it says; what it has in common with `known` is made of that. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, `REGISTRY_*`. */
  readonly fetch: (layer: LayerKey, known?: KnownEntries) => Promise<IndexedLayer>;
}

/** Equal where both digests are. */
export function nameLayer({ digest, diffID }: LayerKey): string {
  return `${digest} ${diffID}`;
}
