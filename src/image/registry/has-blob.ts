import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer } from './registry-failure.ts';
import type { Digest } from '../digest.ts';
import type { Reference } from '../reference.ts';

/** Whether a repository has a blob, asked by whoever pushes there next. Throws `REGISTRY_*`, `CREDENTIALS_INVALID`. */
export async function hasBlob(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  digest: Digest,
): Promise<boolean> {
  const path = `/v2/${repository}/blobs/${digest}`;
  const what = `${registry}/${repository}, blob ${digest}`;
  const head: Call = { registry, repository, what, access: 'push', method: 'HEAD', path };
  const { status, ...answer } = await client.fetch(head);
  if (status === 200) return true;
  if (status === 404) return false;
  throw explainAnswer({ status, ...answer }, describeCall(head));
}
