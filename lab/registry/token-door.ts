import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface TokenDoorOptions {
  readonly username: string;
  readonly password: string;
  /** Whether anybody may have a token to pull, as for a public package. */
  readonly isPublic: boolean;
}

/** Keeps a registry closed the way ghcr.io does: a Bearer token per scope, from a token endpoint of its own. */
export interface TokenDoor {
  /** Answers the token endpoint and whoever comes without the right token; gives the status, null where it lets in. */
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => number | null;
}

type Action = 'pull' | 'push' | 'delete';

const ACTIONS: Readonly<Record<string, Action>> = { GET: 'pull', HEAD: 'pull', DELETE: 'delete' };

/** The distribution spec's token flow (GET only: Docker's OAuth2 POST is answered 404, as by who has none). */
export function makeTokenDoor(options: TokenDoorOptions): TokenDoor {
  const granted = new Map<string, ReadonlySet<string>>();
  const basic = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;

  const giveToken = (scopes: readonly string[], authorization: string | undefined): string | null => {
    if (authorization !== undefined && authorization !== basic) return null;
    const isKnown = authorization !== undefined;
    if (!isKnown && !options.isPublic) return null;
    const rights = scopes.flatMap((scope) => {
      const [, repository = '', actions = ''] = /^repository:(.+):([\w,*]+)$/.exec(scope) ?? [];
      return actions
        .split(',')
        .filter((action) => isKnown || action === 'pull')
        .map((action) => `${repository}:${action}`);
    });
    const token = randomUUID();
    granted.set(token, new Set(rights));
    return token;
  };

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): number | null => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'registry'}`);
    const { authorization } = incoming.headers;
    if (url.pathname === '/token') {
      if (incoming.method !== 'GET') return send(incoming, outgoing, 404, {});
      const token = giveToken(
        url.searchParams.getAll('scope').flatMap((scope) => scope.split(' ')),
        authorization,
      );
      if (token === null) return send(incoming, outgoing, 401, { errors: [{ code: 'UNAUTHORIZED' }] });
      return send(incoming, outgoing, 200, { token, expires_in: 300 });
    }
    const repository = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(url.pathname)?.[1];
    const action = ACTIONS[incoming.method ?? ''] ?? 'push';
    const rights = granted.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    if (rights !== undefined && (repository === undefined || rights.has(`${repository}:${action}`))) return null;
    const wanted = action === 'push' ? 'pull,push' : action;
    const scope = repository === undefined ? '' : `,scope="repository:${repository}:${wanted}"`;
    outgoing.setHeader('www-authenticate', `Bearer realm="${url.origin}/token",service="lab"${scope}`);
    return send(incoming, outgoing, 401, { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] });
  };
  return { answer };
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, status: number, body: unknown): number {
  incoming.resume();
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
  return status;
}
