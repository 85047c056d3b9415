import { isSame, type PlacedStep } from './placed-step.ts';

interface Stage {
  readonly name: string | null;
  readonly steps: readonly PlacedStep[];
}

/** What BuildKit calls a stage that the Dockerfile gives no name: by its place, which changes with the stages before it. */
const UNNAMED = /^stage-\d+$/;

/**
 * Pairs the stages of two builds of one platform, by the first that holds: the name that the Dockerfile gives them, the
 * same steps in the same order, the name that BuildKit gives them, that both are the last.
 */
export function pairStages(
  head: readonly PlacedStep[],
  baseline: readonly PlacedStep[],
): (readonly [readonly PlacedStep[], readonly PlacedStep[]])[] {
  const [own, other] = [listStages(head), listStages(baseline)];
  const [last, otherLast] = [own.at(-1), other.at(-1)];
  const ties: ((a: Stage, b: Stage) => boolean)[] = [
    (a, b) => a.name !== null && !UNNAMED.test(a.name) && a.name === b.name,
    (a, b) => a.steps.length === b.steps.length && a.steps.every(({ step }, at) => isSameAt(step, b, at)),
    (a, b) => a.name === b.name,
    (a, b) => a === last && b === otherLast,
  ];
  const pairs: (readonly [readonly PlacedStep[], readonly PlacedStep[]])[] = [];
  const waiting = new Set(other);
  const open = new Set(own);
  for (const isTied of ties) {
    for (const stage of open) {
      const found = [...waiting].find((candidate) => isTied(stage, candidate));
      if (found === undefined) continue;
      waiting.delete(found);
      open.delete(stage);
      pairs.push([stage.steps, found.steps]);
    }
  }
  return pairs;
}

function isSameAt(step: PlacedStep['step'], { steps }: Stage, at: number): boolean {
  const other = steps[at];
  return other !== undefined && isSame(step, other.step);
}

function listStages(steps: readonly PlacedStep[]): Stage[] {
  const stages = new Map<string | null, PlacedStep[]>();
  for (const placed of steps) stages.set(placed.step.stage, [...(stages.get(placed.step.stage) ?? []), placed]);
  return [...stages].map(([name, own]) => ({ name, steps: own }));
}
