import { wrapError } from '../errors.ts';
import { fetchBlob } from '../image/registry/fetch-blob.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { fetchReferrers } from '../image/registry/fetch-referrers.ts';
import { MOST_RECORD_BYTES, parseRecord } from './record-json.ts';
import { parseRecordManifest } from './record-manifest.ts';
import { nameRecordTag } from './record-tag.ts';
import { RECORD_TYPE, type ImageRecord } from './record.ts';
import type { StoredIndex } from './layer-index.ts';
import type { Digest } from '../image/digest.ts';
import type { Reference } from '../image/reference.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ManifestBytes } from '../image/source.ts';
import type { Note } from '../note.ts';

/** What is kept beside an image. `ignored`: something is there, and a note says why it is not believed. */
export type FoundRecord =
  | {
      kind: 'found';
      record: ImageRecord;
      /** Of the image's layers, as far as there are some. */
      indexes: readonly StoredIndex[];
      /** What of it is not known here. */
      notes: readonly Note[];
    }
  | { kind: 'none' }
  | { kind: 'ignored'; note: Note };

type Repository = Pick<Reference, 'registry' | 'repository'>;

/**
 * The record of an image: under its tag, which costs two requests on GHCR and everywhere else without a Referrers API,
 * else by that API, the newest. It is believed only where its manifest and itself name the image. Never throws.
 */
export async function fetchRecord(client: RegistryClient, repository: Repository, image: Digest): Promise<FoundRecord> {
  try {
    const tagged = await fetchManifest(client, repository, { tag: nameRecordTag(image) });
    const manifest = tagged ?? (await fetchReferrer(client, repository, image));
    return manifest === null ? { kind: 'none' } : await readRecord(client, repository, image, manifest);
  } catch (error) {
    const { message, hint } = wrapError('REGISTRY_FAILED', 'the registry', error);
    return ignore(`could not be read: ${message}`, hint);
  }
}

async function fetchReferrer(
  client: RegistryClient,
  repository: Repository,
  image: Digest,
): Promise<ManifestBytes | null> {
  const referrers = (await fetchReferrers(client, repository, image)) ?? [];
  const createdAt = ({ descriptor }: (typeof referrers)[number]): string =>
    descriptor.annotations['org.opencontainers.image.created'] ?? '';
  const [newest] = referrers
    .filter(({ artifactType }) => artifactType === RECORD_TYPE)
    .sort((a, b) => (createdAt(a) < createdAt(b) ? 1 : -1));
  return newest === undefined ? null : await fetchManifest(client, repository, { digest: newest.descriptor.digest });
}

async function readRecord(
  client: RegistryClient,
  repository: Repository,
  image: Digest,
  { bytes, digest }: ManifestBytes,
): Promise<FoundRecord> {
  const manifest = parseRecordManifest(bytes, `manifest ${digest}`);
  if (manifest.record === null) return ignore(`is something else: manifest ${digest}`);
  if (manifest.subject !== image) return ignore(`is of another image: ${manifest.subject ?? 'none'}`);
  if (manifest.record.size > MOST_RECORD_BYTES) return ignore(`has ${manifest.record.size} bytes`);
  const record = parseRecord(await fetchBlob(client, repository, manifest.record), 'the record');
  if (record.image !== image) return ignore(`says that it is of another image: ${record.image}`);
  const { indexes, unknownIndexes } = manifest;
  return { kind: 'found', record, indexes, notes: unknownIndexes === 0 ? [] : [noteUnknown(unknownIndexes)] };
}

function ignore(why: string, hint = ''): FoundRecord {
  const message = `What is kept beside the baseline ${why}. It is ignored: steps and times are not compared.`;
  return { kind: 'ignored', note: { code: 'record-ignored', message, hint } };
}

function noteUnknown(count: number): Note {
  return {
    code: 'index-ignored',
    message: `${count} file indexes beside the baseline are of a version that is not known here. They are ignored: its layers are read.`,
    hint: 'Use the newest Plimsoll on all branches.',
  };
}
