import * as v from 'valibot';
import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import type { Digest } from '../image/digest.ts';
import { parseReference } from '../image/reference.ts';
import { pushManifest } from '../image/registry/push-manifest.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** An index is a few hundred bytes a platform. */
const MOST_INDEX_BYTES = 4 * 1024 * 1024;

const IndexSchema = v.object({ mediaType: v.string() });

/**
 * Makes one index of images that are in a repository already, their attestations with them, and pushes it by its
 * digest: Buildx makes it, but would write a tag with it. Throws `DOCKER_FAILED`, `REGISTRY_*`.
 */
export async function mergeImages(
  docker: Docker,
  client: RegistryClient,
  repository: string,
  digests: readonly string[],
): Promise<Digest> {
  const sources = digests.map((digest) => `${repository}@${digest}`);
  const answer = await askDocker(docker, ['buildx', 'imagetools', 'create', '--dry-run', ...sources], {
    maxBytes: MOST_INDEX_BYTES,
  });
  if (answer.kind === 'failed') throw dockerFailed('docker buildx imagetools create', answer.said);
  // Printed with a line break behind it.
  const bytes = Buffer.from(Buffer.from(answer.stdout).toString('utf8').trimEnd(), 'utf8');
  const { mediaType } = v.parse(IndexSchema, JSON.parse(bytes.toString('utf8')));
  const { digest } = await pushManifest(client, parseReference(repository), { mediaType, bytes, tag: null });
  return digest;
}
