import { VERSION } from '../../version.ts';
import { LIMITS } from '../limits.ts';
import { Authorizer } from './authorizer.ts';
import { isOtherProtocol, registryOrigins } from './endpoint.ts';
import { allowedFrom, exchange, type Exchange } from './exchange.ts';
import { explainThrown, type Asked } from './registry-failure.ts';
import { retry, RETRY, type RetryPolicy } from './retry.ts';
import { Transport, type HttpRequest, type Patience } from './transport.ts';
import type { Answer, Asker } from './answer.ts';
import type { Network } from './network.ts';

const USER_AGENT = `plimsoll/${VERSION}`;

export interface RegistryOptions {
  /** Says where the Docker configuration is (`DOCKER_CONFIG`, `HOME`) and goes, without secrets, to credential helpers. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Registries that may be asked over http where they have no https; loopback may be anyway. */
  readonly plainHttp?: readonly string[];
  /** Told of each request before it is sent; the URL comes without its query, which can hold a signature. */
  readonly onRequest?: (method: string, url: string) => void;
  readonly retry?: Partial<RetryPolicy>;
  readonly patience?: Patience;
}

/** A request to one repository of a registry. */
export interface Call {
  readonly method: HttpRequest['method'];
  readonly registry: string;
  readonly repository: string;
  /** With its query, or a whole URL that the registry gave. */
  readonly path: string | URL;
  /** For messages: `ghcr.io/acme/api:main`. */
  readonly what: string;
  readonly access: 'pull' | 'push';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly maxBytes?: number;
  /** By default where it is safe: GET and HEAD. */
  readonly followsRedirects?: boolean;
  /** A success comes as `stream`; the bytes are the caller's to bound. */
  readonly isStreamed?: boolean;
  /** False where a second try would not mean the same. */
  readonly isRepeatable?: boolean;
}

interface Connection {
  readonly authorizer: Authorizer;
  /** In the order to try; one once it is known. */
  origins: readonly URL[];
  /** Where it answered from; public until it did. */
  network: () => Network;
}

/**
 * Speaks to registries (OCI distribution specification) with the credentials that Docker keeps. Connections, tokens and
 * what a registry asks for are kept and shared; nothing is asked twice or in advance.
 */
export class RegistryClient {
  readonly policy: RetryPolicy;
  readonly #options: RegistryOptions;
  readonly #transport: Transport;
  readonly #connections = new Map<string, Connection>();
  readonly #onRequest: (method: string, url: URL) => void;

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.policy = { ...RETRY, ...options.retry };
    this.#transport = new Transport(options.patience);
    this.#onRequest = (method, url) => options.onRequest?.(method, `${url.origin}${url.pathname}`);
  }

  /**
   * Any answer is handed on, success or not, but for those that a further try may mend. Throws `REGISTRY_UNREACHABLE`,
   * `REGISTRY_INVALID`, `REGISTRY_DENIED` (by the token service), `CREDENTIALS_INVALID`, `LIMIT_EXCEEDED`.
   */
  async fetch(call: Call): Promise<Answer> {
    try {
      const connection = this.#connect(call.registry);
      const policy = call.isRepeatable === false ? { ...this.policy, attempts: 1 } : this.policy;
      return await retry(policy, async () => await this.#tryOrigins(connection, call));
    } catch (error) {
      throw explainThrown(error, describeCall(call));
    }
  }

  /** Ends the connections that are kept open; they do not keep the process. */
  close(): void {
    this.#transport.close();
  }

  #connect(registry: string): Connection {
    const known = this.#connections.get(registry);
    if (known !== undefined) return known;
    const options = {
      registry,
      transport: this.#transport,
      policy: this.policy,
      userAgent: USER_AGENT,
      onRequest: this.#onRequest,
    };
    const connection: Connection = {
      network: () => 'public',
      origins: registryOrigins(registry, this.#options.plainHttp ?? []),
      authorizer: new Authorizer(
        // Loaded where a registry asks for them.
        async () => await (await import('./docker-config.ts')).findCredential(registry, this.#options.env),
        async (request) => await (await import('./token.ts')).fetchToken(options, request),
      ),
    };
    this.#connections.set(registry, connection);
    return connection;
  }

  async #tryOrigins(connection: Connection, call: Call): Promise<Answer> {
    const [first, second] = connection.origins;
    if (first === undefined) throw new Error('a registry without an address');
    const outcome = await this.#tryOrigin(connection, call, first);
    if (second === undefined || !outcome.isDoubtful) return settle(outcome);
    const other = await this.#tryOrigin(connection, call, second);
    // Neither: then the first, which is the likely one, tells why.
    if (other.isDoubtful) return settle(outcome);
    return settle(other);
  }

  /** Remembers an origin that answered as one of its protocol does. */
  async #tryOrigin(connection: Connection, call: Call, origin: URL): Promise<Outcome> {
    try {
      const answer = await this.#authorized(connection, call, origin);
      // What Go's servers say to plain http where they speak https.
      const isDoubtful = origin.protocol === 'http:' && answer.status === 400;
      if (!isDoubtful) connection.origins = [origin];
      return { answer, isDoubtful };
    } catch (error) {
      return { thrown: error, isDoubtful: isOtherProtocol(error) };
    }
  }

  async #authorized(connection: Connection, call: Call, origin: URL): Promise<Answer> {
    const url = typeof call.path === 'string' ? new URL(call.path, origin) : call.path;
    const isHome = url.origin === origin.origin;
    const scope = `repository:${call.repository}:${call.access === 'push' ? 'pull,push' : 'pull'}`;
    const known = isHome ? await connection.authorizer.authorize(scope) : null;
    const networks = isHome ? null : allowedFrom(null, connection.network());
    const send = async (authorization: string | null): Promise<Answer> => {
      const asker = isHome ? await nameAsker(connection) : 'redirected';
      return await this.#exchange(call, { url, authorization, asker, networks });
    };
    const answer = await send(known);
    if (answer.url.origin === origin.origin) connection.network = answer.network;
    if (answer.status !== 401 || answer.url.origin !== origin.origin) return answer;
    const next = await connection.authorizer.answer(answer, scope, known);
    return next === null ? answer : await send(next);
  }

  async #exchange(call: Call, to: Pick<Exchange, 'url' | 'authorization' | 'asker' | 'networks'>): Promise<Answer> {
    return await exchange(this.#transport, {
      ...to,
      method: call.method,
      headers: { 'user-agent': USER_AGENT, ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
      maxBytes: call.maxBytes ?? LIMITS.answerBytes,
      followsRedirects: call.followsRedirects ?? (call.method === 'GET' || call.method === 'HEAD'),
      isStreamed: call.isStreamed ?? false,
      onRequest: this.#onRequest,
    });
  }
}

/** `isDoubtful`: the other side may speak another protocol. */
type Outcome = ({ readonly answer: Answer } | { readonly thrown: unknown }) & { readonly isDoubtful: boolean };

function settle(outcome: Outcome): Answer {
  if ('answer' in outcome) return outcome.answer;
  throw outcome.thrown;
}

async function nameAsker({ authorizer }: Connection): Promise<Asker> {
  return (await authorizer.hasLogin()) ? 'login' : 'anonymous';
}

/** What a call's errors are to name. */
export function describeCall({ what, registry, access }: Call): Asked {
  return { what, registry, isPush: access === 'push' };
}
