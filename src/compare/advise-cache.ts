import { carryLastRan } from './carry-last-ran.ts';
import type { CacheToWeigh } from './cache-worth.ts';
import type { CacheAdvice } from './comparison.ts';

/** Above it, an image that is pulled for its cache costs what a cache of its own costs. */
const MOST_INLINE_BYTES = 100_000_000;

/** What saves less is not worth a layer in the cache. */
const WORTH_RESTORING_MS = 1000;

/** What would make a cache cheaper that costs more than it saves, from what was built and written; `null`: nothing that is known. */
export function adviseCache({ build, baselineSteps, image, isPushed, written }: CacheToWeigh): CacheAdvice | null {
  const { exportMs, importMs } = build.cache;
  if (exportMs <= importMs) return null;
  if (written.isOfPullRequest) return 'no-export';
  if (written.blobs === null || image === null) return null;
  const total = sum(written.blobs);
  const stages = new Set(build.steps.map(({ stage }) => stage));
  if (stages.size <= 1) return isPushed && total <= MOST_INLINE_BYTES ? 'inline' : null;
  const own = new Set<string>(image.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  const ofStages = sum(written.blobs.filter(({ digest }) => !own.has(digest)));
  // The last stage stands last (assemble-steps.ts), so what is not of it is of a stage before.
  const last = build.steps.at(-1)?.stage;
  const savedMs = carryLastRan(build.steps, baselineSteps)
    .filter(({ stage, status }) => stage !== last && status === 'cached')
    .reduce((total, { lastRanMs }) => total + (lastRanMs ?? 0), 0);
  return savedMs < WORTH_RESTORING_MS && ofStages * 2 > total ? 'mode-min' : null;
}

function sum(blobs: readonly { readonly bytes: number }[]): number {
  return blobs.reduce((total, { bytes }) => total + bytes, 0);
}
