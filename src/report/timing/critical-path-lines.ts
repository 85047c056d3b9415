import { formatDuration } from '../text/duration.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import { findLongestPath, nameActivity } from './timeline-rows.ts';
import { formatInstruction } from '../../compare/instruction.ts';
import type { BuildComparison, CriticalPath } from '../../compare/comparison.ts';

type PathPart = CriticalPath['parts'][number];

/** Parts that are named; of a path of which they are this much at least. */
const MOST_PARTS = 5;
const LEAST_PART = 0.03;

/** A shorter build has nothing to gain. */
const WORTH_SAYING_MS = 2000;

/** What emulation has to cost, and how many times the native step's time, to be worth an advice; without a native step to compare with, how long. */
const COSTLY = { ms: 5000, times: 2, aloneMs: 30_000 };
const MOST_ADVICES = 2;

/** Why the build took as long as it did, in a line, and what to do about emulated steps that did most of it. */
export function formatCriticalPath(build: BuildComparison): Text[] {
  const path = findLongestPath(build);
  if (path === null || path.durationMs < WORTH_SAYING_MS) return [];
  return [formatPath(path, build), ...adviseOnEmulation(path)];
}

function formatPath({ platform, durationMs, parts }: CriticalPath, build: BuildComparison): Text {
  const named = parts
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, MOST_PARTS)
    .filter((part) => part.durationMs >= durationMs * LEAST_PART)
    .toSorted((a, b) => a.startMs - b.startMs);
  const left = parts.length - named.length;
  const chain = joinTexts(
    named.map((part) => formatPart(part, build)),
    ' → ',
  );
  const where = platform === null ? say`` : say` (${platform})`;
  const rest = left === 0 ? say`` : say`, and ${left} shorter`;
  const waitedMs = (build.durationMs ?? 0) - durationMs;
  const waited =
    waitedMs >= durationMs * LEAST_PART && waitedMs >= 1000 ? say`, between them ${formatDuration(waitedMs)}` : say``;
  return say`Longest way${where}: ${chain}${rest}${waited}.`;
}

function formatPart({ kind, name, step, durationMs, isEmulated }: PathPart, { steps }: BuildComparison): Text {
  const what = nameActivity(kind, name);
  const isCached = step !== null && steps[step]?.status === 'cached';
  const how = isCached ? say` from the cache` : isEmulated === true ? say` by emulation` : say``;
  return say`${what}${how} ${formatDuration(durationMs)}`;
}

/** Only of the way that the build waited for: elsewhere emulation costs no time. */
function adviseOnEmulation({ parts }: CriticalPath): Text[] {
  return parts
    .map((part) => ({ ...part, lostMs: countLost(part) }))
    .filter(({ lostMs }) => lostMs > 0)
    .toSorted((a, b) => b.lostMs - a.lostMs)
    .slice(0, MOST_ADVICES)
    .map(({ name, timesNative, durationMs }) => {
      const instruction = code(formatInstruction(name));
      const cost =
        timesNative === null
          ? say`took ${formatDuration(durationMs)} by emulation (QEMU)`
          : say`took ${String(timesNative)} times as long by emulation (QEMU) as on the builder's own platform`;
      return say`${instruction} ${cost}: cross-compile it in a stage that begins with ${code('FROM --platform=$BUILDPLATFORM')}, or build this platform on a native runner.`;
    });
}

function countLost({ isEmulated, timesNative, durationMs }: PathPart): number {
  if (isEmulated !== true) return 0;
  if (timesNative === null) return durationMs >= COSTLY.aloneMs ? durationMs : 0;
  const lostMs = durationMs - durationMs / timesNative;
  return timesNative >= COSTLY.times && lostMs >= COSTLY.ms ? lostMs : 0;
}
