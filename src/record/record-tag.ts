import type { Digest } from '../image/digest.ts';

/**
 * The tag of an image's record where the registry has no Referrers API: one of our own, since the one that the
 * specification falls back to (`sha256-<hex>`) is rewritten by several tools at once, and loses signatures then
 * (facts/github.md).
 */
export function nameRecordTag(image: Digest): string {
  return `plimsoll-${image.slice(image.indexOf(':') + 1, image.indexOf(':') + 33)}`;
}
