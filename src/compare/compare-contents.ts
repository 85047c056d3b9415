import { compareFiles, type ComparedFiles, type RootSide } from './compare-files.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import { findChangedPackages, type ChangedPackages } from './packages/changed-packages.ts';
import { isRpmChanged } from './packages/rpm.ts';
import { mergeRoot, type RootNode } from './root-tree.ts';
import type { Digest } from '../image/digest.ts';
import type { PlatformImage } from '../image/image.ts';

export interface ComparedContents {
  /** `null` where a layer that only one side has was not read. */
  readonly files: ComparedFiles | null;
  readonly packages: ChangedPackages;
  readonly isRpmChanged: boolean;
}

/** What became of two images' files and packages, as far as their layers were read; `null` where none was. */
export function compareContents(
  baseline: PlatformImage,
  head: PlatformImage,
  contents: LayerContents,
): ComparedContents | null {
  if (contents.size === 0) return null;
  const before = merge(baseline, contents);
  const after = merge(head, contents);
  const inBaseline = new Set(baseline.layers.map(({ diffID }) => diffID));
  const inHead = new Set(head.layers.map(({ diffID }) => diffID));
  return {
    files: areDifferencesRead(inBaseline, inHead, contents) ? compareFiles(before, after) : null,
    packages: findChangedPackages(
      { texts: findTexts(before.root, contents), isWhole: before.isWhole },
      { texts: findTexts(after.root, contents), isWhole: after.isWhole },
    ),
    isRpmChanged: isRpmChanged(inBaseline, inHead, contents),
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

function merge({ layers }: PlatformImage, contents: LayerContents): RootSide {
  const read = layers.flatMap(({ diffID }) => {
    const entries = entriesOf(contents, diffID);
    return entries === null ? [] : [entries];
  });
  return { root: mergeRoot(read), isWhole: read.length === layers.length };
}

/** What tells of packages among the files that a container sees. */
function findTexts(root: RootNode, contents: LayerContents): Map<string, string> {
  const kept = new Map<string, string>();
  for (const content of contents.values()) {
    if (content.kind === 'read') for (const [hash, text] of content.texts) kept.set(hash, text);
  }
  const texts = new Map<string, string>();
  const places: [string, RootNode][] = kept.size === 0 ? [] : [['', root]];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const [path, { state, children }] = place;
    const text = typeof state === 'object' ? kept.get(state.contentHash ?? '') : undefined;
    if (text !== undefined) texts.set(path, text);
    for (const [name, child] of children) places.push([`${path}/${name}`, child]);
  }
  return texts;
}
