import type { IncomingHttpHeaders } from 'node:http';
import type { Network } from './network.ts';

/** A whole answer to one request, redirects followed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of an answer that is no success, only the beginning. */
  readonly bytes: Uint8Array;
  /** Of a success that was asked for as a stream: in place of `bytes`; must be read to its end or left. */
  readonly stream: AsyncIterable<Uint8Array> | null;
  /** Who gave it in the end. */
  readonly url: URL;
  readonly network: () => Network;
  readonly asker: Asker;
}

/**
 * Who asked: nobody that is known, or the login that Docker keeps for the registry. `redirected`: the registry led to
 * another host, which is told of no login.
 */
export type Asker = 'anonymous' | 'login' | 'redirected';
