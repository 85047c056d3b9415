import { PlimsollError } from '../errors.ts';
import { boundBlob } from './bound-blob.ts';
import { digestOf } from './digest-of.ts';
import { fetchDescribed } from './fetch-described.ts';
import { chooseEntry } from './layout-entry.ts';
import { LIMITS } from './limits.ts';
import { parseManifest } from './manifest.ts';
import { isIndexType, OCI_INDEX } from './media-type.ts';
import type { Digest } from './digest.ts';
import type { Descriptor, ImageSource, ManifestBytes } from './source.ts';

/** The files of an OCI layout: a folder's or an archive's. */
export interface LayoutFiles {
  /** A file by its path within the layout, whole. `null`: there is none. Throws `LIMIT_EXCEEDED` where it is larger. */
  read(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /** A file of any size, as it streams. `null`: there is none. */
  stream(path: string): Promise<AsyncIterable<Uint8Array> | null>;
}

/**
 * An image in an OCI layout (OCI image spec, image-layout.md). `tag` chooses one where the layout holds several. Throws
 * `IMAGE_INVALID` (no layout, a blob that is not the one it is called), `IMAGE_NOT_FOUND` (no such tag, or several
 * images and no tag: the hint lists them).
 */
export function openLayout(name: string, files: LayoutFiles, tag: string | null): ImageSource {
  return {
    name,
    async fetchRoot() {
      const bytes = await files.read('index.json', LIMITS.manifestBytes);
      if (bytes === null) {
        throw new PlimsollError('IMAGE_INVALID', `${name} is no OCI layout: it has no index.json`, {
          hint: 'An OCI layout is what "docker buildx build --output type=oci" writes; a file of "docker save" is docker-archive:FILE.',
        });
      }
      const index = parseManifest(bytes, OCI_INDEX, `${name}, index.json`);
      if (index.kind !== 'index') throw new PlimsollError('IMAGE_INVALID', `${name}: index.json is no index`);
      const entry = chooseEntry(index.entries, tag, name);
      if (entry === 'all') return { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes };
      return await withoutAbsent(await readManifest(files, entry, name), files, name);
    },
    fetchManifest: async (descriptor) => await readManifest(files, descriptor, name),
    fetchBlob: async (descriptor) => await readBlob(files, descriptor, LIMITS.configBytes, name),
    async openBlob(blob) {
      const stream = await files.stream(blobPath(blob.digest));
      if (stream === null) throw missingBlob(name, blob.digest);
      return boundBlob(stream, blob, name);
    },
  };
}

async function readManifest(files: LayoutFiles, descriptor: Descriptor, name: string): Promise<ManifestBytes> {
  const bytes = await readBlob(files, descriptor, LIMITS.manifestBytes, name);
  return { mediaType: descriptor.mediaType, digest: descriptor.digest, bytes };
}

async function readBlob(
  files: LayoutFiles,
  descriptor: Descriptor,
  maxBytes: number,
  name: string,
): Promise<Uint8Array> {
  return await fetchDescribed(descriptor, { maxBytes, what: name }, async () => {
    const bytes = await files.read(blobPath(descriptor.digest), maxBytes);
    if (bytes !== null) return bytes;
    throw missingBlob(name, descriptor.digest);
  });
}

function missingBlob(name: string, digest: Digest): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${name}: the blob ${digest} is missing`);
}

function blobPath(digest: Digest): string {
  return `blobs/${digest.replace(':', '/')}`;
}

/**
 * Who pulled an image for one platform holds its whole index and that platform's manifest (containerd's image store), and
 * saves both. The index keeps its own digest here, and loses what is not there.
 */
async function withoutAbsent(root: ManifestBytes, files: LayoutFiles, name: string): Promise<ManifestBytes> {
  if (!isIndexType(root.mediaType)) return root;
  const index = parseManifest(root.bytes, root.mediaType, name);
  if (index.kind !== 'index') return root;
  const present: Descriptor[] = [];
  for (const entry of index.entries) {
    const isSmall = entry.size <= LIMITS.manifestBytes;
    if (isSmall && (await files.read(blobPath(entry.digest), LIMITS.manifestBytes)) !== null) present.push(entry);
  }
  if (present.length === index.entries.length) return root;
  const document = {
    mediaType: root.mediaType,
    annotations: index.annotations,
    manifests: present.map(writeDescriptor),
  };
  return { ...root, bytes: Buffer.from(JSON.stringify({ schemaVersion: 2, ...document })) };
}

function writeDescriptor({ platform, ...rest }: Descriptor) {
  if (platform === null) return rest;
  const { os, architecture, variant, osVersion } = platform;
  return { ...rest, platform: { os, architecture, variant, 'os.version': osVersion } };
}
