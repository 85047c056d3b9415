import { isInterrupted } from '../timeline/activity.ts';
import { isEmulatedOn } from './find-emulated.ts';
import { hideArguments } from './hide-arguments.ts';
import { openFacts } from './join-facts.ts';
import { parseStepName, type StepName } from './step-name.ts';
import { unionMs } from '../timeline/union-ms.ts';
import type { BuildStep } from '../build-record.ts';
import type { BuildOrigins } from '../origins/fetch-origins.ts';
import type { StepSource } from './step-sources.ts';
import type { Vertex } from './vertex.ts';

/** Longest instruction that is kept. */
const LONGEST_NAME = 2000;

type Instruction = Vertex & { step: StepName };

export interface StepContext {
  /** Normalised, in the order that they are to be listed in. */
  platforms: readonly string[];
  origins: BuildOrigins;
  buildArguments: readonly { name: string; value: string }[];
  /** When the build began, Unix milliseconds. */
  startedAtMs: number;
}

/** A step, and the vertex that it is. */
export interface PlacedStep {
  step: BuildStep;
  digest: string;
  /** Of its stage, from 1; FROM counts. */
  place: number;
}

/**
 * The steps that ran, failed or came from the cache, platform by platform, then in the order of the Dockerfile. Steps
 * that never began, or were interrupted when another failed, are left out.
 */
export function assembleSteps(vertices: readonly Vertex[], context: StepContext): PlacedStep[] {
  const instructions = vertices.flatMap((vertex): Instruction[] => {
    const step = parseStepName(vertex.name);
    return step === null ? [] : [{ ...vertex, step }];
  });
  const order = orderPlatforms(instructions, context.platforms);
  const platformOf = findPlatforms(instructions, vertices, order);
  const stageRanks = rankStages(instructions, vertices);
  const sourceOf = findSources(instructions, context.origins.sources);
  const ordered = instructions
    .flatMap((vertex) => {
      const status = statusOf(vertex);
      if (status === null || !vertex.step.isCacheable) return [];
      const platform = platformOf.get(vertex.digest) ?? vertex.step.platform;
      return [{ vertex, status, platform }];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.platform ?? '') - order.indexOf(b.platform ?? '') ||
        (stageRanks.get(a.vertex.step.stage) ?? 0) - (stageRanks.get(b.vertex.step.stage) ?? 0) ||
        a.vertex.step.place - b.vertex.step.place,
    );
  const placeOf = new Map(ordered.map(({ vertex }, place) => [vertex.digest, place]));
  const factsOf = openFacts(vertices, context.origins.facts, (digest) => placeOf.has(digest));
  return ordered.map(({ vertex, status, platform }) => {
    const source = sourceOf(vertex);
    const durationMs = unionMs(vertex.intervals);
    const facts = factsOf(vertex.digest);
    const step: BuildStep = {
      name: nameStep(vertex.step, source, context.buildArguments).slice(0, LONGEST_NAME),
      stage: vertex.step.stage,
      platform,
      status,
      durationMs,
      lastRanMs: status === 'ran' ? durationMs : null,
      startMs: startMs(vertex.intervals, context.startedAtMs),
      isEmulated: isEmulated(vertex, context.origins),
      source: source === null ? null : { file: source.file, line: source.line },
      needs: facts?.needs.flatMap((digest) => placeOf.get(digest) ?? []).toSorted((a, b) => a - b) ?? null,
      images: facts?.images ?? null,
      own: facts?.own ?? null,
      variables: facts?.variables ?? null,
      inputs: facts?.inputs ?? null,
      ignoresCache: isUncached(vertex.step.stage, context.origins.uncachedStages),
    };
    return { step, digest: vertex.digest, place: vertex.step.place };
  });
}

/** BuildKit compares the names of stages without regard to case. `null`: not known. */
function isUncached(stage: string | null, uncached: BuildOrigins['uncachedStages']): boolean | null {
  if (uncached === 'unknown') return null;
  if (uncached === null) return false;
  return uncached.length === 0 || uncached.some((name) => name.toLowerCase() === stage?.toLowerCase());
}

