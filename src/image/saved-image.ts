import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { boundBlob } from './bound-blob.ts';
import { parseConfig } from './config.ts';
import { digestOf } from './digest-of.ts';
import { LIMITS } from './limits.ts';
import { DOCKER_MANIFEST } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import { isSameName } from './same-name.ts';
import type { ArchiveFiles, FileDescription } from './archive-files.ts';
import type { Digest } from './digest.ts';
import type { ImageSource } from './source.ts';

const SavedSchema = v.array(
  v.object({
    Config: v.string(),
    RepoTags: v.nullish(v.array(v.string())),
    Layers: v.pipe(v.array(v.string()), v.maxLength(LIMITS.layers)),
  }),
);

type Saved = v.InferOutput<typeof SavedSchema>[number];

/**
 * An image as `docker save` wrote it before version 25, and podman and others write it to this day: a `manifest.json`
 * that names a config and layers, and states no sizes. A manifest is made up for it: a layer's bytes in the archive are
 * its download, whether they are compressed or not. Throws `IMAGE_INVALID`, `IMAGE_NOT_FOUND`.
 */
export function openSavedImage(name: string, files: ArchiveFiles, tag: string | null): ImageSource {
  let config: Uint8Array | null = null;
  const paths = new Map<Digest, string>();
  return {
    name,
    async fetchRoot() {
      const list = await files.read('manifest.json', LIMITS.manifestBytes);
      if (list === null) {
        throw new PlimsollError('IMAGE_INVALID', `${name} is no archive of an image: it has no manifest.json`, {
          hint: 'An archive is what "docker save" writes, or "docker buildx build --output type=oci,dest=FILE".',
        });
      }
      const saved = chooseSaved(parseJson(list, SavedSchema, `${name}, manifest.json`), tag, name);
      config = await readConfig(files, saved, name);
      const layers = await describeLayers(files, saved, config, name);
      for (const [place, { digest }] of layers.entries()) paths.set(digest, saved.Layers[place] ?? '');
      const bytes = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: DOCKER_MANIFEST,
          config: {
            mediaType: 'application/vnd.docker.container.image.v1+json',
            digest: digestOf(config),
            size: config.length,
          },
          layers: layers.map(({ size, digest, start }) => ({ mediaType: layerType(start), digest, size })),
        }),
      );
      return { mediaType: DOCKER_MANIFEST, digest: digestOf(bytes), bytes };
    },
    fetchManifest: ({ digest }) => Promise.reject(missing(name, digest)),
    fetchBlob: ({ digest }) =>
      config !== null && digestOf(config) === digest ? Promise.resolve(config) : Promise.reject(missing(name, digest)),
    async openBlob(blob) {
      const path = paths.get(blob.digest);
      const stream = path === undefined ? null : await files.stream(path);
      if (stream === null) throw missing(name, blob.digest);
      return boundBlob(stream, blob, name);
    },
  };
}

function chooseSaved(images: readonly Saved[], tag: string | null, name: string): Saved {
  const tagsOf = ({ RepoTags }: Saved) => RepoTags ?? [];
  const chosen = tag === null ? images : images.filter((image) => tagsOf(image).some((one) => isSameName(one, tag)));
  const [first] = chosen;
  if (first !== undefined && chosen.every(({ Config }) => Config === first.Config)) return first;
  const names = images.flatMap((image) => tagsOf(image)).slice(0, 20);
  const what = first === undefined ? `holds no image${tag === null ? '' : ` ${tag}`}` : `holds ${chosen.length} images`;
  throw new PlimsollError('IMAGE_NOT_FOUND', `${name} ${what.slice(0, 200)}`, {
    hint: names.length === 0 ? '' : `Name one of them after a colon: ${names.join(', ').slice(0, 2000)}.`,
  });
}

async function readConfig(files: ArchiveFiles, { Config: path }: Saved, name: string): Promise<Uint8Array> {
  const bytes = await files.read(path, LIMITS.configBytes);
  if (bytes === null) throw missing(name, path);
  return bytes;
}

/** In the order of the image. A layer that is not compressed is held to its diffID, as `docker load` does. */
async function describeLayers(
  files: ArchiveFiles,
  saved: Saved,
  config: Uint8Array,
  name: string,
): Promise<FileDescription[]> {
  const { diffIDs } = parseConfig(config, `${name}, ${saved.Config.slice(0, 200)}`);
  const layers: FileDescription[] = [];
  for (const [place, path] of saved.Layers.entries()) {
    const layer = await files.describe(path);
    if (layer === null) throw missing(name, path);
    if (layerType(layer.start) === LAYER && diffIDs[place] !== layer.digest) {
      throw new PlimsollError('IMAGE_INVALID', `${name}: ${path.slice(0, 200)} is not the layer that the config names`);
    }
    layers.push(layer);
  }
  return layers;
}

const LAYER = 'application/vnd.docker.image.rootfs.diff.tar';
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

function layerType(start: Uint8Array): string {
  const startsWith = (magic: readonly number[]) => magic.every((byte, place) => start[place] === byte);
  if (startsWith(GZIP)) return `${LAYER}.gzip`;
  return startsWith(ZSTD) ? `${LAYER}.zstd` : LAYER;
}

function missing(name: string, what: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${name}: ${JSON.stringify(what.slice(0, 200))} is missing`);
}
