import { wrapError } from '../errors.ts';
import { inParallel } from '../image/in-parallel.ts';
import { chooseLayers } from './differing-layers.ts';
import { fetchIndexed, type IndexedLayers } from './fetch-indexed.ts';
import { cutHashes } from './file-index.ts';
import { LAYER_LIMITS } from './limits.ts';
import { readLayer } from './read-layer.ts';
import { TextKeeper } from './text-keeper.ts';
import type { LayerIndexes } from './layer-indexes.ts';
import type { LayerContent } from './layer-contents.ts';
import { shortDigest, type Digest } from '../image/digest.ts';
import type { Image, ImageLayer } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';
import type { Note } from '../note.ts';

export interface DifferingLayers {
  readonly contents: ReadonlyMap<Digest, LayerContent>;
  /** Of the tar streams of those that were read. */
  readonly knownDiskBytes: ReadonlyMap<Digest, number>;
  /** What could not be read, and why. */
  readonly notes: readonly Note[];
}

/** An image with the sources that its layers may be in, tried in turn. */
export interface ImageToRead {
  readonly image: Image;
  readonly sources: readonly ImageSource[];
  /** What is kept beside it of what is in its layers; from the baseline's own repository only. */
  readonly indexes?: LayerIndexes | null;
}

export interface ReadLayersOptions {
  /** `auto`: layers that one side only has; `totals`: all of which the size on disk is not known; `full`: all. */
  readonly details: 'auto' | 'totals' | 'full';
  /** Of blobs, but under `full`. */
  readonly maxBytes: number;
}

/**
 * Reads the layers that say what changed between two images. What a file index says of a layer is not read, but under
 * `full`; hashes are then as long on both sides as in an index. A layer that cannot be read is a note, not an error.
 */
export async function readDifferingLayers(
  baseline: ImageToRead,
  head: ImageToRead,
  { details, maxBytes }: ReadLayersOptions,
): Promise<DifferingLayers> {
  const indexed = details === 'full' ? NOT_INDEXED : await fetchIndexed(withIndexes(baseline), withIndexes(head));
  const { chosen, left } = chooseLayers(baseline.image, head.image, {
    details,
    maxBytes: details === 'full' ? Infinity : maxBytes,
    known: indexed.layers,
  });
  const read = await inParallel(chosen, LAYER_LIMITS.parallelLayers, async ({ side, layer }) => {
    return { layer, ...(await tryLayer(layer, side === 'head' ? head.sources : baseline.sources)) };
  });
  const contents = new Map<Digest, LayerContent>(left.map(({ diffID }) => [diffID, { kind: 'failed' }]));
  const knownDiskBytes = new Map<Digest, number>();
  for (const [diffID, { entries, texts, diskBytes }] of indexed.layers) {
    contents.set(diffID, { kind: 'read', entries, texts });
    knownDiskBytes.set(diffID, diskBytes);
  }
  for (const { layer, content, diskBytes } of read) {
    contents.set(layer.diffID, indexed.layers.size > 0 && content.kind === 'read' ? cutHashes(content) : content);
    if (diskBytes !== null) knownDiskBytes.set(layer.diffID, diskBytes);
  }
  const notes = [...indexed.notes, ...read.flatMap(({ note }) => note ?? []), ...noteLeft(left, maxBytes)];
  return { contents, knownDiskBytes, notes };
}

const NOT_INDEXED: IndexedLayers = { layers: new Map(), notes: [] };

function withIndexes({ image, indexes = null }: ImageToRead) {
  return { image, indexes };
}

export interface TriedLayer {
  content: LayerContent;
  diskBytes: number | null;
  note: Note | null;
}

/** Reads a layer from the first of the sources that has it. Never throws. */
export async function tryLayer(layer: ImageLayer, sources: readonly ImageSource[]): Promise<TriedLayer> {
  const { digest, diffID, mediaType, downloadBytes } = layer;
  let failure: unknown = new Error('there is nowhere to read it from');
  for (const source of sources) {
    const what = `${source.name}, layer ${shortDigest(digest)}`;
    const texts = new TextKeeper(what);
    try {
      const stream = await source.openBlob({ digest, size: downloadBytes });
      const options = { what, digest, diffID, mediaType, bytes: downloadBytes, onFile: texts.onFile };
      const { entries, diskBytes } = await readLayer(stream, options);
      return { content: { kind: 'read', entries, texts: texts.byHash(entries) }, diskBytes, note: null };
    } catch (error) {
      failure = error;
    }
  }
  const { message, hint } = wrapError('IMAGE_INVALID', `layer ${shortDigest(digest)}`, failure);
  return {
    content: { kind: 'failed' },
    diskBytes: null,
    note: { code: 'layer-unreadable', message: `a layer was not read: ${message}`, hint },
  };
}

function noteLeft(left: readonly ImageLayer[], maxBytes: number): Note[] {
  if (left.length === 0) return [];
  const bytes = left.reduce((sum, layer) => sum + layer.downloadBytes, 0);
  const what = left.length === 1 ? 'a layer' : `${left.length} layers`;
  return [
    {
      code: 'layers-not-read',
      message: `${what} of ${inMegabytes(bytes)} in all ${left.length === 1 ? 'was' : 'were'} not read: at most ${inMegabytes(maxBytes)} are`,
      hint: 'With details set to "full" every layer is read.',
    },
  ];
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).replace('.0', '')} MB`;
}
