import { request, type IncomingMessage, type RequestOptions } from 'node:http';

import type { RegistryBackend } from './registry-backend.ts';

/** Asks the registry behind a front a question without a body. */
export async function askRegistry(
  upstream: RegistryBackend['address'],
  question: Pick<RequestOptions, 'method' | 'path' | 'headers'>,
  incoming: IncomingMessage | null = null,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const outgoing = request({ ...upstream, ...question });
    outgoing.on('response', resolve);
    outgoing.on('error', reject);
    if (incoming === null) {
      outgoing.end();
      return;
    }
    // Who goes away in the middle of an upload: otherwise the registry, and all that wait in turn, would wait for the rest.
    incoming.on('close', () => {
      if (!incoming.complete) outgoing.destroy(new Error('the client went away'));
    });
    incoming.pipe(outgoing);
  });
}
