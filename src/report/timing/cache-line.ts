import { plural } from '../against.ts';
import { formatBytes } from '../text/bytes.ts';
import { formatDuration } from '../text/duration.ts';
import { code, say, type Text } from '../text/text.ts';
import { findUnexplained } from '../../compare/find-unexplained.ts';
import { assertNever } from '../../errors.ts';
import type { BuildComparison, CacheAdvice, CacheComparison } from '../../compare/comparison.ts';

/** Below this, what a cache costs and saves is nobody's concern. */
const WORTH_SAYING_MS = 1000;

/** A loss in the open: by so much, and by so much of the build, since what was saved is an estimate. */
const LOSS = { ms: 10_000, ofBuild: 0.05 };

/** Whether the cache was worth it, in a sentence; `null` where there was none, or next to nothing to say. */
export function formatCacheVerdict(cache: CacheComparison): Text | null {
  const { verdict, costMs, savedMs, pullMs, restored, savedSteps } = cache;
  if (costMs === null || Math.max(costMs, savedMs ?? 0) < WORTH_SAYING_MS) return null;
  const cost = say`the cache cost ${formatDuration(costMs)}`;
  const saved = say`saved ≈ ${formatDuration(savedMs ?? 0)}`;
  switch (verdict) {
    case 'unused':
      return null;
    case 'nothing-restored':
      return say`${cost}, and no step was restored from it`;
    case 'unknown':
      return savedMs === null
        ? say`${cost}; what it saved is not known: no record tells when the restored steps last ran`
        : say`${cost} and ${saved} or more: of ${plural(restored - savedSteps, 'restored step')} no record tells when it last ran`;
    case 'earns':
      return say`the cache ${saved} and cost ${formatDuration(costMs)}`;
    case 'even':
      return say`${cost} and ${saved}, not counting ${formatDuration(pullMs ?? 0)} of downloading what it restored`;
    case 'loses':
      return cache.advice === null || cache.advice === 'own-reference'
        ? say`${cost} and ${saved}`
        : say`${cost} and ${saved}: ${advise(cache.advice)}`;
    default:
      return assertNever(verdict);
  }
}

/** That the cache had less than the baseline's build left there; `null`: it had not. */
export function formatWrittenOver({ cache, steps }: BuildComparison): Text | null {
  if (cache.advice !== 'own-reference') return null;
  const { count } = findUnexplained(steps);
  const they = count === 1 ? say`it is` : say`they are`;
  return say`${count} of ${plural(cache.cacheable, 'step')} ran, though nothing that ${they} made from changed: ${advise(cache.advice)}`;
}

/** What of it stands in the open: where the cache clearly loses, or lost much to another, and something can be done. */
export function formatCacheLoss(build: BuildComparison): Text | null {
  const { cache, durationMs, steps } = build;
  const isClear = (lossMs: number): boolean => lossMs >= LOSS.ms && lossMs >= LOSS.ofBuild * (durationMs ?? Infinity);
  if (cache.advice === 'own-reference') {
    // Which steps lost it stands before this.
    const isMuch = isClear(findUnexplained(steps).durationMs);
    return isMuch
      ? say`Where another job or a later build writes the same cache, give each a reference of its own.`
      : null;
  }
  const { costMs, savedMs, advice } = cache;
  if (advice === null || !isClear((costMs ?? 0) - (savedMs ?? 0))) return null;
  return say`The cache cost ${formatDuration(costMs ?? 0)} and saved ≈ ${formatDuration(savedMs ?? 0)}: ${advise(advice)}.`;
}

function advise(advice: CacheAdvice): Text {
  switch (advice) {
    case 'own-reference':
      return say`where another job or a later build writes the same cache, give each a reference of its own`;
    case 'no-export':
      return say`with ${code('cache: auto')} pull requests read the branch's and write none`;
    case 'mode-min':
      return say`most of what is written is of earlier stages, of which nothing that takes time was restored; ${code('mode=min')} in ${code('cache-to')} leaves them out`;
    case 'inline':
      return say`an image of one stage carries its cache itself with ${code('cache-to: type=inline')}`;
    default:
      return assertNever(advice);
  }
}

/** Below it, what was moved is nobody's concern either. */
const WORTH_SAYING_BYTES = 1_000_000;

/** What reading and writing took, in numbers, as far as it is worth a look. */
export function listCacheCosts(cache: CacheComparison): Text[] {
  const { importMs, exportMs, exportBytes, pullMs, pullBytes } = cache;
  const isMuch = (ms: number | null, bytes: number | null = null): boolean =>
    (ms ?? 0) >= WORTH_SAYING_MS || (bytes ?? 0) >= WORTH_SAYING_BYTES;
  const newBytes = exportBytes === null ? say`` : say`, ${formatBytes(exportBytes)} of it new`;
  return [
    ...(isMuch(importMs) ? [say`reading it took ${formatDuration(importMs ?? 0)}`] : []),
    ...(isMuch(pullMs, pullBytes)
      ? [
          say`downloading what it restored, base images below included, took ${formatDuration(pullMs ?? 0)}: ${formatBytes(pullBytes ?? 0)}`,
        ]
      : []),
    ...(isMuch(exportMs, exportBytes) ? [say`writing it took ${formatDuration(exportMs ?? 0)}${newBytes}`] : []),
  ];
}
