import { digestOf } from '../image/digest-of.ts';
import { inParallel } from '../image/in-parallel.ts';
import { formatFileIndex } from '../layer/format-file-index.ts';
import { nameLayer } from '../layer/layer-indexes.ts';
import { LAYER_LIMITS } from '../layer/limits.ts';
import { tryLayer } from '../layer/read-layers.ts';
import { boundIndexes, type StoredIndex } from './layer-index.ts';
import type { IndexToWrite } from './write-record.ts';
import type { Image, ImageLayer } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';
import type { IndexedLayer } from '../layer/file-index.ts';
import type { DifferingLayers } from '../layer/read-layers.ts';
import type { Note } from '../note.ts';

export interface IndexesWanted {
  readonly image: Image;
  /** Where its layers may be, tried in turn. */
  readonly sources: readonly ImageSource[];
  /** Those that the repository has already: they are not made again, nor their layers read. */
  readonly stored: readonly StoredIndex[];
  /** What was read for a comparison: it is not read again. */
  readonly read: Pick<DifferingLayers, 'contents' | 'knownDiskBytes'>;
  /** Of blobs that are read for it, small ones first. */
  readonly maxBytes: number;
  /** Told of each layer before it is read. */
  readonly follow?: <T>(what: string, work: Promise<T>) => Promise<T>;
}

export interface MadeIndexes {
  readonly indexes: readonly IndexToWrite[];
  /** Layers that could not be read, and why. */
  readonly notes: readonly Note[];
}

/** A file index of each layer of an image, on all platforms, once; those that would be too large are left out. Never throws. */
export async function makeLayerIndexes(wanted: IndexesWanted): Promise<MadeIndexes> {
  const layers = new Map(
    wanted.image.platforms.flatMap((platform) => platform.layers.map((layer) => [nameLayer(layer), layer])),
  );
  const stored = wanted.stored.filter(({ layer }) => layers.delete(nameLayer(layer)));
  const chosen = chooseReadable([...layers.values()], wanted);
  const made = await inParallel(chosen, LAYER_LIMITS.parallelLayers, async (layer) => await makeOne(layer, wanted));
  return {
    indexes: boundIndexes([
      ...stored.map((index): IndexToWrite => ({ ...index, bytes: null })),
      ...made.flatMap(({ index }) => index ?? []),
    ]),
    notes: made.flatMap(({ note }) => note ?? []),
  };
}

function chooseReadable(layers: readonly ImageLayer[], { read, maxBytes }: IndexesWanted): ImageLayer[] {
  let bytes = 0;
  return layers
    .toSorted((a, b) => a.downloadBytes - b.downloadBytes)
    .filter((layer) => {
      if (findRead(layer, read) !== null) return true;
      bytes += layer.downloadBytes;
      return bytes <= maxBytes;
    });
}

function findRead({ diffID }: ImageLayer, { contents, knownDiskBytes }: IndexesWanted['read']): IndexedLayer | null {
  const content = contents.get(diffID);
  const diskBytes = knownDiskBytes.get(diffID);
  return content?.kind === 'read' && diskBytes !== undefined ? { ...content, diskBytes } : null;
}

async function makeOne(
  layer: ImageLayer,
  { read, sources, follow = async (_, work) => await work }: IndexesWanted,
): Promise<{ index: IndexToWrite | null; note: Note | null }> {
  let known = findRead(layer, read);
  if (known === null) {
    const { content, diskBytes, note } = await follow(`layer ${layer.digest}`, tryLayer(layer, sources));
    if (content.kind === 'failed' || diskBytes === null) return { index: null, note };
    known = { ...content, diskBytes };
  }
  try {
    const bytes = await formatFileIndex(known, `layer ${layer.digest}`);
    const { digest, diffID } = layer;
    return {
      index: { layer: { digest, diffID }, blob: { digest: digestOf(bytes), size: bytes.length }, bytes },
      note: null,
    };
  } catch {
    // Too many files for one: the layer is read when it is wanted.
    return { index: null, note: null };
  }
}
