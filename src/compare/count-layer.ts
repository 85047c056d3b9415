import type { KnownDiskBytes } from './sizes.ts';
import type { Digest } from '../image/digest.ts';
import type { ImageLayer } from '../image/image.ts';

/** What one layer adds to its side; `onDiskBytes` is a number, or `unknown`. */
export interface Counted {
  readonly downloadBytes: number;
  readonly onDiskBytes: number | 'unknown';
}

export const NOTHING: Counted = { downloadBytes: 0, onDiskBytes: 0 };

/** Counts a side's layers in their order: a blob, and a tar stream, that the side has counted already is nothing. */
export function makeCounter(
  layers: readonly ImageLayer[],
  known: KnownDiskBytes,
): (layer: ImageLayer | null) => Counted {
  // A manifest may state two sizes for one digest; the total takes the last, and so do the causes.
  const sizes = new Map<Digest, number>(layers.map((layer) => [layer.digest, layer.downloadBytes]));
  const countedBlobs = new Set<Digest>();
  const countedStreams = new Set<Digest>();
  return (layer) => {
    if (layer === null) return NOTHING;
    const downloadBytes = countedBlobs.has(layer.digest) ? 0 : (sizes.get(layer.digest) ?? 0);
    const onDiskBytes = countedStreams.has(layer.diffID) ? 0 : (known.get(layer.diffID) ?? 'unknown');
    countedBlobs.add(layer.digest);
    countedStreams.add(layer.diffID);
    return { downloadBytes, onDiskBytes };
  };
}
