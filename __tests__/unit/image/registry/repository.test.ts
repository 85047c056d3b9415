import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { digestOf } from '../../../../src/image/digest-of.ts';
import { LIMITS } from '../../../../src/image/limits.ts';
import { fetchDigest } from '../../../../src/image/registry/fetch-digest.ts';
import { fetchReferrers } from '../../../../src/image/registry/fetch-referrers.ts';
import { listTags } from '../../../../src/image/registry/list-tags.ts';
import { pushBlob } from '../../../../src/image/registry/push-blob.ts';
import { pushManifest } from '../../../../src/image/registry/push-manifest.ts';
import { RegistryClient } from '../../../../src/image/registry/registry-client.ts';
import { OCI_INDEX, OCI_MANIFEST } from '../image-store.ts';
import { json, startStubServer, type Handler } from './stub-server.ts';

type Server = Awaited<ReturnType<typeof startStubServer>>;

const BASIC = `Basic ${Buffer.from('octocat:s3cret').toString('base64')}`;
const BYTES = Buffer.from('{"a":"record"}');
const DIGEST = digestOf(BYTES);

const stops: (() => void | Promise<void>)[] = [];
let client: RegistryClient;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-registry-'));
  client = new RegistryClient({ env: { DOCKER_CONFIG: folder }, retry: { firstRetryMs: 0, attempts: 3 } });
});
afterEach(async () => {
  client.close();
  for (const stop of stops.splice(0)) await stop();
  await rm(folder, { recursive: true });
});

async function start(handle: Handler, address?: string): Promise<Server> {
  const server = await startStubServer(handle, address);
  stops.push(server.stop);
  return server;
}

const repositoryOf = ({ host }: Server) => ({ registry: host, repository: 'acme/api' });

