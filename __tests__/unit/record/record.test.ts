import { afterEach, describe, expect, test } from '@jest/globals';
import { RegistryClient } from '../../../src/image/registry/registry-client.ts';
import { formatFileIndex } from '../../../src/layer/format-file-index.ts';
import { fetchRecord } from '../../../src/record/fetch-record.ts';
import { formatRecordManifest } from '../../../src/record/record-manifest.ts';
import { boundIndexes } from '../../../src/record/layer-index.ts';
import { openLayerIndexes } from '../../../src/record/open-layer-indexes.ts';
import { nameRecordTag } from '../../../src/record/record-tag.ts';
import { writeRecord } from '../../../src/record/write-record.ts';
import { startStubServer } from '../image/registry/stub-server.ts';
import { IMAGE, makeImageRecord, OTHER_IMAGE, SUBJECT } from './fixture.ts';
import { digestOf, startMemoryRegistry, type ReferrersApi } from './memory-registry.ts';
import { parseDigest } from '../../../src/image/digest.ts';

const TAG = `plimsoll-${'ab'.repeat(16)}`;
const BASE = '/v2/acme/api';
const EMPTY = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function open(referrers: ReferrersApi) {
  const registry = await startMemoryRegistry(referrers);
  const client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
  stops.push(() => {
    client.close();
  }, registry.stop);
  const repository = { registry: registry.host, repository: 'acme/api' };
  /** Puts a manifest beside the image, as anybody who may push can. */
  const plant = (name: string, manifest: string): void => {
    registry.manifests.set(name, manifest);
    registry.manifests.set(digestOf(manifest), manifest);
  };
  const plantBlob = (text: string): { digest: ReturnType<typeof parseDigest>; size: number } => {
    registry.blobs.set(digestOf(text), text);
    return { digest: parseDigest(digestOf(text)), size: text.length };
  };
  return { registry, client, repository, plant, plantBlob };
}

describe('a record beside an image', () => {
  test.each(['missing', 'ghcr'] as const)(
    'in a registry without referrers (%s): under a tag of its own, read with two requests',
    async (referrers) => {
      const { registry, client, repository } = await open(referrers);
      expect(await writeRecord(client, repository, SUBJECT, makeImageRecord())).toEqual({
        kind: 'written',
        reference: `${registry.host}/acme/api:${TAG}`,
        indexes: 0,
        notes: [],
      });
      const written = registry.seen.length;
      expect(await fetchRecord(client, repository, IMAGE)).toEqual({
        kind: 'found',
        record: makeImageRecord(),
        indexes: [],
        notes: [],
      });
      const lines = registry.lines().slice(written);
      expect(lines).toEqual([`GET ${BASE}/manifests/${TAG}`, expect.stringMatching(/^GET \S+\/blobs\/sha256:/)]);
      expect(registry.lines().filter((line) => line.includes('manifests/sha256-'))).toEqual([]);
    },
  );

  test('in a registry with referrers: by its digest, no tag', async () => {
    const { registry, client, repository } = await open('there');
    const written = await writeRecord(client, repository, SUBJECT, makeImageRecord());
    expect(written).toEqual({
      kind: 'written',
      reference: expect.stringMatching(/^127\.0\.0\.1:\d+\/acme\/api@sha256:/),
      indexes: 0,
      notes: [],
    });
    expect([...registry.manifests.keys()].filter((name) => !name.startsWith('sha256:'))).toEqual([]);
    expect(await fetchRecord(client, repository, IMAGE)).toEqual({
      kind: 'found',
      record: makeImageRecord(),
      indexes: [],
      notes: [],
    });
  });

  test('is an artifact by the specification', async () => {
    const { registry, client, repository } = await open('missing');
    await writeRecord(client, repository, SUBJECT, makeImageRecord());
    expect(JSON.parse(registry.manifests.get(TAG) ?? '')).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType: 'application/vnd.plimsoll.record.v1+json',
      config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: EMPTY, size: 2 },
      layers: [
        {
          mediaType: 'application/vnd.plimsoll.record.v1+json',
          digest: expect.stringMatching(/^sha256:/),
          size: expect.any(Number),
        },
      ],
      subject: SUBJECT,
      annotations: { 'org.opencontainers.image.created': '2026-11-25T07:36:39.000Z' },
    });
    expect(registry.blobs.get(EMPTY)).toBe('{}');
  });

  test('of several the newest is read', async () => {
    const { client, repository } = await open('there');
    const newer = makeImageRecord({ createdAt: '2026-11-26T00:00:00.000Z', commit: null });
    await writeRecord(client, repository, SUBJECT, newer);
    await writeRecord(client, repository, SUBJECT, makeImageRecord());
    expect(await fetchRecord(client, repository, IMAGE)).toEqual({
      kind: 'found',
      record: newer,
      indexes: [],
      notes: [],
    });
  });

  test('that is not there is nothing to say', async () => {
    for (const referrers of ['there', 'missing', 'ghcr'] as const) {
      const { client, repository } = await open(referrers);
      expect(await fetchRecord(client, repository, IMAGE)).toEqual({ kind: 'none' });
    }
  });
});

