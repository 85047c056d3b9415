import { PlimsollError } from '../../errors.ts';
import { formatReference, type Reference } from '../reference.ts';
import type { ImageSource, ManifestBytes } from '../source.ts';
import { fetchBlob } from './fetch-blob.ts';
import { fetchManifest } from './fetch-manifest.ts';
import { openBlob } from './open-blob.ts';
import type { RegistryClient } from './registry-client.ts';

/**
 * An image in a registry, as an image source. Without tag and digest it is `latest`. `fetchRoot` gives `null` where the
 * registry says that there is no such image; a registry that answers so to who may not see it is believed.
 */
export function openRegistrySource(client: RegistryClient, reference: Reference, name?: string): ImageSource {
  const { tag, digest } = reference;
  // Given both, the digest is what counts, as for container engines.
  const key = digest === null ? { tag: tag ?? 'latest' } : { digest };
  let root: Promise<ManifestBytes | null> | null = null;
  return {
    name: name ?? formatReference(reference),
    // Asked for once: all that is read of it is of one moment.
    fetchRoot: async () => await (root ??= fetchManifest(client, reference, key)),
    async fetchManifest(descriptor) {
      const manifest = await fetchManifest(client, reference, { digest: descriptor.digest });
      if (manifest !== null) return manifest;
      throw new PlimsollError(
        'REGISTRY_NOT_FOUND',
        `${formatReference(reference)} names the manifest ${descriptor.digest}, and the registry has it not`,
        { hint: 'A job that deletes untagged versions takes such away: build and push again.' },
      );
    },
    fetchBlob: async (descriptor) => await fetchBlob(client, reference, descriptor),
    openBlob: async (blob) => await openBlob(client, reference, blob),
  };
}
