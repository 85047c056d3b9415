import { PlimsollError, wrapError } from '../errors.ts';
import { inParallel } from '../image/in-parallel.ts';
import { LIMITS } from '../image/limits.ts';
import { OCI_MANIFEST } from '../image/media-type.ts';
import { formatReference, type Reference } from '../image/reference.ts';
import { hasBlob } from '../image/registry/has-blob.ts';
import { pushBlob } from '../image/registry/push-blob.ts';
import { pushManifest, type PushedManifest } from '../image/registry/push-manifest.ts';
import { formatRecord } from './record-json.ts';
import { EMPTY_CONFIG, formatRecordManifest } from './record-manifest.ts';
import { nameRecordTag } from './record-tag.ts';
import { boundIndexes, type StoredIndex } from './layer-index.ts';
import type { ImageRecord } from './record.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { Descriptor } from '../image/source.ts';
import type { Note } from '../note.ts';

/** Where a record went; what stood in the way is a note: losing it, or its indexes, costs precision, never a failure. */
export type WrittenRecord =
  { kind: 'written'; reference: string; indexes: number; notes: readonly Note[] } | { kind: 'failed'; note: Note };

/** A file index that goes with a record; `bytes` is `null` where the repository has the blob. */
export type IndexToWrite = StoredIndex & { readonly bytes: Uint8Array | null };

/**
 * Puts a record, with file indexes, beside its image, `subject`, which is in the repository already: by its digest where
 * the registry takes it into the Referrers API, else under the image's record tag. Never throws.
 */
export async function writeRecord(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  record: ImageRecord,
  indexes: readonly IndexToWrite[] = [],
): Promise<WrittenRecord> {
  try {
    const blob = await pushBlob(client, repository, formatRecord(record));
    await pushBlob(client, repository, EMPTY_CONFIG.bytes);
    const put = async (stored: readonly StoredIndex[]): Promise<string> =>
      await putRecord(client, repository, subject, formatRecordManifest(blob, subject, record.createdAt, stored));
    try {
      const stored = await putIndexes(client, repository, boundIndexes(indexes));
      return { kind: 'written', reference: await put(stored), indexes: stored.length, notes: [] };
    } catch (error) {
      if (indexes.length === 0) throw error;
      // A manifest may be refused for them, too.
      return { kind: 'written', reference: await put([]), indexes: 0, notes: [noteWithout(error)] };
    }
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

/** Those that the repository has then: of what it had before, something may have been cleaned away. */
async function putIndexes(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  indexes: readonly IndexToWrite[],
): Promise<readonly StoredIndex[]> {
  const put = await inParallel(indexes, LIMITS.parallelPlatforms, async ({ layer, blob, bytes }) => {
    if (bytes !== null) await pushBlob(client, repository, bytes);
    else if (!(await hasBlob(client, repository, blob.digest))) return null;
    return { layer, blob };
  });
  return put.filter((index) => index !== null);
}

function noteWithout(error: unknown): Note {
  const { message, hint } = wrapError('REGISTRY_FAILED', 'the registry', error);
  return {
    code: 'indexes-not-written',
    message: `The record of this image was kept without its file indexes, so later comparisons read this image's layers: ${message}`,
    hint,
  };
}

async function putRecord(
  client: RegistryClient,
  repository: Pick<Reference, 'registry' | 'repository'>,
  subject: Pick<Descriptor, 'digest'>,
  bytes: Uint8Array,
): Promise<string> {
  const pushed = await pushManifest(client, repository, { mediaType: OCI_MANIFEST, bytes, tag: null });
  if (pushed.knowsSubject) return formatAt(repository, { tag: null, digest: pushed.digest });
  // Untagged and referred to by nothing, it would be cleaned away.
  const tag = nameRecordTag(subject.digest);
  await putRecordTag(client, repository, { mediaType: OCI_MANIFEST, bytes, tag });
  return formatAt(repository, { tag, digest: null });
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

function formatAt(
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  at: Pick<Reference, 'tag' | 'digest'>,
): string {
  return formatReference({ registry, repository, ...at });
}
