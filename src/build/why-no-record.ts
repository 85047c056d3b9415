import { PlimsollError } from '../errors.ts';
import { isOlder, readBuildxVersion, type BuildxVersion } from './buildx-version.ts';
import type { Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Buildx that tells of every step and of what a build made (facts/buildkit.md). */
const NEEDED: BuildxVersion = [0, 21];

const WHAT = 'Steps and build times are not known, only sizes: ';

export function noteNoRecord(why: string, hint: string): Note {
  return { code: 'no-build-record', message: `${WHAT}${why}`, hint };
}

/** The reason alone: where the image was not pushed either, its sizes are not known any more than its times. */
export function readWhyNoRecord({ message }: Note): string {
  return message.startsWith(WHAT) ? message.slice(WHAT.length) : message;
}

/** Why the builder's record of a build could not be read, and what to do: the comparison goes on with sizes only. */
export async function explainNoRecord(docker: Docker, thrown: unknown): Promise<Note> {
  const version = await readBuildxVersion(docker);
  if (version !== null && isOlder(version, NEEDED)) {
    return noteNoRecord(
      `buildx ${version.join('.')} does not tell of past builds.`,
      `Update buildx to ${NEEDED.join('.')} or newer, for example with the input "buildx-version".`,
    );
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // What BuildKit answers that has no history: before 0.11, and the engine's own without the containerd image store.
  if (/unknown (?:method|service)|Unimplemented|not implemented/i.test(message)) {
    return noteNoRecord(
      'this builder keeps no record of its builds.',
      'Use "driver: docker-container", or a newer engine.',
    );
  }
  return noteNoRecord(message, thrown instanceof PlimsollError ? thrown.hint : '');
}
