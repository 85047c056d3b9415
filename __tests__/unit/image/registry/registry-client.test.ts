import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VERSION } from '../../../../src/version.ts';
import { PlimsollError } from '../../../../src/errors.ts';
import { digestOf } from '../../../../src/image/digest-of.ts';
import { LIMITS } from '../../../../src/image/limits.ts';
import { readImage } from '../../../../src/image/read-image.ts';
import { parseReference } from '../../../../src/image/reference.ts';
import { fetchManifest } from '../../../../src/image/registry/fetch-manifest.ts';
import { readLocation } from '../../../../src/image/registry/exchange.ts';
import { RegistryClient, type RegistryOptions } from '../../../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../../../src/image/registry/registry-source.ts';
import { describe as describeDocument, ImageStore, OCI_MANIFEST } from '../image-store.ts';
import { json, startStubServer, type Handler, type SeenRequest } from './stub-server.ts';

type Server = Awaited<ReturnType<typeof startStubServer>>;

const stops: (() => void | Promise<void>)[] = [];
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-registry-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await rm(folder, { recursive: true });
});

async function start(handle: Handler, address?: string): Promise<Server> {
  const server = await startStubServer(handle, address);
  stops.push(server.stop);
  return server;
}

function makeClient(options: Partial<RegistryOptions> = {}): RegistryClient {
  const client = new RegistryClient({
    env: { DOCKER_CONFIG: folder },
    retry: { firstRetryMs: 0, attempts: 3 },
    ...options,
  });
  stops.push(() => {
    client.close();
  });
  return client;
}

async function logIn(
  host: string,
  entry: object = { auth: Buffer.from('octocat:s3cret').toString('base64') },
): Promise<void> {
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [host]: entry } }));
}

const BASIC = `Basic ${Buffer.from('octocat:s3cret').toString('base64')}`;

/** An image of two platforms, and how a registry hands it out. */
function makeImage() {
  const store = new ImageStore();
  const entry = (architecture: string) => {
    const image = store.putImage({ layers: [[architecture, 5]], config: { architecture } });
    return describeDocument(image, { platform: { os: 'linux', architecture } });
  };
  const root = store.putIndex([entry('amd64'), entry('arm64')]);
  const serve: Handler = ({ path }, response) => {
    const [, repository, target = ''] = /^\/v2\/(.+)\/(?:manifests|blobs)\/(.+)$/.exec(path) ?? [];
    const document = target === 'main' ? root : store.documents.get(target);
    if (repository === undefined || document === undefined) {
      json(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] });
      return;
    }
    response.writeHead(200, { 'content-type': document.mediaType, 'docker-content-digest': document.digest });
    response.end(document.bytes);
  };
  return { store, root, serve };
}

const read = async (client: RegistryClient, server: Server, repository = 'acme/api') =>
  await readImage(openRegistrySource(client, parseReference(`${server.host}/${repository}:main`)));

const get = async (client: RegistryClient, server: Server, tag = 'main') =>
  await fetchManifest(client, { registry: server.host, repository: 'acme/api' }, { tag });

describe('an open registry', () => {
  test('is asked five times for an image of two platforms, with nothing of ours but a name', async () => {
    const { serve, root } = makeImage();
    const server = await start(serve);
    await logIn(server.host);
    const told: string[] = [];
    const client = makeClient({
      onRequest: (method, url) => told.push(`${method} ${url}`),
    });
    const image = await read(client, server);
    expect(image).toMatchObject({
      digest: root.digest,
      platforms: [{ platform: 'linux/amd64' }, { platform: 'linux/arm64' }],
    });
    expect(server.seen).toHaveLength(5);
    expect(told).toEqual(server.lines().map((line) => line.replace(' ', ` ${server.url}`)));
    for (const { headers } of server.seen) {
      expect(headers.authorization).toBeUndefined();
      expect(headers['user-agent']).toBe(`plimsoll/${VERSION}`);
      expect(headers['accept-encoding']).toBe('identity');
    }
    expect(server.seen[0]?.headers.accept).toContain('application/vnd.docker.distribution.manifest.list.v2+json');
  });

  test('says that there is no such image', async () => {
    const server = await start(makeImage().serve);
    expect(await get(makeClient(), server, 'other')).toBeNull();
  });

  test('is asked by digest where there is one, and by latest where there is nothing', async () => {
    const { serve, root } = makeImage();
    const server = await start(serve);
    const client = makeClient();
    const open = (text: string) => openRegistrySource(client, parseReference(`${server.host}/acme/api${text}`));
    expect((await open(`:other@${root.digest}`).fetchRoot())?.digest).toBe(root.digest);
    expect(await open('').fetchRoot()).toBeNull();
    expect(server.lines()).toEqual([`GET /v2/acme/api/manifests/${root.digest}`, 'GET /v2/acme/api/manifests/latest']);
  });

  test('is asked for once: what is read of it after is of the same moment', async () => {
    const { serve, root } = makeImage();
    const server = await start(serve);
    const source = openRegistrySource(makeClient(), parseReference(`${server.host}/acme/api:main`));
    expect((await source.fetchRoot())?.digest).toBe(root.digest);
    expect((await source.fetchRoot())?.digest).toBe(root.digest);
    expect(server.lines()).toEqual(['GET /v2/acme/api/manifests/main']);
  });

  test('a manifest that the index names and the registry lost is an error', async () => {
    const { serve, store, root } = makeImage();
    const server = await start(serve);
    for (const digest of store.documents.keys()) if (digest !== root.digest) store.documents.delete(digest);
    await expect(read(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_NOT_FOUND',
      hint: expect.stringContaining('untagged versions'),
    });
  });
});

