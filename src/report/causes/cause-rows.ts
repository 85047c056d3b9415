import { formatByteChange } from '../text/bytes.ts';
import { tellCauses, weighStory, type CauseStory } from './cause-story.ts';
import { describeStory } from './describe-story.ts';
import { adviseOnFiles } from '../findings/left-behind.ts';
import type { ReportContext } from '../report-context.ts';
import { say, type Text } from '../text/text.ts';
import type { Comparison, PlatformComparison } from '../../compare/comparison.ts';
import { isDriftCounted } from '../../compare/counted-change.ts';

/** Rows in the open; the rest is in the details. */
const MOST_ROWS = 5;

/** A share of the largest below which a cause is not worth a word: BuildKit's time stamps alone make a config's. */
export const WORTH_A_WORD = 0.02;

/** One cause in the open: `+1.9 MB`, whose it is, where that is known, and what it is. */
export interface CauseRow {
  /** Whether it is the reader's business: false for what came by itself. */
  isOwn: boolean;
  change: Text;
  by: Text | null;
  what: Text;
}

export interface CauseRows {
  rows: CauseRow[];
  /** How many others there are, and what they come to; `null` where that is not worth a word. */
  rest: Text | null;
}

/**
 * What made the download grow or shrink, a row a story for all platforms together; few rows: the change's own, largest
 * first, then what came by itself.
 */
export function formatCauseRows(comparison: Comparison, context: ReportContext): CauseRows {
  const stories = tellCauses(comparison.platforms);
  const floor = weighLargest(stories) * WORTH_A_WORD;
  const drift = stories.filter((story) => story.by === 'drift' && weighStory(story) >= floor);
  const own = stories.filter(({ by }) => by !== 'drift');
  // The headline is about these, however much came beside them.
  const ownFloor = context.subject === 'change' ? weighLargest(own) * WORTH_A_WORD : floor;
  const worthy = own.filter((story) => weighStory(story) >= ownFloor);
  const mostOwn = MOST_ROWS - Math.min(drift.length, 1);
  const shown = [...worthy.slice(0, mostOwn), ...drift].slice(0, MOST_ROWS);
  const others = stories.filter((story) => !shown.includes(story));
  const sum = addStories(others);
  const isWorthy = worthy.length + drift.length > shown.length || weighStory(sum) >= floor;
  return {
    rows: shown.map((story) => formatRow(story, comparison, context)),
    rest: others.length > 0 && isWorthy ? say`and ${others.length} smaller: ${formatStoryChange(sum)}` : null,
  };
}

function addStories(stories: readonly CauseStory[]): Pick<CauseStory, 'downloadBytes' | 'isEstimate'> {
  const downloadBytes = new Map<string, number>();
  for (const story of stories) {
    for (const [platform, bytes] of story.downloadBytes) {
      downloadBytes.set(platform, (downloadBytes.get(platform) ?? 0) + bytes);
    }
  }
  return { downloadBytes, isEstimate: stories.some(({ isEstimate }) => isEstimate) };
}

function weighLargest(stories: readonly CauseStory[]): number {
  return Math.max(0, ...stories.map(weighStory));
}

function formatRow(story: CauseStory, comparison: Comparison, context: ReportContext): CauseRow {
  const advice = adviseOnFiles(story, comparison.build);
  const what = say`${describeStory(story)}${formatWhere(story, comparison.platforms)}`;
  return {
    isOwn: story.by !== 'drift',
    change: formatStoryChange(story),
    by: formatBy(story.by, comparison, context),
    what: advice === null ? what : say`${what}. ${advice}`,
  };
}

function formatBy(by: CauseStory['by'], comparison: Comparison, { subject }: ReportContext): Text | null {
  if (by === null) return null;
  if (by === 'change') return subject === 'change' ? say`from this change` : null;
  const what = subject === 'change' ? say`not from this change` : say`not from a change`;
  return isDriftCounted(comparison) ? say`${what}, but counted` : say`${what}, not counted`;
}

/** `+1.9 MB`, of the platform where it is most; `up to` where platforms differ much, `−1 to +1 MB` where they differ in sign. */
export function formatStoryChange(story: Pick<CauseStory, 'downloadBytes' | 'isEstimate'>): Text {
  const bytes = [...story.downloadBytes.values()];
  const most = bytes.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const approximate = story.isEstimate ? say`≈ ` : say``;
  if (bytes.some((other) => other * most < 0)) {
    return say`${approximate}${formatByteChange(Math.min(...bytes))} to ${formatByteChange(Math.max(...bytes))}`;
  }
  const areAlike = bytes.every((other) => Math.abs(other) >= 0.8 * Math.abs(most));
  return areAlike ? say`${approximate}${formatByteChange(most)}` : say`up to ${approximate}${formatByteChange(most)}`;
}

/** Where not all platforms have it. */
export function formatWhere({ downloadBytes }: CauseStory, platforms: readonly PlatformComparison[]): Text {
  const compared = platforms.filter(({ status }) => status === 'compared');
  if (downloadBytes.size === compared.length) return say``;
  const names = [...downloadBytes.keys()];
  return names.length <= 2
    ? say`, on ${names.join(' and ')} only`
    : say`, on ${names.length} of ${compared.length} platforms`;
}
