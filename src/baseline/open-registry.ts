import { readImage } from '../image/read-image.ts';
import { parseReference } from '../image/reference.ts';
import { listTags } from '../image/registry/list-tags.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { BaselineRegistry } from './baseline-places.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** The registry of an image (`ghcr.io/acme/api`), as the search for a baseline asks it. */
export function openBaselineRegistry(client: RegistryClient, image: string): BaselineRegistry {
  return {
    readImage: async (reference) => await readImage(openRegistrySource(client, parseReference(reference))),
    listTags: async () => await listTags(client, parseReference(image)),
  };
}
