import { setTimeout as sleep } from 'node:timers/promises';
import { PlimsollError } from '../../errors.ts';
import { digestOf } from '../digest-of.ts';
import type { Digest } from '../digest.ts';
import type { Reference } from '../reference.ts';
import type { Answer } from './answer.ts';
import { readLocation } from './exchange.ts';
import { hasBlob } from './has-blob.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer } from './registry-failure.ts';
import { retryDelayMs } from './retry.ts';

/**
 * Puts a small blob into a repository, whole, unless it is there (OCI distribution spec, "POST then PUT"). Throws
 * `REGISTRY_*`, `CREDENTIALS_INVALID`.
 */
export async function pushBlob(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  bytes: Uint8Array,
): Promise<{ digest: Digest; size: number }> {
  const digest = digestOf(bytes);
  const common = { registry, repository, what: `${registry}/${repository}, blob ${digest}`, access: 'push' } as const;
  for (let attempt = 1; ; attempt += 1) {
    if (await hasBlob(client, { registry, repository }, digest)) return { digest, size: bytes.length };
    const post: Call = { ...common, method: 'POST', path: `/v2/${repository}/blobs/uploads/` };
    const session = await client.fetch(post);
    if (session.status !== 202) throw explainAnswer(session, describeCall(post));
    const put: Call = {
      ...common,
      method: 'PUT',
      path: locate(session, digest, common.what),
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      isRepeatable: false,
    };
    const outcome = await tryOnce(client, put);
    if (!(outcome instanceof PlimsollError) && isStored(outcome)) return { digest, size: bytes.length };
    const failure = outcome instanceof PlimsollError ? outcome : explainAnswer(outcome, describeCall(put));
    const retryAfter = outcome instanceof PlimsollError ? undefined : outcome.headers['retry-after'];
    const delayMs = retryDelayMs(client.policy, attempt, retryAfter, Date.now(), Math.random());
    if (delayMs === null || !PASSING.has(failure.code)) throw failure;
    await sleep(delayMs);
  }
}

/** A session that one of these ended is begun anew; the blob may have arrived all the same. */
const PASSING: ReadonlySet<string> = new Set<PlimsollError['code']>([
  'REGISTRY_UNREACHABLE',
  'REGISTRY_INVALID',
  'REGISTRY_FAILED',
  'REGISTRY_RATE_LIMITED',
  'REGISTRY_NOT_FOUND',
]);

async function tryOnce(client: RegistryClient, put: Call): Promise<Answer | PlimsollError> {
  try {
    return await client.fetch(put);
  } catch (error) {
    if (error instanceof PlimsollError) return error;
    throw error;
  }
}

function isStored({ status }: Answer): boolean {
  return status === 201 || status === 204;
}

/** Where the session is, with what is put there; its query is the registry's own and stays as it is. */
function locate(session: Answer, digest: Digest, what: string): URL {
  const { location } = session.headers;
  if (location === undefined) {
    throw new PlimsollError('REGISTRY_INVALID', `${what}: ${session.url.host} opened an upload and does not say where`);
  }
  const url = readLocation(location, session.url);
  url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
  return url;
}
