/** The caches that a build wrote, as far as they are known. */
export interface WrittenCache {
  /** Layers in it, each once; `null`: none was written, or it could not be read. */
  readonly blobs: readonly { readonly digest: string; readonly bytes: number }[] | null;
  /** Digests of the layers that the cache had before; `null`: not known. */
  readonly before: readonly string[] | null;
  /** Whether a pull request wrote it. */
  readonly isOfPullRequest: boolean;
}
