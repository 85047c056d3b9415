import { listActivities, PAUSE_MS, type Activity } from './activity.ts';
import { findCriticalPath } from './critical-path.ts';
import { hideArguments } from '../steps/hide-arguments.ts';
import { parseStepName } from '../steps/step-name.ts';
import type { PlacedStep, StepContext } from '../steps/assemble-steps.ts';
import type { BuildActivity, CriticalPath, PathStep } from '../build-record.ts';
import type { Vertex } from '../steps/vertex.ts';

export interface BuildTimeline {
  activities: BuildActivity[];
  criticalPaths: CriticalPath[];
}

export interface TimelineContext extends StepContext {
  durationMs: number;
  steps: readonly PlacedStep[];
}

const LONGEST_NAME = 2000;
const MOST_ACTIVITIES = 1000;
const MOST_PLATFORMS = 20;

/** When a build did what, and which of it made it as long as it was. */
export function assembleTimeline(vertices: readonly Vertex[], context: TimelineContext): BuildTimeline {
  const named = findNames(context);
  const platformsOf = findPlatformsOf(vertices);
  const all = listActivities(vertices, context);
  const platforms = listPlatforms(vertices, context.platforms);
  return {
    activities: all
      .flatMap((activity) => (named.steps.has(activity.vertex.digest) ? [] : describe(activity, named, platformsOf)))
      .sort((a, b) => a.startMs - b.startMs)
      .slice(0, MOST_ACTIVITIES),
    criticalPaths: platforms.flatMap((platform) => {
      const own = all.filter(({ vertex }) => {
        const of = platformsOf.get(vertex.digest);
        return platform === null || of === undefined || of.has(platform);
      });
      const parts = findCriticalPath(endAtFailure(own)).map(({ activity, startMs, endMs }): PathStep => {
        const durationMs = endMs - startMs;
        const place = named.steps.get(activity.vertex.digest) ?? null;
        const step = place === null ? undefined : context.steps[place];
        return {
          kind: activity.kind,
          name: step?.step.name ?? named.nameOf(activity),
          step: place,
          source: step?.step.source ?? named.sourceOf(activity),
          startMs,
          durationMs,
          isEmulated: step?.step.isEmulated ?? null,
          timesNative: step === undefined ? null : countTimesNative(step, context.steps),
        };
      });
      if (parts.length === 0) return [];
      return [{ platform, durationMs: parts.reduce((sum, { durationMs }) => sum + durationMs, 0), parts }];
    }),
  };
}

/** Steps that a failure interrupts end after it, and are not why the build ended. */
function endAtFailure(activities: readonly Activity[]): readonly Activity[] {
  const hasFailed = activities.some(({ kind, vertex }) => kind === 'step' && vertex.error !== '');
  return hasFailed ? activities.filter(({ kind }) => kind !== 'interrupted') : activities;
}

interface Names {
  /** Places among the steps, by the digest of the vertex. */
  steps: ReadonlyMap<string, number>;
  nameOf: (activity: Activity) => string;
  sourceOf: (activity: Activity) => { file: string; line: number } | null;
}

function findNames({ steps, origins, buildArguments }: TimelineContext): Names {
  return {
    steps: new Map(steps.map(({ digest }, place) => [digest, place])),
    nameOf({ vertex }) {
      const name = parseStepName(vertex.name)?.instruction ?? vertex.name;
      return hideArguments(name, buildArguments).slice(0, LONGEST_NAME);
    },
    sourceOf({ vertex }) {
      const source = origins.sources.get(vertex.digest);
      return source === undefined ? null : { file: source.file, line: source.line };
    },
  };
}

/** As often as it was at work, pauses of less than a second apart. */
function describe(
  { kind, vertex, spans }: Activity,
  { nameOf, sourceOf }: Names,
  platformsOf: ReadonlyMap<string, ReadonlySet<string>>,
): BuildActivity[] {
  if (kind === 'step') return [];
  const joined: { startMs: number; endMs: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.startMs - last.endMs < PAUSE_MS) last.endMs = span.endMs;
    else joined.push({ ...span });
  }
  const [only, ...others] = platformsOf.get(vertex.digest) ?? [];
  const activity = { kind, vertex, spans };
  return joined.map(({ startMs, endMs }) => ({
    kind,
    name: nameOf(activity),
    platform: others.length > 0 ? null : (only ?? null),
    startMs,
    durationMs: endMs - startMs,
    source: sourceOf(activity),
  }));
}

/** Of what a platform's instructions are made from, themselves among it; nothing of what no platform's is. */
function findPlatformsOf(vertices: readonly Vertex[]): Map<string, Set<string>> {
  const inputs = new Map(vertices.map((vertex) => [vertex.digest, vertex.inputs]));
  const found = new Map<string, Set<string>>();
  const named = vertices.map(({ digest, name }) => ({ digest, platform: parseStepName(name)?.platform ?? null }));
  for (const platform of new Set(named.map(({ platform }) => platform))) {
    if (platform === null) continue;
    const waiting = named.filter((step) => step.platform === platform).map(({ digest }) => digest);
    for (let digest = waiting.pop(); digest !== undefined; digest = waiting.pop()) {
      const platforms = found.get(digest) ?? new Set();
      if (platforms.has(platform)) continue;
      found.set(digest, platforms.add(platform));
      for (const input of inputs.get(digest) ?? []) waiting.push(input);
    }
  }
  return found;
}

/** `[null]`: it is for one, and its steps do not name it. */
function listPlatforms(vertices: readonly Vertex[], platforms: readonly string[]): (string | null)[] {
  const named = new Set(vertices.flatMap(({ name }) => parseStepName(name)?.platform ?? []));
  const listed = [...new Set([...platforms.filter((platform) => named.has(platform)), ...[...named].sort()])];
  return listed.length === 0 ? [null] : listed.slice(0, MOST_PLATFORMS);
}

/** Its twin is the same place of the same stage, for another platform, and ran too. */
function countTimesNative({ step, place }: PlacedStep, steps: readonly PlacedStep[]): number | null {
  if (step.isEmulated !== true || step.status !== 'ran') return null;
  const twin = steps.find(
    (other) =>
      other.place === place &&
      other.step.stage === step.stage &&
      other.step.platform !== step.platform &&
      other.step.status === 'ran' &&
      other.step.isEmulated === false,
  );
  const nativeMs = twin?.step.durationMs ?? 0;
  return nativeMs === 0 || step.durationMs === null ? null : Math.round((step.durationMs / nativeMs) * 10) / 10;
}
