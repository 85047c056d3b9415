import type { BuildStep } from '../build/build-record.ts';

/**
 * The baseline's step that each of the head's steps was, in their order: by stage, name and platform, across builds never
 * by digest. `null`: it had none. The same instruction may stand twice in a stage: the first is paired with the first,
 * the second with the second.
 */
export function pairSteps(head: readonly BuildStep[], baseline: readonly BuildStep[]): (BuildStep | null)[] {
  // A build for one platform does not name it; then neither side's platform tells its steps apart.
  const isNamed = [head, baseline].every((steps) => steps.every((step) => step.platform !== null));
  const keyOf = (step: BuildStep): string => JSON.stringify([isNamed ? step.platform : null, step.stage, step.name]);
  const waiting = new Map<string, BuildStep[]>();
  for (const step of baseline) waiting.set(keyOf(step), [...(waiting.get(keyOf(step)) ?? []), step]);
  return head.map((step) => waiting.get(keyOf(step))?.shift() ?? null);
}
