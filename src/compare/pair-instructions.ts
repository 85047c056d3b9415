import { align } from './align.ts';
import { formatInstruction } from './instruction.ts';
import type { PlacedStep } from './placed-step.ts';

type Pair = readonly [PlacedStep, PlacedStep];

/**
 * Pairs the steps of two stages: all that are the same, those that keep their order first, and in the gaps that these
 * leave what begins alike, or stands alone there. The same instruction may stand twice.
 */
export function pairInstructions(head: readonly PlacedStep[], baseline: readonly PlacedStep[]): Pair[] {
  const inOrder = pairByKey(head, baseline, ({ step }) => step.name);
  const moved = pairMoved(leaveOut(head, inOrder, 0), leaveOut(baseline, inOrder, 1));
  const elsewhere = new Set(moved.flat());
  const isHere = (placed: PlacedStep): boolean => !elsewhere.has(placed);
  const edited = listGaps(head, baseline, inOrder).flatMap(([own, other]) =>
    pairByTies(own.filter(isHere), other.filter(isHere), TIES),
  );
  return [...inOrder, ...moved, ...edited];
}

type Tie = (head: readonly PlacedStep[], baseline: readonly PlacedStep[]) => Pair[];

/** Of what is not said alike, the strongest first: the same operation, the same program, as many of the same kinds. */
const TIES: readonly Tie[] = [
  (head, baseline) => pairByKey(head, baseline, ({ step }) => step.own),
  (head, baseline) => pairByKey(head, baseline, nameProgram),
  (head, baseline) => {
    const isAlike = head.map(nameKeyword).join() === baseline.map(nameKeyword).join();
    return isAlike ? pairByKey(head, baseline, nameKeyword) : [];
  },
];

function pairByTies(head: readonly PlacedStep[], baseline: readonly PlacedStep[], ties: readonly Tie[]): Pair[] {
  const [tie, ...weaker] = ties;
  if (tie === undefined || head.length === 0 || baseline.length === 0) return [];
  const pairs = tie(head, baseline);
  const between = listGaps(head, baseline, pairs).flatMap(([own, other]) => pairByTies(own, other, weaker));
  return [...pairs, ...between];
}

function pairByKey(
  head: readonly PlacedStep[],
  baseline: readonly PlacedStep[],
  keyOf: (placed: PlacedStep) => string | null,
): Pair[] {
  return align(head.map(keyOf), baseline.map(keyOf)).flatMap(([own, other]): Pair[] => {
    const [a, b] = [head[own], baseline[other]];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

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

/** What lies between the pairs, before the first and behind the last. */
function listGaps(
  head: readonly PlacedStep[],
  baseline: readonly PlacedStep[],
  pairs: readonly Pair[],
): (readonly [PlacedStep[], PlacedStep[]])[] {
  const ends = pairs.map(([own, other]) => [head.indexOf(own), baseline.indexOf(other)] as const);
  let from = 0;
  let otherFrom = 0;
  return [...ends, [head.length, baseline.length] as const].map(([to, otherTo]) => {
    const gap = [head.slice(from, to), baseline.slice(otherFrom, otherTo)] as const;
    from = to + 1;
    otherFrom = otherTo + 1;
    return gap;
  });
}

function nameKeyword({ step }: PlacedStep): string {
  return step.name.split(/\s/, 1)[0] ?? '';
}

/** `RUN npm` of `RUN --mount=type=cache,target=/c npm ci`. */
function nameProgram({ step }: PlacedStep): string {
  return formatInstruction(step.name)
    .split(' ')
    .filter((word) => !word.startsWith('--'))
    .slice(0, 2)
    .join(' ');
}
