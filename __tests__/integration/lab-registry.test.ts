import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import * as v from 'valibot';

import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { openRepository } from '../../lab/registry/repository.ts';

const blob = Buffer.from('the contents of a blob');
const digest = `sha256:${createHash('sha256').update(blob).digest('hex')}`;
const read = (): Promise<Buffer> => Promise.resolve(blob);

describe('an open registry', () => {
  let registry: Registry;
  let fault: FaultHook = () => null;

  beforeAll(async () => {
    registry = await startRegistry({ fault: (request) => fault(request) });
    await openRepository({ url: registry.url, repository: 'acme/api' }).putBlob(digest, read);
  });

  beforeEach(() => {
    fault = () => null;
    registry.forgetRequests();
  });

  afterAll(async () => {
    await registry.stop();
  });

  const get = async (): Promise<Response> => await fetch(`${registry.url}/v2/acme/api/blobs/${digest}`);

  test('logs each request with what it answered', async () => {
    const answer = await fetch(`${registry.url}/v2/acme/api/blobs/${digest}?x=1`, { headers: { 'user-agent': 'me' } });
    expect(await answer.text()).toBe(blob.toString());
    expect(registry.requests()).toEqual([
      {
        method: 'GET',
        path: `/v2/acme/api/blobs/${digest}`,
        query: { x: '1' },
        hasCredentials: false,
        userAgent: 'me',
        status: 200,
        bytesOut: blob.length,
      },
    ]);
  });

  test('answers the upload of a blob that is there without writing it again', async () => {
    const begun = await fetch(`${registry.url}/v2/acme/api/blobs/uploads/`, { method: 'POST' });
    const upload = new URL(begun.headers.get('location') ?? '');
    upload.searchParams.set('digest', digest);
    // Other bytes: the registry itself would refuse them for the digest, so this answer is the front's.
    const answer = await fetch(upload, { method: 'PUT', body: 'other' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('docker-content-digest')).toBe(digest);
    expect(await (await get()).text()).toBe(blob.toString());
  });

  test('takes many uploads of one blob at once', async () => {
    const other = Buffer.from('another blob');
    const otherDigest = `sha256:${createHash('sha256').update(other).digest('hex')}`;
    const repository = openRepository({ url: registry.url, repository: 'acme/many' });
    const one = async (): Promise<void> => {
      await repository.putBlob(otherDigest, () => Promise.resolve(other));
    };
    await Promise.all(Array.from({ length: 20 }, one));
    expect(await repository.getBlob(otherDigest)).toEqual(other);
  });

  test('answers each of many small bodies, however soon the registry is done with one', async () => {
    const manifest = `${registry.url}/v2/acme/often/manifests/main`;
    for (let count = 0; count < 200; count += 1) {
      expect((await fetch(manifest, { method: 'PUT', body: '{}' })).status).toBe(400);
    }
  });

  test('goes on after an upload whose sender went away in the middle', async () => {
    const contents = Buffer.alloc(1_000_000, 'a');
    const contentsDigest = `sha256:${createHash('sha256').update(contents).digest('hex')}`;
    const begun = await fetch(`${registry.url}/v2/acme/broken/blobs/uploads/`, { method: 'POST' });
    const upload = new URL(begun.headers.get('location') ?? '');
    upload.searchParams.set('digest', contentsDigest);
    const broken = request(upload, { method: 'PUT', headers: { 'content-length': contents.length } });
    const failed = once(broken, 'error').then(
      () => 'gone',
      () => 'gone',
    );
    broken.write(contents.subarray(0, 1000));
    while (registry.requests().length < 2) await new Promise(setImmediate);
    broken.destroy(new Error('the sender went away'));
    expect(await failed).toBe('gone');
    const repository = openRepository({ url: registry.url, repository: 'acme/broken' });
    await repository.putBlob(contentsDigest, () => Promise.resolve(contents));
    expect((await repository.getBlob(contentsDigest)).equals(contents)).toBe(true);
  });

  test.each([
    ['whose body never ended', 'PUT', { 'content-length': 1000 }],
    ['that waited for its turn', 'GET', {}],
  ])('goes on with a repository after a request %s went away', async (_, method, headers) => {
    // Holds the turn in which the second one waits.
    const manifest = `${registry.url}/v2/acme/turns/manifests/main`;
    const first = request(manifest, { method: 'PUT', headers: { 'content-length': 1000 }, agent: false });
    const second = request(manifest, { method, headers, agent: false });
    const failed = [first, second].map(async (one) => {
      await once(one, 'error');
    });
    first.write('{');
    while (registry.requests().length < 1) await new Promise(setImmediate);
    second.flushHeaders();
    while (registry.requests().length < 2) await new Promise(setImmediate);
    second.destroy(new Error('the client went away'));
    await failed[1];
    // Whatever the front is told of that, it has been told by now.
    await fetch(`${registry.url}/v2/`);
    first.destroy(new Error('the client went away'));
    await failed[0];
    expect((await fetch(manifest)).status).toBe(404);
  });

  test('lies and cuts leave an answer without a body as it is', async () => {
    for (const kind of ['cut', 'lie'] as const) {
      fault = () => (kind === 'cut' ? { kind, afterBytes: 1 } : { kind, body: () => 'x' });
      const head = await fetch(`${registry.url}/v2/acme/api/blobs/${digest}`, { method: 'HEAD' });
      expect(head.headers.get('content-length')).toBe(String(blob.length));
    }
  });

  test('allows deletion', async () => {
    const repository = openRepository({ url: registry.url, repository: 'acme/gone' });
    await repository.putBlob(digest, read);
    const url = `${registry.url}/v2/acme/gone/blobs/${digest}`;
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(202);
    expect((await fetch(url)).status).toBe(404);
  });

  test('answers what a fault says, with its headers and body', async () => {
    fault = () => ({ kind: 'answer', status: 429, headers: { 'retry-after': '7' }, body: 'slow down' });
    const answer = await get();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.text()).toBe('slow down');
    expect(registry.requests()).toMatchObject([{ status: 429, bytesOut: 9 }]);
  });

  test('cuts a body after so many bytes', async () => {
    fault = () => ({ kind: 'cut', afterBytes: 5 });
    const answer = await get();
    expect(answer.headers.get('content-length')).toBe(String(blob.length));
    await expect(answer.text()).rejects.toThrow();
  });

  test('lies with the real headers', async () => {
    fault = () => ({ kind: 'lie', body: (real) => `${real.toString()}!` });
    const answer = await get();
    expect(answer.headers.get('docker-content-digest')).toBe(digest);
    expect(await answer.text()).toBe(`${blob.toString()}!`);
  });

  test('drops a connection, and goes on', async () => {
    fault = () => ({ kind: 'drop' });
    await expect(get()).rejects.toThrow();
    fault = () => ({ kind: 'delay', delayMs: 1 });
    expect(await (await get()).text()).toBe(blob.toString());
  });

  test('picks the fault by the request', async () => {
    fault = ({ method, path }) =>
      method === 'HEAD' && path.includes('/blobs/') ? { kind: 'answer', status: 503 } : null;
    const head = await fetch(`${registry.url}/v2/acme/api/blobs/${digest}`, { method: 'HEAD' });
    expect([head.status, (await get()).status]).toEqual([503, 200]);
  });
});

