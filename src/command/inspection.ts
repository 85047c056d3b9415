import { downloadBytes, type Image } from '../image/image.ts';

/** What `inspect --json` prints: contract.md, "Command line". `null` is what nobody read. */
export interface Inspection {
  reference: string;
  digest: string;
  platforms: {
    platform: string;
    digest: string;
    downloadBytes: number;
    onDiskBytes: null;
    layers: {
      digest: string;
      diffID: string;
      mediaType: string;
      downloadBytes: number;
      onDiskBytes: null;
      createdBy: string;
    }[];
  }[];
}

export function describeInspection({ name, digest, platforms }: Image): Inspection {
  return {
    reference: name,
    digest,
    platforms: platforms.map((platform) => ({
      platform: platform.platform,
      digest: platform.manifestDigest,
      downloadBytes: downloadBytes(platform),
      onDiskBytes: null,
      layers: platform.layers.map(({ digest, diffID, mediaType, downloadBytes, createdBy }) => ({
        digest,
        diffID,
        mediaType,
        downloadBytes,
        onDiskBytes: null,
        createdBy,
      })),
    })),
  };
}
