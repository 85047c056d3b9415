import type { Image, PlatformImage } from '../../image/image.ts';

/** A base, as far as it tells whether an image begins with its layers. */
export interface BaseImage extends Pick<Image, 'digest'> {
  readonly platforms: readonly Pick<PlatformImage, 'platform' | 'layers'>[];
}

/**
 * How many of an image's leading layers are a base's, which are all of the base's on that platform. `null`: it is not its
 * base. diffIDs tell, since a base may be compressed anew.
 */
export function countBaseLayers(base: BaseImage, { platform, layers }: PlatformImage): number | null {
  const own = base.platforms.find((candidate) => candidate.platform === platform)?.layers ?? [];
  if (own.length === 0 || own.length > layers.length) return null;
  return own.every(({ diffID }, place) => layers[place]?.diffID === diffID) ? own.length : null;
}
