import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { askRegistry } from './ask-registry.ts';
import { answerInOrder, type Login, type Rule } from './kind-rules.ts';
import type { Certificate } from './make-certificate.ts';
import type { Registry } from './registry.ts';
import { stopOnce } from '../machine/stop-once.ts';

/** How one vendor's registry differs from the others, by its documentation. */
export interface RegistryKind {
  /** As in a reference, without tag. */
  readonly image: string;
  /** The repository's name on the wire. */
  readonly repository: string;
  readonly hasReferrers: boolean;
  readonly login: Login;
  /** That it is made of: the registry's own first, and last the one that blobs lie at. */
  readonly hosts: readonly [string, ...string[]];
  readonly rules: (own: { readonly host: string; readonly store: string; readonly login: Login }) => readonly Rule[];
}

/** One request in the access log. */
export interface KindLogEntry {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** `Basic`, `Bearer`; empty without one. */
  readonly scheme: string;
  /** All of its text, so that a test can look for what must not be in it. */
  readonly text: string;
  readonly status: number;
}

export interface PlayedKind {
  /** What HTTPS_PROXY is to be: all hosts of the vendor are behind it, under their own names. */
  readonly proxy: string;
  readonly requests: () => readonly KindLogEntry[];
  readonly forgetRequests: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Plays a vendor's registry over https under its real host names, behind a proxy of its own, in front of a real one that
 * is open. Hosts that the vendor has not are not reached.
 */
export async function playRegistryKind(
  { hosts, login, rules }: RegistryKind,
  registry: Registry,
  { certificate, key }: Certificate,
): Promise<PlayedKind> {
  let log: KindLogEntry[] = [];
  const [host] = hosts;
  const answerTo = answerInOrder(rules({ host, store: hosts.at(-1) ?? host, login }));
  const upstream = { host: '127.0.0.1', port: Number(new URL(registry.url).port) };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const { headers, method = 'GET' } = incoming;
    const asked = headers.host ?? '';
    const url = new URL(incoming.url ?? '/', `https://${asked}`);
    const authorization = headers.authorization ?? null;
    const request = { method, host: asked, path: url.pathname, query: url.searchParams, authorization, body };
    const answer = answerTo(request);
    const note = (status: number): void => {
      log.push({
        ...{ method, host: asked, path: url.pathname, query: url.search, status },
        scheme: authorization?.split(' ')[0] ?? '',
        text: `${url.href}\n${JSON.stringify(headers)}\n${body.toString()}`,
      });
    };
    if (answer.kind === 'answer') {
      note(answer.status);
      outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      outgoing.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
      return;
    }
    const passed: OutgoingHttpHeaders = { ...headers, 'x-forwarded-proto': 'https' };
    delete passed.authorization;
    const real = await askRegistry(
      upstream,
      {
        method,
        path: answer.path ?? `${url.pathname}${url.search}`,
        headers: passed,
      },
      AbortSignal.any([]),
      body,
    );
    const edited: OutgoingHttpHeaders = { ...real.headers };
    answer.edit?.(edited);
    note(real.statusCode ?? 0);
    outgoing.writeHead(real.statusCode ?? 0, edited);
    await pipeline(real, outgoing);
  };

  const secure = createSecureServer({ cert: certificate, key }, (incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => {
      outgoing.destroy();
    });
  });
  const sockets = new Set<Socket>();
  const proxy = createServer();
  proxy.on('connect', ({ url }: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (!hosts.some((known) => url === `${known}:443`)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    secure.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    proxy: `http://127.0.0.1:${address.port}`,
    requests: () => [...log],
    forgetRequests: () => {
      log = [];
    },
    stop: stopOnce(async () => {
      for (const socket of sockets) socket.destroy();
      const closed = once(proxy, 'close');
      proxy.close();
      proxy.closeAllConnections();
      await closed;
    }),
  };
}
