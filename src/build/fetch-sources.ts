import { askDocker, type Docker } from '../image/docker.ts';
import { inParallel } from '../image/in-parallel.ts';
import { parseProvenance, type StepSource } from './provenance.ts';
import type { BuildKey } from '../image/builder.ts';
import type { Digest } from '../image/digest.ts';

/** The definition of a large build, and its Dockerfile. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A call each, which takes 170 ms, most of it waiting. */
const PLATFORMS_AT_ONCE = 4;
const MOST_PLATFORMS = 20;

/**
 * Where the vertices of a build stand in its Dockerfile, by their digests, out of what the builder states of each
 * platform. What cannot be read is left out: steps are then called as BuildKit calls them.
 */
export async function fetchSources(
  docker: Docker,
  key: BuildKey,
  provenances: readonly Digest[],
): Promise<Map<string, StepSource>> {
  const builder = key.builder === null ? [] : ['--builder', key.builder];
  const found = await inParallel(provenances.slice(0, MOST_PLATFORMS), PLATFORMS_AT_ONCE, async (digest) => {
    try {
      const args = ['buildx', 'history', 'inspect', 'attachment', ...builder, key.id, digest];
      const answer = await askDocker(docker, args, { maxBytes: MOST_BYTES });
      return answer.kind === 'done' ? [...parseProvenance(answer.stdout, `provenance ${digest}`)] : [];
    } catch {
      return [];
    }
  });
  return new Map(found.flat());
}
