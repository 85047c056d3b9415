import { isImageTag } from '../plan/tag-name.ts';
import { readImage } from '../image/read-image.ts';
import { parseReference } from '../image/reference.ts';
import { listTags } from '../image/registry/list-tags.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { BaselineRegistry } from './baseline-places.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/**
 * The registry of an image (`ghcr.io/acme/api`), as the search for a baseline asks it. `moved`: full references that the
 * push of the head wrote; they stand for the head itself, so for a baseline they are not there.
 */
export function openBaselineRegistry(
  client: RegistryClient,
  image: string,
  moved: readonly string[] = [],
): BaselineRegistry {
  return {
    readImage: async (reference) =>
      moved.includes(reference) ? null : await readImage(openRegistrySource(client, parseReference(reference))),
    listTags: async () =>
      // The build writes its cache before anything is compared: of a first run it makes no second one.
      (await listTags(client, parseReference(image))).filter(
        (tag) => isImageTag(tag) && !moved.includes(`${image}:${tag}`),
      ),
  };
}
