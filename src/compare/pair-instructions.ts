import { nameKeyword, nameProgram } from './instruction.ts';
import { listGaps, pairByTies, sameKey, sameKeys } from './pair-by-ties.ts';
import type { PlacedStep } from './placed-step.ts';

type Pair = readonly [PlacedStep, PlacedStep];

/**
 * Pairs the steps of two stages: all that are the same, those that keep their order first, and in the gaps that these
 * leave what begins alike, or stands alone there. The same instruction may stand twice.
 */
export function pairInstructions(head: readonly PlacedStep[], baseline: readonly PlacedStep[]): Pair[] {
  const inOrder = sameKey<PlacedStep>(({ step }) => step.name)(head, baseline);
  const moved = pairMoved(leaveOut(head, inOrder, 0), leaveOut(baseline, inOrder, 1));
  const elsewhere = new Set(moved.flat());
  const isHere = (placed: PlacedStep): boolean => !elsewhere.has(placed);
  const edited = listGaps(head, baseline, inOrder).flatMap(([own, other]) =>
    pairByTies(own.filter(isHere), other.filter(isHere), TIES),
  );
  return [...inOrder, ...moved, ...edited];
}

/** Of what is not said alike, the strongest first: the same operation, the same program, as many of the same kinds. */
const TIES = [
  sameKey<PlacedStep>(({ step }) => step.own),
  sameKey<PlacedStep>(({ step }) => nameProgram(step.name)),
  sameKeys<PlacedStep>(({ step }) => nameKeyword(step.name)),
];

/** What stands elsewhere now: the first of those alike with the first. */
function pairMoved(head: readonly PlacedStep[], baseline: readonly PlacedStep[]): Pair[] {
  const waiting = new Map<string, PlacedStep[]>();
  for (const placed of baseline) waiting.set(placed.step.name, [...(waiting.get(placed.step.name) ?? []), placed]);
  return head.flatMap((placed): Pair[] => {
    const before = waiting.get(placed.step.name)?.shift();
    return before === undefined ? [] : [[placed, before]];
  });
}

function leaveOut(steps: readonly PlacedStep[], pairs: readonly Pair[], side: 0 | 1): PlacedStep[] {
  const said = new Set(pairs.map((pair) => pair[side]));
  return steps.filter((placed) => !said.has(placed));
}
