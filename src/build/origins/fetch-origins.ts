import { openBuild, type BuildKey } from '../../image/builder.ts';
import { askDocker, type Docker } from '../../image/docker.ts';
import { inParallel } from '../../image/in-parallel.ts';
import { formatPlatform, parsePlatform } from '../../image/platform.ts';
import { readImage } from '../../image/read-image.ts';
import { findDockerfile, type BuiltDockerfile } from '../context/built-dockerfile.ts';
import { findCacheMounts, type CacheMount } from '../cache-mounts.ts';
import { findEmulated } from '../steps/find-emulated.ts';
import { parseProvenance } from './provenance.ts';
import { readOrigin } from './read-origin.ts';
import { readStepFacts, type StepFacts } from '../steps/step-facts.ts';
import { readStepSources, type StepSource } from '../steps/step-sources.ts';
import type { ProvenanceKey } from '../build-summary.ts';
import type { ImageOrigin } from './image-origin.ts';

/** What a builder states of how an image came to be. Values of build arguments are not in it. */
export interface BuildOrigins {
  /** Where the vertices stand in the Dockerfile, by their digests. */
  sources: ReadonlyMap<string, StepSource>;
  /** Whether they ran by emulation (`findEmulated`), by their digests. */
  emulated: ReadonlyMap<string, boolean>;
  /** The builder's own platform, as BuildKit writes it; `null`: not known. */
  builderPlatform: string | null;
  /** What the vertices are made of, by their digests. */
  facts: ReadonlyMap<string, StepFacts>;
  /** As `Provenance` has it; `unknown` where that could not be read. */
  uncachedStages: readonly string[] | 'unknown' | null;
  /** A platform each. */
  images: readonly ImageOrigin[];
  /** What all platforms were built from. */
  dockerfile: BuiltDockerfile | null;
  /** The steps with cache mounts, by the digests of their vertices. */
  cacheMounts: ReadonlyMap<string, readonly CacheMount[]>;
}

/** The definition of a large build, and its Dockerfile. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A call each, which takes 170 ms, most of it waiting. */
const PLATFORMS_AT_ONCE = 4;
const MOST_PLATFORMS = 20;

/** What cannot be read is left out: steps are then called as BuildKit calls them, and layers are of nobody. */
export async function fetchOrigins(
  docker: Docker,
  key: BuildKey,
  provenances: readonly ProvenanceKey[],
): Promise<BuildOrigins> {
  const found = await inParallel(provenances.slice(0, MOST_PLATFORMS), PLATFORMS_AT_ONCE, async (provenance) => {
    try {
      return await fetchOne(docker, key, provenance);
    } catch {
      return null;
    }
  });
  const read = found.flatMap((one) => one ?? []);
  const [first] = read;
  return {
    sources: new Map(read.flatMap(({ sources }) => [...sources])),
    facts: new Map(read.flatMap(({ facts }) => [...facts])),
    emulated: new Map(read.flatMap(({ emulated }) => [...emulated])),
    builderPlatform: read.find(({ builderPlatform }) => builderPlatform !== null)?.builderPlatform ?? null,
    images: read.flatMap(({ image }) => image ?? []),
    dockerfile: first?.dockerfile ?? null,
    cacheMounts: new Map(read.flatMap(({ cacheMounts }) => [...cacheMounts])),
    uncachedStages: first === undefined ? 'unknown' : first.uncachedStages,
  };
}

interface ReadProvenance extends Omit<BuildOrigins, 'images'> {
  image: ImageOrigin | null;
}

async function fetchOne(
  docker: Docker,
  key: BuildKey,
  { digest, platform }: ProvenanceKey,
): Promise<ReadProvenance | null> {
  const builder = key.builder === null ? [] : ['--builder', key.builder];
  const args = ['buildx', 'history', 'inspect', 'attachment', ...builder, key.place ?? key.id, digest];
  const answer = await askDocker(docker, args, { maxBytes: MOST_BYTES });
  if (answer.kind === 'failed') return null;
  const provenance = parseProvenance(answer.stdout, `provenance ${digest}`);
  const named = await namePlatform(docker, key, platform).catch(() => null);
  const image = named === null ? null : readOrigin(provenance, named);
  const { builderPlatform, uncachedStages } = provenance;
  const [sources, facts, emulated] = [readStepSources(provenance), readStepFacts(provenance), findEmulated(provenance)];
  const cacheMounts = findCacheMounts(provenance);
  const dockerfile = findDockerfile(provenance);
  return { dockerfile, sources, facts, emulated, builderPlatform, uncachedStages, image, cacheMounts };
}

/** Where the builder names none, the image has one platform and no index, and its own data say which. */
async function namePlatform(docker: Docker, key: BuildKey, written: string | null): Promise<string | null> {
  if (written !== null) return formatPlatform(parsePlatform(written));
  const image = await readImage(openBuild(docker, key));
  const [only, ...others] = image?.platforms ?? [];
  return others.length > 0 ? null : (only?.platform ?? null);
}
