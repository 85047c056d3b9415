import { assembleBuild } from './assemble-build.ts';
import { listCacheMountSteps, type CacheMountStep } from './cache-mounts.ts';
import { fetchBuildSummary, type BuildSummary } from './build-summary.ts';
import { fetchBuilderPlatform } from './fetch-builder-platform.ts';
import { fetchOrigins, type BuildOrigins } from './origins/fetch-origins.ts';
import { fetchVertices } from './steps/fetch-vertices.ts';
import { joinParts, type BuildPart } from './steps/join-parts.ts';
import { explainNoRecord } from './why-no-record.ts';
import { inParallel } from '../image/in-parallel.ts';
import { LIMITS } from '../image/limits.ts';
import type { BuiltDockerfile } from './context/built-dockerfile.ts';
import type { BuildRecord } from './build-record.ts';
import type { BuildParts } from './find-build.ts';
import type { ImageOrigin } from './origins/image-origin.ts';
import type { BuildKey } from '../image/builder.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';
import type { Vertex } from './steps/vertex.ts';

/** A build as its builder remembers it; `build` is `null` where it cannot be read, and a note says why. */
export interface ReadBuild {
  build: BuildRecord | null;
  /** Where the layers come from, a platform each; none where the builder did not tell. */
  origins: readonly ImageOrigin[];
  /** What it was built from; `null` where the builder did not tell. */
  dockerfile: BuiltDockerfile | null;
  /** Of this machine, that the build's own context is; `null`: Buildx knows none. */
  folder: string | null;
  /** Its steps with cache mounts, of every platform. */
  cacheMounts: readonly CacheMountStep[];
  notes: readonly Note[];
}

/**
 * Reads a build's summary (`known` where `findBuild` has it already) and its steps. Never throws: without steps the
 * times are there, without a record the sizes.
 */
export async function readBuild(
  docker: Docker,
  key: BuildKey & { builder: string },
  known?: BuildSummary,
): Promise<ReadBuild> {
  try {
    const summary = known ?? (await fetchBuildSummary(docker, key));
    const { status } = summary;
    if (status === 'running') return { ...NOTHING_KNOWN, notes: [STILL_RUNNING] };
    const [{ vertices, notes }, origins] = await Promise.all([
      tryVertices(docker, key),
      tellOrigins(docker, key, summary),
    ]);
    const build = assembleBuild(key, { ...summary, status }, vertices, origins);
    const cacheMounts = listCacheMountSteps(origins.cacheMounts, vertices);
    const { images, dockerfile } = origins;
    return { build, origins: images, dockerfile, folder: summary.folder, cacheMounts, notes };
  } catch (error) {
    return { ...NOTHING_KNOWN, notes: [await explainNoRecord(docker, error)] };
  }
}

/** One that failed or was cancelled states nothing: then the builder is asked on what it ran. */
async function tellOrigins(
  docker: Docker,
  key: BuildKey & { builder: string },
  { provenances }: BuildSummary,
): Promise<BuildOrigins> {
  const origins = await fetchOrigins(docker, key, provenances);
  if (provenances.length > 0) return origins;
  return { ...origins, builderPlatform: await fetchBuilderPlatform(docker, key.builder) };
}

/** Of a build that is not known. */
export const NOTHING_KNOWN: ReadBuild = {
  build: null,
  origins: [],
  dockerfile: null,
  folder: null,
  cacheMounts: [],
  notes: [],
};

const STILL_RUNNING: Note = {
  code: 'no-build-record',
  message: 'Steps and build times are not known, only sizes: the build has not ended.',
  hint: 'Ask again when it has.',
};

/** A build that ran on several nodes, each with a record of its part. Never throws. */
export async function readBuildParts(docker: Docker, { builder, id, places }: BuildParts): Promise<ReadBuild> {
  const read = await inParallel(
    places,
    LIMITS.parallelPlatforms,
    async (place) => await readPart(docker, { builder, id, place }),
  );
  const parts = read.flatMap(({ build: record, origins }): BuildPart[] => {
    const [only, ...others] = origins;
    return record === null ? [] : [{ record, platform: others.length > 0 ? null : (only?.platform ?? null) }];
  });
  // The history has first whichever node began last.
  const [first, ...rest] = parts.sort((one, other) => ((one.platform ?? '') < (other.platform ?? '') ? -1 : 1));
  return {
    // Of a part nothing can be said of the whole.
    build: first === undefined || parts.length < places.length ? null : joinParts([first, ...rest]),
    origins: read.flatMap(({ origins }) => origins),
    dockerfile: read.find(({ dockerfile }) => dockerfile !== null)?.dockerfile ?? null,
    folder: read.find(({ folder }) => folder !== null)?.folder ?? null,
    cacheMounts: read.flatMap(({ cacheMounts }) => cacheMounts),
    notes: uniqueNotes(read.flatMap(({ notes }) => notes)),
  };
}

async function readPart(docker: Docker, key: BuildKey & { builder: string }): Promise<ReadBuild> {
  const part = await readBuild(docker, key);
  if (part.build === null) return part;
  try {
    // What a builder tells of a step does not say which build it is of, and a new one moves all places.
    await fetchBuildSummary(docker, key);
    return part;
  } catch (error) {
    return { ...NOTHING_KNOWN, notes: [await explainNoRecord(docker, error)] };
  }
}

function uniqueNotes(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [note.message, note])).values()];
}

async function tryVertices(docker: Docker, key: BuildKey): Promise<{ vertices: Vertex[]; notes: Note[] }> {
  try {
    return { vertices: await fetchVertices(docker, key), notes: [] };
  } catch (error) {
    return { vertices: [], notes: [await explainNoRecord(docker, error)] };
  }
}
