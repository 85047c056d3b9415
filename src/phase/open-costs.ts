import type { BuildAdvice } from './advise-on-build.ts';
import type { ImageToCompare } from './image-to-compare.ts';
import type { Cost } from '../advice/cost.ts';
import type { Paid } from '../advice/paid.ts';
import type { BuildStep } from '../build/build-record.ts';
import { carryLastRan } from '../compare/carry-last-ran.ts';
import type { ImageLayer } from '../image/image.ts';
import type { DifferingLayers } from '../layer/read-layers.ts';

/**
 * What findings in the Dockerfile cost, by what is at hand: the steps of this build, and layers that were read for the
 * comparison; of several platforms the first one's. Nothing is read for it. Never throws: a cost that cannot be had is none.
 */
export async function openCosts(
  own: BuildAdvice | null,
  { image, build, origins, isOnFreshBuilder }: Pick<ImageToCompare, 'image' | 'build' | 'origins' | 'isOnFreshBuilder'>,
  { contents, knownDiskBytes }: DifferingLayers,
  baseline: readonly BuildStep[],
): Promise<(paid: Paid) => Cost | null> {
  if (own?.advice.some(({ paid }) => paid !== null) !== true) return () => null;
  const [{ openMeasure }, { readMeasuredImage }] = await Promise.all([
    import('../advice/measure.ts'),
    import('../advice/evidence.ts'),
  ]);
  const platform = image.kind === 'read' ? image.image.platforms[0] : undefined;
  const read = ({ diffID }: ImageLayer) => {
    const content = contents.get(diffID);
    return { diskBytes: knownDiskBytes.get(diffID) ?? null, content: content?.kind === 'read' ? content : null };
  };
  const measure = openMeasure({
    steps: carryLastRan(build?.steps ?? [], baseline),
    image: platform === undefined ? null : readMeasuredImage(platform, origins, read),
    isOnFreshBuilder,
  });
  return (paid) => {
    try {
      return measure(paid);
    } catch {
      return null;
    }
  };
}
