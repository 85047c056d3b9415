import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { checkBytes } from '../image/check-bytes.ts';
import { DescriptorSchema } from '../image/descriptor.ts';
import { digestOf } from '../image/digest-of.ts';
import { OCI_MANIFEST } from '../image/media-type.ts';
import { parseJson } from '../image/parse-json.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { openBlob } from '../image/registry/open-blob.ts';
import { pushBlob } from '../image/registry/push-blob.ts';
import { pushManifest } from '../image/registry/push-manifest.ts';
import { EMPTY_CONFIG } from '../record/record-manifest.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { formatMountTable, parseMountTable } from './mount-table.ts';
import { packContents, type Packing } from './packing.ts';
import type { Digest } from '../image/digest.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { BlobKey } from '../image/source.ts';
import type { MountSet, Pack, StoredPack } from './mount-set.ts';

const SET_TYPE = 'application/vnd.plimsoll.cache-mounts.v1';
const TABLE_TYPE = 'application/vnd.plimsoll.cache-mounts.table.v1+gzip';
const PACK_TYPES: Readonly<Record<Packing, string>> = {
  brotli: 'application/vnd.plimsoll.cache-mounts.pack.v1+brotli',
  zstd: 'application/vnd.plimsoll.cache-mounts.pack.v1+zstd',
};

/** A set in a registry: an OCI artifact, its table first, then its packs. */
export interface StoredSet extends MountSet {
  readonly reference: string;
  /** Of the manifest. */
  readonly digest: Digest;
  /** Of all blobs, as they are stored. */
  readonly storedBytes: number;
}

/** A pack as it is stored. */
export interface FetchedPack {
  /** For messages. */
  readonly what: string;
  /** In memory that threads can share. */
  readonly packed: Uint8Array<SharedArrayBuffer>;
  readonly packing: Packing;
  /** Unpacked, as the table has it. */
  readonly contentBytes: number;
}

/** Memory of so many bytes. */
type MakeRoom = (bytes: number) => Uint8Array<SharedArrayBuffer>;

const PACKINGS = ['brotli', 'zstd'] as const;

const ManifestSchema = v.object({
  artifactType: v.nullish(v.string()),
  layers: v.nullish(v.array(DescriptorSchema), []),
});

/** After each piece Node's thread waits for the main one, which has other work: the fewer there are, the better. */
const TABLE_PIECE_BYTES = 1024 * 1024;

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** The first of the sets that is there; `null`: none is, as on the first run. Throws `REGISTRY_*`, `IMAGE_INVALID`, `LIMIT_EXCEEDED`. */
export async function fetchStoredSet(client: RegistryClient, references: readonly string[]): Promise<StoredSet | null> {
  for (const reference of references) {
    const set = await fetchOne(client, reference);
    if (set !== null) return set;
  }
  return null;
}

async function fetchOne(client: RegistryClient, reference: string): Promise<StoredSet | null> {
  const place = parseReference(reference);
  const manifest = await fetchManifest(client, place, { tag: place.tag ?? '' });
  if (manifest === null) return null;
  const { artifactType, layers } = parseJson(manifest.bytes, ManifestSchema, reference);
  const [table, ...rest] = layers;
  const packs = rest.flatMap(({ mediaType, digest, size }): StoredPack[] => {
    const packing = PACKINGS.find((known) => PACK_TYPES[known] === mediaType);
    return packing === undefined ? [] : [{ digest, size, packing }];
  });
  if (artifactType !== SET_TYPE || table?.mediaType !== TABLE_TYPE || packs.length < rest.length) {
    throw new PlimsollError('IMAGE_INVALID', `${reference} holds no cache mounts of a version that is known here`);
  }
  const what = `the table of ${reference}`;
  const packed = await fetchBounded(client, place, table, {
    ...{ most: MOUNT_LIMITS.tableBytes, what },
    makeRoom: (size) => new Uint8Array(new SharedArrayBuffer(size)),
  });
  const bytes = await unpackTable(packed, what);
  const set = parseMountTable(bytes, packs, what);
  const storedBytes = layers.reduce((sum, { size }) => sum + size, 0);
  return { ...set, reference, digest: manifest.digest, storedBytes };
}

async function unpackTable(packed: Uint8Array, what: string): Promise<Uint8Array> {
  const options = { maxOutputLength: MOUNT_LIMITS.tableTextBytes, chunkSize: TABLE_PIECE_BYTES };
  try {
    return await inflate(packed, options);
  } catch (error) {
    throw new PlimsollError('IMAGE_INVALID', `${what} does not unpack to ${MOUNT_LIMITS.tableTextBytes} bytes`, {
      cause: error,
    });
  }
}

/** Into memory that `makeRoom` gives. Held to the pack's digest. Throws `REGISTRY_*`, `IMAGE_INVALID`, `LIMIT_EXCEEDED`. */
export async function fetchPack(
  client: RegistryClient,
  { reference }: StoredSet,
  pack: Pack,
  makeRoom: MakeRoom,
): Promise<FetchedPack> {
  const { contentBytes, packing, digest } = pack;
  const what = `pack ${digest} of ${reference}`;
  const most = contentBytes + Math.ceil(contentBytes / 1000) + 1024;
  const packed = await fetchBounded(client, parseReference(reference), pack, { most, what, makeRoom });
  return { what, packing, contentBytes, packed };
}

async function fetchBounded(
  client: RegistryClient,
  place: Pick<Reference, 'registry' | 'repository'>,
  blob: BlobKey,
  { most, what, makeRoom }: { most: number; what: string; makeRoom: MakeRoom },
): Promise<Uint8Array<SharedArrayBuffer>> {
  if (blob.size > most) throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${blob.size} bytes`);
  const bytes = makeRoom(blob.size);
  let length = 0;
  for await (const chunk of await openBlob(client, place, blob)) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  checkBytes(bytes.subarray(0, length), blob, what);
  return bytes;
}

/** Packs contents and puts them into the repository, unless they are there. */
export async function pushPack(client: RegistryClient, reference: string, contents: Uint8Array): Promise<StoredPack> {
  const { bytes, packing } = await packContents(contents);
  return { ...(await pushBlob(client, parseReference(reference), bytes)), packing };
}

/** Puts the table and the manifest, once the packs are there; a tag that has the same set already is left. `storedBytes`: of all blobs. */
export async function pushStoredSet(
  client: RegistryClient,
  reference: string,
  set: MountSet,
  known: Digest | null,
): Promise<{ digest: Digest; isNew: boolean; tableBytes: number; storedBytes: number }> {
  const place = parseReference(reference);
  const packed = await deflate(formatMountTable(set));
  const table = await pushBlob(client, place, packed);
  const { bytes: config, ...described } = EMPTY_CONFIG;
  await pushBlob(client, place, config);
  const layers = [
    { mediaType: TABLE_TYPE, ...table },
    ...set.packs.map(({ packing, digest, size }) => ({ mediaType: PACK_TYPES[packing], digest, size })),
  ];
  const manifest = {
    ...{ schemaVersion: 2, mediaType: OCI_MANIFEST, artifactType: SET_TYPE },
    ...{ config: described, layers },
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const storedBytes = layers.reduce((sum, layer) => sum + layer.size, 0);
  const digest = digestOf(bytes);
  const isNew = digest !== known;
  if (isNew) await pushManifest(client, place, { mediaType: OCI_MANIFEST, bytes, tag: place.tag });
  return { digest, isNew, tableBytes: table.size, storedBytes };
}
