import { PAUSE_MS, type Activity, type Span } from './activity.ts';

/** An activity on the path, and when it was at work there, after the build began. */
export interface PathPart<A extends Activity = Activity> extends Span {
  readonly activity: A;
}

interface PlacedSpan extends Span {
  readonly place: number;
  readonly isFirst: boolean;
}

/** Of the path; what came before is left out. A Dockerfile has some hundred steps. */
const MOST_SPANS = 2000;

/** The build's result: it is made from all that is there. */
const OUTPUTS: readonly Activity['kind'][] = ['export', 'push', 'cache-export'];
/** What comes before any step: BuildKit does not say that steps wait for it. */
const BEGINNINGS: readonly Activity['kind'][] = ['prepare', 'import'];

/**
 * The chain that made a build as long as it was, first part first: from what ended last back to what it waited for, which
 * is that of its inputs (and of theirs, which may be pulled late) that ended last before it began, and so on. Parts do
 * not overlap; between two of them the build waited for what no vertex tells of, as for another platform.
 */
export function findCriticalPath<A extends Activity>(activities: readonly A[]): PathPart<A>[] {
  const placeOf = new Map(activities.map(({ vertex }, place) => [vertex.digest, place]));
  const spans = activities
    .flatMap(({ spans }, place) => spans.map((span, index): PlacedSpan => ({ ...span, place, isFirst: index === 0 })))
    // Of two that ended at once, the longer.
    .sort((a, b) => a.endMs - b.endMs || b.startMs - a.startMs);
  const chain: PlacedSpan[] = [];
  let allowed: ReadonlySet<number> | null = null;
  for (let index = spans.length - 1; index >= 0 && chain.length < MOST_SPANS; index -= 1) {
    const span = spans[index];
    const next = chain.at(-1);
    if (span === undefined || (next !== undefined && span.endMs > next.startMs)) continue;
    if (allowed !== null && !allowed.has(span.place)) continue;
    chain.push(span);
    // What is at work again, or is loaded from the cache, was asked for by what came after it: that had the inputs to wait for.
    if (span.isFirst && activities[span.place]?.vertex.isCached !== true)
      allowed = listBefore(activities, span.place, placeOf);
  }
  return joinSpans(chain.reverse(), activities);
}

/** Places of what an activity may have waited for, itself among them. `null`: all. */
function listBefore(
  activities: readonly Activity[],
  place: number,
  placeOf: ReadonlyMap<string, number>,
): ReadonlySet<number> | null {
  const activity = activities[place];
  if (activity === undefined || OUTPUTS.includes(activity.kind)) return null;
  const before = new Set([place]);
  for (const [other, { kind }] of activities.entries()) if (BEGINNINGS.includes(kind)) before.add(other);
  const waiting = BEGINNINGS.includes(activity.kind) ? [] : [activity];
  for (let made = waiting.pop(); made !== undefined; made = waiting.pop()) {
    for (const digest of made.vertex.inputs) {
      const input = placeOf.get(digest);
      const found = input === undefined || before.has(input) ? undefined : activities[input];
      if (input === undefined || found === undefined) continue;
      before.add(input);
      waiting.push(found);
    }
  }
  return before;
}

function joinSpans<A extends Activity>(spans: readonly PlacedSpan[], activities: readonly A[]): PathPart<A>[] {
  const parts: PathPart<A>[] = [];
  for (const { place, startMs, endMs } of spans) {
    const activity = activities[place];
    const last = parts.at(-1);
    if (activity === undefined) continue;
    if (last?.activity === activity && startMs - last.endMs < PAUSE_MS) {
      parts[parts.length - 1] = { activity, startMs: last.startMs, endMs };
    } else {
      parts.push({ activity, startMs, endMs });
    }
  }
  return parts;
}
