import { parseCacheManifest } from '../build/timeline/cache-manifest.ts';
import { inParallel } from '../image/in-parallel.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { parseCsvFields } from '../plan/csv.ts';
import type { CacheUse } from '../build/timeline/cache-use.ts';
import type { WrittenCache } from '../compare/written-cache.ts';
import type { Digest } from '../image/digest.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

type Repository = Pick<Reference, 'registry' | 'repository'>;

const MOST_REPOSITORIES = 4;
const PARALLEL = 4;

/**
 * What the build wrote into the registry as its cache, and what the baseline's build had left there: a manifest each. `to`:
 * what `cache-to` was, a line each.
 * Never throws: what cannot be read is not known.
 */
export async function readWrittenCache(
  { to, isOfPullRequest }: { readonly to: readonly string[]; readonly isOfPullRequest: boolean },
  head: CacheUse | null,
  baseline: readonly Digest[],
  registry: RegistryClient,
): Promise<WrittenCache> {
  const repositories = listRepositories(to).slice(0, MOST_REPOSITORIES);
  if (head === null || head.manifests.length === 0 || repositories.length === 0) {
    return { blobs: null, before: null, isOfPullRequest };
  }
  const read = async (manifests: readonly Digest[]) => await readBlobs(repositories, manifests, registry);
  const [blobs, left] = await Promise.all([read(head.manifests), read(baseline)]);
  const before = head.import === 'missing' ? [] : (left?.map(({ digest }) => digest) ?? null);
  return { blobs, before, isOfPullRequest };
}

/** Of `type=registry,ref=…`, and the short form of it. */
function listRepositories(lines: readonly string[]): Repository[] {
  const found = new Map<string, Repository>();
  for (const line of lines) {
    const fields = tryParse(line, (text) => parseCsvFields('cache-to', text)) ?? [];
    const text = fields.length === 1 ? fields[0] : fields.find((field) => field.startsWith('ref='))?.slice(4);
    const reference = text === undefined ? null : tryParse(text, parseReference);
    if (reference !== null) found.set(`${reference.registry}/${reference.repository}`, reference);
  }
  return [...found.values()];
}

function tryParse<T>(text: string, parse: (text: string) => T): T | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Of all manifests together; `null`: there is none, or one that is in none of the repositories. */
async function readBlobs(repositories: readonly Repository[], manifests: readonly Digest[], registry: RegistryClient) {
  const read = await inParallel(manifests, PARALLEL, async (digest) => {
    for (const repository of repositories) {
      try {
        const manifest = await fetchManifest(registry, repository, { digest });
        if (manifest !== null) return parseCacheManifest(manifest.bytes, `the cache ${digest}`);
      } catch {
        // It may be in the next one.
      }
    }
    return null;
  });
  const known = read.filter((blobs) => blobs !== null);
  if (known.length === 0 || known.length < read.length) return null;
  return [...new Map(known.flat().map((blob) => [blob.digest, blob])).values()];
}
