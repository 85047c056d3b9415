import { PlimsollError, wrapError } from '../errors.ts';
import { OCI_MANIFEST } from '../image/media-type.ts';
import { formatReference, type Reference } from '../image/reference.ts';
import { pushBlob } from '../image/registry/push-blob.ts';
import { pushManifest, type PushedManifest } from '../image/registry/push-manifest.ts';
import { formatRecord } from './record-json.ts';
import { EMPTY_CONFIG, formatRecordManifest } from './record-manifest.ts';
import { nameRecordTag } from './record-tag.ts';
import type { ImageRecord } from './record.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { Descriptor } from '../image/source.ts';
import type { Note } from '../note.ts';

/** Where a record went; what stood in the way is a note: losing it costs precision, never a failure. */
export type WrittenRecord = { kind: 'written'; reference: string } | { kind: 'failed'; note: Note };

/**
 * Puts a record beside its image, `subject`, which is in the repository already: by its digest where the registry takes
 * it into the Referrers API, else under the image's record tag. Never throws.
 */
export async function writeRecord(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  record: ImageRecord,
): Promise<WrittenRecord> {
  try {
    const blob = await pushBlob(client, repository, formatRecord(record));
    await pushBlob(client, repository, EMPTY_CONFIG.bytes);
    const bytes = formatRecordManifest(blob, subject, record.createdAt);
    const pushed = await pushManifest(client, repository, { mediaType: OCI_MANIFEST, bytes, tag: null });
    if (pushed.knowsSubject) return written(repository, { tag: null, digest: pushed.digest });
    // Untagged and referred to by nothing, it would be cleaned away.
    const tag = nameRecordTag(subject.digest);
    await putRecordTag(client, repository, { mediaType: OCI_MANIFEST, bytes, tag });
    return written(repository, { tag, digest: null });
  } catch (error) {
    const { message, hint } = wrapError('REGISTRY_FAILED', 'the registry', error);
    return {
      kind: 'failed',
      note: {
        code: 'record-not-written',
        message: `The record of this image could not be kept, so later comparisons will not know its steps and times: ${message}`,
        hint,
      },
    };
  }
}

/** Where tags are immutable, the record that an earlier run wrote for the same image stays. */
async function putRecordTag(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  manifest: PushedManifest,
): Promise<void> {
  try {
    await pushManifest(client, repository, manifest);
  } catch (error) {
    if (!(error instanceof PlimsollError) || error.code !== 'TAG_IMMUTABLE') throw error;
  }
}

function written(
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  at: Pick<Reference, 'tag' | 'digest'>,
): WrittenRecord {
  return { kind: 'written', reference: formatReference({ registry, repository, ...at }) };
}
