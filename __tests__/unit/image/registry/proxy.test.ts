import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findProxyAgent } from '../../../../src/image/registry/proxy.ts';
import { startStubServer } from './stub-server.ts';

const VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
const before = VARIABLES.map((name) => [name, process.env[name]] as const);

let proxy: Awaited<ReturnType<typeof startStubServer>>;
beforeEach(async () => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
  proxy = await startStubServer((_, response) => response.end('through'));
});
afterEach(async () => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  await proxy.stop();
});

test('no proxy is none', async () => {
  expect(await findProxyAgent(new URL('https://ghcr.io/'))).toBeNull();
});

test('a proxy for http gets the whole address', async () => {
  process.env['HTTP_PROXY'] = proxy.url;
  const url = new URL('http://lab.test:5000/v2/a?b=c');
  const agent = await findProxyAgent(url);
  const [response] = await new Promise<[IncomingMessage]>((resolve, reject) => {
    get(url, { agent: agent ?? undefined }, (answer) => {
      resolve([answer]);
    }).on('error', reject);
  });
  response.resume();
  await once(response, 'end');
  expect(proxy.lines()).toEqual(['GET http://lab.test:5000/v2/a?b=c']);
});

test.each<[Record<string, string>, string, boolean]>([
  [{ HTTPS_PROXY: 'URL' }, 'https://ghcr.io/', true],
  [{ https_proxy: 'URL' }, 'https://ghcr.io/', true],
  [{ ALL_PROXY: 'URL' }, 'https://ghcr.io/', true],
  [{ HTTP_PROXY: 'URL' }, 'https://ghcr.io/', false],
  [{ HTTPS_PROXY: 'URL', NO_PROXY: '*' }, 'https://ghcr.io/', false],
  [{ HTTPS_PROXY: 'URL', NO_PROXY: 'a.test,ghcr.io' }, 'https://ghcr.io/', false],
  [{ HTTPS_PROXY: 'URL', no_proxy: '.ghcr.io' }, 'https://pkg.ghcr.io/', false],
  [{ HTTPS_PROXY: 'URL', NO_PROXY: 'ghcr.io:5000' }, 'https://ghcr.io/', true],
  [{ HTTPS_PROXY: '' }, 'https://ghcr.io/', false],
])('%j for %s: %s', async (env, url, isProxied) => {
  for (const [name, value] of Object.entries(env)) process.env[name] = value === 'URL' ? proxy.url : value;
  expect((await findProxyAgent(new URL(url))) !== null).toBe(isProxied);
});

test('one proxy has one agent, whose connections are shared', async () => {
  process.env['HTTPS_PROXY'] = proxy.url;
  const [first, second] = [
    await findProxyAgent(new URL('https://a.test/')),
    await findProxyAgent(new URL('https://b.test/')),
  ];
  expect(first).toBe(second);
});
