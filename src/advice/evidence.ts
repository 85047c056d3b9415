import { findSideOrigin } from '../compare/side-origin.ts';
import type { SubjectLayer } from './image-subject.ts';
import type { BuildStep } from '../build/build-record.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { ImageLayer, PlatformImage } from '../image/image.ts';

/** What is known of a build of the Dockerfile, and of one platform of the image that it made. */
export interface Evidence {
  readonly steps: readonly MeasuredStep[];
  /** `null`: there is no image, or nobody tells which line a layer is of. */
  readonly image: MeasuredImage | null;
  /** Whether the build began on a builder that had nothing: its cache mounts were empty. */
  readonly isOnFreshBuilder: boolean;
}

/** `lastRanMs`: of a step that was cached too, where that is known. */
export type MeasuredStep = Pick<
  BuildStep,
  'name' | 'stage' | 'platform' | 'status' | 'lastRanMs' | 'isEmulated' | 'source'
>;

export interface MeasuredImage {
  /** The lowest first. */
  readonly layers: readonly MeasuredLayer[];
  /** How many of them are the base's. */
  readonly baseLayers: number;
  readonly settings: PlatformImage['settings'];
}

export interface MeasuredLayer {
  /** That its instruction begins in; `null`: it is the base's, or that is not known. */
  readonly line: number | null;
  /** Of its tar stream; `null`: not known. */
  readonly diskBytes: number | null;
  /** `null`: it was not read. */
  readonly content: SubjectLayer | null;
}

/** `null` where nobody tells which line a layer is of, or what was told is of another image. */
export function readMeasuredImage(
  platform: PlatformImage,
  origins: readonly ImageOrigin[],
  read: (layer: ImageLayer) => Pick<MeasuredLayer, 'diskBytes' | 'content'>,
): MeasuredImage | null {
  const origin = findSideOrigin(platform, origins);
  if (origin.kind !== 'known' || origin.layers === null) return null;
  const baseLayers = origin.base?.layers ?? 0;
  const { layers: own } = origin;
  const layers = platform.layers.map((layer, place) => ({
    line: own[place - baseLayers]?.source?.line ?? null,
    ...read(layer),
  }));
  return { layers, baseLayers, settings: platform.settings };
}
