import { formatInstruction } from './instruction.ts';
import { touches } from './touches.ts';
import type { Cause } from './comparison.ts';
import type { SideOrigin } from './side-origin.ts';
import type { TracedPair } from './trace-layers.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import { OWN_CONTEXT, type LayerOrigin } from '../build/origins/image-origin.ts';
import { parseTakenPath } from '../build/context/taken-path.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';

type By = Cause['by'];

/** What tells this change from drift. */
export interface OriginFacts {
  readonly baseline: SideOrigin;
  readonly head: SideOrigin;
  /** `null`: not known. */
  readonly changes: ContextChanges | null;
  readonly contents: LayerContents;
}

/** Whose doing a difference after the base is (contract.md, "by"). */
export function judgeLayer(row: TracedPair, facts: OriginFacts): By {
  const { pair, baseline, head } = row;
  if (baseline.origin !== null && head.origin !== null) {
    const isSame = isSameRecipe(baseline.origin, head.origin);
    if (isSame !== true) return isSame === null ? null : 'change';
    // The same content in another packing: no input did that, but options of the exporter may have, which nobody records.
    return pair.status === 'recompressed' ? null : judgeInputs(baseline.origin, head.origin, row, facts);
  }
  // An instruction that only one build has: or has the other one it too, and the rows did not meet?
  const [known, others] = head.origin === null ? [baseline.origin, facts.head] : [head.origin, facts.baseline];
  if (known === null || others.kind !== 'known' || others.layers === null) return null;
  const verdicts = others.layers.map((other) => isSameRecipe(known, other));
  const twin = others.layers[verdicts.indexOf(true)];
  if (twin !== undefined) return judgeInputs(known, twin, row, facts);
  return verdicts.includes(null) ? null : 'change';
}

/** `null`: not known. */
function isSameRecipe(a: LayerOrigin, b: LayerOrigin): boolean | null {
  return a.recipe === null || b.recipe === null ? null : a.recipe === b.recipe;
}

/** Whose doing it is where the recipe is the same: the change's if a file that went in is another, else nobody's here. */
function judgeInputs(a: LayerOrigin, b: LayerOrigin, row: TracedPair, { changes, contents }: OriginFacts): By {
  if (a.inputs === null || b.inputs === null) return null;
  const inputs = [...a.inputs, ...b.inputs];
  const own = inputs.filter(({ context }) => context === OWN_CONTEXT).flatMap(({ paths }) => paths);
  if (changes !== null && touches(own, changes.changed)) return 'change';
  const isWhole = inputs.every(({ context }) => context === OWN_CONTEXT);
  if (isWhole && (own.length === 0 || (changes !== null && !touches(own, changes.unknown)))) return 'drift';
  return judgeContent(row, inputs, contents);
}

/** What a COPY puts in straight from a context is what it took: there the layers themselves tell. */
function judgeContent({ pair }: TracedPair, inputs: NonNullable<LayerOrigin['inputs']>, contents: LayerContents): By {
  if (pair.baseline === null || pair.head === null || !isStraightCopy(pair.head.createdBy, inputs)) return null;
  if (pair.status === 'rebuilt') return 'drift';
  const isRead = [pair.baseline, pair.head].every(({ diffID }) => entriesOf(contents, diffID) !== null);
  return pair.status === 'changed' && isRead ? 'change' : null;
}

/**
 * Whether a COPY or ADD names paths that were taken of contexts: one that copies out of another stage, which the
 * history does not tell apart, names that stage's, by habit from its root.
 */
function isStraightCopy(createdBy: string, inputs: NonNullable<LayerOrigin['inputs']>): boolean {
  const [verb, ...words] = formatInstruction(createdBy).split(' ');
  if (verb !== 'COPY' && verb !== 'ADD') return false;
  const named = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  if (named.length === 0 || named.some((path) => path.startsWith('/'))) return false;
  const normalize = (path: string): string =>
    path
      .replace(/^(?:\.\/+)+/, '')
      .replace(/\/+$/, '')
      .replace(/^\.$/, '');
  const sources = new Set(named.map(normalize));
  const taken = new Set(inputs.flatMap(({ paths }) => paths.map((path) => normalize(parseTakenPath(path).path))));
  // What earlier steps took stands there too.
  return [...sources].every((path) => taken.has(path));
}
