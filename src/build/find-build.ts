import { fetchBuildSummary, type BuildSummary } from './build-summary.ts';

import { explainNoRecord } from './why-no-record.ts';
import { listBuilds, type ListedBuild } from '../image/list-builds.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Which of a builder's builds is ours. Absence is data: then only sizes are known. */
export type FoundBuild =
  { kind: 'found'; builder: string; id: string; summary: BuildSummary } | { kind: 'none'; note: Note };

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
    const since = (await listBuilds(docker, wanted.builder)).filter(
      ({ startedAtMs }) => startedAtMs >= wanted.startedAtMs,
    );
    for (const { builder, id } of since.slice(0, MOST_CANDIDATES)) {
      const summary = await fetchBuildSummary(docker, { builder, id });
      if (isOurs(summary, wanted.digest, since.length)) return { kind: 'found', builder, id, summary };
    }
    return { kind: 'none', note: explainNone(since) };
  } catch (error) {
    return { kind: 'none', note: await explainNoRecord(docker, error) };
  }
}

/** A builder that does not tell what a build made leaves no doubt only where there is one build. */
function isOurs({ digests }: BuildSummary, digest: string | null, candidates: number): boolean {
  return digest === null || digests.includes(digest) || (digests.length === 0 && candidates === 1);
}

function explainNone(since: readonly ListedBuild[]): Note {
  const nodes = new Set(since.map(({ node }) => node));
  if (nodes.size > 1) {
    return {
      code: 'no-build-record',
      message: `Steps and build times are not known, only sizes: the build ran on ${nodes.size} nodes, each with a record of its part.`,
      hint: 'Build each platform in a job of its own for times.',
    };
  }
  return {
    code: 'no-build-record',
    message: 'Steps and build times are not known, only sizes: the builder has no record of this build.',
    hint: 'Its history may be off or too short: see "history" in the configuration of BuildKit.',
  };
}
