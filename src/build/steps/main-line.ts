import type { BuildGraph, GraphStep, StepOutput } from './build-graph.ts';

/** What an image is made of, layer by layer. */
export interface MainLine {
  /** The source that it stands on; `null`: it begins with nothing. */
  readonly base: GraphStep | null;
  /** Steps that made a layer each, the lowest first. */
  readonly layers: readonly GraphStep[];
  /** Outputs of steps on the way, by name (`step3:0`), with how many of `layers` lie above each. */
  readonly marks: readonly { readonly output: string; readonly above: number }[];
}

/** As many as an image may have (`LIMITS.layers`). */
const MOST_LAYERS = 1000;
/** A merge of merges of nothing makes none, and may name itself as often as it likes. */
const MOST_VISITS = 20_000;

/** Follows the result down to what it stands on. `null`: what makes its layers cannot be told. */
export function findMainLine({ steps, result }: BuildGraph): MainLine | null {
  const layers: GraphStep[] = [];
  const marks: { output: string; above: number }[] = [];
  // Those of a merge that are yet to be followed, the topmost last.
  const waiting: StepOutput[] = [result];
  for (let visits = 0; visits < MOST_VISITS; visits += 1) {
    const top = waiting.pop();
    if (top === undefined) return { base: null, layers: layers.reverse(), marks };
    const step = steps[top.step];
    if (step === undefined) return null;
    // All that lies below what is still to be followed is no part of it.
    if (waiting.length === 0) marks.push({ output: `${step.id}:${top.output}`, above: layers.length });
    if (step.op.kind === 'source') {
      // An image's layers under those of another: then the base is not at the bottom.
      const isBase = IMAGE.test(step.op.identifier) && waiting.length === 0;
      return isBase ? { base: step, layers: layers.reverse(), marks } : null;
    }
    const below = findBelow(step, top.output);
    if (below === null || layers.length >= MOST_LAYERS) return null;
    if (step.op.kind !== 'merge') layers.push(step);
    waiting.push(...below);
  }
  return null;
}

const IMAGE = /^(?:docker-image|oci-layout):\/\//;

/** What an output of a step stands on, the lowest first; none: on nothing. `null`: cannot be told. */
function findBelow({ op, inputs }: GraphStep, output: number): readonly StepOutput[] | null {
  switch (op.kind) {
    case 'exec':
      return takeInput(inputs, op.mounts.find((mount) => mount.output === output)?.input);
    case 'file': {
      let action = op.actions.find((candidate) => candidate.output === output);
      // An action may be done on what an earlier one left.
      for (let earlier = op.actions.length; action !== undefined && action.input >= inputs.length;) {
        const place = action.input - inputs.length;
        if (place >= earlier) return null;
        earlier = place;
        action = op.actions[place];
      }
      return takeInput(inputs, action?.input);
    }
    case 'merge': {
      const merged = op.inputs.map((place) => takeInput(inputs, place));
      return merged.some((below) => below === null) ? null : merged.flatMap((below) => below ?? []);
    }
    case 'source':
    case 'result':
    case 'other':
      return null;
  }
}

function takeInput(inputs: readonly StepOutput[], place: number | undefined): readonly StepOutput[] | null {
  if (place === -1) return [];
  const input = place === undefined ? undefined : inputs[place];
  return input === undefined ? null : [input];
}
