import type { IncomingHttpHeaders } from 'node:http';
import type { Network } from './network.ts';

/** A whole answer to one request, redirects followed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of an answer that is no success, only the beginning. */
  readonly bytes: Uint8Array;
  /** Who gave it in the end. */
  readonly url: URL;
  readonly network: () => Network;
}
