import { identifySource } from '../steps/source-identity.ts';
import { formatTakenPath } from './taken-path.ts';
import type { GraphStep } from '../steps/build-graph.ts';
import type { ContextInput } from '../origins/image-origin.ts';
import type { FileCopy, LlbOp } from '../steps/llb-op.ts';
import type { Provenance } from '../origins/provenance.ts';

/** Paths by the name of their context. */
type Taken = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: Taken = new Map();

/** Beyond it, all of the context counts as taken. */
const MOST_PATHS = 200;
const LONGEST_PATH = 1024;
const MOST_CONTEXTS = 50;
const LONGEST_NAME = 255;
/** Of paths that are put together over all steps. */
const MOST_WORK = 2_000_000;

interface StepInput {
  readonly step: GraphStep;
  /** Among the step's inputs. */
  readonly at: number;
  readonly from: GraphStep | undefined;
  /** What went into `from`. */
  readonly below: Taken;
  readonly provenance: Provenance;
}

/**
 * What each step takes of build contexts, in the order of the steps: by itself, and through all that it is made from.
 * `null`: not known.
 */
export function collectInputs(provenance: Provenance): readonly (readonly ContextInput[] | null)[] {
  const steps = provenance.graph?.steps ?? [];
  const taken: Taken[] = [];
  let work = 0;
  for (const step of steps) {
    const parts = new Set(
      step.inputs.map(({ step: place }, at) =>
        takeInput({ step, at, from: steps[place], below: taken[place] ?? NOTHING, provenance }),
      ),
    );
    const [only = NOTHING, ...others] = [...parts].filter(({ size }) => size > 0);
    for (const part of [only, ...others]) for (const [, paths] of part) work += paths.size;
    if (work > MOST_WORK) return steps.map(() => null);
    taken.push(others.length === 0 ? only : unite([only, ...others]));
  }
  return taken.map(listInputs);
}

/** What each step takes of build contexts by itself, in the order of the steps. `null`: not known. */
export function listDirectInputs(provenance: Provenance): readonly (readonly ContextInput[] | null)[] {
  const steps = provenance.graph?.steps ?? [];
  return steps.map((step) => {
    const parts = step.inputs.map(({ step: place }, at) =>
      takeInput({ step, at, from: steps[place], below: NOTHING, provenance }),
    );
    return listInputs(unite(parts));
  });
}

function takeInput({ step, at, from, below, provenance }: StepInput): Taken {
  const source = from?.op.kind === 'source' ? identifySource(from.op, provenance) : null;
  if (source?.kind !== 'context') return below;
  return new Map([[source.name, new Set(listTaken(step.op, at))]]);
}

/** What a step takes of its input, '' for all of it: also where it does not say what it wants with it. */
function listTaken(op: LlbOp, at: number): readonly string[] {
  if (op.kind === 'exec') {
    const mounts = op.mounts.filter(({ input }) => input === at);
    return mounts.length === 0 ? [''] : mounts.map(({ selector }) => escapeWildcards(cleanPath(selector)));
  }
  if (op.kind !== 'file') return [''];
  const actions = op.actions.filter(({ input, secondaryInput }) => input === at || secondaryInput === at);
  if (actions.length === 0) return [''];
  return actions.flatMap(({ secondaryInput, copy }) =>
    secondaryInput === at && copy !== null ? listCopied(copy) : [''],
  );
}

function listCopied({ source, hasWildcards, includes, excludes }: FileCopy): readonly string[] {
  const path = hasWildcards ? cleanPath(source) : escapeWildcards(cleanPath(source));
  // What is left out is told from `path` on, and `**`, of any number of folders, is in no path: all but that is left out.
  if (excludes.length > 0 || includes.some((pattern) => pattern.includes('**'))) {
    const others = includes.some((pattern) => pattern.startsWith('!')) ? [] : includes;
    const only = others.length === 0 ? [] : ['**', ...others.map((pattern) => `!${pattern}`)];
    return [formatTakenPath({ path, excludes: [...only, ...excludes] })];
  }
  return includes.length === 0
    ? [path]
    : includes.map((pattern) =>
        pattern.startsWith('!') ? path : [path, cleanPath(pattern)].filter((part) => part !== '').join('/'),
      );
}

function cleanPath(path: string): string {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/');
}

function escapeWildcards(path: string): string {
  return path.replace(/[\\*?[]/g, (character) => `\\${character}`);
}

function unite(parts: readonly Taken[]): Taken {
  const united = new Map<string, Set<string>>();
  for (const part of parts) {
    for (const [context, paths] of part) {
      united.set(context, new Set([...(united.get(context) ?? []), ...paths]));
    }
  }
  return new Map([...united].map(([context, paths]) => [context, paths.size > MOST_PATHS ? new Set(['']) : paths]));
}

function listInputs(taken: Taken): readonly ContextInput[] | null {
  if (taken.size > MOST_CONTEXTS || [...taken.keys()].some((name) => name.length > LONGEST_NAME)) return null;
  return [...taken]
    .map(([context, paths]) => ({ context, paths: boundPaths([...paths]) }))
    .sort((a, b) => (a.context < b.context ? -1 : 1));
}

function boundPaths(paths: readonly string[]): readonly string[] {
  const isAll = paths.length > MOST_PATHS || paths.some((path) => path === '' || path.length > LONGEST_PATH);
  return isAll ? [''] : paths.toSorted();
}
