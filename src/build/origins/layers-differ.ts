import type { Image, PlatformImage } from '../../image/image.ts';

/** Whether a platform's layers are other blobs than those that another image has for it, which may be none. */
export function layersDiffer({ platform, layers }: PlatformImage, other: Image): boolean {
  const others = other.platforms.find((candidate) => candidate.platform === platform)?.layers ?? [];
  return layers.length !== others.length || layers.some(({ digest }, place) => others[place]?.digest !== digest);
}
