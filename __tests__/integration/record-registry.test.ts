import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { openRepository } from '../../lab/registry/repository.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { digestOf } from '../../src/image/digest-of.ts';
import { OCI_MANIFEST } from '../../src/image/media-type.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { fetchRecord } from '../../src/record/fetch-record.ts';
import { writeRecord } from '../../src/record/write-record.ts';
import type { Descriptor } from '../../src/image/source.ts';
import type { ImageRecord } from '../../src/record/record.ts';
import { makeEmptyImage } from '../empty-image.ts';

jest.setTimeout(300_000);

let registry: Registry;
let crane = '';
let subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>;
let record: ImageRecord;
let fault: FaultHook = () => null;
let client: RegistryClient;

const repository = () => ({ registry: registry.host, repository: 'acme/api' });

beforeAll(async () => {
  crane = (await unpackTools(() => undefined)).crane;
  registry = await startRegistry({ fault: (request) => fault(request) });
  client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
  const api = openRepository({ url: registry.url, repository: 'acme/api' });
  const { config, manifest, entry } = makeEmptyImage();
  await api.putBlob(digestOf(config), () => Promise.resolve(config));
  await api.putManifest(OCI_MANIFEST, manifest, 'main');
  subject = { mediaType: entry.mediaType, digest: entry.digest, size: entry.size };
  record = {
    schemaVersion: 1,
    plimsoll: '0.1.0',
    name: 'api',
    image: subject.digest,
    commit: 'c'.repeat(40),
    createdAt: '2026-11-25T07:36:39.000Z',
    build: { durationMs: 48_000, steps: [], cache: { importMs: 5, exportMs: 900, manifests: [] } },
    origins: [],
    advice: null,
    platforms: [{ platform: 'linux/amd64', manifest: subject.digest, downloadBytes: config.length }],
  };
});

afterEach(() => {
  fault = () => null;
});

afterAll(async () => {
  client.close();
  await registry.stop();
});

describe('beside an image in a registry without the Referrers API', () => {
  test('a record is written under its own tag and read back; the image and its other tags stay', async () => {
    const written = await writeRecord(client, repository(), subject, record);
    expect(written).toEqual({
      kind: 'written',
      reference: `${registry.host}/acme/api:plimsoll-${subject.digest.slice(7, 39)}`,
      indexes: 0,
      notes: [],
    });
    expect(await fetchRecord(client, repository(), subject.digest)).toEqual({
      kind: 'found',
      record,
      indexes: [],
      notes: [],
    });
    const tags = (await run(crane, ['ls', `${registry.host}/acme/api`])).split('\n').filter(Boolean).sort();
    expect(tags).toEqual(['main', `plimsoll-${subject.digest.slice(7, 39)}`]);
    expect((await run(crane, ['digest', `${registry.host}/acme/api:main`])).trim()).toBe(subject.digest);
  });

  test('another client sees an artifact that refers to the image', async () => {
    await writeRecord(client, repository(), subject, record);
    const reference = `${registry.host}/acme/api:plimsoll-${subject.digest.slice(7, 39)}`;
    const manifest: unknown = JSON.parse(await run(crane, ['manifest', reference]));
    expect(manifest).toMatchObject({
      artifactType: 'application/vnd.plimsoll.record.v1+json',
      subject: { digest: subject.digest },
    });
  });

  test('a record that is written again takes the place of the first', async () => {
    await writeRecord(client, repository(), subject, record);
    const newer = { ...record, createdAt: '2026-11-26T00:00:00.000Z' };
    await writeRecord(client, repository(), subject, newer);
    expect(await fetchRecord(client, repository(), subject.digest)).toEqual({
      kind: 'found',
      record: newer,
      indexes: [],
      notes: [],
    });
  });

  test('writing it costs eight requests the first time', async () => {
    const other = { ...record, commit: 'd'.repeat(40) };
    registry.forgetRequests();
    await writeRecord(client, repository(), subject, other);
    const lines = registry.requests().map(({ method, path }) => `${method} ${path.replace(/sha256:\w+/, 'D')}`);
    expect(lines.filter((line) => line.startsWith('PUT')).length).toBe(3);
    expect(lines.length).toBeLessThanOrEqual(8);
  });
});

describe('a registry with a bad day never fails anything', () => {
  const FAULTS: [string, FaultHook][] = [
    ['401', () => ({ kind: 'answer', status: 401 })],
    ['403', () => ({ kind: 'answer', status: 403 })],
    ['404', () => ({ kind: 'answer', status: 404 })],
    ['429', () => ({ kind: 'answer', status: 429, headers: { 'retry-after': '0' } })],
    ['503', () => ({ kind: 'answer', status: 503 })],
    ['a web page', () => ({ kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' })],
    ['no answer', () => ({ kind: 'drop' })],
    ['a cut body', ({ method }) => (method === 'GET' ? { kind: 'cut', afterBytes: 5 } : { kind: 'drop' })],
    [
      'other bytes',
      ({ method }) => (method === 'GET' ? { kind: 'lie', body: (real) => real.map((byte) => byte ^ 1) } : null),
    ],
    [
      'other bytes of a blob',
      ({ path }) => (path.includes('/blobs/') ? { kind: 'lie', body: (real) => real.map((byte) => byte ^ 1) } : null),
    ],
  ];

  test.each(FAULTS)('%s', async (_, hook) => {
    await writeRecord(client, repository(), subject, record);
    fault = hook;
    const fetched = await fetchRecord(client, repository(), subject.digest);
    expect(fetched.kind).not.toBe('found');
    // Whatever comes of it, it is no exception, and what was there can be read when the day is over.
    await writeRecord(client, repository(), subject, { ...record, createdAt: new Date(0).toISOString() });
    fault = () => null;
    expect((await fetchRecord(client, repository(), subject.digest)).kind).toBe('found');
  });

  test('an unreachable one', async () => {
    const nowhere = { registry: '127.0.0.1:1', repository: 'acme/api' };
    expect(await writeRecord(client, nowhere, subject, record)).toMatchObject({ kind: 'failed' });
    expect(await fetchRecord(client, nowhere, subject.digest)).toMatchObject({ kind: 'ignored' });
  });
});
