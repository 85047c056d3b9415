import { createHash } from 'node:crypto';
import { OCI_INDEX, OCI_MANIFEST } from '../../../src/image/media-type.ts';

/** An image's files by their paths in an OCI layout, and its index's entry. */
export interface MadeImage {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly entry: Entry;
  readonly manifests: readonly Entry[];
}

export interface Entry {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string };
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** An index with a manifest a platform, each with one layer that holds `content`. */
export function makeImage(content: string, architectures: readonly string[] = ['amd64']): MadeImage {
  const files = new Map<string, Buffer>();
  const put = (mediaType: string, value: unknown): Entry => {
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
    const digest = sha256(bytes);
    files.set(`blobs/${digest.replace(':', '/')}`, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const layer = put('application/vnd.oci.image.layer.v1.tar', Buffer.from(content));
  const manifests = architectures.map((architecture) => {
    const config = put('application/vnd.oci.image.config.v1+json', {
      os: 'linux',
      architecture,
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    });
    const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers: [layer] };
    return { ...put(OCI_MANIFEST, manifest), platform: { os: 'linux', architecture } };
  });
  return { files, entry: put(OCI_INDEX, { schemaVersion: 2, mediaType: OCI_INDEX, manifests }), manifests };
}

/** The files of a layout that holds these, each under its annotations. */
export function makeLayoutFiles(
  ...images: readonly { readonly image: MadeImage; readonly annotations?: Readonly<Record<string, string>> }[]
): Map<string, Buffer> {
  const entries = images.map(({ image, annotations }) => ({ ...image.entry, annotations }));
  return new Map([
    ...images.flatMap(({ image }) => [...image.files]),
    ['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')],
    ['index.json', makeIndex(entries)],
  ]);
}

export function makeIndex(manifests: readonly Entry[]): Buffer {
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
