import type { BuildStep } from '../build/build-record.ts';
import type { CacheUse } from '../build/timeline/cache-use.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { Digest } from '../image/digest.ts';

/** Media type of the record and type of the artifact that holds it. */
export const RECORD_TYPE = 'application/vnd.plimsoll.record.v1+json';

/**
 * What is kept beside a pushed image for the comparisons that come later, as JSON (docs of the registry: design.md,
 * "Record"). It informs and never decides: sizes that count come from manifests. Fields are only ever added to version 1.
 */
export interface ImageRecord {
  schemaVersion: 1;
  /** Version of Plimsoll that wrote it. */
  plimsoll: string;
  /** How the comment calls the image. */
  name: string;
  /** The image: what this is the record of. */
  image: Digest;
  commit: string | null;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** `null` where the builder told nothing. */
  build: {
    durationMs: number;
    steps: readonly BuildStep[];
    cache: Pick<CacheUse, 'importMs' | 'exportMs' | 'manifests'>;
  } | null;
  /** Where the layers come from; none where the builder did not tell. */
  origins: readonly ImageOrigin[];
  /** What the rules of this Plimsoll found in the Dockerfile; `null` where it was not told. */
  advice: {
    /** Hash of its text. */
    dockerfile: string;
    /** Whether they could look at the context, too. */
    hasContext: boolean;
    /** What the context let in that no image needs; `null` where it was not looked at, or by an earlier version. */
    context: {
      /** Hash of its .dockerignore; `null` where there is none. */
      ignore: string | null;
      needless: readonly string[];
    } | null;
    /** `hash` of the lines, and `marks` that know them when they were edited (`markLines`); `null` by an earlier version. */
    findings: readonly { rule: string; hash: string; marks: readonly string[] | null }[];
  } | null;
  platforms: readonly { platform: string; manifest: Digest; downloadBytes: number }[];
}
