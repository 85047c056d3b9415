import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import { fetchDigest } from '../image/registry/fetch-digest.ts';
import { listTags } from '../image/registry/list-tags.ts';
import { pushManifest } from '../image/registry/push-manifest.ts';
import { fetchRecord } from '../record/fetch-record.ts';
import type { Digest } from '../image/digest.ts';
import type { Reference } from '../image/reference.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ManifestBytes } from '../image/source.ts';
import type { ImageRecord } from '../record/record.ts';

/** What is asked of registries to write tags. */
export interface TagRegistry {
  putManifest(repository: Repository, tag: string, manifest: ManifestBytes): Promise<void>;
  /** What a tag points at; `null`: there is no such tag. */
  fetchDigest(repository: Repository, tag: string): Promise<Digest | null>;
  /** Of which build an image is, by the record beside it; `null`: nothing that is believed tells. Never throws. */
  readRecord(repository: Repository, digest: Digest): Promise<Pick<ImageRecord, 'name' | 'commit'> | null>;
  listTags(repository: Repository): Promise<readonly string[]>;
  /** Copies an image with all that it names into another repository, under a tag; same digest. */
  copyImage(source: string, target: string): Promise<void>;
}

export type Repository = Pick<Reference, 'registry' | 'repository'>;

/** Copying has to move layers where the other repository is in another registry. */
const COPY_TIMEOUT_MS = 15 * 60_000;

/** What it prints is not used. */
const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Registries over our client; an image goes into another repository by Buildx, which copies what it names too. */
export function openTagRegistry(client: RegistryClient, docker: Docker, builder: string): TagRegistry {
  return {
    putManifest: async (repository, tag, { mediaType, bytes }) => {
      await pushManifest(client, repository, { mediaType, bytes, tag });
    },
    fetchDigest: async (repository, tag) => await fetchDigest(client, { ...repository, tag }),
    readRecord: async (repository, digest) => {
      const found = await fetchRecord(client, repository, digest);
      return found.kind === 'found' ? found.record : null;
    },
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
