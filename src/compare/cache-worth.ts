import { carryLastRan } from './carry-last-ran.ts';
import { adviseCache } from './advise-cache.ts';
import { findUnexplained } from './find-unexplained.ts';
import type { CacheComparison, CacheVerdict, StepComparison } from './comparison.ts';
import type { WrittenCache } from './written-cache.ts';
import type { BuildRecord, BuildStep } from '../build/build-record.ts';
import type { Image } from '../image/image.ts';

/** Below this, steps that ran again are nobody's concern. */
const WORTH_SAYING_MS = 1000;

/** What is to be weighed against what the baseline's record knows of the steps. */
export interface CacheToWeigh {
  readonly build: BuildRecord;
  /** Of the baseline's build; none where there is no record of it. */
  readonly baselineSteps: readonly BuildStep[];
  /** As they stand beside the baseline's; `isLeft`: whether that build left a cache. */
  readonly steps: readonly StepComparison[];
  readonly isLeft: boolean;
  /** What was built; `null`: it could not be read. */
  readonly image: Image | null;
  readonly isPushed: boolean;
  readonly written: WrittenCache;
}

/** What the cache cost this build and what it spared it. */
export function weighCache(weighed: CacheToWeigh): CacheComparison {
  const { build, baselineSteps } = weighed;
  const { importMs, exportMs, costMs, pullMs, pullBytes } = build.cache;
  const restored = carryLastRan(build.steps, baselineSteps).filter(({ status }) => status === 'cached');
  const times = restored.flatMap(({ lastRanMs }) => lastRanMs ?? []);
  const counts = { restored: restored.length, cacheable: build.steps.length, savedSteps: times.length };
  const savedMs =
    times.length === 0 && restored.length > 0 ? null : times.reduce((sum, durationMs) => sum + durationMs, 0);
  const verdict = judge(build, { ...counts, savedMs });
  return {
    ...counts,
    ...{ importMs, exportMs, costMs, pullMs, pullBytes, savedMs },
    exportBytes: countWritten(weighed),
    verdict,
    advice: isWrittenOver(weighed) ? 'own-reference' : verdict === 'loses' ? adviseCache(weighed) : null,
  };
}

/**
 * What it saved is an estimate from above: steps are added up as if one ran after the other. So `loses` holds whatever
 * ran side by side; `earns` leaves room for what it took to download the restored steps.
 */
function judge(
  { cache: { costMs, pullMs, import: read, exportMs } }: BuildRecord,
  { restored, savedSteps, savedMs }: Pick<CacheComparison, 'restored' | 'savedSteps' | 'savedMs'>,
): CacheVerdict {
  if (read === 'none' && exportMs === 0) return 'unused';
  if (restored === 0) return 'nothing-restored';
  if (savedMs !== null && savedMs - pullMs >= costMs) return 'earns';
  if (savedMs === null || savedSteps < restored) return 'unknown';
  return savedMs < costMs ? 'loses' : 'even';
}

/** Whether a cache was there to be read, and had not what the baseline's build left in it. */
function isWrittenOver({ build, isLeft, steps }: CacheToWeigh): boolean {
  return isLeft && build.cache.import === 'read' && findUnexplained(steps).durationMs >= WORTH_SAYING_MS;
}

/** Bytes that came to lie in the registry for the cache alone; `null`: what lay there before is not known. */
function countWritten({ image, isPushed, written: { blobs, before } }: CacheToWeigh): number | null {
  if (blobs === null || before === null || (isPushed && image === null)) return null;
  const there = new Set<string>(before);
  // The push of the image puts its own layers there, whoever comes first.
  if (isPushed) {
    for (const { layers } of image?.platforms ?? []) for (const { digest } of layers) there.add(digest);
  }
  return blobs.reduce((sum, { digest, bytes }) => sum + (there.has(digest) ? 0 : bytes), 0);
}
