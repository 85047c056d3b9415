import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { LookupFunction } from 'node:net';
import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { networkOfAddress, networkOfHost, type Network } from './network.ts';
import { findProxyAgent } from './proxy.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** The kinds of network that the host may be on; `null`: any, since the user named it. */
  readonly networks: readonly Network[] | null;
  /** Whether only silence ends it: what it brings may take long. */
  readonly isEndless?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Must be read to its end or destroyed. */
  readonly body: IncomingMessage;
  /** Where the answer came from; for a host behind a proxy, as far as its name tells. */
  readonly network: () => Network;
}

/** How long to wait. */
export interface Patience {
  /** For any byte, connecting included. */
  readonly silenceMs: number;
  /** For an exchange from its beginning to its end. */
  readonly exchangeMs: number;
}

/**
 * HTTP/1.1 over node:http and node:https (fetch would cost three times our start): connections kept open, proxies by the
 * environment of the process, silence and length of an exchange bounded. Redirects and failures are the caller's.
 */
export class Transport {
  readonly #agents = new Map<string, Agent>();
  readonly #patience: Patience;

  constructor(patience: Patience = LIMITS) {
    this.#patience = patience;
  }

  /** Throws what Node throws, and `REGISTRY_DENIED` for a host on a network that is not allowed. */
  async send(request: HttpRequest): Promise<HttpResponse> {
    const { url, networks } = request;
    const named = networkOfHost(url.hostname);
    const lookup = networks === null ? null : await guard(url.hostname, named, networks);
    const { request: open } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
    const proxy = named === 'loopback' ? null : await findProxyAgent(url);
    const agent = proxy ?? (await this.#agentFor(url, networks));
    const options: RequestOptions = {
      method: request.method,
      headers: { ...request.headers, ...(request.body === undefined ? {} : { 'content-length': request.body.length }) },
      agent,
      // A proxy looks names up itself.
      ...(lookup === null || proxy !== null ? {} : { lookup }),
    };
    const body = await exchange(open(url, options), request, this.#patience);
    // Now: it is gone with the connection.
    const { remoteAddress } = body.socket;
    const network = (): Network =>
      proxy !== null || remoteAddress === undefined ? (named ?? 'public') : networkOfAddress(remoteAddress);
    return { status: body.statusCode ?? 0, headers: body.headers, body, network };
  }

  /** Ends the connections that are kept open. */
  close(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }

  /** Connections are shared only where the same networks are allowed: one that is open is not looked up again. */
  async #agentFor(url: URL, networks: readonly Network[] | null): Promise<Agent> {
    const key = `${url.protocol} ${networks?.join() ?? 'any'}`;
    const known = this.#agents.get(key);
    if (known !== undefined) return known;
    const options = { keepAlive: true, maxSockets: LIMITS.socketsPerHost };
    const agent =
      url.protocol === 'https:'
        ? new (await import('node:https')).Agent(options)
        : new (await import('node:http')).Agent(options);
    const raced = this.#agents.get(key);
    if (raced !== undefined) return raced;
    this.#agents.set(key, agent);
    return agent;
  }
}

/** A host that a registry named: refused by its address, or held to what its name resolves to. */
async function guard(hostname: string, named: Network | null, networks: readonly Network[]): Promise<LookupFunction> {
  const { guardLookup, refuseNetwork } = await import('./guard-lookup.ts');
  if (named !== null && !networks.includes(named)) throw refuseNetwork(hostname, named);
  return guardLookup(networks);
}

async function exchange(
  request: ClientRequest,
  { body, isEndless = false }: HttpRequest,
  { silenceMs, exchangeMs }: Patience,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
    // Of https-proxy-agent, which goes on to hand out the proxy's refusal as if it were the registry's.
    request.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode === 200) return;
      reject(refuseProxy(request.host, statusCode));
      request.destroy();
    });
    const giveUp = (why: string, ms: number): void => {
      request.destroy(Object.assign(new Error(`${why} within ${ms / 1000} s`), { code: 'ETIMEDOUT' }));
    };
    request.setTimeout(silenceMs, () => {
      giveUp('nothing came', silenceMs);
    });
    // Against those who send a byte now and then.
    const whole = isEndless ? null : setTimeout(giveUp, exchangeMs, 'no whole answer came', exchangeMs);
    request.on('close', () => {
      if (whole !== null) clearTimeout(whole);
    });
    request.end(body);
  });
}

function refuseProxy(host: string, status: number): PlimsollError {
  return new PlimsollError(
    'REGISTRY_UNREACHABLE',
    `${host} cannot be reached: the proxy refuses to connect (${status})`,
    {
      hint:
        status === 407
          ? 'It wants a login: HTTPS_PROXY=http://user:password@proxy.example:3128.'
          : 'Is the host allowed there? NO_PROXY names hosts that are reached without it.',
    },
  );
}
