import type { Comparison, ToldFinding, PlatformComparison } from './comparison.ts';
import { countedChange, isDriftCounted } from './counted-change.ts';
import { findSettingsNote } from './settings-change.ts';
import { isSevere } from '../worth/vulnerability.ts';

/** How much there is to say. */
export type Significance =
  /** Every platform has the very layers that it had, and runs with the same settings. */
  | 'unchanged'
  /** Something changed, by less than is worth a comment. */
  | 'noise'
  | 'news';

/** What is worth a reader's time, and whether the reader asks about a change: then what moved by itself is none of it. */
interface Interest {
  readonly noise: { readonly bytes: number; readonly percent: number };
  readonly subject: 'change' | 'build';
}

/**
 * Whether a comparison is worth a reader's time (contract.md, "noise"): a change in size at or above the floor, a
 * platform that came or went, a verdict other than `pass`, a finding or a vulnerability that came. Steps and times alone
 * are not: they change with every build.
 */
export function judgeSignificance(comparison: Comparison, { noise, subject }: Interest): Significance {
  if (comparison.verdict !== 'pass') return 'news';
  if (subject === 'change' && (comparison.findings ?? []).some(isNewsFinding)) return 'news';
  if (hasNewsOfVulnerabilities(comparison)) return 'news';
  const isCounted = subject === 'build' || isDriftCounted(comparison);
  const sizeOf = (platform: PlatformComparison): number | null =>
    isCounted ? platform.download.change : countedChange(platform);
  if (comparison.platforms.some((platform) => isNews(platform, sizeOf(platform), noise))) return 'news';
  return hasSameLayers(comparison) && findSettingsNote(comparison) === null ? 'unchanged' : 'noise';
}

/** What costs little is told where there is a comment for another reason. */
function isNewsFinding({ isNew, level }: ToldFinding): boolean {
  return isNew === true && level !== 'low';
}

/** Of the very same layers the scanner's database has learnt more; and two scanners do not find the same. */
function hasNewsOfVulnerabilities(comparison: Comparison): boolean {
  const { vulnerabilities } = comparison;
  if (vulnerabilities === null || hasSameLayers(comparison)) return false;
  const { tool, came } = vulnerabilities;
  return tool.baseline === tool.head && came.some(isSevere);
}

export function hasSameLayers({ platforms }: Pick<Comparison, 'platforms'>): boolean {
  return platforms.every((platform) => platform.layers.every(({ status }) => status === 'same'));
}

function isNews(platform: PlatformComparison, change: number | null, noise: Interest['noise']): boolean {
  const { baseline } = platform.download;
  if (platform.status !== 'compared' || baseline === null || change === null) return true;
  const bytes = Math.abs(change);
  return bytes > 0 && (bytes >= noise.bytes || bytes * 100 >= noise.percent * baseline);
}
