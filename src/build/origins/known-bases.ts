import type { BaseImage } from './count-base-layers.ts';
import type { OriginSide } from './origin-side.ts';

/**
 * Bases by their digests that one side's build or record tells of: the side's own leading layers are theirs. The other
 * side's, mostly the same, need not be asked for then.
 */
export function listKnownBases(sides: readonly OriginSide[]): Map<string, BaseImage> {
  const bases = new Map<string, BaseImage>();
  for (const { image, known } of sides) {
    for (const { platform, base } of known) {
      const layers = image.platforms.find((candidate) => candidate.platform === platform)?.layers ?? [];
      const digest = base?.digest ?? null;
      if (base === null || digest === null || base.layers > layers.length) continue;
      const platforms = bases.get(digest)?.platforms ?? [];
      const one = { platform, layers: layers.slice(0, base.layers) };
      bases.set(digest, { digest, platforms: [...platforms, one] });
    }
  }
  return bases;
}
