import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { makeCertificate } from '../../lab/registry/make-certificate.ts';

jest.setTimeout(60_000);

// Node reads certificates and proxies when it starts: each case is a process of its own.
const ROOT = new URL('../../', import.meta.url);
const SCRIPT = `
  import { parseReference } from ${JSON.stringify(new URL('src/image/reference.ts', ROOT).href)};
  import { fetchManifest } from ${JSON.stringify(new URL('src/image/registry/fetch-manifest.ts', ROOT).href)};
  import { RegistryClient } from ${JSON.stringify(new URL('src/image/registry/registry-client.ts', ROOT).href)};
  const client = new RegistryClient({ env: process.env, retry: { attempts: 1 } });
  const reference = parseReference(process.argv[1]);
  const fetched = await fetchManifest(client, reference, { tag: reference.tag }).then(
    (manifest) => ({ bytes: Buffer.from(manifest.bytes).toString() }),
    ({ code, message, hint }) => ({ code, message, hint }),
  );
  process.stdout.write(JSON.stringify(fetched));
`;

let folder = '';
let certificateFile = '';
let server: Server;
let registryPort = 0;
let proxyPort = 0;
let proxyStatus = 200;
const seen: string[] = [];
const proxied: { target: string; headers: IncomingMessage['headers'] }[] = [];
const sockets = new Set<Socket>();

const proxy = createProxy();

beforeAll(async () => {
  folder = await makeWorkDir('image-https');
  const { certificate, key } = makeCertificate(['127.0.0.1', 'registry.test']);
  certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, certificate);
  server = createServer({ cert: certificate, key }, ({ url, headers }, response) => {
    seen.push(`${url ?? ''} ${headers.authorization ?? 'nobody'}`);
    const isKnown = headers.authorization !== undefined;
    response.writeHead(isKnown ? 200 : 401, { 'www-authenticate': 'Basic realm="lab"' }).end('{"secure":true}');
  });
  registryPort = await listen(server);
  proxy.on('connect', (request, socket: Socket) => {
    proxied.push({ target: request.url ?? '', headers: request.headers });
    socket.on('error', () => socket.destroy());
    if (proxyStatus !== 200) {
      socket.end(`HTTP/1.1 ${proxyStatus} No\r\nproxy-authenticate: Basic realm="proxy"\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    // Whatever the name: it is known here only.
    const through = connect(registryPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    sockets.add(through);
    through.on('error', () => socket.destroy());
  });
  proxyPort = await listen(proxy);
  const auth = Buffer.from('octocat:s3cret').toString('base64');
  const auths = Object.fromEntries(
    [`127.0.0.1:${registryPort}`, `registry.test:${registryPort}`].map((host) => [host, { auth }]),
  );
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  for (const listener of [server, proxy]) {
    listener.closeAllConnections();
    listener.close();
  }
  await removeWorkDir(folder);
});

beforeEach(() => {
  seen.length = 0;
  proxied.length = 0;
  proxyStatus = 200;
});

async function listen(listener: Server | typeof proxy): Promise<number> {
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Asks a registry for `acme/api:main` in a process with this environment. */
async function ask(host: string, env: Record<string, string>): Promise<unknown> {
  const text = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', SCRIPT, `${host}:${registryPort}/acme/api:main`],
      { cwd: fileURLToPath(ROOT), env: { PATH: process.env['PATH'], DOCKER_CONFIG: folder, ...env } },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(new Error('the script failed', { cause: error }));
      },
    );
  });
  return JSON.parse(text);
}

const trusting = () => ({ NODE_EXTRA_CA_CERTS: certificateFile });
const LOGGED_IN = `/v2/acme/api/manifests/main Basic ${Buffer.from('octocat:s3cret').toString('base64')}`;

describe('https', () => {
  test('with a certificate of an authority that NODE_EXTRA_CA_CERTS names, on loopback, too', async () => {
    expect(await ask('127.0.0.1', trusting())).toEqual({ bytes: '{"secure":true}' });
    expect(seen).toEqual(['/v2/acme/api/manifests/main nobody', LOGGED_IN]);
  });

  test('a certificate that nobody vouches for is refused, with what to do', async () => {
    expect(await ask('127.0.0.1', {})).toMatchObject({
      code: 'REGISTRY_UNREACHABLE',
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
    expect(seen).toEqual([]);
  });
});

describe('a proxy', () => {
  const through = (): Record<string, string> => ({
    ...trusting(),
    HTTPS_PROXY: `http://user:pr0xy@127.0.0.1:${proxyPort}`,
  });

  test('carries what goes to a registry, and learns its host and nothing else', async () => {
    expect(await ask('registry.test', through())).toEqual({ bytes: '{"secure":true}' });
    expect(seen).toEqual(['/v2/acme/api/manifests/main nobody', LOGGED_IN]);
    for (const { target, headers } of proxied) {
      expect(target).toBe(`registry.test:${registryPort}`);
      expect(headers.authorization).toBeUndefined();
      expect(headers['proxy-authorization']).toBe(`Basic ${Buffer.from('user:pr0xy').toString('base64')}`);
    }
    expect(proxied.length).toBeGreaterThan(0);
  });

  test('is found under its name in lower case', async () => {
    const { HTTPS_PROXY: https_proxy = '', ...env } = through();
    expect(await ask('registry.test', { ...env, https_proxy })).toEqual({ bytes: '{"secure":true}' });
  });

  test('is passed by where NO_PROXY says so, and for loopback always', async () => {
    expect(
      await ask('registry.test', { ...through(), NO_PROXY: 'other.test,.registry.test,registry.test' }),
    ).toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
    expect(await ask('127.0.0.1', through())).toEqual({ bytes: '{"secure":true}' });
    expect(proxied).toEqual([]);
  });

  test('that refuses is told apart from the registry, and its password is not told', async () => {
    for (const status of [403, 407, 502]) {
      proxyStatus = status;
      const failed = await ask('registry.test', through());
      expect(failed).toMatchObject({
        code: 'REGISTRY_UNREACHABLE',
        message: expect.stringContaining(`the proxy refuses to connect (${status})`),
      });
      expect(JSON.stringify(failed)).not.toContain('pr0xy');
    }
    expect(seen).toEqual([]);
  });

  test.each(['socks5://127.0.0.1:1', 'http://user:pr0xy@:99999'])(
    '%s is refused without its password',
    async (HTTPS_PROXY) => {
      const failed = await ask('registry.test', { HTTPS_PROXY });
      expect(failed).toMatchObject({ code: 'INPUT_INVALID', hint: expect.stringContaining('HTTPS_PROXY') });
      expect(JSON.stringify(failed)).not.toContain('pr0xy');
    },
  );
});
