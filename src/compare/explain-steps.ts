import { findChange, findEnvironment, type StepChange } from './step-change.ts';
import type { StepReason } from './comparison.ts';
import type { StepPair } from './pair-steps.ts';
import type { BuildStep } from '../build/build-record.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';

/** What both builds recorded, and what git says of the files between them. */
export interface StepFactsOfBoth {
  readonly head: readonly BuildStep[];
  readonly baseline: readonly BuildStep[];
  /** Of the head's steps, in their order. */
  readonly pairs: readonly (StepPair | null)[];
  /** `null`: not known. */
  readonly changes: ContextChanges | null;
}

/** What `no-cache` and `no-cache-filters` do. */
const REFUSED: StepReason = { kind: 'cache', names: ['no-cache'], step: null };

/**
 * Why each of the head's steps was not in the cache that the baseline's build left: the first cause on the way down to it. `null`: it came
 * from the cache, the baseline has no such step, or there is no telling. Nothing is guessed: what is named would have been
 * enough by itself.
 */
export function explainSteps(facts: StepFactsOfBoth): (StepReason | null)[] {
  const reasons: (StepReason | null)[] = [];
  for (const [place, step] of facts.head.entries()) {
    const pair = facts.pairs[place] ?? null;
    // A step stands behind those that it is made from: their reasons are there.
    reasons.push(step.status === 'cached' || pair === null ? null : explain(step, pair, reasons, facts));
  }
  return reasons;
}

function explain(
  step: BuildStep,
  { step: before }: StepPair,
  reasons: readonly (StepReason | null)[],
  facts: StepFactsOfBoth,
): StepReason | null {
  if (step.ignoresCache === true) return REFUSED;
  const change = findChange(step, before, facts.changes);
  if (change.kind === 'changed') return change.reason;
  const below = findBelow(step, before, reasons, facts);
  // That an earlier step was not in the cache does not make this one another: it was not there either.
  if (below.kind === 'changed' && below.reason.kind !== 'cache') return below.reason;
  const environment = findEnvironment(step, before);
  if (environment !== null) return environment;
  if (change.kind === 'unknown' || below.kind === 'unknown' || step.ignoresCache !== false) return null;
  return below.kind === 'changed' ? below.reason : { kind: 'cache', names: [], step: null };
}

const UNKNOWN: StepChange = { kind: 'unknown' };

/** What became of the steps that it is made from. */
function findBelow(
  step: BuildStep,
  before: BuildStep,
  reasons: readonly (StepReason | null)[],
  facts: StepFactsOfBoth,
): StepChange {
  if (step.needs === null || before.needs === null) return UNKNOWN;
  // The step before it in its stage first: of another stage it may take what is as it was.
  const ownStage = (need: number): number => (facts.head[need]?.stage === step.stage ? 0 : 1);
  const roots = step.needs.toSorted((a, b) => ownStage(a) - ownStage(b)).map((need) => findRoot(need, reasons, facts));
  const known = roots.flatMap((root) => (typeof root === 'object' ? [root] : []));
  const [told] = known.filter(({ kind }) => kind !== 'cache');
  if (told !== undefined) return { kind: 'changed', reason: told };
  const gone = findGone(step, before, facts);
  if (gone !== null) return { kind: 'changed', reason: gone };
  if (roots.includes('unknown') || !isSameBelow(step, before, facts)) return UNKNOWN;
  const [lost] = known;
  return lost === undefined ? { kind: 'same' } : { kind: 'changed', reason: lost };
}

type Root = StepReason | 'cached' | 'unknown';

/** Why a step ran, as it is told of those that are made from it. */
function findRoot(
  place: number,
  reasons: readonly (StepReason | null)[],
  { head, baseline, pairs }: StepFactsOfBoth,
): Root {
  const step = head[place];
  if (step === undefined || place >= reasons.length) return 'unknown';
  if (step.status === 'cached') return 'cached';
  if ((pairs[place] ?? null) === null) {
    // What the baseline has in another stage did only move.
    const isNew = baseline.length > 0 && baseline.every(({ name }) => name !== step.name);
    return isNew ? { kind: 'step', names: [step.name], step: place } : 'unknown';
  }
  const reason = reasons[place] ?? null;
  if (reason === null) return 'unknown';
  if (reason.step !== null || reason.kind === 'step' || reason.kind === 'cache') return reason;
  const isOwn = reason.kind === 'instruction' && reason.names.length === 0;
  return isOwn ? { kind: 'step', names: [step.name], step: place } : { ...reason, step: place };
}

/** A step that stood between them on the baseline, and stands nowhere now. */
function findGone(
  { needs }: BuildStep,
  before: BuildStep,
  { baseline, pairs, head }: StepFactsOfBoth,
): StepReason | null {
  const kept = new Set(pairs.flatMap((pair) => (pair === null ? [] : [pair.place])));
  const names = new Set(head.map(({ name }) => name));
  const left = new Set(needs?.map((need) => pairs[need]?.place));
  for (const place of before.needs ?? []) {
    const was = baseline[place];
    if (was === undefined || left.has(place) || kept.has(place) || names.has(was.name)) continue;
    return { kind: 'step', names: [was.name], step: null };
  }
  return null;
}

function isSameBelow({ needs }: BuildStep, before: BuildStep, { pairs }: StepFactsOfBoth): boolean {
  const own = needs?.map((need) => pairs[need]?.place ?? -1).toSorted((a, b) => a - b);
  return JSON.stringify(own) === JSON.stringify(before.needs?.toSorted((a, b) => a - b));
}