/** A vertex without a source of its own (of a platform whose provenance was not read) has that of its twin on another. */
function findSources(
  instructions: readonly Instruction[],
  sources: ReadonlyMap<string, StepSource>,
): (vertex: Instruction) => StepSource | null {
  const twins = new Map<string, StepSource>();
  const keyOf = ({ step }: Instruction): string => JSON.stringify([step.stage, step.place]);
  for (const vertex of instructions) {
    const source = sources.get(vertex.digest);
    if (source !== undefined) twins.set(keyOf(vertex), source);
  }
  return (vertex) => sources.get(vertex.digest) ?? twins.get(keyOf(vertex)) ?? null;
}

/** What an ONBUILD of the base added stands in no line of this Dockerfile: there the source is its FROM. */
function nameStep(
  { instruction }: StepName,
  source: StepSource | null,
  buildArguments: StepContext['buildArguments'],
): string {
  const [keyword] = instruction.split(/\s/, 1);
  if (source !== null && source.instruction.split(/\s/, 1)[0] === keyword) return source.instruction;
  return hideArguments(instruction, buildArguments);
}

/** `null`: it did not come to an end of its own. */
function statusOf(vertex: Vertex): BuildStep['status'] | null {
  if (isInterrupted(vertex)) return null;
  if (vertex.error !== '') return 'failed';
  return vertex.isCached ? 'cached' : 'ran';
}

/** Steps are told by the builder's clock, as the build is; `null`: it is not known. */
function startMs(intervals: Vertex['intervals'], startedAtMs: number): number | null {
  if (intervals.length === 0) return null;
  return Math.max(0, Math.min(...intervals.map((interval) => interval.startMs)) - startedAtMs);
}

/** Only a RUN runs a program: BuildKit does the rest itself. */
function isEmulated({ digest, step }: Instruction, { emulated, builderPlatform }: BuildOrigins): boolean | null {
  if (!/^(?:ONBUILD )?RUN\b/.test(step.instruction)) return false;
  return emulated.get(digest) ?? isEmulatedOn(step.runsOn, builderPlatform);
}

/** The build's platforms as it lists them, then whatever else its steps name. */
function orderPlatforms(instructions: readonly Instruction[], platforms: readonly string[]): string[] {
  const named = instructions.flatMap(({ step }) => step.platform ?? []).sort();
  return [...new Set([...platforms, ...named])];
}

/**
 * A step that several platforms share (a build stage on the builder's own platform, before it looks at the target)
 * bears the name of whichever asked first, so it changes from build to build. It is given to the first in order of
 * those that are made from it.
 */
function findPlatforms(
  instructions: readonly Instruction[],
  vertices: readonly Vertex[],
  order: readonly string[],
): Map<string, string> {
  const inputs = new Map(vertices.map((vertex) => [vertex.digest, vertex.inputs]));
  const found = new Map<string, string>();
  for (const platform of order) {
    const waiting = instructions.filter(({ step }) => step.platform === platform).map(({ digest }) => digest);
    for (let digest = waiting.pop(); digest !== undefined; digest = waiting.pop()) {
      if (found.has(digest)) continue;
      found.set(digest, platform);
      waiting.push(...(inputs.get(digest) ?? []));
    }
  }
  return found;
}

/** A stage stands in the Dockerfile after those that it copies from: the place at which its last vertex is complete. */
function rankStages(instructions: readonly Instruction[], vertices: readonly Vertex[]): Map<string | null, number> {
  const stageOf = new Map(instructions.map(({ digest, step }) => [digest, step.stage]));
  const ranks = new Map<string | null, number>();
  for (const [rank, digest] of sortByInputs(vertices).entries()) {
    const stage = stageOf.get(digest);
    if (stage !== undefined) ranks.set(stage, rank);
  }
  return ranks;
}

/** Every vertex after its inputs. A circle, which BuildKit does not make, is cut where it is met. */
function sortByInputs(vertices: readonly Vertex[]): string[] {
  const inputs = new Map(vertices.map((vertex) => [vertex.digest, vertex.inputs]));
  const begun = new Set<string>();
  const sorted: string[] = [];
  for (const { digest: root } of [...vertices].sort((a, b) => (a.digest < b.digest ? -1 : 1))) {
    const path: { digest: string; left: string[] }[] = [];
    const enter = (digest: string): void => {
      if (begun.has(digest)) return;
      begun.add(digest);
      path.push({ digest, left: [...(inputs.get(digest) ?? [])].reverse() });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.left.pop();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      sorted.push(top.digest);
      path.pop();
    }
  }
  return sorted;
}
