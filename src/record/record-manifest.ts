import * as v from 'valibot';
import { DescriptorSchema } from '../image/descriptor.ts';
import { parseDigest, type Digest } from '../image/digest.ts';
import { OCI_MANIFEST } from '../image/media-type.ts';
import { parseJson } from '../image/parse-json.ts';
import { RECORD_TYPE } from './record.ts';
import type { Descriptor } from '../image/source.ts';

/** What points at a record and at the image that it is of (OCI image spec, manifest.md, "Guidelines for Artifact Usage"). */
export interface RecordManifest {
  /** `null` where the manifest is of something else. */
  record: Pick<Descriptor, 'digest' | 'size'> | null;
  subject: Digest | null;
}

/** The config that artifacts without one have: `{}`. */
export const EMPTY_CONFIG = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: parseDigest('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
  size: 2,
  bytes: Buffer.from('{}'),
} as const;

const ManifestSchema = v.object({
  artifactType: v.nullish(v.string()),
  subject: v.nullish(DescriptorSchema),
  layers: v.nullish(v.array(DescriptorSchema), []),
});

/** `createdAt` is repeated as an annotation: the Referrers API lists it, and of several records the newest is read. */
export function formatRecordManifest(
  record: Pick<Descriptor, 'digest' | 'size'>,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  createdAt: string,
): Uint8Array {
  const { mediaType, digest, size } = EMPTY_CONFIG;
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: RECORD_TYPE,
    config: { mediaType, digest, size },
    layers: [{ mediaType: RECORD_TYPE, digest: record.digest, size: record.size }],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: { 'org.opencontainers.image.created': createdAt },
  };
  return Buffer.from(JSON.stringify(manifest));
}

/** Throws `IMAGE_INVALID`, naming `what`. */
export function parseRecordManifest(bytes: Uint8Array, what: string): RecordManifest {
  const { artifactType, subject, layers } = parseJson(bytes, ManifestSchema, what);
  const [layer] = layers;
  const isRecord = artifactType === RECORD_TYPE && layers.length === 1 && layer?.mediaType === RECORD_TYPE;
  return {
    record: isRecord ? { digest: layer.digest, size: layer.size } : null,
    subject: subject?.digest ?? null,
  };
}