describe('listTags', () => {
  test('walks the pages, each tag once, and leaves out what is none', async () => {
    const server = await start(({ path }, response) => {
      if (path.includes('last='))
        json(response, 200, { name: 'acme/api', tags: ['b', 'c', '', '-x', 'a b', '::add-mask::'] });
      else
        json(
          response,
          200,
          { name: 'acme/api', tags: ['a', 'b'] },
          { link: '</v2/acme/api/tags/list?last=b&n=2>; rel="next"' },
        );
    });
    expect(await listTags(client, repositoryOf(server))).toEqual(['a', 'b', 'c']);
    expect(server.lines()).toEqual([
      `GET /v2/acme/api/tags/list?n=${LIMITS.tagsOfPage}`,
      'GET /v2/acme/api/tags/list?last=b&n=2',
    ]);
  });

  test('a repository that is not there, or empty, has none', async () => {
    const server = await start((_, response) => {
      json(response, 404, { errors: [{ code: 'NAME_UNKNOWN', message: '' }] });
    });
    expect(await listTags(client, repositoryOf(server))).toEqual([]);
    const empty = await start((_, response) => {
      json(response, 200, { name: 'acme/api', tags: null });
    });
    expect(await listTags(client, repositoryOf(empty))).toEqual([]);
  });

  test('a next page on another host is not asked for', async () => {
    const elsewhere = await start((_, response) => {
      json(response, 200, { tags: ['evil'] });
    });
    const server = await start((_, response) => {
      json(response, 200, { tags: ['a'] }, { link: `<${elsewhere.url}/v2/acme/api/tags/list>; rel="next"` });
    });
    expect(await listTags(client, repositoryOf(server))).toEqual(['a']);
    expect(elsewhere.seen).toEqual([]);
  });

  test('a next page that is named without the first part of the repository, as Artifactory does, is found', async () => {
    const server = await start(({ path }, response) => {
      if (path.includes('last=a')) json(response, 200, { tags: ['b'] });
      else json(response, 200, { tags: ['a'] }, { link: '</v2/api/tags/list?last=a&n=1>; rel="next"' });
    });
    expect(await listTags(client, repositoryOf(server))).toEqual(['a', 'b']);
    expect(server.lines()[1]).toBe('GET /v2/acme/api/tags/list?last=a&n=1');
  });

  test('a registry whose pages are smaller is asked for its own', async () => {
    const server = await start(({ path }, response) => {
      if (path.includes('n=')) json(response, 413, { errors: [{ code: 'TAG_LIMIT_EXCEEDED', message: '' }] });
      else json(response, 200, { tags: ['a'] });
    });
    expect(await listTags(client, repositoryOf(server))).toEqual(['a']);
  });

  test('pages without end are refused', async () => {
    let count = 0;
    const server = await start((_, response) => {
      count += 1;
      json(response, 200, { tags: [`t${count}`] }, { link: `</v2/acme/api/tags/list?last=t${count}>; rel="next"` });
    });
    await expect(listTags(client, repositoryOf(server))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(count).toBe(LIMITS.tagPages);
  });

  test.each<[number, unknown, string]>([
    [200, { tags: 'a' }, 'REGISTRY_INVALID'],
    [200, '<html>', 'REGISTRY_INVALID'],
    [403, {}, 'REGISTRY_DENIED'],
    [500, {}, 'REGISTRY_FAILED'],
  ])('%d with %j is %s', async (status, body, code) => {
    const server = await start((_, response) => {
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await expect(listTags(client, repositoryOf(server))).rejects.toMatchObject({ code });
  });
});

describe('fetchDigest', () => {
  const ask = async (server: Server) => await fetchDigest(client, { ...repositoryOf(server), tag: 'main' });

  test('asks by HEAD', async () => {
    const server = await start((_, response) => {
      response.writeHead(200, { 'docker-content-digest': DIGEST, 'content-length': '99' }).end();
    });
    expect(await ask(server)).toBe(DIGEST);
    expect(server.lines()).toEqual(['HEAD /v2/acme/api/manifests/main']);
  });

  test.each([
    [200, { 'docker-content-digest': 'nonsense' }],
    [200, {}],
    [405, {}],
  ])('goes by the bytes where HEAD answers %d with %j', async (status, headers) => {
    const server = await start(({ method }, response) => {
      if (method === 'HEAD') response.writeHead(status, headers).end();
      else response.writeHead(200, { 'content-type': OCI_MANIFEST }).end(BYTES);
    });
    expect(await ask(server)).toBe(DIGEST);
  });

  test('tells absence from denial', async () => {
    const absent = await start((_, response) => response.writeHead(404).end());
    expect(await ask(absent)).toBeNull();
    const denying = await start((_, response) => response.writeHead(403).end());
    await expect(ask(denying)).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
  });
});

describe('fetchReferrers', () => {
  const entry = {
    mediaType: OCI_MANIFEST,
    digest: digestOf(Buffer.from('sbom')),
    size: 5,
    artifactType: 'application/vnd.example',
  };
  const index = (manifests: unknown) => ({ schemaVersion: 2, mediaType: OCI_INDEX, manifests });
  const ask = async (server: Server) => await fetchReferrers(client, repositoryOf(server), DIGEST);
  const answering = async (
    status: number,
    body: unknown,
    headers: Record<string, string> = { 'content-type': OCI_INDEX },
  ) =>
    await start((_, response) => {
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });

  test('reads the index of them, over its pages', async () => {
    const server = await start(({ path }, response) => {
      response.setHeader('link', path.includes('page=2') ? '' : `<${path}?page=2>; rel="next"`);
      response
        .writeHead(200, { 'content-type': OCI_INDEX })
        .end(JSON.stringify(index([path.includes('page=2') ? { ...entry, artifactType: undefined } : entry])));
    });
    expect(await ask(server)).toEqual([
      {
        artifactType: 'application/vnd.example',
        descriptor: expect.objectContaining({ digest: entry.digest, size: 5 }),
      },
      { artifactType: null, descriptor: expect.objectContaining({ digest: entry.digest }) },
    ]);
    expect(server.lines()[0]).toBe(`GET /v2/acme/api/referrers/${DIGEST}`);
  });

  test('an empty index says that there are none', async () => {
    expect(await ask(await answering(200, index([])))).toEqual([]);
  });

  test.each<[string, number, unknown, Record<string, string>?]>([
    ['404', 404, {}],
    ['405', 405, {}],
    ['a web page', 200, '<html></html>', { 'content-type': 'text/html' }],
    ['a web page that calls itself an index', 200, '<html></html>'],
    ['the subject itself', 200, BYTES.toString()],
    ['a manifest', 200, { schemaVersion: 2, mediaType: OCI_MANIFEST, config: {}, layers: [] }],
    ['an index with entries that are none', 200, index([{ digest: 'x' }])],
    ['an index with an entry that is no object', 200, index([7])],
    ['an index of Docker', 200, index([]), { 'content-type': 'application/json' }],
    ['more entries than are read', 200, index(Array.from({ length: LIMITS.indexEntries + 1 }, () => entry))],
  ])(
    'a registry that answers with %s does not have them',
    async (_, status, body, headers = { 'content-type': OCI_INDEX }) => {
      expect(await ask(await answering(status, body, headers))).toBeNull();
    },
  );

  test('a redirect to a web page is not followed', async () => {
    const page = await answering(200, '<html></html>');
    const server = await start((_, response) => {
      response.writeHead(303, { location: page.url }).end();
    });
    expect(await ask(server)).toBeNull();
    expect(page.seen).toEqual([]);
  });

  test.each([
    [401, 'REGISTRY_DENIED'],
    [403, 'REGISTRY_DENIED'],
    [429, 'REGISTRY_RATE_LIMITED'],
    [502, 'REGISTRY_FAILED'],
  ])('%d tells nothing of that: %s', async (status, code) => {
    await expect(ask(await answering(status, {}))).rejects.toMatchObject({ code });
  });
});

describe('pushBlob', () => {
  type Act = (count: number) => 'store' | 'drop' | number;

  /** A registry that wants a login, keeps blobs, and opens sessions where it is told. */
  async function startStore(options: { location: (server: Server) => string; act?: Act }) {
    const stored = new Map<string, string>();
    let puts = 0;
    const server: Server = await start((request, response) => {
      const { method, path, body, headers } = request;
      if (headers.authorization !== BASIC) {
        json(response, 401, {}, { 'www-authenticate': 'Basic realm="lab"' });
      } else if (method === 'HEAD') {
        response.writeHead(stored.has(path.split('/blobs/')[1] ?? '') ? 200 : 404).end();
      } else if (method === 'POST') {
        response.writeHead(202, { location: options.location(server) }).end();
      } else if (method === 'PUT') {
        const act = options.act?.(puts++) ?? 'store';
        if (act === 'drop' || typeof act === 'number') {
          if (act === 'drop') response.destroy();
          else json(response, act, { errors: [{ code: 'UNKNOWN', message: 'not now' }] });
          return;
        }
        const digest = new URL(path, server.url).searchParams.get('digest') ?? '';
        stored.set(digest, body);
        response.writeHead(201).end();
      }
    });
    await writeFile(
      join(folder, 'config.json'),
      JSON.stringify({ auths: { [server.host]: { auth: Buffer.from('octocat:s3cret').toString('base64') } } }),
    );
    return { server, stored };
  }

  test.each<[string, (server: Server) => string, string]>([
    [
      'relative',
      () => '/v2/acme/api/blobs/uploads/1?_state=a%2Bb%3D',
      `/v2/acme/api/blobs/uploads/1?_state=a%2Bb%3D&digest=${encodeURIComponent(DIGEST)}`,
    ],
    ['absolute', ({ url }) => `${url}/up/1`, `/up/1?digest=${encodeURIComponent(DIGEST)}`],
  ])('puts it where the session is: %s', async (_, location, put) => {
    const { server, stored } = await startStore({ location });
    expect(await pushBlob(client, repositoryOf(server), BYTES)).toEqual({ digest: DIGEST, size: BYTES.length });
    expect(stored.get(DIGEST)).toBe(BYTES.toString());
    expect(server.lines()).toEqual([
      `HEAD /v2/acme/api/blobs/${DIGEST}`,
      `HEAD /v2/acme/api/blobs/${DIGEST}`,
      'POST /v2/acme/api/blobs/uploads/',
      `PUT ${put}`,
    ]);
    await pushBlob(client, repositoryOf(server), BYTES);
    expect(server.lines().slice(4)).toEqual([`HEAD /v2/acme/api/blobs/${DIGEST}`]);
  });

  test('on another host it is put without the login', async () => {
    const elsewhere = await start((_, response) => response.writeHead(201).end());
    const { server } = await startStore({ location: () => `${elsewhere.url}/up?signature=1` });
    await pushBlob(client, repositoryOf(server), BYTES);
    expect(elsewhere.lines()).toEqual([`PUT /up?signature=1&digest=${encodeURIComponent(DIGEST)}`]);
    expect(elsewhere.seen[0]?.headers.authorization).toBeUndefined();
    expect(elsewhere.seen[0]?.body).toBe(BYTES.toString());
  });

  test.each([
    ['http://10.0.0.1/up', 'REGISTRY_DENIED', 'on a private network'],
    ['http://169.254.169.254/up', 'REGISTRY_DENIED', 'on a link-local network'],
    ['gopher://127.0.0.1/up', 'REGISTRY_INVALID', 'redirects to gopher:'],
  ])('is not put to %s', async (location, code, message) => {
    const { server } = await startStore({ location: () => location });
    await expect(pushBlob(client, repositoryOf(server), BYTES)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test.each<[string, Act]>([
    ['a connection that was cut', (count) => (count === 0 ? 'drop' : 'store')],
    ['a fault', (count) => (count < 2 ? 503 : 'store')],
    ['a session that is gone', (count) => (count === 0 ? 404 : 'store')],
  ])('begins a session anew after %s', async (_, act) => {
    const { server, stored } = await startStore({ location: () => '/up', act });
    await pushBlob(client, repositoryOf(server), BYTES);
    expect(stored.has(DIGEST)).toBe(true);
  });

  test.each([
    [500, 'REGISTRY_FAILED', 3],
    [403, 'REGISTRY_DENIED', 1],
  ])('gives up on %d with %s', async (status, code, tries) => {
    const { server } = await startStore({ location: () => '/up', act: () => status });
    await expect(pushBlob(client, repositoryOf(server), BYTES)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('not now'),
    });
    expect(server.seen.filter(({ method }) => method === 'PUT')).toHaveLength(tries);
  });

  test('names what to do on a denied push', async () => {
    const server = await start((_, response) => response.writeHead(403).end());
    await expect(pushBlob(client, repositoryOf(server), BYTES)).rejects.toMatchObject({
      code: 'REGISTRY_DENIED',
      message: expect.stringContaining('denied the push'),
      hint: expect.stringContaining('may push'),
    });
  });
});

describe('pushManifest', () => {
  const MANIFEST = { mediaType: OCI_MANIFEST, bytes: BYTES };

  test.each([
    ['main', 'main', {}, false],
    [null, DIGEST, { 'oci-subject': DIGEST, 'docker-content-digest': DIGEST }, true],
  ])('puts it under %j', async (tag, target, headers, knowsSubject) => {
    const server = await start((_, response) => {
      response.writeHead(201, headers).end();
    });
    expect(await pushManifest(client, repositoryOf(server), { ...MANIFEST, tag })).toEqual({
      digest: DIGEST,
      knowsSubject,
    });
    expect(server.lines()).toEqual([`PUT /v2/acme/api/manifests/${target}`]);
    expect(server.seen[0]).toMatchObject({ body: BYTES.toString(), headers: { 'content-type': OCI_MANIFEST } });
  });

  test.each<[string, number, string]>([
    [
      'ECR',
      400,
      "TAG_INVALID: The image tag 'main' already exists and cannot be overwritten because the tag is immutable",
    ],
    ['Artifact Registry', 400, 'MANIFEST_INVALID: cannot update tag main. The repository has enabled tag immutability'],
    ['Docker Hub', 403, 'DENIED: this tag is immutable'],
    ['Azure', 405, 'REGISTRY_DISALLOWED_OPERATION: The operation is disallowed on this registry, repository or image.'],
    ['Artifactory', 409, 'UNKNOWN: Not enough permissions to delete/overwrite artifact'],
    ['Harbor', 412, "PRECONDITION: Failed to process request due to 'api:main' configured as immutable."],
    ['Nexus', 400, 'UNKNOWN: Repository does not allow updating assets: docker'],
  ])('tells that a tag is immutable, as %s does', async (_, status, said) => {
    const server = await start((_request, response) => {
      json(response, status, { errors: [{ code: said.split(': ')[0], message: said.slice(said.indexOf(': ') + 2) }] });
    });
    const push = async (tag: string | null) =>
      await pushManifest(client, repositoryOf(server), { mediaType: OCI_MANIFEST, bytes: Buffer.from('{}'), tag });
    await expect(push('main')).rejects.toMatchObject({
      code: 'TAG_IMMUTABLE',
      message: expect.stringMatching(/acme\/api:main is there already, and its tags are immutable/),
      hint: expect.stringContaining('"tags"'),
    });
    // No tag, so that is not it.
    await expect(push(null)).rejects.not.toMatchObject({ code: 'TAG_IMMUTABLE' });
  });

  test('asks for a token that may push', async () => {
    const server: Server = await start(({ path, headers }, response) => {
      if (path.startsWith('/token')) json(response, 200, { token: 'T' });
      else if (headers.authorization === undefined)
        json(response, 401, {}, { 'www-authenticate': `Bearer realm="${server.url}/token"` });
      else response.writeHead(201).end();
    });
    await pushManifest(client, repositoryOf(server), { ...MANIFEST, tag: 'main' });
    expect(server.lines()[1]).toBe('GET /token?scope=repository%3Aacme%2Fapi%3Apull%2Cpush');
  });

  test.each<[number, Record<string, string>, string]>([
    [201, { 'docker-content-digest': digestOf(Buffer.from('other')) }, 'REGISTRY_INVALID'],
    [307, { location: '/elsewhere' }, 'REGISTRY_FAILED'],
    [400, {}, 'REGISTRY_FAILED'],
    [403, {}, 'REGISTRY_DENIED'],
    [404, {}, 'REGISTRY_NOT_FOUND'],
  ])('%d with %j is %s', async (status, headers, code) => {
    const server = await start((_, response) => response.writeHead(status, headers).end());
    await expect(pushManifest(client, repositoryOf(server), { ...MANIFEST, tag: 'main' })).rejects.toMatchObject({
      code,
    });
    expect(server.seen).toHaveLength(1);
  });
});
