import { nameBaseline } from './against.ts';
import type { Block, Detail } from './text/block.ts';
import type { ReportContext } from './report-context.ts';
import { say } from './text/text.ts';
import { formatVulnerabilityBlocks } from './findings/vulnerability-blocks.ts';
import {
  formatCostBlocks,
  formatPullBlocks,
  formatSurfaceBlocks,
  type WorthPlatform,
  type WorthTitles,
} from './worth-blocks.ts';
import type { ImageCost } from '../worth/image-cost.ts';
import type { Comparison } from '../compare/comparison.ts';

/** What a change in size is worth: the time of a pull, what there is to attack, and money where it was said how often it is pulled. */
export function formatWorth({ platforms, cost, baseline }: Comparison, context: ReportContext): Detail[] {
  const titles: WorthTitles = {
    baseline: baseline.kind === 'none' ? null : nameBaseline(context),
    head: say`this ${context.subject}`,
  };
  return listWorth(platforms, cost, titles);
}

/** What is not known of any platform is left out. */
export function listWorth(platforms: readonly WorthPlatform[], cost: ImageCost | null, titles: WorthTitles): Detail[] {
  const details: Detail[] = [
    { title: say`how long a new node pulls`, blocks: formatPullBlocks(platforms, titles) },
    { title: say`attack surface`, blocks: formatSurfaceBlocks(platforms, titles) },
    { title: say`what it costs`, blocks: cost === null ? [] : formatCostBlocks(cost, titles) },
  ];
  return details.filter(({ blocks }) => blocks.length > 0);
}

/** By the reports of scanners, where they were given. */
export function formatVulnerabilities(
  { vulnerabilities }: Pick<Comparison, 'vulnerabilities'>,
  context: ReportContext,
  mostRows: number,
): Block[] {
  if (vulnerabilities === null) return [];
  return formatVulnerabilityBlocks(vulnerabilities, nameBaseline(context), say`this ${context.subject}`, mostRows);
}
