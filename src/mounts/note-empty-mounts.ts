import type { CacheMountStep } from '../build/cache-mounts.ts';
import type { Note } from '../note.ts';

/** Below that nobody has lost anything. */
const LEAST_MS = 10_000;
const MOST_PLACES = 5;

/** Of a build on a new builder: what the steps took that found their cache mounts empty; none where that is little. */
export function noteEmptyMounts(steps: readonly CacheMountStep[]): Note[] {
  const ran = steps.filter(({ ran }) => ran);
  const seconds = Math.round(ran.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000);
  if (seconds * 1000 < LEAST_MS) return [];
  const places = [...new Set(ran.flatMap(({ source }) => (source === null ? [] : [`${source.file}:${source.line}`])))];
  const shown = places.slice(0, MOST_PLACES).join(', ') + (places.length > MOST_PLACES ? ', …' : '');
  const where = shown === '' ? '' : ` (${shown})`;
  return [
    {
      code: 'cache-mounts-empty',
      message: `A new builder's cache mounts are empty: the steps that have some${where} ran for ${seconds} s.`,
      hint: '"cache-mounts: true" keeps their contents from run to run.',
    },
  ];
}
