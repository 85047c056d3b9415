import type { Digest } from './digest.ts';

/** What points at a blob or a manifest (OCI image spec, descriptor.md). `size` is what the pointing document states, in bytes. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly annotations: Readonly<Record<string, string>>;
  /** As written; normalise before comparing. */
  readonly platform: {
    readonly os: string;
    readonly architecture: string;
    readonly variant: string | null;
    readonly osVersion: string | null;
  } | null;
}

/** What names a blob, with its size in bytes as it was announced. */
export type BlobKey = Pick<Descriptor, 'digest' | 'size'>;

/** A manifest's or an index's bytes, with the digest they were checked against. */
export interface ManifestBytes {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

/**
 * Where an image is read from: a registry, an OCI layout, an archive or a builder. Whoever implements it bounds and
 * checks what it hands out: `bytes` never exceed the limits of `limits.ts` and always match the digest asked for.
 */
export interface ImageSource {
  /** As the user named it; untrusted text. */
  readonly name: string;
  /** The index or manifest that the name stands for. `null`: there is no such image (not an error). */
  fetchRoot(): Promise<ManifestBytes | null>;
  /** A manifest or nested index, by its descriptor. */
  fetchManifest(descriptor: Descriptor): Promise<ManifestBytes>;
  /** A small blob (a config), whole. */
  fetchBlob(descriptor: Descriptor): Promise<Uint8Array>;
  /**
   * A blob of any size (a layer), as it streams: no more bytes than were announced, and not held to the digest, which whoever
   * reads it does at its end. Once for each iteration that is wanted; it ends with the iteration.
   */
  openBlob(blob: BlobKey): Promise<AsyncIterable<Uint8Array>>;
}
