import * as v from 'valibot';
import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { formatBasic, type Credential } from './credential.ts';
import { allowedFrom, exchange } from './exchange.ts';
import { networkOfHost, type Network } from './network.ts';
import { describeAnswer } from './describe-answer.ts';
import { describeAsker, explainThrown, hintDenied } from './registry-failure.ts';
import { retry, type RetryPolicy } from './retry.ts';
import type { Answer, Asker } from './answer.ts';
import type { Transport } from './transport.ts';

export interface Token {
  readonly value: string;
  /** By the clock of `Date.now`. */
  readonly expiresAtMs: number;
}

/** What a bearer token is asked for with (distribution's docs, spec/auth/token.md and oauth.md). */
export interface TokenRequest {
  readonly realm: URL;
  readonly service: string | null;
  readonly scope: string;
  readonly credential: Credential | null;
  /** Who named the realm. */
  readonly registry: { readonly url: URL; readonly network: () => Network };
}

export interface TokenOptions {
  /** As references name it. */
  readonly registry: string;
  readonly transport: Transport;
  readonly policy: RetryPolicy;
  readonly userAgent: string;
  readonly onRequest: (method: string, url: URL) => void;
}

const Text = v.nullish(v.string());
const AnswerSchema = v.object({ token: Text, access_token: Text, expires_in: v.nullish(v.number()) });

/** Where a token's answer says nothing of its life: the specification's own words. */
const LIFE_S = 60;

/** Throws `REGISTRY_DENIED`, `REGISTRY_INVALID`, `REGISTRY_FAILED`, `REGISTRY_RATE_LIMITED`, `REGISTRY_UNREACHABLE`. */
export async function fetchToken(options: TokenOptions, request: TokenRequest): Promise<Token> {
  const { realm, registry } = request;
  checkRealm(realm, registry.url);
  const askedMs = Date.now();
  let answer: Answer;
  try {
    answer = await retry(options.policy, async () => await ask(options, request));
  } catch (error) {
    const asked = { what: `the token service of ${options.registry}`, registry: realm.host, isPush: false };
    throw explainThrown(error, asked);
  }
  if (answer.status !== 200) throw refuse(answer, request, options.registry);
  return readToken(answer, askedMs);
}

function checkRealm(realm: URL, registry: URL): void {
  const isPlain = realm.protocol === 'http:' && registry.protocol === 'http:';
  // Over plain http only where the registry is: on this machine, or where the user said so.
  const mayBePlain = networkOfHost(realm.hostname) === 'loopback' || realm.hostname === registry.hostname;
  if (realm.protocol === 'https:' || (isPlain && mayBePlain)) return;
  throw new PlimsollError(
    'REGISTRY_INVALID',
    `${registry.host} sends us to a token service at ${realm.protocol}//${realm.host}, which is not https: not followed`,
    { hint: "Let the registry's configuration name its token service by https." },
  );
}

async function ask(options: TokenOptions, request: TokenRequest): Promise<Answer> {
  const { realm, service, scope, credential, registry } = request;
  const parameters = new URLSearchParams();
  if (service !== null) parameters.set('service', service);
  parameters.set('scope', scope);
  const asker: Asker = credential === null ? 'anonymous' : 'login';
  const common = {
    authorization: null,
    asker,
    maxBytes: LIMITS.answerBytes,
    // Whoever answers here gets the password: a redirect does not.
    followsRedirects: false,
    networks: realm.origin === registry.url.origin ? null : allowedFrom(null, registry.network()),
    onRequest: options.onRequest,
  };
  const headers = { 'user-agent': options.userAgent, accept: 'application/json' };
  const url = new URL(realm);
  if (credential?.kind === 'identity-token') {
    parameters.set('grant_type', 'refresh_token');
    parameters.set('client_id', 'plimsoll');
    parameters.set('refresh_token', credential.token);
    return await exchange(options.transport, {
      ...common,
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(parameters.toString()),
    });
  }
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  const authorization = credential === null ? null : formatBasic(credential);
  return await exchange(options.transport, { ...common, method: 'GET', url, headers, authorization });
}

function readToken({ bytes, url }: Answer, askedMs: number): Token {
  const result = v.safeParse(AnswerSchema, parse(bytes));
  const value = result.success ? result.output.token || result.output.access_token : undefined;
  // RFC 6750's characters: what else goes into a header line is not a token.
  if (!value || value.length > LIMITS.tokenBytes || !/^[\w.~+/=-]+$/.test(value)) {
    throw new PlimsollError('REGISTRY_INVALID', `${url.host} gave no token that can be used`);
  }
  const stated = result.success ? result.output.expires_in : null;
  const lifeMs = (stated && stated > 0 ? stated : LIFE_S) * 1000;
  // A tenth before its end, so that it does not end on the way.
  return { value, expiresAtMs: askedMs + lifeMs * 0.9 };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

function refuse(answer: Answer, { realm, scope }: TokenRequest, registry: string): PlimsollError {
  const what = `the token service of ${registry}${realm.host === registry ? '' : `, ${realm.host},`}`;
  if (answer.status < 500 && answer.status !== 429) {
    const { asker } = answer;
    return new PlimsollError(
      'REGISTRY_DENIED',
      `${what} refused access${describeAsker(asker)}: ${describeAnswer(answer)}`,
      { hint: hintDenied(registry, scope.endsWith(',push'), asker) },
    );
  }
  const code = answer.status === 429 ? 'REGISTRY_RATE_LIMITED' : 'REGISTRY_FAILED';
  return new PlimsollError(code, `${what} gives no token: ${describeAnswer(answer)}`, { hint: 'Try again later.' });
}
