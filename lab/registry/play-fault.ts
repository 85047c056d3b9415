import type { IncomingMessage, ServerResponse } from 'node:http';

import { assertNever } from '../../src/errors.ts';
import type { Fault, LogEntry } from './registry-request.ts';

/** Does to an answer what a fault says; `askReal` gets the registry's own. */
export async function playFault(
  fault: Exclude<Fault, { kind: 'delay' }>,
  askReal: () => Promise<IncomingMessage>,
  outgoing: ServerResponse,
  entry: LogEntry,
): Promise<void> {
  switch (fault.kind) {
    case 'drop':
      outgoing.destroy();
      return;
    case 'answer':
      entry.status = fault.status;
      outgoing.writeHead(fault.status, fault.headers);
      sendBody(fault.body ?? '', outgoing, entry);
      return;
    case 'cut':
    case 'lie': {
      const answer = await askReal();
      const chunks: Buffer[] = [];
      for await (const chunk of answer) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      // The length that is said is the real one, also where the registry sent chunks.
      const headers = { ...answer.headers, 'content-length': String(body.length) };
      delete headers['transfer-encoding'];
      entry.status = answer.statusCode ?? 0;
      if (entry.method === 'HEAD') {
        outgoing.writeHead(entry.status, answer.headers).end();
        return;
      }
      if (fault.kind === 'lie') {
        const lie = Buffer.from(fault.body(body));
        outgoing.writeHead(entry.status, { ...headers, 'content-length': lie.length });
        sendBody(lie, outgoing, entry);
        return;
      }
      outgoing.writeHead(entry.status, headers);
      entry.bytesOut = Math.min(fault.afterBytes, body.length);
      outgoing.write(body.subarray(0, fault.afterBytes), () => outgoing.destroy());
      return;
    }
    default:
      assertNever(fault);
  }
}

function sendBody(body: string | Uint8Array, outgoing: ServerResponse, entry: LogEntry): void {
  entry.bytesOut = entry.method === 'HEAD' ? 0 : Buffer.byteLength(body);
  outgoing.end(body);
}
