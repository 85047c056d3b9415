import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';

import type { BaseName } from './base-images.ts';
import { basePlace } from './base-place.ts';
import { packLayer, type Layer } from './layer.ts';
import { openRepository, type Repository } from '../registry/repository.ts';
import type { Registry } from '../registry/registry.ts';

const descriptor = v.looseObject({ mediaType: v.string(), digest: v.string(), size: v.number() });
const index = v.looseObject({ mediaType: v.string(), manifests: v.array(descriptor) });
const manifest = v.looseObject({ mediaType: v.string(), config: descriptor, layers: v.array(descriptor) });
const config = v.looseObject({
  rootfs: v.looseObject({ diff_ids: v.array(v.string()) }),
  history: v.array(v.unknown()),
});

/**
 * Pushes a changed version of a base image under its tag: every platform gets one more layer, with a file of so many
 * bytes that do not compress. What was built on the base before still stands on the old one. Gives the new digest.
 */
export async function moveBase(registry: Registry, name: BaseName, bytes = 4096): Promise<string> {
  const { repository, tag } = basePlace(name);
  const door = openRepository({ url: registry.url, repository });
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-moved-'));
  try {
    const layer = await makeLayer(folder, bytes);
    const hex = layer.digest.slice('sha256:'.length);
    await door.putBlob(layer.digest, async () => await readFile(join(folder, 'blobs', 'sha256', hex)));
    const old = v.parse(index, JSON.parse((await door.getManifest(tag)).toString('utf8')));
    const manifests = [];
    for (const child of old.manifests) manifests.push({ ...child, ...(await addLayer(door, child.digest, layer)) });
    return await door.putManifest(old.mediaType, Buffer.from(JSON.stringify({ ...old, manifests })), tag);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeLayer(folder: string, bytes: number): Promise<Layer> {
  const root = join(folder, 'root');
  await mkdir(join(root, 'usr', 'share'), { recursive: true });
  await writeFile(join(root, 'usr', 'share', 'moved'), randomBytes(bytes));
  return await packLayer({ folder: root, layout: folder, createdBy: 'the base moved' });
}

async function addLayer(door: Repository, digest: string, layer: Layer): Promise<{ digest: string; size: number }> {
  const old = v.parse(manifest, JSON.parse((await door.getManifest(digest)).toString('utf8')));
  const image = v.parse(config, JSON.parse((await door.getBlob(old.config.digest)).toString('utf8')));
  const configBytes = Buffer.from(
    JSON.stringify({
      ...image,
      rootfs: { ...image.rootfs, diff_ids: [...image.rootfs.diff_ids, layer.diffID] },
      history: [...image.history, { created: '1970-01-01T00:00:00Z', created_by: layer.createdBy }],
    }),
  );
  const configDigest = `sha256:${createHash('sha256').update(configBytes).digest('hex')}`;
  await door.putBlob(configDigest, async () => await Promise.resolve(configBytes));
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip';
  const bytes = Buffer.from(
    JSON.stringify({
      ...old,
      config: { ...old.config, digest: configDigest, size: configBytes.length },
      layers: [...old.layers, { mediaType, digest: layer.digest, size: layer.size }],
    }),
  );
  return { digest: await door.putManifest(old.mediaType, bytes), size: bytes.length };
}
