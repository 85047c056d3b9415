import { fetchBuildSummary, type BuildSummary } from './build-summary.ts';
import { explainNoRecord, noteNoRecord } from './why-no-record.ts';
import { listBuilds, type ListedBuild } from '../image/list-builds.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Which of a builder's builds is ours. Absence is data: then only sizes are known. */
export type FoundBuild =
  { kind: 'found'; builder: string; id: string; summary: BuildSummary } | BuildParts | { kind: 'none'; note: Note };

/** It ran on several nodes, each with a record of its own platforms; `places` as in `BuildKey`. `note`: why it is not read as one. */
export interface BuildParts {
  kind: 'parts';
  builder: string;
  id: string;
  places: readonly string[];
  note: Note;
}

export interface BuildToFind {
  builder: string;
  /** Builds that began before are not ours; Unix milliseconds. */
  startedAtMs: number;
  /** What the build step says that it made; `null` for a build that failed: then the newest is ours. */
  digest: string | null;
}

/** Builds that are looked into: other steps of the job may share the builder. */
const MOST_CANDIDATES = 10;

/** The newest build since `startedAtMs` that made `digest`. Never throws: a build that cannot be found costs precision. */
export async function findBuild(docker: Docker, wanted: BuildToFind): Promise<FoundBuild> {
  try {
    const all = await listBuilds(docker, wanted.builder);
    const since = all.filter(({ startedAtMs }) => startedAtMs >= wanted.startedAtMs);
    // First of all: by its ID such a build tells of one node's part as if it were the whole.
    const [newest] = since;
    const parts = newest === undefined ? null : findParts(all, newest);
    if (parts !== null) return parts;
    for (const { builder, id } of since.slice(0, MOST_CANDIDATES)) {
      const summary = await fetchBuildSummary(docker, { builder, id });
      if (isOurs(summary, wanted.digest, since.length)) return { kind: 'found', builder, id, summary };
    }
    const hint = 'Its history may be off or too short: see "history" in the configuration of BuildKit.';
    return { kind: 'none', note: noteNoRecord('the builder has no record of this build.', hint) };
  } catch (error) {
    return { kind: 'none', note: await explainNoRecord(docker, error) };
  }
}

/** A build among all of its builder, where it is there on several nodes. */
export function findParts(all: readonly ListedBuild[], { builder, id }: ListedBuild): BuildParts | null {
  const places = all.flatMap((build, place) => (build.id === id ? [`^${place}`] : []));
  if (places.length < 2) return null;
  const why = `the build ran on ${places.length} nodes, each with a record of its part.`;
  const note = noteNoRecord(why, 'Build each platform in a job of its own.');
  return { kind: 'parts', builder, id, places, note };
}

/** A builder that does not tell what a build made leaves no doubt only where there is one build. */
function isOurs({ digests }: BuildSummary, digest: string | null, candidates: number): boolean {
  return digest === null || digests.includes(digest) || (digests.length === 0 && candidates === 1);
}
