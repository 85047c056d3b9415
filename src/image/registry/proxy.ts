import type { Agent } from 'node:http';
import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';

const VARIABLES = ['https_proxy', 'http_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);

const agents = new Map<string, Agent>();

/**
 * The agent for the proxy that the process's environment sets for a URL (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, lower
 * case too), `null` for none. What it takes is loaded only when there is a proxy. Throws `INPUT_INVALID`.
 */
export async function findProxyAgent(url: URL): Promise<Agent | null> {
  // The environment is the process's, as for Node's own NODE_EXTRA_CA_CERTS.
  if (VARIABLES.every((name) => !process.env[name])) return null;
  const { getProxyForUrl } = await import('proxy-from-env');
  const proxy = getProxyForUrl(url.href);
  if (proxy === '') return null;
  const key = `${url.protocol} ${proxy}`;
  const agent = agents.get(key) ?? (await makeAgent(url.protocol, proxy));
  agents.set(key, agent);
  return agent;
}

async function makeAgent(protocol: string, proxy: string): Promise<Agent> {
  const options = { keepAlive: true, maxSockets: LIMITS.socketsPerHost };
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    // Not quoted: it may hold a password.
    throw new PlimsollError(
      'INPUT_INVALID',
      `the proxy for ${protocol.slice(0, -1)} in the environment is not an http or https URL`,
      {
        hint: 'HTTPS_PROXY and HTTP_PROXY are as in http://proxy.example:3128.',
      },
    );
  }
  if (protocol === 'https:') return new (await import('https-proxy-agent')).HttpsProxyAgent(proxy, options);
  return new (await import('http-proxy-agent')).HttpProxyAgent(proxy, options);
}
