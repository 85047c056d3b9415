import { nameBaseline } from './against.ts';
import { formatByteChange, formatBytes } from './text/bytes.ts';
import { formatPercent } from './text/percent.ts';
import type { ReportContext } from './report-context.ts';
import { say, type Text } from './text/text.ts';
import type { Comparison, PlatformComparison, Sizes } from '../compare/comparison.ts';

/** Cells of a table, for whatever shows it. */
export interface SizeTable {
  head: Text[];
  rows: Text[][];
}

/** Sizes of one measure, a row a platform; without a baseline one column. */
export function formatSizeTable(
  { platforms, baseline }: Comparison,
  context: ReportContext,
  measure: 'download' | 'onDisk' = 'download',
): SizeTable {
  if (baseline.kind === 'none') {
    return {
      head: [say`platform`, measure === 'download' ? say`download` : say`on disk`],
      rows: platforms.map((platform) => [say`${platform.platform}`, formatSide(platform[measure].head)]),
    };
  }
  return {
    head: [say`platform`, nameBaseline(context), say`this ${context.subject}`, say``],
    rows: platforms.map((platform) => [
      say`${platform.platform}`,
      formatSide(platform[measure].baseline),
      formatSide(platform[measure].head),
      formatSizeChange(platform.status, platform[measure]),
    ]),
  };
}

function formatSide(bytes: number | null): Text {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}

/** `+1.9 MB (+15 %)`, `new`, `gone`, `no change`. */
function formatSizeChange(status: PlatformComparison['status'], { baseline, change }: Sizes): Text {
  if (status !== 'compared') return status === 'added' ? say`new` : say`gone`;
  if (change === null) return say`not known`;
  if (change === 0) return say`no change`;
  const percent = formatPercent(change, baseline);
  return percent === null ? say`${formatByteChange(change)}` : say`${formatByteChange(change)} (${percent})`;
}
