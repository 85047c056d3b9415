import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

/** One request, as a vendor's own servers see it. */
export interface KindRequest {
  readonly method: string;
  /** `ghcr.io`, or another host of the vendor's. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  readonly body: Buffer;
}

/** What a vendor answers; `pass`: the real registry's own answer, of this path where one is given. */
export type KindAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: OutgoingHttpHeaders;
      readonly body?: unknown;
    }
  | { readonly kind: 'pass'; readonly path?: string; readonly edit?: (headers: OutgoingHttpHeaders) => void };

export interface Login {
  readonly username: string;
  readonly password: string;
}

type Answer = Extract<KindAnswer, { kind: 'answer' }>;

/** What the stand-ins for vendors' registries are put together from: each answers what it knows. */
export type Rule = (request: KindRequest) => KindAnswer | null;

const PASS: KindAnswer = { kind: 'pass' };

export function refuse(status: number, code: string, message: string, headers: Answer['headers'] = {}): Answer {
  return { kind: 'answer', status, headers, body: { errors: [{ code, message }] } };
}

/** The first rule that has an answer; else the real registry has. */
export function answerInOrder(rules: readonly Rule[]): (request: KindRequest) => KindAnswer {
  return (request) => {
    for (const rule of rules) {
      const answer = rule(request);
      if (answer !== null) return answer;
    }
    return PASS;
  };
}

export function repositoryOf({ path }: KindRequest): string | null {
  return /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(path)?.[1] ?? null;
}

export function isPush({ method }: KindRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

export function formatBasic({ username, password }: Login): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

interface BearerOptions {
  /** The vendor's registry host. */
  readonly host: string;
  readonly realm: string;
  readonly service: string;
  /** Whether a request to the token service comes from somebody known; an answer refuses it. */
  readonly logIn: (request: KindRequest) => boolean | Answer;
  /** What a token is given in. */
  readonly formatToken: (token: string) => object;
  /** Of a repository, whether it can be read and written by who is known. Default: all. */
  readonly mayUse?: (repository: string) => boolean;
  /** Of the challenge: what comes after realm and service. Default: the scope. */
  readonly challenge?: (scope: string) => string;
  readonly more?: readonly string[];
}

/** A token for each scope, from a token service (distribution's docs, spec/auth/token.md). */
export function bearer(options: BearerOptions): Rule {
  const granted = new Map<string, ReadonlySet<string>>();
  const realm = new URL(options.realm);
  const give = (scopes: readonly string[]): string => {
    const rights = scopes.flatMap((scope) => {
      const [, repository = '', actions = ''] = /^repository:(.+):([\w,*]+)$/.exec(scope) ?? [];
      const isOpen = options.mayUse?.(repository) ?? true;
      return isOpen ? actions.split(',').map((action) => `${repository}:${action}`) : [];
    });
    const token = `token-${randomUUID()}`;
    granted.set(token, new Set(rights));
    return token;
  };
  return (request) => {
    const { host, path, query, authorization, body } = request;
    if (host === realm.host && path === realm.pathname) {
      const known = options.logIn(request);
      if (known !== true) return known === false ? refuse(401, 'UNAUTHORIZED', 'authentication required') : known;
      const form = new URLSearchParams(body.toString());
      const scopes = [...query.getAll('scope'), ...form.getAll('scope')].flatMap((scope) => scope.split(' '));
      return { kind: 'answer', status: 200, body: options.formatToken(give(scopes)) };
    }
    if (host !== options.host) return null;
    const repository = repositoryOf(request);
    const action = isPush(request) ? 'push' : 'pull';
    const rights = granted.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    if (rights !== undefined && (repository === null || rights.has(`${repository}:${action}`))) return null;
    const scope = repository === null ? '' : `repository:${repository}:${action === 'push' ? 'pull,push' : 'pull'}`;
    const error = rights === undefined ? '' : ',error="insufficient_scope"';
    const asked = options.challenge?.(scope) ?? `,scope="${scope}"`;
    const challenge = `Bearer realm="${options.realm}",service="${options.service}"${asked}${error}`;
    return refuse(401, 'UNAUTHORIZED', 'access to the requested resource is not authorized', {
      'www-authenticate': [challenge, ...(options.more ?? [])],
    });
  };
}

/** Blobs lie in a store that takes a signed address and refuses who shows it another login, as S3 and Azure's do. */
export function blobsAt(host: string, store: string): Rule {
  const signed = new Map<string, string>();
  return (request) => {
    if (request.host === store) {
      if (request.authorization !== null) {
        return refuse(400, 'InvalidArgument', 'Only one auth mechanism allowed');
      }
      const path = signed.get(request.path);
      return path === undefined ? refuse(403, 'AccessDenied', 'Access Denied') : { kind: 'pass', path };
    }
    const isBlob = request.host === host && request.path.includes('/blobs/sha256:') && request.method === 'GET';
    if (!isBlob) return null;
    const address = `/${randomUUID()}`;
    signed.set(address, request.path);
    const location = `https://${store}${address}?sig=${randomUUID()}`;
    return { kind: 'answer', status: 307, headers: { location } };
  };
}

/** Tags that are written once: `refusal` is how the vendor says so. A second writing of the same is refused, too. */
export function immutableTags(refusal: (repository: string, tag: string) => Answer): Rule {
  const written = new Set<string>();
  return (request) => {
    const [, repository = '', tag] = /^\/v2\/(.+)\/manifests\/([\w.-]+)$/.exec(request.path) ?? [];
    if (request.method !== 'PUT' || tag === undefined) return null;
    const name = `${repository}:${tag}`;
    if (written.has(name)) return refusal(repository, tag);
    written.add(name);
    return null;
  };
}

export function logInWith(login: Login): (request: KindRequest) => boolean {
  return ({ authorization }) => authorization === formatBasic(login);
}
