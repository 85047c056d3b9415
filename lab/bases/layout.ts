import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Layer } from './layer.ts';

/** What a container of the image starts with, as the config has it. */
export interface ContainerDefaults {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly Volumes?: Readonly<Record<string, Record<string, never>>>;
}

export interface PlatformImage {
  /** `amd64`, `arm64`: the system is Linux. */
  readonly architecture: string;
  readonly layers: readonly Layer[];
  readonly defaults: ContainerDefaults;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const CREATED = '1970-01-01T00:00:00Z';

/**
 * Writes an image as an OCI layout whose layers are there already (`packLayer`): an index with a manifest per platform.
 * `name` is the reference that `docker load` gives it.
 */
export async function writeLayout(folder: string, name: string, images: readonly PlatformImage[]): Promise<void> {
  const manifests = [];
  for (const image of images) {
    const manifest = await writeManifest(folder, image);
    manifests.push({ ...manifest, platform: { architecture: image.architecture, os: 'linux' } });
  }
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const index = await writeBlob(folder, mediaType, { schemaVersion: 2, mediaType, manifests });
  const annotations = {
    'io.containerd.image.name': name,
    'org.opencontainers.image.ref.name': name.slice(name.lastIndexOf(':') + 1),
  };
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(
    join(folder, 'index.json'),
    JSON.stringify({ schemaVersion: 2, mediaType, manifests: [{ ...index, annotations }] }),
  );
}

async function writeManifest(folder: string, image: PlatformImage): Promise<Descriptor> {
  const config = await writeBlob(folder, 'application/vnd.oci.image.config.v1+json', {
    architecture: image.architecture,
    os: 'linux',
    created: CREATED,
    config: image.defaults,
    rootfs: { type: 'layers', diff_ids: image.layers.map((layer) => layer.diffID) },
    history: image.layers.map((layer) => ({ created: CREATED, created_by: layer.createdBy })),
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const layers = image.layers.map(({ digest, size }) => ({
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    digest,
    size,
  }));
  return await writeBlob(folder, mediaType, { schemaVersion: 2, mediaType, config, layers });
}

async function writeBlob(folder: string, mediaType: string, value: unknown): Promise<Descriptor> {
  const bytes = Buffer.from(JSON.stringify(value));
  const hex = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  await writeFile(join(folder, 'blobs', 'sha256', hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}
