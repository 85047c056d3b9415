import type { Digest } from '../image/digest.ts';
import { parseReference, type Reference } from '../image/reference.ts';

/** What a registry says that a tag points at; `null`: there is no such tag. */
export type FindDigest = (reference: Reference & { readonly tag: string }) => Promise<Digest | null>;

export interface PinnedImage {
  /** As it was named, by tag. */
  readonly image: string;
  /** `null` where the registry did not say. */
  readonly digest: Digest | null;
  /** Why it did not. */
  readonly reason: string | null;
}

/** Asks for the digest of each image; one that cannot be had is no error. */
export async function pinImages(images: readonly string[], findDigest: FindDigest): Promise<readonly PinnedImage[]> {
  return await Promise.all(
    [...new Set(images)].map(async (image): Promise<PinnedImage> => {
      const reference = parseReference(image);
      const { tag } = reference;
      if (tag === null) return { image, digest: null, reason: 'it has no tag' };
      try {
        const digest = await findDigest({ ...reference, tag });
        return { image, digest, reason: digest === null ? 'its registry has no such tag' : null };
      } catch (error) {
        return { image, digest: null, reason: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}
