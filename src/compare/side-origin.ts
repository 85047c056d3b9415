import type { BaseOrigin, ImageOrigin, LayerOrigin } from '../build/origins/image-origin.ts';
import type { PlatformImage } from '../image/image.ts';

/** Where the layers of one side's platform come from, as far as that holds for the image that is there. */
export type SideOrigin =
  /** The side has no such platform. */
  | { readonly kind: 'absent' }
  /** Nobody told. */
  | { readonly kind: 'unknown' }
  /** What was told is of an image with other layers. */
  | { readonly kind: 'contradicted' }
  | {
      readonly kind: 'known';
      /** `null`: it begins with nothing. */
      readonly base: BaseOrigin | null;
      /** Of the layers after the base's, one each; `null` where only the base is known. */
      readonly layers: readonly LayerOrigin[] | null;
    };

/** The origin that is told of a side's platform, held against its image: a record may be wrong, and anybody can write an annotation. */
export function findSideOrigin(image: PlatformImage | null, origins: readonly ImageOrigin[]): SideOrigin {
  if (image === null) return { kind: 'absent' };
  const origin = origins.find(({ platform }) => platform === image.platform);
  if (origin === undefined) return { kind: 'unknown' };
  const { base, layers } = origin;
  const rest = image.layers.length - (base?.layers ?? 0);
  if (rest < 0 || (layers.length > 0 && layers.length !== rest)) return { kind: 'contradicted' };
  return { kind: 'known', base, layers: layers.length === rest ? layers : null };
}
