import { digestOf } from '../../../src/image/digest-of.ts';
import type { Digest } from '../../../src/image/digest.ts';
import type { ImageSource, ManifestBytes } from '../../../src/image/source.ts';

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';

export interface Document {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly digest: Digest;
}

/** A descriptor, as documents have it. */
export interface Entry {
  mediaType: string;
  digest: string;
  size: number;
  platform?: unknown;
  annotations?: unknown;
}

interface ImageOptions {
  /** Each is named by its text and has that many bytes. */
  layers?: readonly (readonly [name: string, size: number])[];
  /** Goes over the config's fields. */
  config?: object;
  /** Goes over the manifest's fields. */
  manifest?: object;
  /** Docker's media types in place of OCI's. */
  docker?: boolean;
}

/** Documents of images, by digest. */
export class ImageStore {
  readonly documents = new Map<string, Document>();

  put(mediaType: string, value: unknown): Document {
    const bytes = Buffer.from(JSON.stringify(value));
    const document = { mediaType, bytes, digest: digestOf(bytes) };
    this.documents.set(document.digest, document);
    return document;
  }

  /** A manifest with its config. */
  putImage({ layers = [['base', 1000]], config, manifest, docker = false }: ImageOptions = {}): Document {
    const stored = this.put(docker ? DOCKER_CONFIG : OCI_CONFIG, {
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: layers.map(([name]) => digestOf(Buffer.from(`diff ${name}`))) },
      history: layers.map(([name]) => ({ created_by: `RUN ${name}` })),
      ...config,
    });
    const mediaType = docker ? DOCKER_MANIFEST : OCI_MANIFEST;
    return this.put(mediaType, {
      schemaVersion: 2,
      mediaType,
      config: describe(stored),
      layers: layers.map(([name, size]) => ({
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest: digestOf(Buffer.from(`blob ${name}`)),
        size,
      })),
      ...manifest,
    });
  }

  putIndex(entries: readonly Entry[], more: object = {}, mediaType = OCI_INDEX): Document {
    return this.put(mediaType, { schemaVersion: 2, mediaType, manifests: entries, ...more });
  }

  /** A source that keeps what it was asked for. */
  open(root: Document | null): ImageSource & { readonly asked: string[] } {
    const asked: string[] = [];
    const find = (digest: string): Document => {
      asked.push(digest);
      const document = this.documents.get(digest);
      if (document === undefined) throw new Error(`nobody put ${digest}`);
      return document;
    };
    return {
      name: 'test:image',
      asked,
      fetchRoot: () => Promise.resolve<ManifestBytes | null>(root === null ? null : find(root.digest)),
      fetchManifest: ({ digest }) => Promise.resolve(find(digest)),
      fetchBlob: ({ digest }) => Promise.resolve(find(digest).bytes),
      openBlob: () => Promise.reject(new Error('no layer was put')),
    };
  }
}

/** The descriptor of a document. */
export function describe({ mediaType, bytes, digest }: Document, more: Omit<Partial<Entry>, 'digest'> = {}): Entry {
  return { mediaType, digest, size: bytes.length, ...more };
}
