import type { Digest } from '../image/digest.ts';
import type { Image, ImageLayer } from '../image/image.ts';

export interface ChosenLayers {
  /** Each diffID once; those that both sides have are the head's. */
  readonly chosen: readonly { readonly side: 'baseline' | 'head'; readonly layer: ImageLayer }[];
  /** Those that `maxBytes` left no room for. */
  readonly left: readonly ImageLayer[];
}

/**
 * Which layers have to be read to say what changed: on platforms that both images have, those that only one of them has;
 * under `totals` and `full` the others after them. Platform by platform, small ones first, as long as their blobs have
 * `maxBytes` in sum.
 */
export function chooseLayers(
  baseline: Image,
  head: Image,
  options: {
    readonly details: 'auto' | 'totals' | 'full';
    readonly maxBytes: number;
    /** What is in these is known without them. */
    readonly known?: ReadonlyMap<Digest, unknown>;
  },
): ChosenLayers {
  const chosen = new Map<Digest, ChosenLayers['chosen'][number]>();
  const left = new Map<Digest, ImageLayer>();
  let bytes = 0;
  for (const { platform } of [...head.platforms, ...baseline.platforms]) {
    const [before, after] = [baseline, head].map(
      (image) => image.platforms.find((candidate) => candidate.platform === platform)?.layers ?? [],
    );
    if (before === undefined || after === undefined) continue;
    const candidates = [
      ...after.map((layer) => ({ side: 'head', layer }) as const),
      ...before.map((layer) => ({ side: 'baseline', layer }) as const),
    ];
    const isShared = ({ diffID }: ImageLayer): boolean =>
      [before, after].every((layers) => layers.some((candidate) => candidate.diffID === diffID));
    const isCompared = before.length > 0 && after.length > 0;
    const bySize = candidates.toSorted((a, b) => a.layer.downloadBytes - b.layer.downloadBytes);
    const differing = bySize.filter(({ layer }) => isCompared && !isShared(layer));
    for (const candidate of options.details === 'auto' ? differing : [...differing, ...bySize]) {
      const { diffID, downloadBytes } = candidate.layer;
      if (chosen.has(diffID) || left.has(diffID) || options.known?.has(diffID) === true) continue;
      if (bytes + downloadBytes > options.maxBytes) {
        left.set(diffID, candidate.layer);
        continue;
      }
      bytes += downloadBytes;
      chosen.set(diffID, candidate);
    }
  }
  return { chosen: [...chosen.values()], left: [...left.values()] };
}
