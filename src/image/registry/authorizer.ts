import { PlimsollError } from '../../errors.ts';
import { parseChallenges, type Challenge } from './challenge.ts';
import { formatBasic, type Credential } from './credential.ts';
import type { Answer } from './answer.ts';
import type { TokenRequest } from './token.ts';
import type { Token } from './token.ts';

/** What the registry asked for, once it did. */
type Scheme =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'basic'; readonly header: string }
  | { readonly kind: 'bearer'; readonly request: Omit<TokenRequest, 'scope'> };

/**
 * Who we are to one registry. Nothing is sent before it asks (ECR Public refuses what comes unasked); what it asked for,
 * and the tokens by scope, are kept for the requests that follow.
 */
export class Authorizer {
  readonly #findCredential: () => Promise<Credential | null>;
  readonly #fetchToken: (request: TokenRequest) => Promise<Token>;
  readonly #tokens = new Map<string, Promise<Token>>();
  #credential: Promise<Credential | null> | null = null;
  #scheme: Scheme = { kind: 'unknown' };

  constructor(findCredential: () => Promise<Credential | null>, fetchToken: (request: TokenRequest) => Promise<Token>) {
    this.#findCredential = findCredential;
    this.#fetchToken = fetchToken;
  }

  /** Whether the registry has asked who we are, and Docker keeps a login for it. */
  async hasLogin(): Promise<boolean> {
    return this.#scheme.kind !== 'unknown' && (await this.#credential) !== null;
  }

  /** The value of `Authorization` for a request, as far as it is known. */
  async authorize(scope: string): Promise<string | null> {
    switch (this.#scheme.kind) {
      case 'unknown':
        return null;
      case 'basic':
        return this.#scheme.header;
      case 'bearer':
        return await this.#bearer(this.#scheme.request, scope);
    }
  }

  /**
   * What to say to a 401; `null` where there is no answer but the one that was `refused`. Throws `REGISTRY_DENIED`,
   * `CREDENTIALS_INVALID`.
   */
  async answer(unauthorized: Answer, scope: string, refused: string | null): Promise<string | null> {
    const challenges = parseChallenges(unauthorized.headers['www-authenticate'] ?? '');
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer !== undefined) return await this.#answerBearer(bearer, unauthorized, scope, refused);
    if (!challenges.some(({ scheme }) => scheme === 'basic')) return null;
    const credential = await this.#findOnce();
    const header = credential === null ? null : formatBasic(credential);
    if (header === null || header === refused) return null;
    this.#scheme = { kind: 'basic', header };
    return header;
  }

  async #answerBearer(
    challenge: Challenge,
    { url, network }: Answer,
    scope: string,
    refused: string | null,
  ): Promise<string> {
    const request = {
      realm: readRealm(challenge, url),
      service: challenge.parameters.get('service') ?? null,
      credential: await this.#findOnce(),
      registry: { url, network },
    };
    this.#scheme = { kind: 'bearer', request };
    const kept = this.#tokens.get(scope);
    const isRefused = kept !== undefined && `Bearer ${(await kept).value}` === refused;
    // Another request may have put a new one in its place meanwhile.
    if (isRefused && this.#tokens.get(scope) === kept) this.#tokens.delete(scope);
    return await this.#bearer(request, scope);
  }

  async #bearer(request: Omit<TokenRequest, 'scope'>, scope: string): Promise<string> {
    let token = this.#tokens.get(scope);
    if (token !== undefined && (await token).expiresAtMs <= Date.now()) token = undefined;
    if (token === undefined) {
      token = this.#fetchToken({ ...request, scope });
      this.#tokens.set(scope, token);
      // Those who wait for it hear of its failure; the next one asks anew.
      token.catch(() => this.#tokens.delete(scope));
    }
    return `Bearer ${(await token).value}`;
  }

  async #findOnce(): Promise<Credential | null> {
    this.#credential ??= this.#findCredential();
    return await this.#credential;
  }
}

function readRealm({ parameters }: Challenge, registry: URL): URL {
  const realm = parameters.get('realm') ?? '';
  if (!URL.canParse(realm)) {
    throw new PlimsollError('REGISTRY_INVALID', `${registry.host} names no token service that is a URL`);
  }
  const url = new URL(realm);
  // Its own credential is none of ours.
  url.username = '';
  url.password = '';
  return url;
}
