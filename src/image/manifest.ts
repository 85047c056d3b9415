import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { AnnotationsSchema, DescriptorSchema } from './descriptor.ts';
import { LIMITS } from './limits.ts';
import { isImageConfigType, isIndexType, isManifestType, isSchema1Type } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import type { Descriptor } from './source.ts';

/** A manifest document of Docker's or OCI's family. */
export type Manifest =
  | {
      readonly kind: 'index';
      readonly entries: readonly Descriptor[];
      readonly annotations: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'image';
      readonly config: Descriptor;
      readonly layers: readonly Descriptor[];
      readonly annotations: Readonly<Record<string, string>>;
    }
  /** A manifest of something else: a Helm chart, a signature, BuildKit's cache. `type` is untrusted text. */
  | { readonly kind: 'artifact'; readonly type: string };

const DocumentSchema = v.object({
  schemaVersion: v.nullish(v.number()),
  mediaType: v.nullish(v.string()),
  artifactType: v.nullish(v.string()),
  annotations: AnnotationsSchema,
  manifests: v.nullish(v.array(DescriptorSchema)),
  config: v.nullish(DescriptorSchema),
  layers: v.nullish(v.array(DescriptorSchema)),
});

type Document = v.InferOutput<typeof DocumentSchema>;

/**
 * Bytes of a manifest or index to what they say. `mediaType` is the one they came under; the document's own goes first.
 * Throws `IMAGE_INVALID`, naming `what`, and `LIMIT_EXCEEDED`.
 */
export function parseManifest(bytes: Uint8Array, mediaType: string, what: string): Manifest {
  // Before its form is looked at: schema 1 has another one.
  if (isSchema1Type(mediaType)) throw refuseSchema1(what);
  const document = parseJson(bytes, DocumentSchema, what);
  if (document.schemaVersion === 1 || isSchema1Type(document.mediaType ?? '')) throw refuseSchema1(what);

  const { manifests, config, layers } = document;
  // Read as an index by one tool and as a manifest by another (CVE-2021-41190): neither here.
  if (manifests && (config ?? layers)) throw refuse(what, 'is an index and a manifest at once');
  if (manifests) return readIndex(manifests, document, what, document.mediaType ?? mediaType);
  if (config && layers) return readImageManifest(config, layers, document, what, document.mediaType ?? mediaType);
  throw refuse(what, `is neither a manifest nor an index of an image (${document.mediaType ?? mediaType})`);
}

function readIndex(entries: Descriptor[], { annotations }: Document, what: string, mediaType: string): Manifest {
  if (isManifestType(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is an index`);
  if (entries.length > LIMITS.indexEntries) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${entries.length} entries; ${LIMITS.indexEntries} are read`);
  }
  return { kind: 'index', entries, annotations };
}

function readImageManifest(
  config: Descriptor,
  layers: Descriptor[],
  { annotations, artifactType }: Document,
  what: string,
  mediaType: string,
): Manifest {
  if (isIndexType(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is a manifest`);
  if (!isImageConfigType(config.mediaType)) return { kind: 'artifact', type: artifactType ?? config.mediaType };
  if (layers.length > LIMITS.layers) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${layers.length} layers; ${LIMITS.layers} are read`);
  }
  return { kind: 'image', config, layers, annotations };
}

function refuseSchema1(what: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} is in Docker's old format (schema 1), which states no sizes`, {
    hint: 'Push the image again with a Docker of this decade.',
  });
}

function refuse(what: string, why: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} ${why.slice(0, 400)}`);
}
