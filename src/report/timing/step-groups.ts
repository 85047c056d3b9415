import { formatInstruction } from '../../compare/instruction.ts';
import type { StepComparison } from '../../compare/comparison.ts';

/** Platforms of a step that are told of as one: they ran side by side, and took as long, now and on the baseline. */
export interface StepGroup extends Pick<StepComparison, 'reason'> {
  readonly name: string;
  readonly platforms: readonly string[];
  /** Of the platform that took longest. */
  readonly durationMs: number | null;
  readonly before: StepComparison['baseline'];
}

/** Below it, how long a step took is nobody's concern. */
const WORTH_A_ROW_MS = 1000;

/** As long: what two runs of the same may differ by. */
const AS_LONG = { ms: 1000, share: 0.1 };

/** Steps that ran and took time, or failed, longest first; of the others, how many ran and how many were cached. */
export function groupSteps(steps: readonly StepComparison[]): { groups: StepGroup[]; short: number; cached: number } {
  const ran = steps.filter(({ status }) => status !== 'cached');
  const long = ran.filter(
    ({ status, durationMs }) => status === 'failed' || (durationMs ?? Infinity) >= WORTH_A_ROW_MS,
  );
  const groups: (StepGroup & { platforms: string[] })[] = [];
  for (const step of long.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0))) {
    const group = groups.find((one) => isAlike(one, step));
    const platforms = step.platform === null ? [] : [step.platform];
    if (group !== undefined) group.platforms.push(...platforms);
    else groups.push({ ...describeStep(step), platforms });
  }
  return { groups, short: ran.length - long.length, cached: steps.length - ran.length };
}

function describeStep({ name, reason, durationMs, baseline }: StepComparison): Omit<StepGroup, 'platforms'> {
  return { name: formatInstruction(name), reason, durationMs, before: baseline };
}

function isAlike(group: StepGroup, step: StepComparison): boolean {
  const { name, reason, durationMs, before } = describeStep(step);
  return (
    group.name === name &&
    group.before?.status === before?.status &&
    (before?.status === 'cached' || isAsLong(group.before?.durationMs ?? null, before?.durationMs ?? null)) &&
    isAsLong(group.durationMs, durationMs) &&
    JSON.stringify(group.reason?.names) === JSON.stringify(reason?.names) &&
    group.reason?.kind === reason?.kind
  );
}

function isAsLong(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= Math.max(AS_LONG.ms, AS_LONG.share * Math.max(a, b));
}
