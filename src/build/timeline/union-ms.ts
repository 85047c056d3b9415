/** How long at least one of the intervals lasted, in milliseconds; those without an end are left out, and `null`: there is none. */
export function unionMs(intervals: readonly { startMs: number; endMs: number | null }[]): number | null {
  const ended = intervals
    .flatMap(({ startMs, endMs }) => (endMs === null ? [] : [{ startMs, endMs }]))
    .sort((a, b) => a.startMs - b.startMs);
  if (ended.length === 0) return null;
  let sum = 0;
  let doneMs = -Infinity;
  for (const { startMs, endMs } of ended) {
    sum += Math.max(0, endMs - Math.max(startMs, doneMs));
    doneMs = Math.max(doneMs, endMs);
  }
  return sum;
}