test('a registry stops while an answer is being held back', async () => {
  const registry = await startRegistry({ fault: () => ({ kind: 'delay', delayMs: 3_600_000 }) });
  const held = fetch(`${registry.url}/v2/`).then(
    () => 'answered',
    () => 'closed',
  );
  while (registry.requests().length === 0) await new Promise(setImmediate);
  await registry.stop();
  expect(await held).toBe('closed');
});

test('a registry with a password takes that one only, and its log has none', async () => {
  const credentials = { username: 'robot', password: 'pa$$ "word' };
  const registry = await startRegistry({ password: credentials });
  try {
    const repository = openRepository({ url: registry.url, repository: 'acme/api', credentials });
    await repository.putBlob(digest, read);
    expect(await repository.getBlob(digest)).toEqual(blob);
    const wrong = { username: 'robot', password: 'other' };
    for (const given of [wrong, undefined]) {
      const stranger = openRepository({ url: registry.url, repository: 'acme/api', credentials: given });
      await expect(stranger.getBlob(digest)).rejects.toThrow('401');
    }
    const log = registry.requests();
    expect(log.map((request) => request.hasCredentials)).toContain(false);
    expect(JSON.stringify(log)).not.toMatch(/word|Basic/);
  } finally {
    await registry.stop();
  }
});

describe('a registry with tokens', () => {
  const credentials = { username: 'robot', password: 'secret' };
  const basic = `Basic ${Buffer.from('robot:secret').toString('base64')}`;

  /** The status of a request after the token flow, as a client does it. */
  async function statusAfterToken(url: string, method: string, authorization?: string): Promise<number> {
    const refused = await fetch(url, { method });
    const challenge = refused.headers.get('www-authenticate') ?? '';
    const [, realm = '', scope = ''] = /^Bearer realm="(.*?)".*scope="(.*?)"$/.exec(challenge) ?? [];
    const endpoint = new URL(realm);
    endpoint.searchParams.set('scope', scope);
    const given = await fetch(endpoint, authorization === undefined ? {} : { headers: { authorization } });
    if (given.status !== 200) return given.status;
    const { token } = v.parse(v.object({ token: v.string() }), await given.json());
    return (await fetch(url, { method, headers: { authorization: `Bearer ${token}` } })).status;
  }

  test('lets a known one push and pull, and a stranger nothing', async () => {
    const registry = await startRegistry({ tokens: { ...credentials, isPublic: false } });
    try {
      const uploads = `${registry.url}/v2/acme/api/blobs/uploads/`;
      expect(await statusAfterToken(uploads, 'POST', basic)).toBe(202);
      expect(await statusAfterToken(`${registry.url}/v2/acme/api/manifests/main`, 'GET', basic)).toBe(404);
      expect(await statusAfterToken(`${registry.url}/v2/acme/api/manifests/main`, 'GET')).toBe(401);
      expect(await statusAfterToken(uploads, 'POST', 'Basic b3RoZXI6b3RoZXI=')).toBe(401);
      expect(JSON.stringify(registry.requests())).not.toContain('secret');
    } finally {
      await registry.stop();
    }
  });

  test('lets a stranger pull from a public one, and not push', async () => {
    const registry = await startRegistry({ tokens: { ...credentials, isPublic: true } });
    try {
      expect(await statusAfterToken(`${registry.url}/v2/acme/api/manifests/main`, 'GET')).toBe(404);
      expect(await statusAfterToken(`${registry.url}/v2/acme/api/blobs/uploads/`, 'POST')).toBe(401);
    } finally {
      await registry.stop();
    }
  });
});