describe('a registry that wants Basic', () => {
  const guard =
    (serve: Handler): Handler =>
    (request, response) => {
      if (request.headers.authorization === BASIC) serve(request, response);
      else
        json(
          response,
          401,
          { errors: [{ code: 'UNAUTHORIZED', message: 'who?' }] },
          { 'www-authenticate': 'Basic realm="lab"' },
        );
    };

  test('gets the login once it asked for it, and from then on', async () => {
    const server = await start(guard(makeImage().serve));
    await logIn(server.host);
    const client = makeClient();
    await read(client, server);
    await read(client, server, 'acme/web');
    expect(server.seen.filter(({ headers }) => headers.authorization === undefined)).toHaveLength(1);
    expect(server.seen).toHaveLength(11);
  });

  test('denies who has none, or the wrong one, after one try', async () => {
    const server = await start(guard(makeImage().serve));
    const denied = (who: string, hint: string) => ({
      code: 'REGISTRY_DENIED',
      message: expect.stringContaining(`denied access ${who}: 401, UNAUTHORIZED: who?`),
      hint: expect.stringMatching(new RegExp(`^${hint}.*docker login ${server.host}.*may not exist`)),
    });
    await expect(get(makeClient(), server)).rejects.toMatchObject(denied('without a login', 'Log in with an account'));
    expect(server.seen).toHaveLength(1);
    await logIn(server.host, { auth: Buffer.from('octocat:wrong').toString('base64') });
    await expect(get(makeClient(), server)).rejects.toMatchObject(
      denied('with the login that Docker keeps for it', 'Is its password or token still valid'),
    );
    expect(server.seen).toHaveLength(3);
  });

  test('gets no identity token: that is for token services', async () => {
    const server = await start(guard(makeImage().serve));
    await logIn(server.host, { identitytoken: 's3cret' });
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a registry that wants a token', () => {
  interface Issued {
    readonly token?: string;
    readonly access_token?: string;
    readonly expires_in?: number;
  }

  /** A registry with its token service beside it, on one port. */
  async function startWithTokens(
    issue: (request: SeenRequest, count: number) => Issued | number = () => ({ token: 'T0' }),
    accepts: (token: string) => boolean = (token) => token === 'T0',
  ) {
    const { serve } = makeImage();
    const tokens: SeenRequest[] = [];
    const server: Server = await start((request, response) => {
      if (request.path.startsWith('/token')) {
        tokens.push(request);
        const issued = issue(request, tokens.length - 1);
        json(response, typeof issued === 'number' ? issued : 200, issued);
      } else if (accepts(request.headers.authorization?.replace('Bearer ', '') ?? '')) serve(request, response);
      else {
        json(
          response,
          401,
          { errors: [{ code: 'UNAUTHORIZED', message: '' }] },
          {
            'www-authenticate': `Bearer realm="${server.url}/token?a=b",service="the registry",scope="repository:acme/api:pull"`,
          },
        );
      }
    });
    return { server, tokens };
  }

  test('gets one for each repository, asked for once, without a login where there is none', async () => {
    const { server, tokens } = await startWithTokens();
    const client = makeClient();
    await read(client, server);
    expect(server.seen).toHaveLength(7);
    await read(client, server);
    expect(server.seen).toHaveLength(12);
    // The scheme is known: no second 401.
    await read(client, server, 'acme/web');
    expect(server.seen).toHaveLength(18);
    expect(tokens.map(({ path }) => path)).toEqual([
      '/token?a=b&service=the+registry&scope=repository%3Aacme%2Fapi%3Apull',
      '/token?a=b&service=the+registry&scope=repository%3Aacme%2Fweb%3Apull',
    ]);
    expect(tokens[0]?.headers.authorization).toBeUndefined();
  });

  test('side by side, one token is enough', async () => {
    const { server, tokens } = await startWithTokens();
    const client = makeClient();
    await Promise.all([get(client, server), get(client, server), get(client, server)]);
    expect(tokens).toHaveLength(1);
  });

  test('gets the login at the token service only', async () => {
    const { server, tokens } = await startWithTokens();
    await logIn(server.host);
    await read(makeClient(), server);
    expect(tokens[0]?.headers.authorization).toBe(BASIC);
    expect(server.seen.filter(({ headers }) => headers.authorization === BASIC)).toHaveLength(1);
  });

  test('trades an identity token by POST', async () => {
    const { server, tokens } = await startWithTokens(() => ({ access_token: 'T0' }));
    await logIn(server.host, { identitytoken: 'refresh me' });
    await get(makeClient(), server);
    expect(tokens[0]).toMatchObject({ method: 'POST', path: '/token?a=b' });
    expect(tokens[0]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(tokens[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'plimsoll',
      refresh_token: 'refresh me',
      service: 'the registry',
      scope: 'repository:acme/api:pull',
    });
  });

  test('a token that is taken no longer is asked for anew, once', async () => {
    const { server, tokens } = await startWithTokens(
      (_, count) => ({ token: `T${count}` }),
      (token) => token === `T${tokens.length - 1}` && tokens.length % 2 === 1,
    );
    const client = makeClient();
    await get(client, server);
    expect(tokens).toHaveLength(1);
    tokens.push(...tokens);
    await get(client, server);
    expect(tokens).toHaveLength(3);
  });

  test('a token that ended is not sent', async () => {
    const { server, tokens } = await startWithTokens(
      (_, count) => ({ token: `T${count}`, expires_in: 1e-9 }),
      (token) => token.startsWith('T'),
    );
    const client = makeClient();
    await get(client, server);
    await get(client, server);
    expect(tokens).toHaveLength(2);
    expect(server.seen).toHaveLength(5);
  });

  test('a token that is never taken ends in a denial, not in a circle', async () => {
    const { server, tokens } = await startWithTokens(undefined, () => false);
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    expect(tokens).toHaveLength(1);
    expect(server.seen).toHaveLength(3);
  });

  test.each([
    [401, 'REGISTRY_DENIED', 'refused access with the login that Docker keeps for it: 401'],
    [403, 'REGISTRY_DENIED', 'refused access'],
    [404, 'REGISTRY_DENIED', 'refused access'],
    [429, 'REGISTRY_RATE_LIMITED', 'gives no token: 429'],
    [500, 'REGISTRY_FAILED', 'gives no token: 500'],
  ])('a token service that answers %d is %s', async (status, code, message) => {
    const { server } = await startWithTokens(() => status);
    await logIn(server.host);
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('a token service on another host is named where it refuses, as docker_auth does', async () => {
    const service = await start((_, response) => {
      response.writeHead(401, { 'content-type': 'text/plain; charset=utf-8' }).end('Auth failed.\n');
    });
    const server = await start((_, response) => {
      json(response, 401, {}, { 'www-authenticate': `Bearer realm="${service.url}/auth",service="Docker registry"` });
    });
    await logIn(server.host);
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      message: `the token service of ${server.host}, ${service.host}, refused access with the login that Docker keeps for it: 401, Auth failed.`,
      hint: expect.stringContaining('Is its password or token still valid'),
    });
  });

  test.each<[string, Issued]>([
    ['nothing', {}],
    ['an empty text', { token: '' }],
    ['a line break', { token: 'a\r\nx-injected: 1' }],
    ['a blank', { token: 'a b' }],
    ['an endless text', { token: 'a'.repeat(LIMITS.tokenBytes + 1) }],
  ])('a token of %s is refused', async (_, issued) => {
    const { server } = await startWithTokens(() => issued);
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_INVALID',
      message: expect.stringContaining('no token that can be used'),
    });
  });

  test.each([
    ['http://token.example/', 'is not https'],
    ['http://10.0.0.1/token', 'is not https'],
    ['https://10.0.0.1/token', 'on a private network'],
    ['https://169.254.169.254/latest/meta-data', 'on a link-local network'],
    ['https://[fd00::1]/token', 'on a private network'],
    ['ftp://127.0.0.1/token', 'is not https'],
    ['/token', 'no token service that is a URL'],
    ['', 'no token service that is a URL'],
  ])('is not followed to a token service at %j', async (realm, message) => {
    const server = await start((_, response) => {
      json(response, 401, {}, { 'www-authenticate': `Bearer realm="${realm}",service="x"` });
    });
    await logIn(server.host);
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(message === 'is not https' ? 'name its token service by https' : ''),
    });
    expect(server.seen).toHaveLength(1);
  });

  test('a credential that stands in the address of the token service is not used', async () => {
    const server: Server = await start(({ path }, response) => {
      if (path.startsWith('/token')) json(response, 401, {});
      else
        json(response, 401, {}, { 'www-authenticate': `Bearer realm="${server.url.replace('://', '://a:b@')}/token"` });
    });
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    expect(server.lines()[1]).toContain('/token');
    expect(server.seen[1]?.headers.authorization).toBeUndefined();
  });

  test('a token service that redirects gets no follower', async () => {
    const elsewhere = await start((_, response) => {
      json(response, 200, { token: 'T' });
    });
    const server: Server = await start(({ path }, response) => {
      if (path.startsWith('/token')) response.writeHead(307, { location: `${elsewhere.url}/token` }).end();
      else json(response, 401, {}, { 'www-authenticate': `Bearer realm="${server.url}/token"` });
    });
    await logIn(server.host);
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('a registry that redirects', () => {
  /** Sends blobs elsewhere, as registries before a store do, and wants a login itself. */
  async function startRedirecting(location: (path: string) => string, status = 307) {
    const { serve } = makeImage();
    const server = await start((request, response) => {
      if (request.headers.authorization !== BASIC) json(response, 401, {}, { 'www-authenticate': 'Basic realm="lab"' });
      else if (request.path.includes('/blobs/')) response.writeHead(status, { location: location(request.path) }).end();
      else serve(request, response);
    });
    await logIn(server.host);
    return server;
  }

  test.each([301, 302, 303, 307, 308])(
    'is followed by %d to another port, and to another address, without the login',
    async (status) => {
      for (const address of ['127.0.0.1', '127.0.0.2']) {
        const { serve } = makeImage();
        const store = await start(({ path, ...rest }, response) => {
          serve({ path: path.replace('?signature=1', ''), ...rest }, response);
        }, address);
        const server = await startRedirecting((path) => `${store.url}${path}?signature=1`, status);
        const told: string[] = [];
        const image = await read(makeClient({ onRequest: (_, url) => told.push(url) }), server);
        expect(image?.platforms).toHaveLength(2);
        expect(store.seen).toHaveLength(2);
        for (const { headers } of store.seen) expect(headers.authorization).toBeUndefined();
        // A signature is a credential, too.
        expect(told.join()).not.toContain('signature');
      }
    },
  );

  test('and back to itself does not get the login again', async () => {
    const { serve } = makeImage();
    const inner: Handler = ({ path, ...rest }, response) => {
      serve({ path: path.replace('?back', ''), ...rest }, response);
    };
    const between: Server = await start(({ path }, response) => {
      response.writeHead(307, { location: `${server.url}${path}?back` }).end();
    });
    const server: Server = await start((request, response) => {
      if (request.path.endsWith('?back')) inner(request, response);
      else if (request.headers.authorization !== BASIC)
        json(response, 401, {}, { 'www-authenticate': 'Basic realm="lab"' });
      else if (request.path.includes('/blobs/'))
        response.writeHead(307, { location: `${between.url}${request.path}` }).end();
      else serve(request, response);
    });
    await logIn(server.host);
    await read(makeClient(), server);
    const returned = server.seen.filter(({ path }) => path.endsWith('?back'));
    expect(returned).toHaveLength(2);
    for (const { headers } of [...returned, ...between.seen]) expect(headers.authorization).toBeUndefined();
  });

  test('and a store that asks for a login does not get one', async () => {
    const store = await start((_, response) => {
      json(response, 401, {}, { 'www-authenticate': 'Basic realm="store"' });
    });
    const server = await startRedirecting((path) => `${store.url}${path}`);
    await expect(read(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_DENIED',
      message: expect.stringContaining(`${store.host}, where ${server.host} leads to, denied access: 401`),
      hint: expect.stringContaining('does a firewall or a proxy let this host through?'),
    });
    for (const { headers } of store.seen) expect(headers.authorization).toBeUndefined();
    expect(store.seen.length).toBeLessThanOrEqual(2);
  });

  test.each([
    ['http://10.0.0.1/x', 'REGISTRY_DENIED', 'on a private network'],
    ['https://192.168.0.1/x', 'REGISTRY_DENIED', 'on a private network'],
    ['http://169.254.169.254/latest', 'REGISTRY_DENIED', 'on a link-local network'],
    ['http://[::ffff:169.254.169.254]/latest', 'REGISTRY_DENIED', 'on a link-local network'],
    ['http://2852039166/latest', 'REGISTRY_DENIED', 'on a link-local network'],
    ['file:///etc/passwd', 'REGISTRY_INVALID', 'redirects to file:'],
    ['http://[', 'REGISTRY_INVALID', 'what is no URL'],
  ])('is not followed to %s', async (location, code, message) => {
    const server = await startRedirecting(() => location);
    await expect(read(makeClient(), server)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('is followed a few times only', async () => {
    const server = await startRedirecting((path) => `${path}x`);
    await expect(read(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_INVALID',
      message: expect.stringContaining(`more than ${LIMITS.redirects} times`),
      hint: expect.stringContaining('Is this the host of a registry?'),
    });
  });

  test('from https to http is not followed, and says what a proxy that ends TLS lacks', () => {
    // As Distribution 2.8.3 behind one answers the beginning of an upload, without X-Forwarded-Proto.
    const location = 'http://registry.example/v2/acme/api/blobs/uploads/2db02643-567c-4f1e-8f7f-94443277e46f?_state=x';
    const base = new URL('https://registry.example/v2/acme/api/blobs/uploads/');
    expect(() => readLocation(location, base)).toThrow(
      expect.objectContaining({
        code: 'REGISTRY_INVALID',
        message: 'registry.example redirects from https to http: not followed',
        hint: expect.stringContaining('X-Forwarded-Proto: https'),
      }),
    );
  });

  test('to a relative address is followed with the login: it is the same host', async () => {
    const { serve } = makeImage();
    const server = await start((request, response) => {
      if (request.headers.authorization !== BASIC) json(response, 401, {}, { 'www-authenticate': 'Basic realm="lab"' });
      else if (request.path.startsWith('/v2/acme/api/'))
        response.writeHead(301, { location: `/v2/moved${request.path.slice('/v2/acme'.length)}` }).end();
      else serve(request, response);
    });
    await logIn(server.host);
    expect((await read(makeClient(), server))?.platforms).toHaveLength(2);
  });
});

describe('a registry that fails', () => {
  test.each([
    [400, 'REGISTRY_FAILED', ''],
    [401, 'REGISTRY_DENIED', 'docker login'],
    [403, 'REGISTRY_DENIED', 'docker login'],
    [410, 'REGISTRY_FAILED', ''],
    [429, 'REGISTRY_RATE_LIMITED', 'Wait and run again'],
    [500, 'REGISTRY_FAILED', 'later'],
    [503, 'REGISTRY_FAILED', 'later'],
    [200, 'REGISTRY_INVALID', 'the host of a registry?'],
  ])('with %d is %s, in its own words', async (status, code, hint) => {
    const server = await start((_, response) => {
      const headers: Record<string, string> = status === 200 ? { 'content-type': 'text/html' } : {};
      json(response, status, { errors: [{ code: 'SOME', message: 'words\u001b[31m' }] }, headers);
    });
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(status === 200 ? 'a web page' : `${status}, SOME: words`),
      hint: expect.stringContaining(hint),
    });
  });

  test.each([
    [404, 'REGISTRY_INVALID'],
    [403, 'REGISTRY_DENIED'],
    [502, 'REGISTRY_FAILED'],
  ])('with a web page and %d is %s, and the page is not quoted', async (status, code) => {
    const server = await start((_, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>nothing here</html>');
    });
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining('nothing here'),
    });
  });

  test.each([
    // The answers of zot 6d19b445 (after 2.1.20) and of docker_auth c67e1750 as they really were, of Docker Hub by its documentation.
    [
      'application/json',
      '{"code":"UNAUTHORIZED","message":"authentication required","detail":{"description":"The access controller …"}}',
      '401, UNAUTHORIZED: authentication required',
    ],
    ['text/plain; charset=utf-8', 'Auth failed.\n', '401, Auth failed.'],
    ['application/json', '{"details":"incorrect username or password"}', '401, incorrect username or password'],
    ['application/json', '{"error":"invalid_grant","error_description":"expired"}', '401, invalid_grant, expired'],
    ['text/plain', '<html>nothing here</html>', 'without a login: 401'],
    ['application/octet-stream', 'no words', 'without a login: 401'],
  ])('is quoted where it says why in another form: %s %s', async (type, body, said) => {
    const server = await start((_, response) => {
      response.writeHead(401, { 'content-type': type }).end(body);
    });
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`${said}$`)),
    });
  });

  test('and asks for time is quoted on how much, and on a login where there was none', async () => {
    const server = await start((request, response) => {
      if (request.headers.authorization !== BASIC && request.path.endsWith('/known')) {
        json(response, 401, {}, { 'www-authenticate': 'Basic realm="lab"' });
      } else json(response, 429, {}, { 'retry-after': '3600' });
    });
    await logIn(server.host);
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_RATE_LIMITED',
      hint: `It asks to wait 3600 s: run again then; a login (docker login ${server.host}) may have a higher limit.`,
    });
    await expect(get(makeClient(), server, 'known')).rejects.toMatchObject({
      hint: 'It asks to wait 3600 s: run again then.',
    });
  });

  test('with an endless error is quoted in part', async () => {
    const server = await start((_, response) => {
      json(response, 400, { errors: Array.from({ length: 1000 }, () => ({ code: 'X'.repeat(500), message: 'y' })) });
    });
    const thrown: unknown = await get(makeClient(), server).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ message: expect.stringMatching(/^.{1,450}$/) });
  });

  test('for a moment is asked again', async () => {
    const { serve } = makeImage();
    let count = 0;
    const server = await start((request, response) => {
      count += 1;
      if (count === 1) response.destroy();
      else if (count === 2) json(response, 503, {}, { 'retry-after': '0' });
      else serve(request, response);
    });
    expect(await get(makeClient(), server)).toMatchObject({ mediaType: expect.stringContaining('index') });
    expect(count).toBeGreaterThanOrEqual(3);
  });

  test.each<[string, Handler, string, string]>([
    ['says nothing', () => undefined, 'REGISTRY_UNREACHABLE', 'nothing came within 0.1 s'],
    [
      'falls silent within its answer',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST }).write('{');
      },
      'REGISTRY_INVALID',
      'cut its answer short',
    ],
    [
      'sends a byte now and then',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
      'REGISTRY_INVALID',
      'cut its answer short',
    ],
  ])('that %s is waited for so long', async (_, handle, code, message) => {
    const server = await start(handle);
    const client = makeClient({ retry: { attempts: 1 }, patience: { silenceMs: 100, exchangeMs: 300 } });
    await expect(get(client, server)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('that is not there is unreachable, with the reason', async () => {
    const server = await startStubServer(() => undefined);
    await server.stop();
    await expect(get(makeClient(), server)).rejects.toMatchObject({
      code: 'REGISTRY_UNREACHABLE',
      message: expect.stringMatching(/ECONNREFUSED/),
    });
  });
});

describe('a registry that lies', () => {
  const { root, serve } = makeImage();

  test.each<[string, Handler, string, string]>([
    [
      'with other bytes than it states',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST, 'docker-content-digest': root.digest }).end('{}');
      },
      'REGISTRY_INVALID',
      `other bytes than those of ${root.digest}`,
    ],
    [
      'with a length that it does not keep',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST, 'content-length': '1000' });
        response.write('{', () => response.destroy());
      },
      'REGISTRY_INVALID',
      'cut its answer short',
    ],
    [
      'with a chunk that it does not end',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST });
        response.write('{', () => response.destroy());
      },
      'REGISTRY_INVALID',
      'cut its answer short',
    ],
    [
      'with more than a manifest has',
      (_, response) => {
        response.writeHead(200, { 'content-type': OCI_MANIFEST });
        const piece = Buffer.alloc(1024 * 1024);
        for (let sent = 0; sent <= LIMITS.manifestBytes; sent += piece.length) response.write(piece);
        response.end();
      },
      'LIMIT_EXCEEDED',
      `more than ${LIMITS.manifestBytes} bytes`,
    ],
    [
      'with the announcement of more than a manifest has',
      (_, response) => {
        response.writeHead(200, { 'content-length': String(LIMITS.manifestBytes + 1) });
        response.write('{');
      },
      'LIMIT_EXCEEDED',
      `more than ${LIMITS.manifestBytes} bytes`,
    ],
    [
      'with an empty success',
      (_, response) => {
        response.writeHead(204).end();
      },
      'REGISTRY_FAILED',
      '204',
    ],
    [
      'with what is no HTTP',
      (_, response) => {
        response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
      },
      'REGISTRY_INVALID',
      'does not answer in HTTP',
    ],
  ])('%s', async (_, handle, code, message) => {
    const server = await start(handle);
    await expect(get(makeClient(), server)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('about a manifest that was asked for by its digest', async () => {
    const server = await start(({ path, ...rest }, response) => {
      serve({ path: path.replace(root.digest, 'main'), ...rest }, response);
    });
    const digest = digestOf(Buffer.from('other'));
    const honest = await fetchManifest(
      makeClient(),
      { registry: server.host, repository: 'acme/api' },
      { digest: root.digest },
    );
    expect(honest?.digest).toBe(root.digest);
    const lying = await start((request, response) => {
      serve({ ...request, path: '/v2/acme/api/manifests/main' }, response);
    });
    await expect(
      fetchManifest(makeClient(), { registry: lying.host, repository: 'acme/api' }, { digest }),
    ).rejects.toMatchObject({ code: 'REGISTRY_INVALID' });
  });

  test('about a config, in its size or its bytes', async () => {
    for (const lie of [
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(' ')]),
      (bytes: Buffer) => Buffer.from(bytes.toString().replace('linux', 'LINUX')),
    ]) {
      const { serve: honest, store } = makeImage();
      const server = await start((request, response) => {
        const digest = request.path.split('/blobs/')[1];
        const document = digest === undefined ? undefined : store.documents.get(digest);
        if (document === undefined) honest(request, response);
        else response.end(lie(document.bytes));
      });
      await expect(read(makeClient(), server)).rejects.toMatchObject({
        code: 'REGISTRY_INVALID',
        message: expect.stringContaining('sends other bytes than those'),
      });
    }
  });
});

