import { askDocker, type Docker } from '../image/docker.ts';

/** `[0, 29]` for v0.29.1. */
export type BuildxVersion = readonly [major: number, minor: number];

/** `history inspect` and `history logs`, by which an image and its steps are read out of the builder, came with it (facts/buildkit.md). */
const WITH_HISTORY: BuildxVersion = [0, 20];

/** `github.com/docker/buildx v0.29.1 <commit>`; distributions leave the `v` out. `null` where it does not say. Never throws. */
export async function readBuildxVersion(docker: Docker): Promise<BuildxVersion | null> {
  try {
    const answer = await askDocker(docker, ['buildx', 'version'], { maxBytes: 65_536 });
    return answer.kind === 'failed' ? null : parseVersion(/ (v?\d\S*)/, Buffer.from(answer.stdout).toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * Whether the Buildx that will build can be asked afterwards what it built. `asked` is the input `buildx-version`; where
 * it names a release, that is set up; without it, the machine's own is used, and what is not known is new.
 */
export async function tellsOfBuilds(asked: string, docker: Docker): Promise<boolean> {
  const version = asked.trim() === '' ? await readBuildxVersion(docker) : parseVersion(/^\s*(v?\d\S*)\s*$/, asked);
  return version === null || !isOlder(version, WITH_HISTORY);
}

export function isOlder(version: BuildxVersion, needed: BuildxVersion): boolean {
  return version[0] < needed[0] || (version[0] === needed[0] && version[1] < needed[1]);
}

function parseVersion(place: RegExp, text: string): BuildxVersion | null {
  const [, major, minor] = /^v?(\d{1,6})\.(\d{1,6})\./.exec(place.exec(text)?.[1] ?? '') ?? [];
  return major === undefined || minor === undefined ? null : [Number(major), Number(minor)];
}
