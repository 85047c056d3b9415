import { request, type IncomingMessage, type OutgoingHttpHeaders, type RequestOptions } from 'node:http';

import type { RegistryBackend } from './registry-backend.ts';

/**
 * Asks the registry behind a front a question, over a connection of its own; the body, if any, is what comes in. `gone`
 * ends it, whoever is waiting: one that went away before it was asked has a body that never ends.
 */
export async function askRegistry(
  upstream: RegistryBackend['address'],
  question: Pick<RequestOptions, 'method' | 'path'> & { readonly headers: OutgoingHttpHeaders },
  gone: AbortSignal,
  incoming: IncomingMessage | null = null,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const headers = { ...question.headers, connection: 'close' };
    const outgoing = request({ ...upstream, ...question, headers, agent: false, signal: gone });
    outgoing.on('response', (answer) => {
      // Of this connection, not of the client's.
      delete answer.headers.connection;
      resolve(answer);
    });
    outgoing.on('error', reject);
    if (incoming === null) outgoing.end();
    else incoming.pipe(outgoing);
  });
}
