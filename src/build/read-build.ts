import { assembleBuild } from './assemble-build.ts';
import { fetchBuildSummary, type BuildSummary } from './build-summary.ts';
import { fetchOrigins } from './fetch-origins.ts';
import { fetchVertices } from './fetch-vertices.ts';
import { explainNoRecord } from './why-no-record.ts';
import type { BuildRecord } from './build-record.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';
import type { Vertex } from './vertex.ts';

/** A build as its builder remembers it; `build` is `null` where it cannot be read, and a note says why. */
export interface ReadBuild {
  build: BuildRecord | null;
  /** Of this machine, that the build's own context is; `null`: Buildx knows none. */
  folder: string | null;
  notes: readonly Note[];
}

/**
 * Reads a build's summary (`known` where `findBuild` has it already) and its steps. Never throws: without steps the
 * times are there, without a record the sizes.
 */
export async function readBuild(
  docker: Docker,
  key: { builder: string; id: string },
  known?: BuildSummary,
): Promise<ReadBuild> {
  try {
    const summary = known ?? (await fetchBuildSummary(docker, key));
    const { status } = summary;
    if (status === 'running') return { build: null, folder: null, notes: [STILL_RUNNING] };
    const [{ vertices, notes }, origins] = await Promise.all([
      tryVertices(docker, key),
      fetchOrigins(docker, key, summary.provenances),
    ]);
    return { build: assembleBuild(key, { ...summary, status }, vertices, origins), folder: summary.folder, notes };
  } catch (error) {
    return { build: null, folder: null, notes: [await explainNoRecord(docker, error)] };
  }
}

const STILL_RUNNING: Note = {
  code: 'no-build-record',
  message: 'Steps and build times are not known, only sizes: the build has not ended.',
  hint: 'Ask again when it has.',
};

async function tryVertices(
  docker: Docker,
  key: { builder: string; id: string },
): Promise<{ vertices: Vertex[]; notes: Note[] }> {
  try {
    return { vertices: await fetchVertices(docker, key), notes: [] };
  } catch (error) {
    return { vertices: [], notes: [await explainNoRecord(docker, error)] };
  }
}
