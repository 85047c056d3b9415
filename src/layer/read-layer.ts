import { PlimsollError, wrapError } from '../errors.ts';
import { ByteReader } from './byte-reader.ts';
import { algorithmOf, HashedChunks } from './hashed-chunks.ts';
import { inflateGzip, skipGzipHeader } from './inflate-gzip.ts';
import { hasThreadedInflate, ThreadedInflate } from './inflate-in-thread.ts';
import { invalidLayer } from './invalid-layer.ts';
import { findCompression, type Compression } from './layer-format.ts';
import { LayerParser, type Hashes, type OnFile } from './layer-parser.ts';
import { collectBuffers } from './collect-buffers.ts';
import { limitYoungHeap } from './limit-young-heap.ts';
import { LAYER_LIMITS } from './limits.ts';
import { makeZstdEngine } from './zstd-engine.ts';
import type { Digest } from '../image/digest.ts';
import type { LayerEntry } from './layer-entry.ts';

export interface LayerToRead {
  readonly mediaType: string;
  /** For messages: `ghcr.io/acme/api:main, layer 1a2b3c4d5e6f`. */
  readonly what: string;
  /** Of the blob. */
  readonly digest: Digest;
  /** Of the blob, as the manifest has it. */
  readonly bytes: number;
  /** Of the tar stream in it. */
  readonly diffID: Digest;
  /**
   * Asked of each file before its content comes: who wants it gives a sink. What sinks took counts when the layer was read
   * to its end only.
   */
  readonly onFile?: OnFile;
  readonly hashes?: Hashes;
}

export interface ReadLayer {
  /** In archive order, whiteouts included. */
  readonly entries: readonly LayerEntry[];
  /** Of the tar stream, to its last byte. */
  readonly diskBytes: number;
}

/**
 * A layer's blob, as it streams, to what is in it: gzip, zstd or plain tar. Memory is bounded whatever its size, nothing
 * is written to the disk, and nothing is concluded unless blob and tar stream have the digests that they were asked for
 * by. Throws `IMAGE_INVALID` (another digest, cut off, no tar, encrypted), `LIMIT_EXCEEDED`, and what the stream throws.
 */
export async function readLayer(stream: AsyncIterable<Uint8Array>, layer: LayerToRead): Promise<ReadLayer> {
  const { what, digest, diffID } = layer;
  limitYoungHeap();
  const blob = new HashedChunks(stream, algorithmOf(digest));
  const reader = new ByteReader(blob);
  try {
    const compression = findCompression(layer.mediaType, await reader.peek(4), what);
    const read = await unpack(reader, { layer, compression, blob });
    for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next());
    if (blob.digest() !== digest) throw wrongDigest(what);
    if (read.diffID !== diffID) throw invalidLayer(what, `holds another tar archive than ${diffID}`);
    return read;
  } catch (error) {
    throw await explain(error, { what, digest, blob, reader });
  } finally {
    await reader.close();
  }
}

interface Unpacking {
  readonly layer: LayerToRead;
  readonly compression: Compression;
  readonly blob: HashedChunks;
}

async function unpack(reader: ByteReader, { layer, compression, blob }: Unpacking) {
  const { what, onFile, hashes } = layer;
  const parser = new LayerParser(what, onFile, hashes);
  const tar = await decompress(reader, compression, layer);
  const startedMs = performance.now();
  let diskBytes = 0;
  let seenBytes = 0;
  for await (const chunk of tar) {
    diskBytes += chunk.length;
    if (diskBytes > LAYER_LIMITS.diskBytes) throw exceeded(what, `has more than ${LAYER_LIMITS.diskBytes} bytes`);
    if (diskBytes > LAYER_LIMITS.ratioFromBytes && diskBytes > LAYER_LIMITS.ratio * blob.bytes) {
      throw exceeded(what, `inflates to more than ${LAYER_LIMITS.ratio} times its size`);
    }
    if (performance.now() - startedMs > LAYER_LIMITS.layerMs) {
      throw exceeded(what, `takes more than ${LAYER_LIMITS.layerMs / 60_000} minutes to read`);
    }
    parser.push(chunk);
    collectBuffers(blob.bytes - seenBytes);
    seenBytes = blob.bytes;
  }
  parser.end();
  return { entries: parser.entries, diskBytes, diffID: tar.digest() };
}

/** A tar stream; `digest` tells its own after its last byte. A chunk is valid until the next is asked for. */
type Tar = AsyncIterable<Uint8Array> & Pick<HashedChunks, 'digest'>;

async function decompress(reader: ByteReader, compression: Compression, layer: LayerToRead): Promise<Tar> {
  const { what, diffID, bytes } = layer;
  const algorithm = algorithmOf(diffID);
  switch (compression) {
    case 'gzip':
      if (bytes < THREAD_FROM_BYTES || !hasThreadedInflate())
        return new HashedChunks(inflateGzip(reader, what), algorithm);
      await skipGzipHeader(reader, what);
      return new ThreadedInflate(reader, algorithm);
    case 'zstd': {
      // Few images have it; its decoder is large.
      const { inflateZstd } = await import('./inflate-zstd.ts');
      return new HashedChunks(inflateZstd(reader, what, makeZstdEngine()), algorithm);
    }
    case 'none':
      return new HashedChunks(plain(reader), algorithm);
  }
}

/** Of a blob that a thread inflates. Below it, one takes longer to start than it saves. */
export const THREAD_FROM_BYTES = 16 * 1024 * 1024;

async function* plain(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) yield chunk;
}

interface Failed {
  readonly what: string;
  readonly digest: Digest;
  readonly blob: HashedChunks;
  readonly reader: ByteReader;
}

/** A blob that is not the one is at fault before whatever was found in it. */
async function explain(error: unknown, { what, digest, blob, reader }: Failed): Promise<Error> {
  if (blob.failure !== null) return wrapError('IMAGE_INVALID', what, blob.failure);
  const ours = error instanceof PlimsollError ? error : null;
  if (ours !== null && ours.code !== 'IMAGE_INVALID') return ours;
  try {
    for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next());
    if (blob.digest() !== digest) return wrongDigest(what, error);
  } catch {
    // Then what was found first stands.
  }
  return ours ?? invalidLayer(what, `is damaged: ${error instanceof Error ? error.message : String(error)}`, error);
}

function wrongDigest(what: string, cause?: unknown): PlimsollError {
  return invalidLayer(what, 'came with other bytes than those of its digest', cause);
}

function exceeded(what: string, why: string): PlimsollError {
  return new PlimsollError('LIMIT_EXCEEDED', `${what} ${why}`);
}
