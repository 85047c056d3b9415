import { inParallel } from '../image/in-parallel.ts';
import { shortDigest } from '../image/digest.ts';
import { LAYER_LIMITS } from './limits.ts';
import { openPackageReader, openSystemReader } from './packages/package-reader.ts';
import { readLayer } from './read-layer.ts';
import { TextKeeper } from './text-keeper.ts';
import type { IndexedLayer } from './file-index.ts';
import type { LayerIndexes } from './layer-indexes.ts';
import type { ImageLayer } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';

/** What was read of layers. */
export interface ReadLayers {
  /** Throws where it is a layer of another image. */
  readonly get: (layer: ImageLayer) => IndexedLayer;
}

export interface ReadImageLayersOptions {
  readonly indexes: LayerIndexes | null;
  /** Of what is kept of files, and whose hashes: what tells of the system alone, or all. */
  readonly keeps: 'system' | 'all';
}

/**
 * Reads layers, several at once and each that stands twice once: two platforms share some. What one of `indexes` (`null`:
 * there are none) says is not read; of others, under `system`, the files that tell of the system have a `contentHash` and
 * their texts, and no others do. `follow` hears of each that is begun. The first that cannot be read ends it; throws as
 * `readLayer` and the source do.
 */
export async function readImageLayers(
  source: ImageSource,
  layers: readonly ImageLayer[],
  { indexes, keeps }: ReadImageLayersOptions,
  follow: <T>(what: string, work: Promise<T>) => Promise<T> = async (_, work) => await work,
): Promise<ReadLayers> {
  const distinct = [...new Map(layers.map((layer) => [keyOf(layer), layer]))];
  const read = await inParallel(distinct, LAYER_LIMITS.parallelLayers, async ([key, layer]) => {
    const what = `${source.name}, layer ${shortDigest(layer.digest)}`;
    return [key, await follow(what, readOne(source, layer, { indexes, keeps }, what))] as const;
  });
  const found = new Map(read);
  return {
    get(layer) {
      const one = found.get(keyOf(layer));
      if (one === undefined) throw new Error(`the layer ${layer.digest} was not read`);
      return one;
    },
  };
}

async function readOne(
  source: ImageSource,
  layer: ImageLayer,
  { indexes, keeps }: ReadImageLayersOptions,
  what: string,
): Promise<IndexedLayer> {
  // An index that cannot be used costs time only.
  const indexed = indexes?.has(layer) === true ? await indexes.fetch(layer).catch(() => null) : null;
  if (indexed !== null) return indexed;
  const { digest, diffID, mediaType, downloadBytes } = layer;
  const stream = await source.openBlob({ digest, size: downloadBytes });
  const texts = new TextKeeper(what, keeps === 'all' ? openPackageReader : openSystemReader);
  const hashes = keeps === 'all' ? 'all' : 'wanted';
  const options = { digest, diffID, mediaType, bytes: downloadBytes, what, onFile: texts.onFile, hashes } as const;
  const { entries, diskBytes } = await readLayer(stream, options);
  return { entries, diskBytes, texts: texts.byHash(entries) };
}

/** A config may call one blob by two names. */
function keyOf({ digest, diffID, mediaType }: ImageLayer): string {
  return `${digest} ${diffID} ${mediaType}`;
}
