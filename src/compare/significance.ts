import type { Comparison, PlatformComparison } from './comparison.ts';
import { findSettingsNote } from './settings-change.ts';

/** How much there is to say. */
export type Significance =
  /** Every platform has the very layers that it had, and runs with the same settings. */
  | 'unchanged'
  /** Something changed, by less than is worth a comment. */
  | 'noise'
  | 'news';

/**
 * Whether a comparison is worth a reader's time (contract.md, "noise"): a change in size at or above the floor, a
 * platform that came or went, a verdict other than `pass`. Steps and times alone are not: they change with every build.
 */
export function judgeSignificance(
  comparison: Comparison,
  noise: { readonly bytes: number; readonly percent: number },
): Significance {
  if (comparison.verdict !== 'pass') return 'news';
  if (comparison.platforms.some((platform) => isNews(platform, noise))) return 'news';
  return hasSameLayers(comparison) && findSettingsNote(comparison) === null ? 'unchanged' : 'noise';
}

export function hasSameLayers({ platforms }: Pick<Comparison, 'platforms'>): boolean {
  return platforms.every((platform) => platform.layers.every(({ status }) => status === 'same'));
}

function isNews(platform: PlatformComparison, noise: { readonly bytes: number; readonly percent: number }): boolean {
  const { baseline, change } = platform.download;
  if (platform.status !== 'compared' || baseline === null || change === null) return true;
  const bytes = Math.abs(change);
  return bytes > 0 && (bytes >= noise.bytes || bytes * 100 >= noise.percent * baseline);
}
