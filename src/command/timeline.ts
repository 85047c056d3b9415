import { formatJson } from './format-json.ts';
import { openPlaces } from './places.ts';
import { startProgress } from './progress.ts';
import { tellNotes } from './tell-notes.ts';
import { useColor } from './use-color.ts';
import { findParts, type BuildParts } from '../build/find-build.ts';
import { readBuild, readBuildParts } from '../build/read-build.ts';
import { compareBuilds } from '../compare/steps.ts';
import { PlimsollError } from '../errors.ts';
import { parseBuildName } from '../image/build-name.ts';
import { listBuilds, type ListedBuild } from '../image/list-builds.ts';
import { renderBuildMarkdown, renderBuildText, type ToldBuild } from '../report/timing/told-build.ts';
import type { TimelineArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Columns where stdout is no terminal. */
const WIDTH = 120;

const FORMS = 'A build is build:[BUILDER/][ID] or [BUILDER/][ID]; "docker buildx history ls" lists them.';

/**
 * `plimsoll timeline [BUILD]`: what a build did when, what it waited for, and what to do about it; also of one that failed
 * or was cancelled. Throws `INPUT_INVALID`, `BUILD_NOT_FOUND`, and what asking Docker throws.
 */
export async function runTimeline(asked: TimelineArguments, terminal: Terminal): Promise<0> {
  const { builder, id } = parseBuildName(asked.build.replace(/^build:/, ''), asked.build, FORMS);
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    const work = (async () => {
      const { listed, parts } = await findListed(places.docker, builder, id);
      if (parts !== null) return await readBuildParts(places.docker, parts);
      return await readBuild(places.docker, { builder: listed.builder, id: listed.id });
    })();
    const { build, notes } = await progress.follow('the build', work);
    progress.end();
    if (build === null) throw notRead(notes);
    const told = describeBuild(build);
    await terminal.print(format(told, asked, terminal));
    if (!asked.quiet) await tellNotes(notes, terminal);
    return 0;
  } finally {
    progress.end();
    places.close();
  }
}

function format(told: ToldBuild, { output, color }: TimelineArguments, terminal: Terminal): string {
  switch (output) {
    case 'json':
      return formatJson(told);
    case 'markdown':
      return renderBuildMarkdown(told);
    case 'text':
      return renderBuildText(told, { color: useColor(color, terminal), width: terminal.columns() ?? WIDTH });
  }
}

async function findListed(
  docker: Docker,
  builder: string | null,
  id: string | null,
): Promise<{ listed: ListedBuild; parts: BuildParts | null }> {
  const all = await listBuilds(docker, builder);
  // One that runs has no end yet.
  const listed = all.find((build) => (id === null ? build.endedAtMs > 0 : build.id === id));
  if (listed === undefined) {
    const what = id === null ? 'remembers no build' : `remembers no build ${id}`;
    throw new PlimsollError('BUILD_NOT_FOUND', `the builder ${builder ?? 'in use'} ${what}`, { hint: FORMS });
  }
  return { listed, parts: findParts(all, listed) };
}

/** A build beside no other. */
export function describeBuild(build: BuildRecord): ToldBuild {
  return {
    builder: build.builder,
    id: build.id,
    status: build.status,
    startedAt: new Date(build.startedAtMs).toISOString(),
    error: build.error,
    failedStep: build.failedStep,
    build: compareBuilds(build, null),
  };
}

function notRead([note]: readonly Note[]): PlimsollError {
  return new PlimsollError('BUILD_NOT_FOUND', note?.message ?? 'the build cannot be read', { hint: note?.hint ?? '' });
}
