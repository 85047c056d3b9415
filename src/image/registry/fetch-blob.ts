import { PlimsollError } from '../../errors.ts';
import { digestOf } from '../digest-of.ts';
import { LIMITS } from '../limits.ts';
import type { Reference } from '../reference.ts';
import type { Descriptor } from '../source.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer } from './registry-failure.ts';

/**
 * A small blob, whole, of the size and digest that its descriptor states. Throws `REGISTRY_*`, `CREDENTIALS_INVALID`,
 * `LIMIT_EXCEEDED`.
 */
export async function fetchBlob(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
): Promise<Uint8Array> {
  const what = `${registry}/${repository}, blob ${digest}`;
  if (size > LIMITS.configBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${size} bytes; ${LIMITS.configBytes} are read`);
  }
  const call: Call = {
    method: 'GET',
    registry,
    repository,
    path: `/v2/${repository}/blobs/${digest}`,
    what,
    access: 'pull',
    // One more, so that too many are seen as such.
    maxBytes: LIMITS.configBytes + 1,
  };
  const answer = await client.fetch(call);
  if (answer.status !== 200) throw explainAnswer(answer, describeCall(call));
  if (answer.bytes.length !== size || digestOf(answer.bytes, digest) !== digest) {
    throw new PlimsollError('REGISTRY_INVALID', `${what}: ${answer.url.host} sends other bytes than those`, {
      hint: 'A proxy in between may have changed them; try again.',
    });
  }
  return answer.bytes;
}
