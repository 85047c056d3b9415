import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import { fetchDigest } from '../image/registry/fetch-digest.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { listTags } from '../image/registry/list-tags.ts';
import { pushManifest } from '../image/registry/push-manifest.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { TagRegistry } from './write-tags.ts';

/** Copying has to move layers where the other repository is in another registry. */
const COPY_TIMEOUT_MS = 15 * 60_000;

/** What it prints is not used. */
const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Registries over our client; an image goes into another repository by Buildx, which copies what it names too. */
export function openTagRegistry(client: RegistryClient, docker: Docker, builder: string): TagRegistry {
  return {
    fetchManifest: async (repository, digest) => await fetchManifest(client, repository, { digest }),
    putManifest: async (repository, tag, { mediaType, bytes }) => {
      await pushManifest(client, repository, { mediaType, bytes, tag });
    },
    fetchDigest: async (repository, tag) => await fetchDigest(client, { ...repository, tag }),
    listTags: async (repository) => await listTags(client, repository),
    copyImage: async (source, target) => {
      const named = builder === '' ? [] : ['--builder', builder];
      // An image without an index would get one, and with it another digest.
      const args = ['buildx', 'imagetools', 'create', ...named, '--prefer-index=false', '--tag', target, source];
      const limits = { maxBytes: MOST_OUTPUT_BYTES, timeoutMs: COPY_TIMEOUT_MS };
      const answer = await askDocker(docker, args, limits);
      if (answer.kind === 'failed') throw dockerFailed('docker buildx imagetools create', answer.said);
    },
  };
}
