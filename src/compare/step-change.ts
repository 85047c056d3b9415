import { listTouched, touches } from './touches.ts';
import { isSame } from './placed-step.ts';
import type { StepReason } from './comparison.ts';
import type { BuildStep } from '../build/build-record.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import { OWN_CONTEXT, type ContextInput } from '../build/origins/image-origin.ts';

/** What is the matter with a step itself, whatever it is made from. */
export type StepChange =
  | { readonly kind: 'changed'; readonly reason: StepReason }
  /** All of it is known, and as it was. */
  | { readonly kind: 'same' }
  | { readonly kind: 'unknown' };

const MOST_NAMES = 3;

/** The first that holds: each would be enough for it to run. */
export function findChange(step: BuildStep, before: BuildStep, changes: ContextChanges | null): StepChange {
  const reason =
    findInstruction(step, before) ?? findArguments(step, before) ?? findFiles(step, changes) ?? findImage(step, before);
  if (reason !== null) return { kind: 'changed', reason };
  const isKnown =
    step.own !== null &&
    step.own === before.own &&
    isSameList(step.variables, before.variables) &&
    isSameList(step.images, before.images) &&
    step.images?.every(({ digest }) => digest !== null) === true &&
    isSameInputs(step.inputs, before.inputs, changes);
  return { kind: isKnown ? 'same' : 'unknown' };
}

/** In other words and another operation. Where the words are the same, whose doing it is cannot be told: a SHELL, a USER, another BuildKit. */
function findInstruction(step: BuildStep, before: BuildStep): StepReason | null {
  if (isSame(step, before)) return null;
  // What BuildKit calls a step has values in it.
  const isWritten = step.source !== null && before.source !== null;
  return isWritten ? { kind: 'instruction', names: [], step: null } : null;
}

function findArguments(step: BuildStep, before: BuildStep): StepReason | null {
  const names = listChangedVariables(step, before).flatMap(({ name, kind }) => (kind === 'argument' ? [name] : []));
  return names.length === 0 ? null : { kind: 'argument', names: names.slice(0, MOST_NAMES), step: null };
}

function findFiles({ inputs }: BuildStep, changes: ContextChanges | null): StepReason | null {
  if (changes === null) return null;
  const names = listTouched(listOwnPaths(inputs), changes.changed);
  return names.length === 0 ? null : { kind: 'file', names: names.slice(0, MOST_NAMES), step: null };
}

/** Another one, or the same name that stands for another one. */
function findImage(step: BuildStep, before: BuildStep): StepReason | null {
  if (step.images === null || step.images.length !== before.images?.length) return null;
  for (const [index, image] of step.images.entries()) {
    const was = before.images[index];
    if (was === undefined) continue;
    if (was.reference !== image.reference) {
      return { kind: 'base', names: [was.reference, image.reference], step: null };
    }
    if (was.digest !== null && image.digest !== null && was.digest !== image.digest) {
      return { kind: 'base', names: [image.reference], step: null };
    }
  }
  return null;
}

/** What an ENV sets; and an argument that is new or gone, for its ARG was written or taken out. To be asked where no image moved, which brings variables too. */
export function findEnvironment(step: BuildStep, before: BuildStep): StepReason | null {
  if (step.variables === null || before.variables === null) return null;
  const kept = new Set(step.variables.map(({ name }) => name));
  const known = new Set(before.variables.map(({ name }) => name));
  const changed = [
    ...listChangedVariables(step, before),
    ...step.variables.filter(({ name }) => !known.has(name)),
    ...before.variables.filter(({ name }) => !kept.has(name)),
  ];
  const names = changed.flatMap(({ name, kind }) => {
    if (kind === 'env') return [`ENV ${name}`];
    return kind === 'argument' ? [`ARG ${name}`] : [];
  });
  return names.length === 0 ? null : { kind: 'instruction', names: names.slice(0, MOST_NAMES), step: null };
}

/** Those that both have. */
function listChangedVariables(step: BuildStep, before: BuildStep): NonNullable<BuildStep['variables']> {
  const hashes = new Map(before.variables?.map(({ name, hash }) => [name, hash]));
  return step.variables?.filter(({ name, hash }) => (hashes.get(name) ?? hash) !== hash) ?? [];
}

function isSameList<Item>(a: readonly Item[] | null, b: readonly Item[] | null): boolean {
  return a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
}

function isSameInputs(
  inputs: readonly ContextInput[] | null,
  before: readonly ContextInput[] | null,
  changes: ContextChanges | null,
): boolean {
  if (!isSameList(inputs, before) || inputs === null) return false;
  if (inputs.some(({ context }) => context !== OWN_CONTEXT)) return false;
  const own = listOwnPaths(inputs);
  if (own.length === 0) return true;
  return changes !== null && !touches(own, [...changes.changed, ...changes.unknown]);
}

function listOwnPaths(inputs: readonly ContextInput[] | null): readonly string[] {
  return inputs?.flatMap(({ context, paths }) => (context === OWN_CONTEXT ? paths : [])) ?? [];
}
