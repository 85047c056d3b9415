import type { WorkflowEvent } from './event.ts';
import type { WorkTree } from './work-tree.ts';

/**
 * Whether what is checked out is what the event speaks of: its commit, one on top of it (a step that commits a version
 * before it builds), or its branch, moved on meanwhile. Nothing known to the contrary counts as yes.
 */
export function isAtEvent(event: Pick<WorkflowEvent, 'sha' | 'trigger'>, workTree: WorkTree): boolean {
  const { trigger } = event;
  if (workTree.commit === null || event.sha === null) return true;
  if (workTree.firstParents.includes(event.sha)) return true;
  if (trigger.kind === 'branch') return workTree.branch === trigger.branch;
  return trigger.kind === 'tag' && trigger.commit === workTree.commit;
}
