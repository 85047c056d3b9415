import * as v from 'valibot';
import { LlbOpSchema, type LlbOp } from './llb-op.ts';

/** The steps that a build's result is made from: each after its inputs, so a walk along them ends. */
export interface BuildGraph {
  readonly steps: readonly GraphStep[];
  /** What was built. */
  readonly result: StepOutput;
}

export interface GraphStep {
  /** As the provenance calls it: `step3`. */
  readonly id: string;
  /** Among the graph's steps. */
  readonly place: number;
  readonly inputs: readonly StepOutput[];
  readonly op: LlbOp;
  /** As it was written; `undefined` where a step is the same on all. */
  readonly platform: unknown;
  /** The op as it was written, with all that is in it. */
  readonly written: unknown;
}

export interface StepOutput {
  /** Place among the graph's steps. */
  readonly step: number;
  readonly output: number;
}

/** A Dockerfile of a thousand instructions has some two thousand. */
const MOST_STEPS = 10_000;
const MOST_INPUTS = 50_000;

export const WrittenStepsSchema = v.pipe(
  v.array(
    v.object({
      id: v.string(),
      inputs: v.nullish(v.array(v.string()), []),
      op: v.looseObject({}),
    }),
  ),
  v.maxLength(MOST_STEPS),
);

/** `null`: they are no graph that BuildKit writes. */
export function readGraph(written: v.InferOutput<typeof WrittenStepsSchema>): BuildGraph | null {
  const places = new Map<string, number>();
  const steps: GraphStep[] = [];
  let inputCount = 0;
  for (const { id, inputs: names, op } of written) {
    const known = v.safeParse(LlbOpSchema, op);
    const inputs = names.flatMap((name) => readOutput(name, places) ?? []);
    inputCount += inputs.length;
    if (!known.success || inputs.length < names.length || inputCount > MOST_INPUTS || places.has(id)) return null;
    places.set(id, steps.length);
    steps.push({ id, place: steps.length, inputs, op: known.output, platform: op['platform'], written: op });
  }
  const last = steps.at(-1);
  const [result] = last?.op.kind === 'result' ? last.inputs : [];
  return result === undefined ? null : { steps, result };
}

/** `step3:0`, of a step that stands before. */
function readOutput(name: string, places: ReadonlyMap<string, number>): StepOutput | null {
  const [, id = '', output = ''] = /^(.*):(\d{1,4})$/.exec(name) ?? [];
  const step = places.get(id);
  return step === undefined ? null : { step, output: Number(output) };
}