test('a server that sends whatever it likes gets no more than our own error out of us', async () => {
  let reply = Buffer.alloc(0);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(reply));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const registry = `127.0.0.1:${address.port}`;
  const client = makeClient({ retry: { attempts: 1 } });
  const line = fc.constantFrom(
    'HTTP/1.1 200 OK',
    'HTTP/1.1 401 No',
    'HTTP/1.1 307 There',
    'www-authenticate: Bearer realm="http://[",service=',
    'www-authenticate: Basic',
    'location: //',
    'location: \u0000',
    'content-length: 5',
    'content-length: 99999999999999999999',
    'transfer-encoding: chunked',
    'content-type: text/html',
    'docker-content-digest: sha256:x',
    '',
    'ffffffff',
    '{"errors":[{"code":7}]}',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 9, arbitrary: line }, fc.string({ unit: 'binary' })), { maxLength: 8 }),
      async (lines) => {
        reply = Buffer.from(lines.join('\r\n'), 'latin1');
        const outcome: unknown = await fetchManifest(
          client,
          { registry, repository: 'acme/api' },
          { tag: 'main' },
        ).catch((error: unknown) => error);
        if (outcome instanceof PlimsollError) expect(outcome.code).not.toBe('INTERNAL');
        else expect(outcome).toMatchObject({ digest: expect.stringMatching(/^sha256:/) });
      },
    ),
    { numRuns: 300 },
  );
});

describe('how a registry is reached', () => {
  /** An address of this machine that is not loopback, and not link-local. */
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

  test('a host that is not on loopback is never asked in plain text', async () => {
    const server = await start(makeImage().serve, own ?? '127.0.0.1');
    const registry = own === undefined ? `registry.invalid` : server.host;
    await expect(
      fetchManifest(makeClient(), { registry, repository: 'acme/api' }, { tag: 'main' }),
    ).rejects.toMatchObject({
      code: 'REGISTRY_UNREACHABLE',
    });
    expect(server.seen).toEqual([]);
  });
});
