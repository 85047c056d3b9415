import { isDigest, type Digest } from '../digest.ts';
import { ACCEPTED_MANIFESTS } from '../media-type.ts';
import { formatReference, type Reference } from '../reference.ts';
import { fetchManifest } from './fetch-manifest.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer, isAbsent } from './registry-failure.ts';

/**
 * What a tag points at, by HEAD, or by the bytes where the registry does not state it. `null`: there is no such tag.
 * Throws `REGISTRY_*`, `CREDENTIALS_INVALID`.
 */
export async function fetchDigest(
  client: RegistryClient,
  reference: Pick<Reference, 'registry' | 'repository'> & { readonly tag: string },
): Promise<Digest | null> {
  const { registry, repository, tag } = reference;
  const call: Call = {
    method: 'HEAD',
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag}`,
    what: formatReference({ registry, repository, tag, digest: null }),
    access: 'pull',
    headers: { accept: ACCEPTED_MANIFESTS },
  };
  const answer = await client.fetch(call);
  if (isAbsent(answer)) return null;
  const stated = answer.headers['docker-content-digest'];
  if (answer.status === 200 && typeof stated === 'string' && isDigest(stated)) return stated;
  if (answer.status !== 200 && answer.status !== 405) throw explainAnswer(answer, describeCall(call));
  return (await fetchManifest(client, reference, { tag }))?.digest ?? null;
}