describe('file indexes beside a record', () => {
  const layer = { digest: OTHER_IMAGE, diffID: IMAGE };

  test('come back with the layer that each is of, and are fetched when they are asked for', async () => {
    const { registry, client, repository } = await open('missing');
    const one = { entries: [], texts: new Map<string, string>(), diskBytes: 1024 };
    const bytes = await formatFileIndex(one, 'l');
    const blob = { digest: parseDigest(digestOf(bytes)), size: bytes.length };
    // The stub keeps text.
    registry.blobs.set(blob.digest, '');
    const written = await writeRecord(client, repository, SUBJECT, makeImageRecord(), [{ layer, blob, bytes }]);
    expect(written).toMatchObject({ kind: 'written', indexes: 1, notes: [] });
    const found = await fetchRecord(client, repository, IMAGE);
    expect(found).toMatchObject({ kind: 'found', indexes: [{ layer, blob }], notes: [] });
    const indexes = openLayerIndexes(client, repository, found.kind === 'found' ? found.indexes : []);
    expect([layer, { ...layer, diffID: OTHER_IMAGE }, { ...layer, digest: IMAGE }].map(indexes.has)).toEqual([
      true,
      false,
      false,
    ]);
    expect(registry.lines().filter((line) => line === `GET ${BASE}/blobs/${blob.digest}`)).toEqual([]);
    await expect(indexes.fetch(layer)).rejects.toMatchObject({ code: 'REGISTRY_INVALID' });
  });

  test('of a version that is not known, or of no layer, are passed over', async () => {
    const { client, repository, plant, plantBlob } = await open('missing');
    const blob = plantBlob(JSON.stringify(makeImageRecord()));
    const text = formatRecordManifest(blob, SUBJECT, '', [{ layer, blob: { digest: IMAGE, size: 5 } }]).toString();
    plant(TAG, text.replace('layer-index.v1', 'layer-index.v2'));
    expect(await fetchRecord(client, repository, IMAGE)).toMatchObject({
      kind: 'found',
      indexes: [],
      notes: [{ code: 'index-ignored', message: expect.stringContaining('not known here') }],
    });
    plant(TAG, text.replace(`layer.digest":"${OTHER_IMAGE}`, 'layer.digest":"latest'));
    expect(await fetchRecord(client, repository, IMAGE)).toMatchObject({ kind: 'found', indexes: [], notes: [] });
  });

  test('are bounded, one by one and in sum', () => {
    const index = (size: number) => ({ layer, blob: { digest: IMAGE, size } });
    const mib = 1024 * 1024;
    expect(boundIndexes([index(9 * mib), index(1)])).toEqual([index(1)]);
    expect(boundIndexes(Array.from({ length: 10 }, () => index(8 * mib)))).toHaveLength(8);
    expect(boundIndexes(Array.from({ length: 1200 }, () => index(1)))).toHaveLength(1000);
  });
});

