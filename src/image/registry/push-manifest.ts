import { PlimsollError } from '../../errors.ts';
import { digestOf } from '../digest-of.ts';
import type { Digest } from '../digest.ts';
import { formatReference, type Reference } from '../reference.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { describeAnswer } from './describe-answer.ts';
import { explainAnswer } from './registry-failure.ts';
import type { Answer } from './answer.ts';

/** A manifest that is to be pushed; what it names is in the repository already. */
export interface PushedManifest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** `null`: by its digest alone. */
  readonly tag: string | null;
}

/**
 * Puts a manifest into a repository. `knowsSubject`: the registry has taken its `subject` into the Referrers API
 * (`OCI-Subject`; OCI distribution spec, "Pushing Manifests with Subject"). Throws `REGISTRY_*`, `CREDENTIALS_INVALID`,
 * and `TAG_IMMUTABLE` where the tag is there and the registry lets none be moved.
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
  if (answer.status !== 201) {
    throw tag !== null && saysImmutable(answer) ? immutable(answer, call) : explainAnswer(answer, describeCall(call));
  }
  const stated = answer.headers['docker-content-digest'];
  if (stated !== undefined && stated !== digest) {
    throw new PlimsollError('REGISTRY_INVALID', `${call.what}: ${answer.url.host} stored other bytes than were sent`);
  }
  return { digest, knowsSubject: answer.headers['oci-subject'] !== undefined };
}

/**
 * The specification has no code for it. ECR: 400 TAG_INVALID; Harbor: 412 PRECONDITION; Azure: 405
 * REGISTRY_DISALLOWED_OPERATION; Artifact Registry: 400 MANIFEST_INVALID; Docker Hub: 403; Artifactory and Nexus by what
 * they say.
 */
const IMMUTABLE = /immutab|cannot be overwritten|delete\/overwrite|does not allow updat|REGISTRY_DISALLOWED_OPERATION/i;

function saysImmutable({ status, bytes }: Answer): boolean {
  return status >= 400 && status < 500 && IMMUTABLE.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'));
}

function immutable(answer: Answer, { what, registry }: Call): PlimsollError {
  const message = `${what} is there already, and its tags are immutable: ${registry} refuses to move it: ${describeAnswer(answer)}`;
  return new PlimsollError('TAG_IMMUTABLE', message, {
    hint: 'Except tags that move (a branch, latest, buildcache-*) from the immutability of the repository, or list in "tags" only such as are written once.',
  });
}
