import { fetchBuildSummary } from '../build/build-summary.ts';
import { readBuild } from '../build/read-build.ts';
import { carryLastRan } from '../compare/carry-last-ran.ts';
import { listBuilds } from '../image/list-builds.ts';
import type { BuildRecord, BuildStep } from '../build/build-record.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Earlier builds that are looked into: each takes the builder half a second. */
const MOST_BUILDS = 10;

/**
 * The steps of a build, those of `lines` that were cached with what they took in the build before that ran them: of the
 * same folder and Dockerfile, as far as the builder remembers. Never throws: that they are not known is a note.
 */
export async function timeCachedSteps(
  { builder, id, startedAtMs, steps }: BuildRecord,
  { folder, file }: { folder: string | null; file: string },
  lines: ReadonlySet<number>,
  docker: Docker,
): Promise<{ steps: readonly BuildStep[]; notes: readonly Note[] }> {
  const isTimed = (known: readonly BuildStep[]): boolean => listUntimed(known, lines).length === 0;
  let known = steps;
  try {
    const all = isTimed(steps) || folder === null ? [] : await listBuilds(docker, builder);
    const earlier = all.filter((build) => build.id !== id && build.endedAtMs > 0 && build.startedAtMs <= startedAtMs);
    for (const build of earlier.slice(0, MOST_BUILDS)) {
      if (isTimed(known)) break;
      const summary = await fetchBuildSummary(docker, build);
      if (summary.folder !== folder) continue;
      const { build: record, dockerfile } = await readBuild(docker, build, summary);
      if (record === null || dockerfile?.name !== file) continue;
      known = carryLastRan(known, record.steps);
    }
  } catch {
    // A build that is forgotten meanwhile, or lies on several nodes: what is known already stays.
  }
  const untimed = listUntimed(known, lines);
  return { steps: known, notes: untimed.length === 0 ? [] : [note(untimed)] };
}

/** Lines whose steps the cache had, and that nobody knows the time of. */
function listUntimed(steps: readonly BuildStep[], lines: ReadonlySet<number>): number[] {
  const untimed = steps.flatMap(({ status, lastRanMs, source }) =>
    status === 'cached' && lastRanMs === null && source !== null && lines.has(source.line) ? [source.line] : [],
  );
  return [...new Set(untimed)].sort((a, b) => a - b);
}

function note(lines: readonly number[]): Note {
  const which = lines.length === 1 ? `line ${lines.join()}` : `lines ${lines.join(', ')}`;
  return {
    code: 'times-unknown',
    message: `what ${which} takes is not known: the cache had it, and the builder remembers no build of this Dockerfile that ran it`,
    hint: 'Build once with --no-cache.',
  };
}
