import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Answer, Asker } from './answer.ts';
import type { Network } from './network.ts';
import type { HttpRequest, HttpResponse, Transport } from './transport.ts';

/** One request to a registry, and where it may lead. */
export interface Exchange {
  readonly method: HttpRequest['method'];
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Value of `Authorization`; goes to the URL's own origin and nowhere else. */
  readonly authorization: string | null;
  readonly asker: Asker;
  readonly body?: Uint8Array;
  /** What is taken of a success; more is `LIMIT_EXCEEDED`. */
  readonly maxBytes: number;
  readonly followsRedirects: boolean;
  /** Whether a success is handed on as it comes. */
  readonly isStreamed?: boolean;
  /** Where `url` may be: `null` for what the user named. A redirect from there may lead to the public and to the kind of network that answered. */
  readonly networks: readonly Network[] | null;
  readonly onRequest: (method: string, url: URL) => void;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request, follows redirects and reads the answer to its end. A redirect loses the credential where the origin
 * changes, is not followed from https to http, nor to a network that the registry is not on itself. Throws what Node
 * throws, `CutBody`, `LIMIT_EXCEEDED`, `REGISTRY_INVALID`, `REGISTRY_DENIED`.
 */
export async function exchange(transport: Transport, first: Exchange): Promise<Answer> {
  let { url, authorization, asker, networks } = first;
  for (let hops = 0; ; hops += 1) {
    first.onRequest(first.method, url);
    const response = await transport.send({
      method: first.method,
      url,
      // Digests are of bytes as they are stored: nothing in between may pack them.
      headers: {
        'accept-encoding': 'identity',
        ...first.headers,
        ...(authorization === null ? {} : { authorization }),
      },
      ...(first.body === undefined ? {} : { body: first.body }),
      networks,
      isEndless: first.isStreamed ?? false,
    });
    const { location } = response.headers;
    if (!first.followsRedirects || !REDIRECTS.has(response.status) || location === undefined) {
      return await readAnswer(response, { ...first, asker }, url);
    }
    response.body.destroy();
    if (hops === LIMITS.redirects)
      throw refuse(`${url.host} redirects more than ${LIMITS.redirects} times`, NO_REGISTRY);
    const next = readLocation(location, url);
    if (next.origin !== url.origin) {
      authorization = null;
      asker = 'redirected';
      networks = allowedFrom(networks, response.network());
    }
    url = next;
  }
}

/** Where a server on a network may send us: out to the public, and to its own kind. */
export function allowedFrom(networks: readonly Network[] | null, network: Network): readonly Network[] {
  // A redirect's target cannot widen what its source was allowed.
  if (networks !== null) return networks;
  return network === 'public' ? ['public'] : ['public', network];
}

/** A `Location`, relative or absolute. Throws `REGISTRY_INVALID` where it must not be followed. */
export function readLocation(location: string, base: URL): URL {
  if (!URL.canParse(location, base.href)) throw refuse(`${base.host} redirects to what is no URL`);
  const url = new URL(location, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(`${base.host} redirects to ${url.protocol}`);
  // Plain to plain is loopback to loopback, or what the user asked for: the networks see to that.
  if (url.protocol === 'http:' && base.protocol === 'https:') {
    throw refuse(`${base.host} redirects from https to http`, ENDED_TLS);
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** The connection ended before the body did. */
export class CutBody extends Error {}

async function readAnswer(
  response: HttpResponse,
  { method, maxBytes, isStreamed = false, asker }: Exchange,
  url: URL,
): Promise<Answer> {
  const { status, headers, body, network } = response;
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && isStreamed) return { status, headers, bytes: NOTHING, stream: body, url, network, asker };
  const limit = isSuccess ? maxBytes : LIMITS.answerBytes;
  const chunks: Buffer[] = [];
  let length = 0;
  if (method === 'HEAD') body.resume();
  else {
    if (isSuccess && Number(headers['content-length']) > limit) throw tooLarge(body, url, limit);
    try {
      for await (const chunk of body) {
        if (!Buffer.isBuffer(chunk)) continue;
        length += chunk.length;
        if (length <= limit) chunks.push(chunk);
        else if (isSuccess) throw tooLarge(body, url, limit);
        else break;
      }
    } catch (error) {
      if (error instanceof PlimsollError) throw error;
      throw new CutBody('the answer was cut', { cause: error });
    }
  }
  return { status, headers, bytes: Buffer.concat(chunks), stream: null, url, network, asker };
}

const NOTHING = new Uint8Array();

function tooLarge(body: HttpResponse['body'], url: URL, limit: number): PlimsollError {
  body.destroy();
  return new PlimsollError('LIMIT_EXCEEDED', `${url.host} sends more than ${limit} bytes for ${url.pathname}`);
}

const ENDED_TLS =
  'A registry behind a proxy that ends TLS has to be told so: let the proxy send it "X-Forwarded-Proto: https".';

const NO_REGISTRY =
  'Is this the host of a registry? A page to log in at, of a proxy for example, may stand in between.';

function refuse(why: string, hint = ''): PlimsollError {
  return new PlimsollError('REGISTRY_INVALID', `${why}: not followed`, { hint });
}
