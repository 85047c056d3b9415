import type { Sizes } from './comparison.ts';
import type { Digest } from '../image/digest.ts';
import { downloadBytes, type PlatformImage } from '../image/image.ts';

/** Uncompressed bytes of layers' tar streams, by diffID, as far as they are known exactly. */
export type KnownDiskBytes = ReadonlyMap<Digest, number>;

/** Bytes of both sides beside each other; a side that is not there is `null`, and then so is the change. */
export function compareSizes(baseline: number | null, head: number | null): Sizes {
  return { baseline, head, change: baseline === null || head === null ? null : head - baseline };
}

/** What a node that has the baseline's platform downloads of the head's: contract.md, "pull". */
export function pullBytes(head: PlatformImage, baseline: PlatformImage | null): number {
  if (baseline === null) return downloadBytes(head);
  const present = new Set<Digest>(baseline.layers.map((layer) => layer.digest));
  return downloadBytes({
    ...head,
    config: baseline.config.digest === head.config.digest ? { ...head.config, size: 0 } : head.config,
    layers: head.layers.filter((layer) => !present.has(layer.digest)),
  });
}

/** Bytes on disk: each distinct diffID once; `null` where one of them is not known. */
export function onDiskBytes(image: PlatformImage, known: KnownDiskBytes): number | null {
  let sum = 0;
  for (const diffID of new Set(image.layers.map((layer) => layer.diffID))) {
    const bytes = known.get(diffID);
    if (bytes === undefined) return null;
    sum += bytes;
  }
  return sum;
}
