import { isDigest } from '../../image/digest.ts';
import { collectInputs } from '../context/context-inputs.ts';
import { readContextPlace } from '../context/context-place.ts';
import { hashText } from '../context/hash-text.ts';
import { findMainLine, type MainLine } from '../steps/main-line.ts';
import { formatRequest, identifySource } from '../steps/source-identity.ts';
import { hashRecipes } from '../steps/step-recipes.ts';
import { listPlaces } from '../steps/step-sources.ts';
import type { GraphStep } from '../steps/build-graph.ts';
import type { BaseOrigin, ImageOrigin, SourceLine } from './image-origin.ts';
import type { Provenance } from './provenance.ts';

/** A reference that is longer is none. */
const LONGEST_REFERENCE = 1024;

/**
 * Where the layers of what was built come from: each step of the main line made one, and what there is before those of
 * the first is the base's. `null`: it cannot be told for sure.
 */
export function readOrigin(provenance: Provenance, platform: string): ImageOrigin | null {
  const line = provenance.graph === null ? null : findMainLine(provenance.graph);
  if (line === null) return null;
  const count = countLayersBelow(line, provenance.layerCounts);
  if (count === null) return null;
  const sources = placeSteps(line, provenance);
  const recipes = hashRecipes(provenance);
  const inputs = collectInputs(provenance);
  const layers = line.layers.map(({ place }, at) => ({
    source: sources[at + 1] ?? null,
    recipe: recipes[place] ?? null,
    inputs: inputs[place] ?? null,
  }));
  const context = readContextPlace(provenance);
  if (line.base === null) return count === 0 ? { platform, base: null, layers, context } : null;
  const base = readBase(line.base, count, sources, provenance);
  return base === null ? null : { platform, base, layers, context };
}

/**
 * The builder tells how many layers there are after the steps whose layers it has packed: each of them says the same of
 * the base. Of the base itself it does not tell where the first step came from a cache (facts/buildkit.md).
 */
function countLayersBelow({ base, layers, marks }: MainLine, layerCounts: Provenance['layerCounts']): number | null {
  const told = marks.flatMap(({ output, above }) => {
    const count = layerCounts.get(output);
    return count === undefined ? [] : [count - (layers.length - above)];
  });
  const [count = base === null ? 0 : -1, ...others] = new Set(told);
  return count < 0 || others.length > 0 ? null : count;
}

/**
 * The lines of the base's FROM (`null` without one) and of the steps, the lowest first. What other stages do alike is the
 * same step: of several places, that which does not lie behind the next step's is on the way to the result.
 */
function placeSteps({ base, layers }: MainLine, provenance: Provenance): (SourceLine | null)[] {
  let above: SourceLine | null = null;
  const placed: (SourceLine | null)[] = [];
  for (const step of [base, ...layers].reverse()) {
    const source: SourceLine | null = step === null ? null : chooseSource(provenance, step, above);
    placed.push(source);
    above = source ?? above;
  }
  return placed.reverse();
}

function chooseSource(provenance: Provenance, step: GraphStep, above: SourceLine | null): SourceLine | null {
  const sources = listPlaces(provenance, step.id).map(({ file, line }) => ({ file: file.path, line }));
  const onTheWay = sources.filter(({ file, line }) => file !== above?.file || line <= above.line);
  const [last] = (onTheWay.length > 0 ? onTheWay : sources).sort((a, b) => b.line - a.line);
  return last ?? null;
}

function readBase(
  step: GraphStep,
  layers: number,
  [from, first]: readonly (SourceLine | null)[],
  provenance: Provenance,
): BaseOrigin | null {
  const source = step.op.kind === 'source' ? identifySource(step.op, provenance) : null;
  if (source?.kind !== 'image' || source.reference.length > LONGEST_REFERENCE) return null;
  const { reference, digest } = source;
  const request = formatRequest(step, provenance);
  return {
    reference,
    digest: isDigest(digest) ? digest : (provenance.images.get(reference) ?? null),
    layers,
    source: from ?? findFrom(provenance, first ?? null),
    request: request === null ? null : hashText(request),
  };
}

/** Of a base that `build-contexts` put in the place of what FROM names, no line is told: the FROM above the first step. */
function findFrom({ files }: Provenance, first: SourceLine | null): SourceLine | null {
  const file = files.find(({ path }) => path === first?.file);
  if (file === undefined || first === null) return null;
  const above = file.lines.slice(0, first.line - 1).findLastIndex((line) => /^\s*FROM\s/i.test(line));
  return above === -1 ? null : { file: first.file, line: above + 1 };
}
