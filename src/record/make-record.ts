import { downloadBytes, type Image } from '../image/image.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { ImageRecord } from './record.ts';

export interface RecordSource {
  /** Version of this Plimsoll. */
  version: string;
  name: string;
  image: Image;
  commit: string | null;
  build: BuildRecord | null;
  origins: readonly ImageOrigin[];
  advice: ImageRecord['advice'];
  nowMs: number;
}

/** The record of an image that was built. Errors of the cache stay out of it: they name hosts, and time makes them void. */
export function makeRecord({ version, name, image, commit, build, origins, advice, nowMs }: RecordSource): ImageRecord {
  return {
    schemaVersion: 1,
    plimsoll: version,
    name,
    image: image.digest,
    commit,
    createdAt: new Date(nowMs).toISOString(),
    build:
      build === null
        ? null
        : {
            durationMs: build.durationMs,
            steps: build.steps,
            cache: {
              importMs: build.cache.importMs,
              exportMs: build.cache.exportMs,
              manifests: build.cache.manifests,
            },
          },
    origins,
    advice,
    platforms: image.platforms.map((platform) => ({
      platform: platform.platform,
      manifest: platform.manifestDigest,
      downloadBytes: downloadBytes(platform),
    })),
  };
}
