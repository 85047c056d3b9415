import { plural } from '../against.ts';
import { formatDuration } from '../text/duration.ts';
import { formatSource } from '../causes/name-layer.ts';
import { formatReason } from '../causes/reason.ts';
import { code, say, type Text } from '../text/text.ts';
import type { StepComparison, StepReason } from '../../compare/comparison.ts';
import { formatInstruction } from '../../compare/instruction.ts';

/** Below this what ran again is nobody's concern. */
const WORTH_SAYING_MS = 1000;

/** Characters of an instruction in a sentence that says more than it. */
const MOST_OF_AN_INSTRUCTION = 80;

/** Steps that lost their cache for one reason. */
interface LostGroup {
  readonly reason: StepReason | null;
  /** In the order of the build; the platforms of a step run side by side and are one. */
  readonly steps: readonly LostStep[];
  readonly durationMs: number;
}

interface LostStep {
  readonly step: StepComparison;
  readonly durationMs: number;
}

/**
 * Which steps were cached on the baseline and ran now, and why: a sentence a reason, the dearest first. `RUN go mod
 * download` (`Dockerfile:8`) and 1 step after it lost their cache because `go.sum` changed: 42 s.
 */
export function formatLostSteps(steps: readonly StepComparison[], most: number): Text[] {
  const groups = groupLost(steps).filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS);
  return groups.slice(0, most).map((group) => formatGroup(group, steps));
}

function formatGroup(group: LostGroup, steps: readonly StepComparison[]): Text {
  const took = formatDuration(group.durationMs);
  if (group.reason?.kind === 'cache') return formatNotCached(group.reason, group.steps.length, took, steps);
  const [first, ...others] = listTold(group.steps);
  if (first === undefined) {
    return say`${plural(group.steps.length, 'short step')} lost their cache${formatWhy(group.reason, steps)}: ${took}.`;
  }
  const { step, durationMs } = first;
  const why = formatWhy(step.reason, steps);
  return others.length === 0
    ? say`${nameStep(step)} lost its cache${why}: ${formatDuration(durationMs)}.`
    : say`${nameStep(step)} and ${plural(others.length, 'step')} after it lost their cache${why}: ${took}.`;
}

/** Those that took time: the first is the one nearest to the cause. */
function listTold(steps: readonly LostStep[]): readonly LostStep[] {
  return steps.filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS);
}

function formatWhy(reason: StepReason | null, steps: readonly StepComparison[]): Text {
  return reason === null ? say`` : say` because ${formatReason(reason, steps)}`;
}

/** Nothing changed: it is said once, not of each step. */
function formatNotCached(reason: StepReason, count: number, took: string, steps: readonly StepComparison[]): Text {
  if (reason.names.length > 0) {
    return say`${plural(count, 'step')} ${count === 1 ? 'was' : 'were'} not to be taken from the cache: ${took}.`;
  }
  // How many that are stands before it.
  if (steps.every(({ status }) => status !== 'cached')) return say`The cache had nothing for this build: ${took}.`;
  return say`The cache did not have all of this build: ${plural(count, 'step')} ran, ${took}.`;
}

function nameStep({ name, source }: StepComparison): Text {
  const instruction = code(formatInstruction(name), MOST_OF_AN_INSTRUCTION);
  return source === null ? instruction : say`${instruction} (${formatSource(source)})`;
}

interface OpenGroup {
  readonly reason: StepReason | null;
  /** By its name; what took longest of its platforms. */
  readonly steps: Map<string, LostStep>;
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
    const group = groups.get(key) ?? { reason, steps: new Map<string, LostStep>() };
    groups.set(key, group);
    if ((group.steps.get(name)?.durationMs ?? -1) < durationMs) group.steps.set(name, { step, durationMs });
  }
  return [...groups.values()]
    .map(({ reason, steps: lost }) => {
      const all = [...lost.values()];
      return { reason, steps: all, durationMs: all.reduce((sum, one) => sum + one.durationMs, 0) };
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
