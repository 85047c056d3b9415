import { assertNever, PlimsollError } from '../errors.ts';
import { isDependabot, isFromFork } from './event.ts';
import type { WorkflowEvent } from './event.ts';
import type { Note } from '../note.ts';

/** Whether the image goes to the registry, and why. */
export interface PushDecision {
  enabled: boolean;
  reason: string;
  /** Whether anything may be written to a registry from here: the cache of a pull request may, its image is not. */
  mayWrite: boolean;
  notes: readonly Note[];
}

/**
 * The column "pushes" of contract.md. `auto` never fails: what may not push does not. A push that the user wants and
 * that cannot be is an error (`PUSH_REFUSED`) outside pull requests, and a note inside, where forks come by every day.
 */
export function decidePush(wanted: boolean | 'auto', event: WorkflowEvent): PushDecision {
  const refusal = findRefusal(event, wanted);
  const mayWrite = refusal === null;
  if (wanted === false) return { enabled: false, reason: 'push: false', mayWrite, notes: [] };
  if (mayWrite) return { ...byEvent(wanted, event), mayWrite, notes: [] };
  if (wanted === 'auto') return { enabled: false, reason: refusal, mayWrite, notes: [] };
  if (event.trigger.kind !== 'pull-request') {
    throw new PlimsollError('PUSH_REFUSED', `push: true, but ${refusal}`, {
      hint: 'Set "push: auto", which pushes where it can, or "push: false".',
    });
  }
  const note = { code: 'push-refused', message: `push: true, but ${refusal}: nothing is pushed.`, hint: '' };
  return { enabled: false, reason: refusal, mayWrite, notes: [note] };
}

/** Why nothing may be pushed from here, whatever the user wants; `null`: it may. */
function findRefusal(event: WorkflowEvent, wanted: boolean | 'auto'): string | null {
  const { trigger } = event;
  if (event.isFork) return `${event.repository} is a fork, and a fork pushes nothing`;
  switch (trigger.kind) {
    case 'pull-request':
      if (isFromFork(trigger, event.repository)) return 'the pull request comes from a fork, whose token only reads';
      if (isDependabot(event.actor)) return "Dependabot's token only reads";
      return trigger.isClosed ? 'the pull request is closed' : null;
    case 'branch':
      // A merge by Dependabot is a push to a branch that is not its own: there the workflow's `permissions:` hold.
      return wanted !== true && isDependabot(event.actor) && trigger.branch.startsWith('dependabot/')
        ? "the branch is Dependabot's, whose token only reads"
        : null;
    case 'other':
      return trigger.isUntrusted ? `${event.name} runs on code that may be under review` : null;
    case 'merge-queue':
    case 'tag':
      return null;
    default:
      return assertNever(trigger);
  }
}

function byEvent(wanted: true | 'auto', event: WorkflowEvent): Pick<PushDecision, 'enabled' | 'reason'> {
  if (wanted === true) return { enabled: true, reason: 'push: true' };
  const { trigger } = event;
  switch (trigger.kind) {
    case 'pull-request':
      return { enabled: false, reason: 'a pull request pushes nothing' };
    case 'merge-queue':
      return { enabled: false, reason: 'the merge queue pushes nothing' };
    case 'branch':
      return { enabled: true, reason: trigger.by === 'push' ? 'a push to a branch' : `${event.name} on a branch` };
    case 'tag':
      return { enabled: true, reason: trigger.by === 'release' ? 'a release' : `${event.name} of a tag` };
    case 'other':
      return { enabled: false, reason: trigger.why };
    default:
      return assertNever(trigger);
  }
}
