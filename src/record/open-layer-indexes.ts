import { fetchBlob } from '../image/registry/fetch-blob.ts';
import { shortDigest } from '../image/digest.ts';
import { nameLayer, type LayerIndexes } from '../layer/layer-indexes.ts';
import { parseFileIndex } from '../layer/parse-file-index.ts';
import type { Reference } from '../image/reference.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { StoredIndex } from './layer-index.ts';

/** The file indexes of a record that was found in `repository`; each is fetched when it is asked for. */
export function openLayerIndexes(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  indexes: readonly StoredIndex[],
): LayerIndexes {
  const blobs = new Map(indexes.map(({ layer, blob }) => [nameLayer(layer), blob]));
  return {
    has: (layer) => blobs.has(nameLayer(layer)),
    async fetch(layer, known) {
      const blob = blobs.get(nameLayer(layer));
      const what = `the file index of layer ${shortDigest(layer.digest)}`;
      if (blob === undefined) throw new Error(`${what} is not there`);
      return await parseFileIndex(await fetchBlob(client, repository, blob), what, known);
    },
  };
}
