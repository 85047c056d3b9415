import * as v from 'valibot';
import { isDigest } from './digest.ts';
import type { Descriptor } from './source.ts';

const PlatformWord = v.pipe(v.string(), v.regex(/^[\w.-]{0,64}$/, 'not a word of a platform'));

/** `annotations` of a manifest, an index or a descriptor; tools write `null` for none. */
export const AnnotationsSchema = v.nullish(v.record(v.string(), v.string()), {});

/** A descriptor as documents write it (OCI image spec, descriptor.md). An empty platform counts as none. */
export const DescriptorSchema = v.pipe(
  v.object({
    mediaType: v.pipe(v.string(), v.maxLength(255)),
    digest: v.custom<Descriptor['digest']>((value) => typeof value === 'string' && isDigest(value), 'not a digest'),
    size: v.pipe(v.number(), v.safeInteger('not a size'), v.minValue(0, 'a negative size')),
    annotations: AnnotationsSchema,
    platform: v.nullish(
      v.object({
        os: PlatformWord,
        architecture: PlatformWord,
        variant: v.nullish(PlatformWord),
        'os.version': v.nullish(v.string()),
      }),
    ),
  }),
  v.transform(({ mediaType, digest, size, annotations, platform }): Descriptor => ({
    mediaType,
    digest,
    size,
    annotations,
    platform:
      platform?.os && platform.architecture
        ? {
            os: platform.os,
            architecture: platform.architecture,
            variant: platform.variant ?? null,
            osVersion: platform['os.version'] ?? null,
          }
        : null,
  })),
);
