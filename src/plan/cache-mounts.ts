import { assertNever } from '../errors.ts';
import { MOUNTS_TAG_PREFIX, shortenTag } from './tag-name.ts';
import type { WorkflowEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Note } from '../note.ts';

/** Where the contents of cache mounts come from and go to, as whole references. */
export type PlannedCacheMounts =
  | { kind: 'off' }
  /** `from`: the first that is there is taken; `to`: `null` where nothing may be written. */
  | { kind: 'carried'; from: readonly string[]; to: string | null };

/**
 * Only a push to a branch (or a schedule on one) writes, and only that branch's own set; everything reads its own and its
 * base branch's. The mounts of a builder are one set whatever it builds, so a set is of the machine's architecture, and
 * of a platform where each has a job of its own (`namePart`).
 */
export function planCacheMounts(
  inputs: Pick<Inputs, 'cacheMounts' | 'cache'>,
  image: { name: string; repository: string; architecture: string },
  event: WorkflowEvent,
  build: { isBuilt: boolean; driver: Inputs['driver']; isPushed: boolean },
): { planned: PlannedCacheMounts; notes: readonly Note[] } {
  if (!inputs.cacheMounts || !build.isBuilt) return { planned: { kind: 'off' }, notes: [] };
  if (build.driver !== 'docker-container') return { planned: { kind: 'off' }, notes: [OTHER_DRIVER] };
  const { own, base } = nameBranches(event);
  const at = (branch: string): string => `${image.repository}:${nameMountsTag(image, branch)}`;
  const from = [...new Set([own, base].flatMap((branch) => (branch === null ? [] : [at(branch)])))];
  const isWritten = own !== null && build.isPushed && inputs.cache !== 'read';
  return { planned: { kind: 'carried', from, to: isWritten ? at(own) : null }, notes: [] };
}

const OTHER_DRIVER: Note = {
  code: 'cache-mounts-not-carried',
  message:
    'cache-mounts: true, but the mounts of a builder are reached through its container, and this driver has none.',
  hint: 'Leave "driver" at docker-container.',
};

function nameBranches({ trigger, defaultBranch }: WorkflowEvent): { own: string | null; base: string | null } {
  switch (trigger.kind) {
    case 'pull-request':
      return { own: null, base: trigger.baseRef };
    case 'branch':
      return { own: trigger.branch, base: defaultBranch };
    case 'merge-queue':
      return { own: null, base: trigger.targetBranch ?? defaultBranch };
    case 'tag':
    case 'other':
      return { own: null, base: defaultBranch };
    default:
      return assertNever(trigger);
  }
}

function nameMountsTag({ name, architecture }: { name: string; architecture: string }, branch: string): string {
  const cleaned = branch.replace(/[^a-zA-Z0-9._-]+/g, '-');
  return shortenTag(`${MOUNTS_TAG_PREFIX}${name}-${cleaned}-${architecture}`, `${name}\n${branch}\n${architecture}`);
}
