import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { askRegistry } from './ask-registry.ts';
import { playFault } from './play-fault.ts';
import type { RegistryBackend } from './registry-backend.ts';
import type { FaultHook, LogEntry, RegistryRequest } from './registry-request.ts';
import type { TokenDoor } from './token-door.ts';

/** Where the registry itself listens. */
type Upstream = RegistryBackend['address'];

/** How long a connection that nobody uses is kept. */
const KEPT_MS = 120_000;

export interface RegistryFront {
  readonly port: number;
  readonly requests: () => RegistryRequest[];
  readonly forgetRequests: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * The door of a lab registry: writes the access log, plays the faults that a test asks for, and keeps the registry from
 * a race of its own. Its file store rewrites the link of a blob, a revision or a tag in place, and who reads it in that
 * moment is told that there is none (facts/engine.md). So the front answers an upload of what is there already itself,
 * and lets requests for one repository's manifests through one after the other.
 */
export async function startRegistryFront(
  upstream: Upstream,
  fault: FaultHook,
  door: TokenDoor | null = null,
): Promise<RegistryFront> {
  let log: LogEntry[] = [];
  const stopped = new AbortController();
  const queues = new Map<string, Promise<void>>();

  const server = createServer((incoming, outgoing) => {
    const entry = makeEntry(incoming);
    log.push(entry);
    handle(incoming, outgoing, entry).catch(() => {
      // The one asking went away, or the registry was stopped under it.
      outgoing.destroy();
    });
  });

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse, entry: LogEntry): Promise<void> => {
    const wrong = fault(entry);
    // A turn lasts no longer than the one whose it is.
    const left = new AbortController();
    outgoing.once('close', () => {
      left.abort();
    });
    const gone = AbortSignal.any([stopped.signal, left.signal]);
    if (wrong?.kind === 'delay') await sleep(wrong.delayMs, undefined, { signal: gone });
    if (wrong === null || wrong.kind === 'delay') {
      const refused = door?.answer(incoming, outgoing) ?? null;
      if (refused !== null) {
        entry.status = refused;
        return;
      }
    }
    await inTurn(queues, queueOf(entry), async () => {
      gone.throwIfAborted();
      if (wrong === null || wrong.kind === 'delay') {
        if (await answersUpload(upstream, incoming, outgoing, entry, gone)) return;
        await pass(upstream, incoming, outgoing, entry, gone);
        return;
      }
      await playFault(wrong, async () => await forwardRequest(upstream, incoming, gone), outgoing, entry);
    });
  };

  // Node's 5 s are over while a client on a busy machine reads a large blob, and its upload then meets a closed door.
  server.keepAliveTimeout = KEPT_MS;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the registry front has no port');
  return {
    port: address.port,
    requests: () => log.map((entry) => ({ ...entry })),
    forgetRequests: () => {
      log = [];
    },
    stop: async () => {
      stopped.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function makeEntry(incoming: IncomingMessage): LogEntry {
  const url = new URL(incoming.url ?? '/', 'http://registry');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    hasCredentials: incoming.headers.authorization !== undefined,
    userAgent: incoming.headers['user-agent'] ?? '',
    status: 0,
    bytesOut: 0,
  };
}

/** What a request waits for: others on the same blob's upload, or on the same repository's manifests. */
function queueOf({ method, path, query }: RegistryRequest): string | null {
  const repository = /^\/v2\/(.+)\/manifests\//.exec(path)?.[1];
  if (repository !== undefined) return repository;
  const digest = uploadOf(method, path, query);
  return digest === null ? null : `${digest.repository}@${digest.digest}`;
}

function uploadOf(
  method: string,
  path: string,
  query: Readonly<Record<string, string>>,
): { repository: string; digest: string } | null {
  const repository = /^\/v2\/(.+)\/blobs\/uploads\//.exec(path)?.[1];
  const digest = method === 'PUT' ? query['digest'] : method === 'POST' ? query['mount'] : undefined;
  return repository === undefined || digest === undefined ? null : { repository, digest };
}

async function inTurn(
  queues: Map<string, Promise<void>>,
  queue: string | null,
  work: () => Promise<void>,
): Promise<void> {
  if (queue === null) {
    await work();
    return;
  }
  const before = queues.get(queue) ?? Promise.resolve();
  const mine = before.then(work);
  const settled = mine.catch(() => undefined);
  queues.set(queue, settled);
  await mine;
  if (queues.get(queue) === settled) queues.delete(queue);
}

/** Answers the upload of a blob that its repository has already; false where it has it not. */
async function answersUpload(
  upstream: Upstream,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  entry: LogEntry,
  gone: AbortSignal,
): Promise<boolean> {
  const upload = uploadOf(entry.method, entry.path, entry.query);
  if (upload === null) return false;
  const location = `/v2/${upload.repository}/blobs/${upload.digest}`;
  const { authorization } = incoming.headers;
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await askRegistry(upstream, { method: 'HEAD', path: location, headers }, gone);
  answer.resume();
  if (answer.statusCode !== 200) return false;
  incoming.resume();
  if (!incoming.readableEnded) await once(incoming, 'end', { signal: gone });
  entry.status = 201;
  outgoing.writeHead(201, { location, 'docker-content-digest': upload.digest, 'content-length': '0' });
  outgoing.end();
  return true;
}

/** Hands the request through, and the answer back, as streams. */
async function pass(
  upstream: Upstream,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  entry: LogEntry,
  gone: AbortSignal,
): Promise<void> {
  const answer = await forwardRequest(upstream, incoming, gone);
  // Before the first byte goes out: who has the answer finds it in the log.
  entry.status = answer.statusCode ?? 0;
  outgoing.writeHead(entry.status, answer.headers);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      entry.bytesOut += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(answer, count, outgoing);
}

async function forwardRequest(
  upstream: Upstream,
  incoming: IncomingMessage,
  gone: AbortSignal,
): Promise<IncomingMessage> {
  const { method, url, headers } = incoming;
  // The registry makes the addresses that it gives from the Host that it is asked by.
  return await askRegistry(upstream, { method, path: url, headers }, gone, incoming);
}
