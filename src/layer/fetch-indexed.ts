import { wrapError } from '../errors.ts';
import { inParallel } from '../image/in-parallel.ts';
import { LIMITS } from '../image/limits.ts';
import { KnownEntries } from './known-entries.ts';
import { nameLayer, type LayerIndexes } from './layer-indexes.ts';
import type { IndexedLayer } from './file-index.ts';
import type { Digest } from '../image/digest.ts';
import type { Image, ImageLayer } from '../image/image.ts';
import type { Note } from '../note.ts';

/** An image, with the file indexes beside it that are believed. */
export interface ImageWithIndexes {
  readonly image: Image;
  /** `null`: none. */
  readonly indexes: LayerIndexes | null;
}

export interface IndexedLayers {
  /** By diffID. */
  readonly layers: ReadonlyMap<Digest, IndexedLayer>;
  /** What was not believed, and why; such a layer is read. */
  readonly notes: readonly Note[];
}

/**
 * What file indexes say of the layers of two images, on the platforms where these differ: of those that only one side has,
 * so that they need not be read, and of those that both have, whose files lie under the others. Never throws.
 */
export async function fetchIndexed(baseline: ImageWithIndexes, head: ImageWithIndexes): Promise<IndexedLayers> {
  const wanted = new Map<string, { layer: ImageLayer; indexes: LayerIndexes }>();
  for (const { platform, layers: before } of baseline.image.platforms) {
    const after = head.image.platforms.find((candidate) => candidate.platform === platform)?.layers;
    if (after === undefined || areSame(before, after)) continue;
    for (const [layers, { indexes }] of [[before, baseline] as const, [after, head] as const]) {
      for (const layer of layers) {
        const name = nameLayer(layer);
        if (indexes?.has(layer) === true && !wanted.has(name)) wanted.set(name, { layer, indexes });
      }
    }
  }
  const layers = new Map<Digest, IndexedLayer>();
  const known = new KnownEntries();
  const failures: unknown[] = [];
  await inParallel([...wanted.values()], LIMITS.parallelPlatforms, async ({ layer, indexes }) => {
    try {
      if (!layers.has(layer.diffID)) layers.set(layer.diffID, await indexes.fetch(layer, known));
    } catch (error) {
      failures.push(error);
    }
  });
  return { layers, notes: noteFailures(failures) };
}

function areSame(before: readonly ImageLayer[], after: readonly ImageLayer[]): boolean {
  return before.length === after.length && before.every(({ diffID }, place) => diffID === after[place]?.diffID);
}

function noteFailures(failures: readonly unknown[]): Note[] {
  const [first] = failures;
  if (first === undefined) return [];
  const { message, hint } = wrapError('IMAGE_INVALID', 'the registry', first);
  const what = failures.length === 1 ? 'a file index' : `${failures.length} file indexes`;
  return [{ code: 'index-ignored', message: `${what} could not be used, so layers are read: ${message}`, hint }];
}
