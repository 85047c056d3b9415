import { nameBaseline, plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatByteChange, formatBytes } from '../text/bytes.ts';
import type { ReportContext } from '../report-context.ts';
import { nameLayer } from '../causes/name-layer.ts';
import { joinTexts, say, type Text } from '../text/text.ts';
import type { LayerComparison, PlatformComparison } from '../../compare/comparison.ts';
import { formatInstruction } from '../../compare/instruction.ts';

/** The layers that are not the same, a table a platform, in the image's order; where there are more, the `mostRows` that weigh most. */
export function formatLayerBlocks(
  platforms: readonly PlatformComparison[],
  context: ReportContext,
  mostRows: number,
): Block[] {
  return platforms
    .filter(({ status }) => status === 'compared')
    .flatMap(({ platform, layers }): Block[] => {
      const changed = layers.filter(({ status }) => status !== 'same');
      const shown = new Set(changed.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, mostRows));
      const same = layers.length - changed.length;
      const left = changed.length - shown.size;
      const counts = [
        same === 0 ? say`no layer in common with ${nameBaseline(context)}.` : say`${plural(same, 'layer')} unchanged.`,
        ...(left > 0 ? [say`${plural(left, 'smaller change')} not shown.`] : []),
      ];
      const head: Block = { kind: 'paragraph', text: say`${platform}: ${joinTexts(counts, ' ')}` };
      if (shown.size === 0) return [head];
      const columns = [say`layer`, say``, nameBaseline(context), say`this ${context.subject}`, say`download`];
      const rows = changed.filter((layer) => shown.has(layer)).map(formatLayer);
      return [head, { kind: 'table', head: columns, rows, words: 2 }];
    });
}

function formatLayer(layer: LayerComparison): Text[] {
  const { before, after } = sides(layer);
  return [
    nameLayer({ source: layer.source, detail: formatInstruction(layer.createdBy), layer: layer.digest }),
    say`${layer.status}`,
    before === null ? say`–` : say`${formatBytes(before)}`,
    after === null ? say`–` : say`${formatBytes(after)}`,
    say`${formatByteChange((after ?? 0) - (before ?? 0))}`,
  ];
}

function weigh(layer: LayerComparison): number {
  const { before, after } = sides(layer);
  return Math.abs((after ?? 0) - (before ?? 0));
}

/** Compressed bytes on both sides; a removed layer's row holds the baseline's. */
function sides(layer: LayerComparison): { before: number | null; after: number | null } {
  if (layer.status === 'removed') return { before: layer.downloadBytes, after: null };
  return { before: layer.baseline?.downloadBytes ?? null, after: layer.downloadBytes };
}
