import type { StepComparison } from './comparison.ts';

/** The steps that ran though nothing that they are made from changed, and what they took, added up. */
export function findUnexplained(steps: readonly StepComparison[]): { count: number; durationMs: number } {
  const ran = steps.filter(
    ({ status, reason }) => status === 'ran' && reason?.kind === 'cache' && reason.names.length === 0,
  );
  return { count: ran.length, durationMs: ran.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) };
}
