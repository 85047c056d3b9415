import type { LayerEntry } from './layer-entry.ts';

/** What is in one layer, as a file index keeps it and as reading the layer finds it. */
export interface IndexedLayer {
  /** In archive order, whiteouts included. */
  readonly entries: readonly LayerEntry[];
  /** Files that tell of packages, by `contentHash`. Untrusted text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of the tar stream. */
  readonly diskBytes: number;
}

/** How much a file index may have; a layer with more gets none, and is read. */
export const FILE_INDEX_LIMITS = {
  /** As it is stored. */
  bytes: 8 * 1024 * 1024,
  /** Unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Of all paths in sum, which share what they have in common. */
  pathCharacters: 64 * 1024 * 1024,
} as const;

/**
 * Of a content hash, in hexadecimal: 64 of its 256 bits, which is most of what an index takes. Enough to tell two states
 * of one path apart; who can make two contents with one hash of that length could write the index anyway.
 */
export const INDEX_HASH_CHARACTERS = 16;

/** Of every file that is empty, at that length: an index does not repeat it. */
export const EMPTY_HASH = 'e3b0c44298fc1c14';

/** What an entry takes of a plain tar stream, by its content: header, content and padding. An index keeps the difference. */
export function expectedTarBytes(contentBytes: number): number {
  return TAR_BLOCK_BYTES + Math.ceil(contentBytes / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
}

const TAR_BLOCK_BYTES = 512;

/** What was read of a layer, told as an index tells it: with hashes that can be compared with an index's. */
export function cutHashes<Layer extends Pick<IndexedLayer, 'entries' | 'texts'>>(layer: Layer): Layer {
  const entries = layer.entries.map((entry) =>
    entry.kind === 'entry' && entry.contentHash !== null
      ? { ...entry, contentHash: cutHash(entry.contentHash) }
      : entry,
  );
  return { ...layer, entries, texts: new Map([...layer.texts].map(([hash, text]) => [cutHash(hash), text])) };
}

export function cutHash(hash: string): string {
  return hash.slice(0, INDEX_HASH_CHARACTERS);
}
