import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackRequest {
  method: string;
  /** With the query. */
  path: string;
  authorization: string | null;
  body: string;
}

export interface LoopbackAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, text as it is. */
  body?: unknown;
  /** The connection ends in the middle of the body. */
  isCut?: boolean;
}

export interface LoopbackGitHub {
  url: string;
  requests: LoopbackRequest[];
  stop(): Promise<void>;
}

/** A server that answers each request as `answer` says; `null`: never. */
export async function startLoopbackGitHub(
  answer: (request: LoopbackRequest, index: number) => LoopbackAnswer | null,
): Promise<LoopbackGitHub> {
  const requests: LoopbackRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received: LoopbackRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? null,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(received);
      const answered = answer(received, requests.length - 1);
      if (answered === null) return;
      const { status = 200, headers = {}, body = {}, isCut = false } = answered;
      const text = status === 204 ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      if (!isCut) response.end(text);
      else response.write(text.slice(0, -2), () => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
