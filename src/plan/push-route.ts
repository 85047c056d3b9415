import { PlimsollError } from '../errors.ts';
import type { PlannedTag } from './plan.ts';
import type { Note } from '../note.ts';

/** How the image leaves the builder. `tags` are those that the push itself writes. */
export type PushRoute =
  | { kind: 'none' }
  /** Into a folder of this machine, an OCI layout: for a Buildx that cannot be asked afterwards what it built. */
  | { kind: 'layout'; folder: string }
  | { kind: 'by-digest' }
  /** The docker driver refuses a push by digest, so there the push writes tags before anything is compared. */
  | { kind: 'by-tag'; tags: readonly string[]; note: Note };

/**
 * `layoutFolder`: where an image that is not pushed has to be written to be read at all; `null`: it is read out of the
 * builder. Throws `PUSH_REFUSED` where the docker driver has no tag to push by.
 */
export function planPushRoute(
  isPushed: boolean,
  isDockerDriver: boolean,
  tags: readonly PlannedTag[],
  layoutFolder: string | null,
): PushRoute {
  // The docker driver may not know OCI layouts.
  if (!isPushed)
    return layoutFolder === null || isDockerDriver ? { kind: 'none' } : { kind: 'layout', folder: layoutFolder };
  if (!isDockerDriver) return { kind: 'by-digest' };
  const moved = tags.filter(({ write }) => write === 'always' || write === 'unless-newer');
  const carriers = (moved.length > 0 ? moved : tags.slice(0, 1)).map(({ reference }) => reference);
  if (carriers.length === 0) {
    throw new PlimsollError('PUSH_REFUSED', 'driver: docker does not push by digest, and there is no tag to push by', {
      hint: 'Name one in "tags", or use "driver: docker-container".',
    });
  }
  const note = {
    code: 'tags-written-by-push',
    message: `The docker driver does not push by digest: the push itself writes ${carriers.join(', ')}, before the comparison.`,
    hint: 'With "driver: docker-container", no tag moves to an image that is over its budget.',
  };
  return { kind: 'by-tag', tags: carriers, note };
}
