import { formatCanonical } from './canonical-json.ts';
import { readDeclaredVariables } from './declared-variables.ts';
import { hashText } from '../context/hash-text.ts';
import { formatRequest } from './source-identity.ts';
import type { GraphStep } from './build-graph.ts';
import type { Provenance } from '../origins/provenance.ts';

/**
 * Of a step's op: what does not say what is done (`constraints`), what reaches the network (`proxy_env`), times, which are
 * no change of a file, and the environment, which is told apart.
 */
const OMITTED = new Set(['constraints', 'proxy_env', 'timestamp', 'env']);

/**
 * A hash a step, in their order, over what it does and over all that it is made from: equal in two builds where that is the same,
 * but for what the tags of base images stood for, and for the files of build contexts. `null`: not known. Build
 * arguments are in it, as in the step, and cannot be read out of it.
 */
export function hashRecipes(provenance: Provenance): readonly (string | null)[] {
  const declared = readDeclaredVariables(provenance.files);
  const recipes: (string | null)[] = [];
  for (const step of provenance.graph?.steps ?? []) {
    const own =
      step.op.kind === 'source'
        ? formatRequest(step, provenance)
        : formatCanonical([step.written, listOwnVariables(step, declared)], OMITTED);
    const inputs = step.inputs.map((input) => [recipes[input.step] ?? null, input.output]);
    const isKnown = own !== null && inputs.every(([recipe]) => recipe !== null);
    recipes.push(isKnown ? hashText(JSON.stringify([own, inputs])) : null);
  }
  return recipes;
}

/** As `OMITTED`, with times, which do make it another step. */
const OMITTED_OF_OWN = new Set([...OMITTED].filter((name) => name !== 'timestamp'));

/** Of what a step does, but for its environment and for what it is made from; `null`: not known. */
export function hashOwnOp({ written }: GraphStep): string | null {
  const own = formatCanonical(written, OMITTED_OF_OWN);
  return own === null ? null : hashText(own);
}

/** The environment that a base image brings moves with it: `GOLANG_VERSION=1.26.1`. */
function listOwnVariables({ op }: GraphStep, declared: ReadonlyMap<string, unknown> | null): readonly string[] {
  if (op.kind !== 'exec') return [];
  return op.environment.filter((variable) => declared?.has(variable.replace(/=.*$/s, '')) ?? true);
}
