import { formatBytes } from '../report/text/bytes.ts';
import { formatPlain } from '../report/text/plain.ts';
import { code, say, type Text } from '../report/text/text.ts';
import { makeSizeTree, type SizeNode } from './size-tree.ts';
import type { InspectedPlatform } from './inspection.ts';
import type { WastedFile } from '../layer/merge-layers.ts';

export interface Shown {
  /** Levels of the tree below the root. */
  readonly depth: number;
  /** Of one directory, and of what is wasted. */
  readonly top: number;
}

/** What is in a platform's image: a tree by size with the layers that it came from, then what is wasted. */
export function formatFiles(
  { files = [] }: Pick<InspectedPlatform, 'files'>,
  wasted: readonly WastedFile[],
  shown: Shown,
): string[] {
  const root = makeSizeTree(files);
  const lines = root === null ? [] : [...formatNode(root, 0, shown)];
  return [...formatColumns(lines), '', ...formatWasted(wasted, shown)];
}

interface Line {
  readonly size: number;
  readonly layers: string;
  readonly text: Text;
}

function* formatNode(node: SizeNode, level: number, shown: Shown): Generator<Line> {
  const name = node.path.slice(node.path.lastIndexOf('/') + 1);
  yield {
    size: node.size,
    layers: formatLayers(node),
    text: indent(level, code(node.isDirectory ? `${name}/` : name)),
  };
  if (level === shown.depth) return;
  for (const child of node.children.slice(0, shown.top)) yield* formatNode(child, level + 1, shown);
  const rest = node.children.slice(shown.top);
  if (rest.length === 0) return;
  const size = rest.reduce((sum, { size }) => sum + size, 0);
  yield { size, layers: '', text: indent(level + 1, say`and ${rest.length} more`) };
}

function indent(level: number, text: Text): Text {
  return { pieces: [{ kind: 'ours', text: '  '.repeat(level) }, ...text.pieces] };
}

function formatLayers({ lowest, highest }: SizeNode): string {
  return lowest === highest ? `${lowest}` : `${lowest}-${highest}`;
}

/** Size, the layers that it came from, path. */
function formatColumns(lines: readonly Line[]): string[] {
  const sizes = lines.map(({ size }) => formatBytes(size));
  const layers = ['layer', ...lines.map(({ layers }) => layers)];
  const [wide, broad] = [sizes, layers].map((column) => Math.max(0, ...column.map(({ length }) => length)));
  const format = (size: string, layer: string, text: string) =>
    `  ${size.padStart(wide ?? 0)}   ${layer.padStart(broad ?? 0)}   ${text}`;
  return [
    format('', 'layer', 'file'),
    ...lines.map(({ text }, place) => format(sizes[place] ?? '', layers[place + 1] ?? '', formatPlain(text))),
  ];
}

function formatWasted(wasted: readonly WastedFile[], { top }: Shown): string[] {
  if (wasted.length === 0) return ['  no file is hidden or replaced by a later layer'];
  const largest = [...wasted].sort((one, other) => other.tarBytes - one.tarBytes);
  const count = wasted.length === 1 ? '1 file' : `${wasted.length} files`;
  const sizes = largest.slice(0, top).map(({ tarBytes }) => formatBytes(tarBytes));
  const wide = Math.max(0, ...sizes.map(({ length }) => length));
  return [
    `  ${formatBytes(sum(wasted))} on disk wasted: ${count} that a later layer hides or replaces`,
    ...largest.slice(0, top).map(({ path, layer, by }, place) => {
      const where = `layer ${layer}, gone with layer ${by}`;
      return `  ${(sizes[place] ?? '').padStart(wide)}   ${formatPlain(code(path))} (${where})`;
    }),
    ...(largest.length > top ? [`  ${formatBytes(sum(largest.slice(top)))} in ${largest.length - top} more`] : []),
  ];
}

function sum(files: readonly WastedFile[]): number {
  return files.reduce((bytes, { tarBytes }) => bytes + tarBytes, 0);
}
