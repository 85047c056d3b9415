import { adviseImage, type ImageAdvice } from '../advice/advise-image.ts';
import { IMAGE_RULES } from '../advice/image-rules.ts';
import { readApk } from '../compare/packages/apk.ts';
import { readDpkg } from '../compare/packages/dpkg.ts';
import { makeOwners } from '../compare/packages/package-owners.ts';
import { PlimsollError } from '../errors.ts';
import type { ReadRoot } from '../compare/read-root.ts';
import type { PlatformImage } from '../image/image.ts';
import type { IndexedLayer } from '../layer/file-index.ts';
import type { MergedLayers } from '../layer/merge-layers.ts';

export interface ReadPlatform {
  readonly platform: PlatformImage;
  readonly layers: readonly IndexedLayer[];
  readonly merged: MergedLayers;
  readonly root: ReadRoot;
}

/** Findings on one platform of an image that was read. */
export function findInImage(
  { platform, layers, merged, root }: ReadPlatform,
  baseLayers: number | null,
  ignored: ReadonlySet<string>,
): ImageAdvice[] {
  const ownersOf = makeOwners([...readDpkg(root.texts), ...readApk(root.texts)]);
  const isPackaged: Parameters<typeof adviseImage>[0]['isPackaged'] = (file) => ownersOf(file).length > 0;
  return adviseImage({ layers, baseLayers, merged, settings: platform.settings, isPackaged }, ignored);
}

/** Throws `INPUT_INVALID`, naming what is no rule on images. */
export function checkRules(ids: readonly string[]): void {
  const unknown = ids.find((id) => !IMAGE_RULES.some((rule) => rule.id === id));
  if (unknown === undefined) return;
  throw new PlimsollError('INPUT_INVALID', `--ignore: there is no rule ${JSON.stringify(unknown)} on images`);
}
