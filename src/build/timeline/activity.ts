import { CACHE_EXPORT } from './cache-use.ts';
import { parseStepName } from '../steps/step-name.ts';
import type { Vertex } from '../steps/vertex.ts';

/**
 * What a build does, as its vertices show it. `prepare`: Dockerfile, .dockerignore, metadata of images, logins, syntax
 * image; `base`: an image of a FROM resolved, pulled and extracted; `interrupted`: a step that another one's failure or
 * who builds cut short.
 */
export type ActivityKind =
  'prepare' | 'context' | 'base' | 'import' | 'step' | 'interrupted' | 'other' | 'export' | 'push' | 'cache-export';

/** A vertex at work; of one that exports and then pushes each is an activity. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly vertex: Vertex;
  /** When it was at work, after the build began: in order, none empty, within the build. */
  readonly spans: readonly Span[];
}

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

const EXPORT = /^(?:exporting|sending tarball|copying files)\b/;
const PUSH = /^pushing\b/;
/** Shorter pauses of an activity are part of it: a base is resolved, pulled and extracted in spans of its own. */
export const PAUSE_MS = 1000;

const PREPARE =
  /^(?:\[(?:\S+ )?internal\] load (?:build definition|\.dockerignore|metadata)|\[auth\] |resolve image config for |docker-image:\/\/)/;
const CONTEXT = /^\[(?:\S+ )?internal\] load |^\[context /;

/** The vertices that were at work, in the order of `vertices`. What did not end did so with the build at the latest. */
export function listActivities(
  vertices: readonly Vertex[],
  build: { readonly startedAtMs: number; readonly durationMs: number },
): Activity[] {
  return vertices.flatMap((vertex): Activity[] => {
    const kind = classify(vertex);
    const spans = readSpans(vertex.intervals, build);
    if (kind !== 'export' || vertex.pushedFromMs === null) return [{ kind, vertex, spans }];
    const [before, after] = splitSpans(spans, vertex.pushedFromMs - build.startedAtMs);
    return [
      { kind, vertex, spans: before },
      { kind: 'push', vertex, spans: after },
    ];
  });
}

function classify(vertex: Vertex): ActivityKind {
  const { name } = vertex;
  const step = parseStepName(name);
  if (step !== null) {
    if (step.isCacheable) return isInterrupted(vertex) ? 'interrupted' : 'step';
    return /^(?:ONBUILD )?FROM\b/.test(step.instruction) ? 'base' : 'other';
  }
  if (PREPARE.test(name)) return 'prepare';
  if (CONTEXT.test(name)) return 'context';
  if (name.startsWith('importing cache manifest from ')) return 'import';
  if (CACHE_EXPORT.test(name)) return 'cache-export';
  if (PUSH.test(name)) return 'push';
  return EXPORT.test(name) ? 'export' : 'other';
}

/** BuildKit interrupts the other steps when one fails, and all of them when the build is cancelled; it may end without a word itself. */
export function isInterrupted({ error, intervals, isCached }: Vertex): boolean {
  if (error !== '') return error.endsWith('context canceled');
  return !isCached && intervals.every(({ endMs }) => endMs === null);
}

/** In order and apart: side by side, parts of one vertex are one span. Clocks are cut to milliseconds, and so is what sticks out. */
function readSpans(intervals: Vertex['intervals'], build: { startedAtMs: number; durationMs: number }): Span[] {
  const within = (ms: number): number => Math.min(Math.max(0, ms - build.startedAtMs), build.durationMs);
  const spans: Span[] = [];
  for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
    const [start, end] = [within(startMs), endMs === null ? build.durationMs : within(endMs)];
    const last = spans.at(-1);
    if (last !== undefined && start < last.endMs) {
      spans[spans.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, end) };
    } else if (start < end) {
      spans.push({ startMs: start, endMs: end });
    }
  }
  return spans;
}

function splitSpans(spans: readonly Span[], atMs: number): [Span[], Span[]] {
  const cut = (from: number, to: number): Span[] =>
    spans
      .map(({ startMs, endMs }) => ({ startMs: Math.max(from, startMs), endMs: Math.min(to, endMs) }))
      .filter(({ startMs, endMs }) => startMs < endMs);
  return [cut(-Infinity, atMs), cut(atMs, Infinity)];
}
