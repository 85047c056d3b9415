import type { ReportContext } from '../report-context.ts';
import type { Comparison, PlatformComparison } from '../../compare/comparison.ts';
import { countedChange, isDriftCounted } from '../../compare/counted-change.ts';

/** The compared platform whose download grew most, or shrank least. `null`: none was compared. */
export function findMostGrown({ platforms }: Comparison): PlatformComparison | null {
  return sortByChange(platforms, ({ download }) => download.change ?? 0)[0] ?? null;
}

/** The platform that a sentence is about: the one that grew most; where none grew, the one that shrank most. */
export function findMostChanged(comparison: Comparison, context: ReportContext): PlatformComparison | null {
  const sorted = sortByChange(comparison.platforms, (platform) => changeOf(platform, comparison, context));
  const most = sorted[0] ?? null;
  return most !== null && changeOf(most, comparison, context) > 0 ? most : (sorted.at(-1) ?? null);
}

function sortByChange(
  platforms: readonly PlatformComparison[],
  change: (platform: PlatformComparison) => number,
): PlatformComparison[] {
  return platforms.filter(({ status }) => status === 'compared').toSorted((a, b) => change(b) - change(a));
}

/** Bytes that a sentence about the change, or the build, is about: a change is answerable for its own. */
export function changeOf(platform: PlatformComparison, comparison: Comparison, { subject }: ReportContext): number {
  const isAll = subject === 'build' || isDriftCounted(comparison);
  return (isAll ? platform.download.change : countedChange(platform)) ?? 0;
}
