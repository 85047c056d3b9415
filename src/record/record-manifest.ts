import * as v from 'valibot';
import { DescriptorSchema } from '../image/descriptor.ts';
import { isDigest, parseDigest, type Digest } from '../image/digest.ts';
import { OCI_MANIFEST } from '../image/media-type.ts';
import { parseJson } from '../image/parse-json.ts';
import { boundIndexes, isLayerIndexOfAnyVersion, LAYER_INDEX_TYPE, type StoredIndex } from './layer-index.ts';
import { RECORD_TYPE } from './record.ts';
import type { Descriptor } from '../image/source.ts';

/** What points at a record, at file indexes and at the image that they are of (OCI image spec, manifest.md, "Guidelines for Artifact Usage"). */
export interface RecordManifest {
  /** `null` where the manifest is of something else. */
  record: Pick<Descriptor, 'digest' | 'size'> | null;
  subject: Digest | null;
  indexes: readonly StoredIndex[];
  /** File indexes of a version that is not known here. */
  unknownIndexes: number;
}

/** Which layer a file index is of: its blob, and the tar stream in it. */
const LAYER_DIGEST = 'vnd.plimsoll.layer.digest';
const LAYER_DIFF_ID = 'vnd.plimsoll.layer.diff-id';

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

/** The record first, then an index a layer. `createdAt` is repeated as an annotation: the Referrers API lists it, and of several records the newest is read. */
export function formatRecordManifest(
  record: Pick<Descriptor, 'digest' | 'size'>,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  createdAt: string,
  indexes: readonly StoredIndex[] = [],
): Uint8Array {
  const { mediaType, digest, size } = EMPTY_CONFIG;
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: RECORD_TYPE,
    config: { mediaType, digest, size },
    layers: [{ mediaType: RECORD_TYPE, digest: record.digest, size: record.size }, ...indexes.map(describeIndex)],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: { 'org.opencontainers.image.created': createdAt },
  };
  return Buffer.from(JSON.stringify(manifest));
}

function describeIndex({ layer, blob }: StoredIndex) {
  const annotations = { [LAYER_DIGEST]: layer.digest, [LAYER_DIFF_ID]: layer.diffID };
  return { mediaType: LAYER_INDEX_TYPE, digest: blob.digest, size: blob.size, annotations };
}

/** Throws `IMAGE_INVALID`, naming `what`. */
export function parseRecordManifest(bytes: Uint8Array, what: string): RecordManifest {
  const { artifactType, subject, layers } = parseJson(bytes, ManifestSchema, what);
  const [record, ...rest] = layers;
  const isRecord = artifactType === RECORD_TYPE && record?.mediaType === RECORD_TYPE;
  const stored = isRecord ? rest : [];
  return {
    record: isRecord ? { digest: record.digest, size: record.size } : null,
    subject: subject?.digest ?? null,
    indexes: boundIndexes(stored.flatMap(readIndex)),
    unknownIndexes: stored.filter(
      ({ mediaType }) => isLayerIndexOfAnyVersion(mediaType) && mediaType !== LAYER_INDEX_TYPE,
    ).length,
  };
}

function readIndex({ mediaType, digest, size, annotations }: Descriptor): StoredIndex[] {
  const layer = annotations[LAYER_DIGEST] ?? '';
  const diffID = annotations[LAYER_DIFF_ID] ?? '';
  if (mediaType !== LAYER_INDEX_TYPE || !isDigest(layer) || !isDigest(diffID)) return [];
  return [{ layer: { digest: layer, diffID }, blob: { digest, size } }];
}
