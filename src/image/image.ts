import type { Digest } from './digest.ts';
import type { Settings } from './settings.ts';

/** An image: what one reference or digest stands for, on every platform that it has. Attestations are left out. */
export interface Image {
  /** As the user named it: `ghcr.io/acme/api:main`, `oci:out`, `build:`. Untrusted text. */
  readonly name: string;
  /** Digest of the index, or of the manifest where there is no index. */
  readonly digest: Digest;
  /** At least one; in the order of the index; each `platform` once. */
  readonly platforms: readonly PlatformImage[];
  /** Those that the index has other images for, too, as for several versions of Windows; the first of each is here. */
  readonly repeated: readonly string[];
  /** Annotations of the index or, without one, of the manifest. Untrusted text. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** An image on one platform: a manifest with its config. */
export interface PlatformImage {
  /** Normalised as containerd does: `linux/amd64`, `linux/arm64` (without `/v8`), `linux/arm/v7`. */
  readonly platform: string;
  readonly manifestDigest: Digest;
  readonly config: { readonly digest: Digest; readonly size: number };
  /** In order, the base's first; as the manifest lists them, so the same blob may stand twice. */
  readonly layers: readonly ImageLayer[];
  readonly labels: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageLayer {
  readonly digest: Digest;
  /** Digest of the uncompressed tar stream, from the config's `rootfs.diff_ids`. */
  readonly diffID: Digest;
  readonly mediaType: string;
  /** Compressed bytes, as the manifest states them. */
  readonly downloadBytes: number;
  /** What made it, from the config's history (`nameLayers`); '' where unknown. Untrusted text. */
  readonly createdBy: string;
}

/** Bytes to download for a platform: the config plus each distinct layer blob once (contract.md, "download"). */
export function downloadBytes(image: PlatformImage): number {
  const blobs = new Map<Digest, number>(image.layers.map((layer) => [layer.digest, layer.downloadBytes]));
  return image.config.size + [...blobs.values()].reduce((sum, bytes) => sum + bytes, 0);
}
