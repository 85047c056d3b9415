import { code, say, type Text } from '../text/text.ts';
import { formatInstruction } from '../../compare/instruction.ts';
import { assertNever } from '../../errors.ts';
import type { ActivityKind, BuildComparison, CriticalPath } from '../../compare/comparison.ts';

/** Something that a build did, as it stands in a timeline. */
export interface TimelineRow {
  what: Text;
  platform: string | null;
  startMs: number;
  durationMs: number;
  /** On the path that made the build as long as it was. */
  isCritical: boolean;
  isCached: boolean;
  isEmulated: boolean;
}

export interface Timeline {
  /** From the build's start to its end. */
  totalMs: number;
  /** In the order in which they began. */
  rows: TimelineRow[];
  /** Shorter ones that were left out. */
  left: number;
}

/** Of the whole, and by itself; what is shorter shows nothing. */
const LEAST = { part: 0.005, ms: 50 };

/** Of an instruction; a bar has room for no more. */
const MOST_CHARACTERS = 50;

/** What a build did and when, the longest `mostRows` of it. `null`: it is not known, or nothing took time. */
export function listTimeline(build: BuildComparison, mostRows: number): Timeline | null {
  const all = [...listSteps(build), ...listOthers(build)].filter(({ durationMs }) => durationMs > 0);
  const totalMs = Math.max(build.durationMs ?? 0, ...all.map(({ startMs, durationMs }) => startMs + durationMs));
  const rows = all
    .filter(({ durationMs }) => durationMs >= Math.max(totalMs * LEAST.part, LEAST.ms))
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, mostRows)
    .toSorted((a, b) => a.startMs - b.startMs || b.durationMs - a.durationMs);
  return rows.length === 0 ? null : { totalMs, rows, left: all.length - rows.length };
}

/** The path of the platform that the build waited for. */
export function findLongestPath({ criticalPaths }: BuildComparison): CriticalPath | null {
  return criticalPaths.toSorted((a, b) => b.durationMs - a.durationMs)[0] ?? null;
}

/** What stands for an activity; steps and bases are called as the Dockerfile calls them. */
export function nameActivity(kind: ActivityKind, name: string): Text {
  switch (kind) {
    case 'prepare':
      return say`preparing: ${code(name.replace(/^\[[^\]]*\] /, ''))}`;
    case 'context':
      return name === '[internal] load build context' ? say`build context` : say`build context: ${code(name)}`;
    case 'base':
      return code(name.replace(/@sha256:[0-9a-f]{64}\b/, ''));
    case 'import':
      return say`reading the cache`;
    case 'export':
      return say`exporting`;
    case 'push':
      return say`pushing`;
    case 'cache-export':
      return say`writing the cache`;
    case 'interrupted':
      return say`${code(formatInstruction(name), MOST_CHARACTERS)}, interrupted`;
    case 'step':
    case 'other':
      return code(formatInstruction(name), MOST_CHARACTERS);
    default:
      return assertNever(kind);
  }
}

function listSteps(build: BuildComparison): TimelineRow[] {
  const critical = new Set(findLongestPath(build)?.parts.map(({ step }) => step));
  return build.steps.flatMap(({ name, platform, status, startMs, durationMs, isEmulated }, place): TimelineRow[] => {
    if (startMs === null || durationMs === null) return [];
    const isCached = status === 'cached';
    const words = code(formatInstruction(name), MOST_CHARACTERS);
    const what = isCached ? say`${words}, from the cache` : status === 'failed' ? say`${words}, failed` : words;
    const isCritical = critical.has(place);
    return [{ what, platform, startMs, durationMs, isCritical, isCached, isEmulated: isEmulated === true }];
  });
}

function listOthers(build: BuildComparison): TimelineRow[] {
  const parts = findLongestPath(build)?.parts ?? [];
  return build.activities.map(({ kind, name, platform, startMs, durationMs }) => {
    const endMs = startMs + durationMs;
    const isCritical = parts.some(
      (part) =>
        part.kind === kind && part.name === name && part.startMs < endMs && startMs < part.startMs + part.durationMs,
    );
    const what = nameActivity(kind, name);
    return { what, platform, startMs, durationMs, isCritical, isCached: false, isEmulated: false };
  });
}
