import { PlimsollError } from '../../errors.ts';
import { digestOf } from '../digest-of.ts';
import type { Digest } from '../digest.ts';
import { formatReference, type Reference } from '../reference.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer } from './registry-failure.ts';

/** A manifest that is to be pushed; what it names is in the repository already. */
export interface PushedManifest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** `null`: by its digest alone. */
  readonly tag: string | null;
}

/**
 * Puts a manifest into a repository. `knowsSubject`: the registry has taken its `subject` into the Referrers API
 * (`OCI-Subject`; OCI distribution spec, "Pushing Manifests with Subject"). Throws `REGISTRY_*`, `CREDENTIALS_INVALID`.
 */
export async function pushManifest(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  { mediaType, bytes, tag }: PushedManifest,
): Promise<{ digest: Digest; knowsSubject: boolean }> {
  const digest = digestOf(bytes);
  const call: Call = {
    method: 'PUT',
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag ?? digest}`,
    what: formatReference({ registry, repository, tag, digest: tag === null ? digest : null }),
    access: 'push',
    headers: { 'content-type': mediaType },
    body: bytes,
  };
  const answer = await client.fetch(call);
  if (answer.status !== 201) throw explainAnswer(answer, describeCall(call));
  const stated = answer.headers['docker-content-digest'];
  if (stated !== undefined && stated !== digest) {
    throw new PlimsollError('REGISTRY_INVALID', `${call.what}: ${answer.url.host} stored other bytes than were sent`);
  }
  return { digest, knowsSubject: answer.headers['oci-subject'] !== undefined };
}
