import { countBaseLayers, type BaseImage } from './count-base-layers.ts';
import { formatReference, type Reference } from '../../image/reference.ts';
import type { ImageOrigin } from './image-origin.ts';
import type { PlatformImage } from '../../image/image.ts';

/** The origin of an image that begins with all layers of a base; `null`: it does not. */
export function originOfBase(reference: string, base: BaseImage, platform: PlatformImage): ImageOrigin | null {
  const layers = countBaseLayers(base, platform);
  if (layers === null) return null;
  const { digest } = base;
  return {
    platform: platform.platform,
    base: { reference, digest, layers, source: null, request: null },
    layers: [],
    context: null,
  };
}

/** As a builder resolves a name: without a tag and a digest it is `latest`. */
export function nameBase({ digest, tag, ...repository }: Reference): string {
  return formatReference({ ...repository, tag: tag ?? (digest === null ? 'latest' : null), digest: null });
}
