import { parseManifest } from './manifest.ts';
import { isDigest, type Digest } from './digest.ts';
import type { Image } from './image.ts';
import type { Descriptor, ImageSource } from './source.ts';

/**
 * The manifests of what is stated about an image's platforms, by the digest of the platform's own manifest: BuildKit puts
 * them into the index (its docs, attestation-storage.md). None where the source's name stands for another image by now.
 * Throws what the source throws.
 */
export async function listAttestations(source: ImageSource, { digest }: Image): Promise<Map<Digest, Descriptor>> {
  const root = await source.fetchRoot();
  if (root?.digest !== digest) return new Map();
  const index = parseManifest(root.bytes, root.mediaType, source.name);
  if (index.kind !== 'index') return new Map();
  return new Map(
    index.entries.flatMap((entry): [Digest, Descriptor][] => {
      const { [TYPE]: type, [SUBJECT]: subject = '' } = entry.annotations;
      return type === 'attestation-manifest' && isDigest(subject) ? [[subject, entry]] : [];
    }),
  );
}

const TYPE = 'vnd.docker.reference.type';
const SUBJECT = 'vnd.docker.reference.digest';
