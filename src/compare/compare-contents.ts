import { compareFiles, type ComparedFiles } from './compare-files.ts';
import { findChangedPackages, type ChangedPackages } from './packages/changed-packages.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import type { ReadRoot } from './read-root.ts';
import type { Digest } from '../image/digest.ts';
import type { PlatformImage } from '../image/image.ts';

export interface ComparedContents {
  /** `null` where a layer that only one side has was not read. */
  readonly files: ComparedFiles | null;
  readonly packages: ChangedPackages;
}

/** An image, with what its layers make. */
export interface ReadSide {
  readonly image: PlatformImage;
  readonly root: ReadRoot;
}

/** What became of two images' files and packages, as far as their layers were read. */
export function compareContents(baseline: ReadSide, head: ReadSide, contents: LayerContents): ComparedContents {
  const inBaseline = new Set(baseline.image.layers.map(({ diffID }) => diffID));
  const inHead = new Set(head.image.layers.map(({ diffID }) => diffID));
  return {
    files: areDifferencesRead(inBaseline, inHead, contents) ? compareFiles(baseline.root, head.root) : null,
    packages: findChangedPackages(baseline.root, head.root),
  };
}

function areDifferencesRead(
  inBaseline: ReadonlySet<Digest>,
  inHead: ReadonlySet<Digest>,
  contents: LayerContents,
): boolean {
  const isNeeded = (diffID: Digest): boolean => !inBaseline.has(diffID) || !inHead.has(diffID);
  return [...inBaseline, ...inHead].every((diffID) => !isNeeded(diffID) || entriesOf(contents, diffID) !== null);
}