describe('what is there and is not believed', () => {
  const expectIgnored = async (world: Awaited<ReturnType<typeof open>>, why: string): Promise<void> => {
    expect(await fetchRecord(world.client, world.repository, IMAGE)).toEqual({
      kind: 'ignored',
      note: {
        code: 'record-ignored',
        message: expect.stringContaining(why),
        hint: expect.any(String),
      },
    });
  };

  test('an artifact of somebody else under our tag', async () => {
    const world = await open('missing');
    world.plant(TAG, JSON.stringify({ mediaType: 'm', artifactType: 'application/x', layers: [], subject: SUBJECT }));
    await expectIgnored(world, 'is something else');
  });

  test('an image under our tag', async () => {
    const world = await open('missing');
    world.plant(TAG, JSON.stringify({ schemaVersion: 2, mediaType: 'm', config: {}, layers: [] }));
    await expectIgnored(world, 'is something else');
  });

  test('a record of another image', async () => {
    const world = await open('missing');
    const blob = world.plantBlob(JSON.stringify(makeImageRecord({ image: OTHER_IMAGE })));
    world.plant(TAG, formatRecordManifest(blob, { ...SUBJECT, digest: OTHER_IMAGE }, '').toString());
    await expectIgnored(world, 'is of another image');
    world.plant(TAG, formatRecordManifest(blob, SUBJECT, '').toString());
    await expectIgnored(world, 'says that it is of another image');
  });

  test('a record of a schema that is not known', async () => {
    const world = await open('missing');
    const blob = world.plantBlob(JSON.stringify({ ...makeImageRecord(), schemaVersion: 9 }));
    world.plant(TAG, formatRecordManifest(blob, SUBJECT, '').toString());
    await expectIgnored(world, 'schema version 9');
  });

  test('one that says it is huge is not fetched', async () => {
    const world = await open('missing');
    const blob = { ...world.plantBlob('{}'), size: 2_000_000 };
    world.plant(TAG, formatRecordManifest(blob, SUBJECT, '').toString());
    await expectIgnored(world, 'has 2000000 bytes');
    expect(world.registry.lines()).toHaveLength(1);
  });

  test('other bytes than the manifest says', async () => {
    const world = await open('missing');
    const blob = world.plantBlob('x'.repeat(10));
    world.registry.blobs.set(blob.digest, 'y'.repeat(10));
    world.plant(TAG, formatRecordManifest(blob, SUBJECT, '').toString());
    await expectIgnored(world, 'other bytes');
  });

  test('a manifest that is none', async () => {
    const world = await open('missing');
    world.plant(TAG, '<html>');
    await expectIgnored(world, 'is not JSON');
  });
});

describe('a registry that fails', () => {
  test.each([401, 403, 429, 500])('with %s costs a note, on both ways', async (status) => {
    const server = await startStubServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
    stops.push(server.stop);
    const client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
    const repository = { registry: server.host, repository: 'acme/api' };
    expect(await fetchRecord(client, repository, IMAGE)).toMatchObject({
      kind: 'ignored',
      note: { message: expect.stringContaining('could not be read') },
    });
    expect(await writeRecord(client, repository, SUBJECT, makeImageRecord())).toMatchObject({
      kind: 'failed',
      note: { code: 'record-not-written', message: expect.stringContaining(server.host) },
    });
  });
});

test('the tag of a record is made of its image', () => {
  expect(nameRecordTag(IMAGE)).toBe(TAG);
  expect(nameRecordTag(parseDigest(`sha512:${'0123456789abcdef'.repeat(8)}`))).toBe(
    'plimsoll-0123456789abcdef0123456789abcdef',
  );
});
