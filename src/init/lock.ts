import { dockerfile, type DockerfileText } from './dockerfile-text.ts';

/** The lock of a COPY, also where it is not there yet. */
export function writeLock(name: string, isLocked: boolean): DockerfileText {
  return isLocked ? dockerfile`${name}` : dockerfile`${name}*`;
}

/** What the user is told where versions are not held. */
export function noLockNote(lock: string, command: string): string {
  return `There is no ${lock}, so that each build may get other versions: run "${command}", and commit it.`;
}
