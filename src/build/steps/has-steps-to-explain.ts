import type { BuildStep } from '../build-record.ts';

/** Whether steps ran that another build may have left in its cache, and of which it is to be said why. */
export function hasStepsToExplain(head: readonly BuildStep[], baseline: readonly BuildStep[]): boolean {
  return baseline.length > 0 && head.some(({ status }) => status !== 'cached');
}
