import { PlimsollError } from '../errors.ts';
import { dockerfile, type DockerfileText } from './dockerfile-text.ts';
import type { PackageJson } from './package-json.ts';

/** What the tools that install packages of Node's are told apart by. */
export interface NodeTool {
  /** What starts a file, and runs where the service does. */
  readonly runtime: 'node' | 'bun';
  /** The base image, by tag. */
  readonly base: string;
  /** Who the service runs as: a user that the base has. */
  readonly user: string;
  /** Instructions that bring the tool; `null` where the base has it. */
  readonly setUp: DockerfileText | null;
  /** Instructions that install packages, in `/app`; `null` where there are none. */
  readonly install: ((which: 'all' | 'production') => DockerfileText) | null;
  /** The instruction that runs the build script. */
  readonly build: DockerfileText;
  /** The instruction that takes the dev dependencies away again. */
  readonly prune: DockerfileText;
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
}

/** Whether there is something to install. */
export function hasPackages({ dependencies, devDependencies }: PackageJson): boolean {
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0;
}

/** Whether .npmrc, which may be none, holds credentials. */
export function hasSecret(npmrc: string | null): boolean {
  return /_auth|_password|^\s*email/m.test(npmrc ?? '');
}

/** Of the RUN that installs, where it does. */
export const SECRET_MOUNT = dockerfile`--mount=type=secret,id=npmrc,target=/app/.npmrc \\`;

/** The line of the RUN that installs, before that. "prepare" is for those who develop the package: what it calls is not there yet, or not at all. */
export function withoutPrepare({ scripts }: PackageJson): DockerfileText | null {
  return scripts['prepare'] === undefined ? null : dockerfile`npm pkg delete scripts.prepare && \\`;
}

/** What the user is told where it does. */
export const SECRET_NOTE =
  '.npmrc holds credentials: it is left out of the image, and packages are installed with it from the build secret "npmrc" (secret-files: npmrc=…).';

/** For settings that are in the image beside the source, and are no file that a secret can stand for. */
export function refuseSecret(name: string, instead: string): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${name} holds credentials, which would be in the image`, {
    hint: `Take them out of it: ${instead}.`,
  });
}
