import { adviseImage, type ImageAdvice } from './advise-image.ts';
import { readApk } from '../compare/packages/apk.ts';
import { readDpkg } from '../compare/packages/dpkg.ts';
import { makeOwners } from '../compare/packages/package-owners.ts';
import type { ReadRoot } from '../compare/read-root.ts';
import type { PlatformImage } from '../image/image.ts';
import type { SubjectLayer } from './image-subject.ts';
import type { MergedLayers } from '../layer/merge-layers.ts';

export interface ReadPlatform {
  readonly platform: PlatformImage;
  readonly layers: readonly SubjectLayer[];
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
