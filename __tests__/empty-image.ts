import type { Repository } from '../lab/registry/repository.ts';
import { digestOf } from '../src/image/digest-of.ts';
import { OCI_INDEX, OCI_MANIFEST } from '../src/image/media-type.ts';

/** An image of a platform without layers, and what an index says of it. */
export function makeEmptyImage(architecture = 'amd64', labels: Readonly<Record<string, string>> = {}) {
  const rootfs = { type: 'layers', diff_ids: [] };
  const config = Buffer.from(JSON.stringify({ os: 'linux', architecture, config: { Labels: labels }, rootfs }));
  const descriptor = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digestOf(config),
    size: config.length,
  };
  const manifest = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: descriptor, layers: [] }),
  );
  const platform = { os: 'linux', architecture };
  return {
    config,
    manifest,
    entry: { mediaType: OCI_MANIFEST, digest: digestOf(manifest), size: manifest.length, platform },
  };
}

export type EmptyImage = ReturnType<typeof makeEmptyImage>;

export function makeIndex(images: readonly EmptyImage[]): Buffer {
  const manifests = images.map(({ entry }) => entry);
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}

/** Pushes an index of such images; gives its digest. */
export async function pushIndex(repository: Repository, images: readonly EmptyImage[], tag?: string): Promise<string> {
  for (const { config, manifest } of images) {
    await repository.putBlob(digestOf(config), () => Promise.resolve(config));
    await repository.putManifest(OCI_MANIFEST, manifest);
  }
  return await repository.putManifest(OCI_INDEX, makeIndex(images), tag);
}
