import { hashText } from '../context/hash-text.ts';
import type { BuildStep } from '../build-record.ts';
import type { ContextInput } from '../origins/image-origin.ts';
import type { StepFacts, StepImage } from './step-facts.ts';
import type { Vertex } from './vertex.ts';

/** What a step is made of and from, with all that BuildKit put between it and other steps. */
export type JoinedFacts = Pick<BuildStep, 'images' | 'own' | 'variables' | 'inputs'> & {
  /** Digests of the steps that it is made from directly. */
  readonly needs: readonly string[];
};

const MOST_IMAGES = 50;
const MOST_NEEDS = 200;
const MOST_INPUTS = 200;
/** Of a thousand steps, each on some vertices that are none: what does more is no build. */
const MOST_VISITS = 500_000;

/**
 * Tells of a step by its digest: what stands between it and the next steps (images, contexts, files written in the
 * Dockerfile, layers put over each other) is a part of it. `null`: it is too much.
 */
export function openFacts(
  vertices: readonly Vertex[],
  facts: ReadonlyMap<string, StepFacts>,
  isStep: (digest: string) => boolean,
): (digest: string) => JoinedFacts | null {
  const inputsOf = new Map(vertices.map(({ digest, inputs }) => [digest, inputs]));
  let visits = 0;
  return (digest) => {
    const parts = new Set([digest]);
    const needs = new Set<string>();
    for (const part of parts) {
      visits += 1;
      if (visits > MOST_VISITS) return null;
      for (const input of inputsOf.get(part) ?? []) (isStep(input) ? needs : parts).add(input);
    }
    if (needs.size > MOST_NEEDS) return null;
    return {
      needs: [...needs],
      ...unite(
        [...parts].map((part) => facts.get(part) ?? null),
        facts.get(digest),
      ),
    };
  };
}

const UNKNOWN = { images: null, own: null, variables: null, inputs: null };

function unite(
  parts: readonly (StepFacts | null)[],
  step: StepFacts | undefined,
): Pick<JoinedFacts, 'images' | 'own' | 'variables' | 'inputs'> {
  const known = parts.flatMap((part) => part ?? []);
  if (step === undefined || known.length < parts.length) return UNKNOWN;
  const images = new Map<string, StepImage>();
  for (const image of known.flatMap((part) => part.images)) images.set(JSON.stringify(image), image);
  const own = known.map((part) => part.own);
  return {
    images: images.size > MOST_IMAGES ? null : [...images.values()],
    own: own.includes(null) ? null : hashText(JSON.stringify(own.filter((one) => one !== ''))),
    variables: step.variables,
    inputs: uniteInputs(known),
  };
}

function uniteInputs(parts: readonly StepFacts[]): readonly ContextInput[] | null {
  const paths = new Map<string, Set<string>>();
  for (const { inputs } of parts) {
    if (inputs === null) return null;
    for (const input of inputs)
      paths.set(input.context, new Set([...(paths.get(input.context) ?? []), ...input.paths]));
  }
  if (paths.size > MOST_INPUTS) return null;
  return [...paths].map(([context, all]) => ({ context, paths: all.size > MOST_INPUTS ? [''] : [...all] }));
}
