import { request, type IncomingMessage, type OutgoingHttpHeaders, type RequestOptions } from 'node:http';

import type { RegistryBackend } from './registry-backend.ts';

/**
 * Asks the registry behind a front a question, over a connection of its own; the body, if any, is what comes in, or bytes. `gone`
 * ends it, whoever is waiting: one that went away before it was asked has a body that never ends.
 */
export async function askRegistry(
  upstream: RegistryBackend['address'],
  question: Pick<RequestOptions, 'method' | 'path'> & { readonly headers: OutgoingHttpHeaders },
  gone: AbortSignal,
  body: IncomingMessage | Buffer | null = null,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    // Not "close": then the other side may be gone while the end of a body is still being written (EPIPE).
    const headers = { ...question.headers, connection: 'keep-alive' };
    const outgoing = request({ ...upstream, ...question, headers, agent: false, signal: gone });
    outgoing.on('response', (answer) => {
      // Of this connection, not of the client's.
      delete answer.headers.connection;
      resolve(answer);
    });
    outgoing.on('error', reject);
    if (body === null || Buffer.isBuffer(body)) outgoing.end(body ?? undefined);
    else body.pipe(outgoing);
  });
}
