import { isDigest, type Digest } from '../../image/digest.ts';
import { formatCanonical } from './canonical-json.ts';
import { listDirectInputs } from '../context/context-inputs.ts';
import { readDeclaredVariables, type VariableKind } from './declared-variables.ts';
import { hashText } from '../context/hash-text.ts';
import { identifySource } from './source-identity.ts';
import { hashOwnOp } from './step-recipes.ts';
import { listPlaces, readPlace } from './step-sources.ts';
import type { GraphStep } from './build-graph.ts';
import type { ContextInput } from '../origins/image-origin.ts';
import type { Provenance } from '../origins/provenance.ts';

/** What makes a vertex another one in another build, but for the vertices that it is made from. Texts are untrusted. */
export interface StepFacts {
  /** `''` of what only brings something in from outside; `null`: not known. */
  readonly own: string | null;
  readonly variables: readonly StepVariable[] | null;
  /** Of a vertex that brings an image in. */
  readonly images: readonly StepImage[];
  readonly inputs: readonly ContextInput[] | null;
}

export interface StepImage {
  /** In whole, without a digest: `docker.io/library/debian:12`. */
  readonly reference: string;
  /** Of what was taken; `null`: not known. */
  readonly digest: Digest | null;
}

export interface StepVariable {
  readonly name: string;
  /** Eight hexadecimal digits: enough to tell a change by, too few to read a value out of. */
  readonly hash: string;
  /** Who sets it: a build argument, an ENV of the Dockerfile, or the base image; `null`: there is no telling. */
  readonly kind: VariableKind | 'base' | null;
}

/** The argument that some steps have their times from, without an ARG. */
const EPOCH = 'SOURCE_DATE_EPOCH';

const HASH_CHARACTERS = 8;
const LONGEST_NAME = 255;
const MOST_VARIABLES = 200;
const LONGEST_REFERENCE = 1024;

/** By the digest of the vertex; none where the build's definition is not told. */
export function readStepFacts(provenance: Provenance): Map<string, StepFacts> {
  const facts = new Map<string, StepFacts>();
  const { graph } = provenance;
  if (graph === null) return facts;
  const inputs = listDirectInputs(provenance);
  const kinds = readDeclaredVariables(provenance.files);
  const placeOf = new Map(graph.steps.map(({ id, place }) => [id, place]));
  for (const [digest, id] of Object.entries(provenance.stepOf)) {
    const step = graph.steps[placeOf.get(id) ?? -1];
    if (step === undefined) continue;
    facts.set(
      digest,
      step.op.kind === 'source'
        ? readSource(step.op, provenance)
        : {
            own: hashOwnOp(step),
            variables: listVariables(step, kinds, provenance),
            images: [],
            inputs: inputs[step.place] ?? null,
          },
    );
  }
  return facts;
}

function readSource(op: Parameters<typeof identifySource>[0], provenance: Provenance): StepFacts {
  const source = identifySource(op, provenance);
  const nothing: StepFacts = { own: '', variables: [], images: [], inputs: [] };
  switch (source.kind) {
    case 'context':
      return nothing;
    case 'image': {
      const { reference, digest } = source;
      const resolved = isDigest(digest) ? digest : (provenance.images.get(reference) ?? null);
      return { ...nothing, images: [{ reference: reference.slice(0, LONGEST_REFERENCE), digest: resolved }] };
    }
    // Of a URL and of a repository only the place is known, and not what there is.
    case 'other':
      return { ...nothing, inputs: null };
  }
}

function listVariables(
  step: GraphStep,
  kinds: ReadonlyMap<string, VariableKind> | null,
  provenance: Provenance,
): readonly StepVariable[] | null {
  const pairs: (readonly [string, string])[] =
    step.op.kind === 'exec' ? step.op.environment.map(splitPair) : listNamedArguments(step, kinds, provenance);
  if (pairs.length > MOST_VARIABLES || pairs.some(([name]) => name.length > LONGEST_NAME)) return null;
  return pairs.map(([name, value]) => ({
    name,
    hash: hashText(value).slice(0, HASH_CHARACTERS),
    kind: name === EPOCH ? 'argument' : kinds === null ? null : (kinds.get(name) ?? 'base'),
  }));
}

function splitPair(pair: string): readonly [string, string] {
  const [name = ''] = pair.split('=', 1);
  return [name, pair.slice(name.length + 1)];
}

/** Build arguments that were given, and whose names stand in the instruction: it runs nothing, and has no environment. */
function listNamedArguments(
  step: GraphStep,
  kinds: ReadonlyMap<string, VariableKind> | null,
  provenance: Provenance,
): (readonly [string, string])[] {
  const instructions = listPlaces(provenance, step.id).map((place) => readPlace(place));
  const named = instructions.flatMap((text) => [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name));
  // An ENV of that name has its value from elsewhere.
  const names = new Set(named.filter((name) => kinds?.get(name) === 'argument'));
  if (/"timestamp":\d/.test(formatCanonical(step.written) ?? '')) names.add(EPOCH);
  return [...names].flatMap((name) => {
    const value = provenance.buildArguments.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}
