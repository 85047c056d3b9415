import type { BuildStep } from '../build/build-record.ts';

/** A step with its place among those of its build. */
export interface PlacedStep {
  readonly step: BuildStep;
  readonly place: number;
}

/** Whether they do the same, in whatever words. */
export function isSame(a: BuildStep, b: BuildStep): boolean {
  return a.name === b.name || (a.own !== null && a.own === b.own);
}
