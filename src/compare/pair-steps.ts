import { pairStages } from './pair-stages.ts';
import { pairInstructions } from './pair-instructions.ts';
import { isSame, type PlacedStep } from './placed-step.ts';
import type { BuildStep } from '../build/build-record.ts';

/** The baseline's step that one of the head's was. */
export interface StepPair {
  readonly step: BuildStep;
  /** Among the baseline's steps. */
  readonly place: number;
  /** False: another instruction, whose place the head's took. */
  readonly isSame: boolean;
}

/** Platforms that builds for one platform do not name; `null`: not known, or the build names its own. */
export interface UnnamedPlatforms {
  readonly head: string | null;
  readonly baseline: string | null;
}

const NOT_KNOWN: UnnamedPlatforms = { head: null, baseline: null };

/**
 * The baseline's step that each of the head's steps was, in their order: by platform, stage and instruction, across builds
 * never by digest. What lines it stands in does not count, nor what its stage is called; an instruction that was edited
 * is paired with the one whose place it took. `null`: it had none.
 */
export function pairSteps(
  head: readonly BuildStep[],
  baseline: readonly BuildStep[],
  unnamed: UnnamedPlatforms = NOT_KNOWN,
): (StepPair | null)[] {
  const pairs: (StepPair | null)[] = head.map(() => null);
  const theirs = listByPlatform(baseline, unnamed.baseline);
  for (const [platform, places] of listByPlatform(head, unnamed.head)) {
    const others = theirs.get(platform) ?? theirs.get('') ?? (platform === '' ? [...theirs.values()][0] : undefined);
    if (others === undefined) continue;
    for (const [own, other] of pairStages(pickSteps(head, places), pickSteps(baseline, others))) {
      for (const [ours, before] of pairInstructions(own, other)) {
        // A step that several platforms share is met with each of them.
        pairs[ours.place] ??= { ...before, isSame: isSame(ours.step, before.step) };
      }
    }
  }
  return pairs;
}

function pickSteps(steps: readonly BuildStep[], places: readonly number[]): PlacedStep[] {
  return places.flatMap((place) => {
    const step = steps[place];
    return step === undefined ? [] : [{ step, place }];
  });
}

/** Places of the steps that each platform is made from: those that several share stand under one of them only. '': not known. */
function listByPlatform(steps: readonly BuildStep[], unnamed: string | null): Map<string, number[]> {
  const named = steps.map(({ platform }) => platform ?? unnamed ?? '');
  const found = new Map<string, number[]>();
  for (const platform of new Set(named)) {
    const waiting = [...steps.keys()].filter((place) => named[place] === platform);
    const reached = new Set(waiting);
    for (const place of reached)
      for (const need of steps[place]?.needs ?? []) if (need < steps.length) reached.add(need);
    found.set(
      platform,
      [...reached].sort((a, b) => a - b),
    );
  }
  return found;
}
