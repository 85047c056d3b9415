import { PlimsollError } from '../../errors.ts';
import { digestOf } from '../digest-of.ts';
import { isDigest, type Digest } from '../digest.ts';
import { LIMITS } from '../limits.ts';
import { ACCEPTED_MANIFESTS } from '../media-type.ts';
import { formatReference, type Reference } from '../reference.ts';
import type { ManifestBytes } from '../source.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer, isAbsent } from './registry-failure.ts';

/**
 * A manifest or index by tag or digest, checked against the digest asked for or, by tag, the one that the registry
 * states. `null`: there is none. Throws `REGISTRY_*`, `CREDENTIALS_INVALID`, `LIMIT_EXCEEDED`.
 */
export async function fetchManifest(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  target: { readonly tag: string } | { readonly digest: Digest },
): Promise<ManifestBytes | null> {
  const [tag, digest] = 'tag' in target ? [target.tag, null] : [null, target.digest];
  const call: Call = {
    method: 'GET',
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag ?? digest}`,
    what: formatReference({ registry, repository, tag, digest }),
    access: 'pull',
    headers: { accept: ACCEPTED_MANIFESTS },
    maxBytes: LIMITS.manifestBytes,
  };
  const answer = await client.fetch(call);
  if (isAbsent(answer)) return null;
  if (answer.status !== 200) throw explainAnswer(answer, describeCall(call));

  const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType === 'text/html') {
    throw new PlimsollError('REGISTRY_INVALID', `${call.what}: ${answer.url.host} answers with a web page`, {
      hint: 'Is this the host of a registry? A page to log in at, of a proxy for example, may stand in between.',
    });
  }
  const stated = answer.headers['docker-content-digest'];
  const expected = digest ?? (typeof stated === 'string' && isDigest(stated) ? stated : null);
  const actual = digestOf(answer.bytes, expected ?? undefined);
  if (expected !== null && actual !== expected) {
    const why = `${answer.url.host} sends other bytes than those of ${expected}`;
    throw new PlimsollError('REGISTRY_INVALID', `${call.what}: ${why}`, {
      hint: 'A proxy in between may have changed them; try again.',
    });
  }
  return { mediaType, digest: actual, bytes: answer.bytes };
}
