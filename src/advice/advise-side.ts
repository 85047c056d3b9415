import { findInImage } from './find-in-image.ts';
import { IMAGE_RULES } from './image-rules.ts';
import { readMergedRoot } from '../compare/read-root.ts';
import { findSideOrigin } from '../compare/side-origin.ts';
import { mergeLayers } from '../layer/merge-layers.ts';
import type { ImageAdvice } from './advise-image.ts';
import type { SubjectLayer } from './image-subject.ts';
import type { ImageOrigin, SourceLine } from '../build/origins/image-origin.ts';
import type { PlatformImage } from '../image/image.ts';
import type { LayerContents } from '../layer/layer-contents.ts';

/** What the rules say of one side of a comparison, as far as its layers were read. */
export interface SideAdvice {
  readonly advice: readonly ImageAdvice[];
  /** Ids of the rules that could look. */
  readonly asked: ReadonlySet<string>;
  /** Line of the instruction that made a layer, by its place; `null`: not known. */
  readonly sourceOf: (layer: number) => SourceLine | null;
}

const NOTHING: SubjectLayer = { entries: [], texts: new Map() };

/**
 * The lowest layers need not have been read: both sides share those, as a rule, and what is in them is not new. `null`
 * where one above a layer that was read was not, for it may take away what that one has; or where none was.
 */
export function adviseSide(
  image: PlatformImage,
  origins: readonly ImageOrigin[],
  contents: LayerContents,
): SideAdvice | null {
  // Another system has other places.
  if (!image.platform.startsWith('linux/')) return null;
  const inside = image.layers.map(({ diffID }) => {
    const content = contents.get(diffID);
    return content?.kind === 'read' ? content : null;
  });
  const unread = inside.findIndex((layer) => layer !== null);
  if (unread === -1 || inside.slice(unread).includes(null)) return null;
  const origin = findSideOrigin(image, origins);
  const [base, made] = origin.kind === 'known' ? [origin.base?.layers ?? 0, origin.layers] : [null, null];
  const left = IMAGE_RULES.filter(
    ({ needsBase, readsBase }) => (needsBase && base === null) || (readsBase && unread > 0),
  );
  const ignored = new Set(left.map(({ id }) => id));
  const layers = inside.map((layer) => layer ?? NOTHING);
  const merged = mergeLayers(layers.map(({ entries }) => entries));
  const read = { platform: image, layers, merged, root: readMergedRoot(merged.root, inside) };
  return {
    advice: findInImage(read, base === null ? null : Math.max(base, unread), ignored),
    asked: new Set(IMAGE_RULES.flatMap(({ id }) => (ignored.has(id) ? [] : [id]))),
    sourceOf: (layer) => made?.[layer - base]?.source ?? null,
  };
}
