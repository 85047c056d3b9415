import { formatColumns } from './text/columns.ts';
import { formatHanging } from './text/hanging.ts';
import { formatPlain } from './text/plain.ts';
import { say } from './text/text.ts';
import { formatVulnerabilities, formatWorth, listWorth } from './worth.ts';
import type { Detail } from './text/block.ts';
import type { ReportContext } from './report-context.ts';
import { assertNever } from '../errors.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Surface } from '../compare/runtime/surface.ts';
import type { ImageCost } from '../worth/image-cost.ts';
import type { PullTime } from '../worth/pull-time.ts';

/** Of a terminal; the JSON has them all. */
const MOST_ROWS = 20;

/** What became of vulnerabilities, and with `isAll` what the change is worth; '' where there is nothing to tell. */
export function renderWorth(
  comparison: Comparison,
  context: ReportContext,
  { isAll, ...options }: { color: boolean; width: number; isAll: boolean },
): string {
  const blocks = formatVulnerabilities(comparison, context, MOST_ROWS);
  const found = blocks.length === 0 ? [] : [{ title: say`vulnerabilities`, blocks }];
  return renderWorthText([...found, ...(isAll ? formatWorth(comparison, context) : [])], options);
}

/** The same of one image by itself. */
export function renderImageWorth({ platforms, cost }: ImageWorth, options: { color: boolean; width: number }): string {
  const sided = platforms.map(({ platform, surface = null, pullTimes = [] }) => ({
    platform,
    surface: { baseline: null, head: surface },
    pullTimes: pullTimes.map(({ bitsPerSecond, ...head }) => ({ bitsPerSecond, baseline: null, head })),
  }));
  return renderWorthText(listWorth(sided, cost ?? null, { baseline: null, head: say`this image` }), options);
}

/** As `inspect --worth` has it. */
export interface ImageWorth {
  readonly platforms: readonly {
    readonly platform: string;
    readonly surface?: Surface | null;
    readonly pullTimes?: readonly (PullTime & { readonly bitsPerSecond: number })[];
  }[];
  readonly cost?: ImageCost | null;
}

/** Details for a terminal, each under its title; no escape unless `color`, and no command to GitHub's runner. */
export function renderWorthText(
  details: readonly Detail[],
  { color, width }: { color: boolean; width: number },
): string {
  return details
    .map(({ title, blocks }) => {
      const name = formatPlain(title);
      const lines = blocks.flatMap((block) => {
        switch (block.kind) {
          case 'paragraph':
            return formatHanging([{ first: say``, rest: block.text }], width);
          case 'list':
            return block.items.map((item) => formatPlain(say`  - ${item}`));
          case 'table':
            return formatColumns([block.head, ...block.rows], width - 2, block.words).map((line) => `  ${line}`);
          case 'timeline':
            throw new Error('a timeline is no detail of what an image is worth');
          default:
            return assertNever(block);
        }
      });
      return `\n${color ? `\u001B[1m${name}\u001B[0m` : name}\n${lines.join('\n')}\n`;
    })
    .join('');
}
