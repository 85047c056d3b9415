import { PlimsollError } from '../errors.ts';
import { askDocker, type Docker } from '../image/docker.ts';
import type { Note } from '../note.ts';

/** Buildx that tells of every step and of what a build made (facts/buildkit.md). */
const NEEDED: readonly [number, number] = [0, 21];

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

/** `github.com/docker/buildx v0.29.1 <commit>`; distributions leave the `v` out. `null` where it does not say. */
async function readBuildxVersion(docker: Docker): Promise<[number, number] | null> {
  try {
    const answer = await askDocker(docker, ['buildx', 'version'], { maxBytes: 65_536 });
    if (answer.kind === 'failed') return null;
    const [, major, minor] = / v?(\d{1,6})\.(\d{1,6})\./.exec(Buffer.from(answer.stdout).toString('utf8')) ?? [];
    return major === undefined || minor === undefined ? null : [Number(major), Number(minor)];
  } catch {
    return null;
  }
}

function isOlder(version: readonly [number, number], needed: readonly [number, number]): boolean {
  return version[0] < needed[0] || (version[0] === needed[0] && version[1] < needed[1]);
}
