import { findAccess, type WorkflowEvent } from './event.ts';
import type { Plan } from './plan.ts';

/** What of the event the steps after the build need. */
export function describeEvent(event: WorkflowEvent): Plan['event'] {
  const { name, repository, trigger } = event;
  const { kind } = trigger;
  if (kind !== 'pull-request') return { kind, name, repository, pullRequest: null };
  const { number, headSha, headRepository, baseRef } = trigger;
  return {
    kind,
    name,
    repository,
    pullRequest: { number, headSha, headRepository, baseRef, access: findAccess(trigger, event) },
  };
}
