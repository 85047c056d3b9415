import { nameBaseline } from './against.ts';
import { formatByteChange, formatBytes } from './bytes.ts';
import type { Markdown } from './markdown.ts';
import { formatPercent } from './percent.ts';
import type { ReportContext } from './report-context.ts';
import { formatTable } from './table.ts';
import { say, type Text } from './text.ts';
import type { Comparison, PlatformComparison } from '../compare/comparison.ts';

/** Download sizes, a row a platform; without a baseline one column. */
export function formatSizeTable(comparison: Comparison, context: ReportContext): Markdown {
  const { platforms } = comparison;
  if (comparison.baseline.kind === 'none') {
    return formatTable(
      [say`platform`, say`download`],
      platforms.map((platform) => [say`${platform.platform}`, formatSide(platform.download.head)]),
    );
  }
  return formatTable(
    [say`platform`, nameBaseline(context), say`this ${context.subject}`, say``],
    platforms.map((platform) => [
      say`${platform.platform}`,
      formatSide(platform.download.baseline),
      formatSide(platform.download.head),
      formatSizeChange(platform),
    ]),
  );
}

function formatSide(bytes: number | null): Text {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}

/** `+1.9 MB (+15 %)`, `new`, `gone`, `no change`. */
export function formatSizeChange({ status, download }: PlatformComparison): Text {
  if (status !== 'compared') return status === 'added' ? say`new` : say`gone`;
  const change = download.change ?? 0;
  if (change === 0) return say`no change`;
  const percent = formatPercent(change, download.baseline);
  return percent === null ? say`${formatByteChange(change)}` : say`${formatByteChange(change)} (${percent})`;
}
