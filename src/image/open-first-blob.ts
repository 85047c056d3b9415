import type { BlobKey, ImageSource } from './source.ts';

/** A blob out of the first source that opens it. Throws what the last one threw; `absent` where there is none. */
export async function openFirstBlob(
  sources: readonly ImageSource[],
  blob: BlobKey,
  absent: Error,
): Promise<AsyncIterable<Uint8Array>> {
  let failure: unknown = absent;
  for (const source of sources) {
    try {
      return await source.openBlob(blob);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
