import { plural } from './against.ts';
import { formatDuration } from './duration.ts';
import { formatSource } from './name-layer.ts';
import { formatReason } from './reason.ts';
import { code, say, type Text } from './text.ts';
import type { StepComparison, StepReason } from '../compare/comparison.ts';
import { formatInstruction } from '../compare/instruction.ts';

/** Below this what ran again is nobody's concern. */
const WORTH_SAYING_MS = 1000;

/** Characters of an instruction in a sentence that says more than it. */
const MOST_OF_AN_INSTRUCTION = 80;

/** Steps that lost their cache for one reason, the longest first. */
interface LostGroup {
  readonly reason: StepReason | null;
  /** The platforms of a step run side by side and are one. */
  readonly steps: readonly LostStep[];
  readonly durationMs: number;
}

interface LostStep {
  readonly step: StepComparison;
  readonly durationMs: number;
}

/**
 * Which steps were cached on the baseline and ran now, and why: a sentence a reason, the dearest first. `RUN go mod
 * download` (`Dockerfile:8`) lost its cache because `go.sum` changed: 11 s.
 */
export function formatLostSteps(steps: readonly StepComparison[], most: number): Text[] {
  const groups = groupLost(steps).filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS);
  return groups.slice(0, most).map((group) => formatGroup(group, steps));
}

function formatGroup({ reason, steps: lost, durationMs }: LostGroup, steps: readonly StepComparison[]): Text {
  const took = formatDuration(durationMs);
  if (reason?.kind === 'cache') return formatNotCached(reason, lost.length, took, steps);
  const [longest] = lost;
  const told = lost.filter((one) => one.durationMs >= WORTH_SAYING_MS);
  if (longest === undefined || (lost.length > 1 && told.length !== 1)) {
    return say`${plural(lost.length, 'step')} lost their cache${formatWhy(reason, steps)}: ${took}.`;
  }
  return say`${nameStep(longest.step)} lost its cache${formatWhy(longest.step.reason, steps)}: ${took}.`;
}

function formatWhy(reason: StepReason | null, steps: readonly StepComparison[]): Text {
  return reason === null ? say`` : say` because ${formatReason(reason, steps)}`;
}

/** Nothing changed: it is said once, not of each step. */
function formatNotCached(reason: StepReason, count: number, took: string, steps: readonly StepComparison[]): Text {
  if (reason.names.length > 0) {
    return say`${plural(count, 'step')} ${count === 1 ? 'was' : 'were'} not to be taken from the cache: ${took}.`;
  }
  const isAll = steps.every(({ status }) => status !== 'cached');
  const what = isAll ? say`The cache had nothing for this build` : say`The cache did not have all of this build`;
  return say`${what}: ${plural(count, 'step')} ran, ${took}.`;
}

function nameStep({ name, source }: StepComparison): Text {
  const instruction = code(formatInstruction(name), MOST_OF_AN_INSTRUCTION);
  return source === null ? instruction : say`${instruction} (${formatSource(source)})`;
}

interface OpenGroup {
  reason: StepReason | null;
  /** By its name. */
  longest: Map<string, LostStep>;
}

function groupLost(steps: readonly StepComparison[]): LostGroup[] {
  const groups = new Map<string, OpenGroup>();
  const isAbsent = steps.some((step) => isLost(step) && step.reason?.kind === 'cache');
  for (const [place, step] of steps.entries()) {
    const { name, status, durationMs } = step;
    // Where the cache was not there, what ran on the baseline too is part of it.
    const isPart = isLost(step) || (isAbsent && status === 'ran' && step.reason?.kind === 'cache');
    if (!isPart || durationMs === null) continue;
    const reason = findRoot(step, place);
    const key = JSON.stringify(reason === null ? name : [reason.kind, reason.names]);
    const group = groups.get(key) ?? { reason, longest: new Map<string, LostStep>() };
    // Of those it took along the reason says where it began.
    if (reason !== null && group.reason?.step === null) group.reason = reason;
    groups.set(key, group);
    if ((group.longest.get(name)?.durationMs ?? -1) < durationMs) group.longest.set(name, { step, durationMs });
  }
  return [...groups.values()]
    .map(({ reason, longest }) => {
      const lost = [...longest.values()].sort((a, b) => b.durationMs - a.durationMs);
      return { reason, steps: lost, durationMs: lost.reduce((sum, one) => sum + one.durationMs, 0) };
    })
    .sort((a, b) => b.durationMs - a.durationMs);
}

function isLost({ status, baseline }: StepComparison): boolean {
  return status === 'ran' && baseline?.status === 'cached';
}

/** A step whose own instruction changed is the reason of those after it. */
function findRoot({ name, reason }: StepComparison, place: number): StepReason | null {
  const isOwn = reason?.kind === 'instruction' && reason.names.length === 0;
  return isOwn ? { kind: 'step', names: [name], step: place } : reason;
}
