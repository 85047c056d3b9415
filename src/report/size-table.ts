import { nameBaseline } from './against.ts';
import { formatByteChange, formatBytes } from './bytes.ts';
import { formatPercent } from './percent.ts';
import type { ReportContext } from './report-context.ts';
import { say, type Text } from './text.ts';
import type { Comparison, PlatformComparison } from '../compare/comparison.ts';

/** Cells of a table, for whatever shows it. */
export interface SizeTable {
  head: Text[];
  rows: Text[][];
}

/** Download sizes, a row a platform; without a baseline one column. */
export function formatSizeTable({ platforms, baseline }: Comparison, context: ReportContext): SizeTable {
  if (baseline.kind === 'none') {
    return {
      head: [say`platform`, say`download`],
      rows: platforms.map((platform) => [say`${platform.platform}`, formatSide(platform.download.head)]),
    };
  }
  return {
    head: [say`platform`, nameBaseline(context), say`this ${context.subject}`, say``],
    rows: platforms.map((platform) => [
      say`${platform.platform}`,
      formatSide(platform.download.baseline),
      formatSide(platform.download.head),
      formatSizeChange(platform),
    ]),
  };
}

function formatSide(bytes: number | null): Text {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}

/** `+1.9 MB (+15 %)`, `new`, `gone`, `no change`. */
function formatSizeChange({ status, download }: PlatformComparison): Text {
  if (status !== 'compared') return status === 'added' ? say`new` : say`gone`;
  const change = download.change ?? 0;
  if (change === 0) return say`no change`;
  const percent = formatPercent(change, download.baseline);
  return percent === null ? say`${formatByteChange(change)}` : say`${formatByteChange(change)} (${percent})`;
}
