import { formatFiles, type Shown } from './format-files.ts';
import type { DescribedImage, InspectedPlatform } from './inspection.ts';
import { formatInstruction } from '../compare/instruction.ts';
import { formatBytes } from '../report/text/bytes.ts';
import { formatImageAdvice } from '../report/findings/image-advice.ts';
import { listRuntime } from '../report/details/runtime-changes.ts';
import { cutLine } from '../report/text/cut-line.ts';
import { formatPlain } from '../report/text/plain.ts';
import { code, say } from '../report/text/text.ts';

/** An image for people: a block a platform, a line a layer, where they were read what is in them. Lines are cut at `width` columns; no escape unless `color`. */
export function formatInspection(
  { inspection: { reference, digest, platforms }, wasted, advice }: DescribedImage,
  { color, width, shown }: { readonly color: boolean; readonly width: number; readonly shown: Shown },
): string {
  const bold = (line: string): string => (color ? `\u001B[1m${line}\u001B[0m` : line);
  const blocks = [
    [bold(formatPlain(say`${reference}`)), formatPlain(say`${digest}`)],
    ...platforms.map((platform, place) => [
      bold(formatPlatformLine(platform)),
      ...[
        ...formatLayers(platform),
        ...formatRuntime(platform),
        ...(platform.files === undefined ? [] : ['', ...formatFiles(platform, wasted[place] ?? [], shown)]),
      ].map((line) => cutLine(line, width)),
      ...(advice === null ? [] : formatImageAdvice(advice[place] ?? [], color)),
    ]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `linux/amd64: 14.2 MB to download, 33.1 MB on disk, 2 layers`. */
function formatPlatformLine({ platform, downloadBytes, onDiskBytes, layers }: InspectedPlatform): string {
  const count = `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`;
  const disk = onDiskBytes === null ? say`` : say`, ${formatBytes(onDiskBytes)} on disk`;
  return formatPlain(say`${platform}: ${formatBytes(downloadBytes)} to download${disk}, ${count}`);
}

/** Where it was read the place; download, where it was read on disk, beginning of the digest, instruction; the first of the base comes first. */
function formatLayers({ layers }: InspectedPlatform): string[] {
  const columns = [
    ...(layers.some(({ onDiskBytes }) => onDiskBytes !== null) ? [layers.map((_, place) => `${place}`)] : []),
    layers.map(({ downloadBytes }) => formatBytes(downloadBytes)),
    ...(layers.some(({ onDiskBytes }) => onDiskBytes !== null)
      ? [layers.map(({ onDiskBytes }) => (onDiskBytes === null ? '' : formatBytes(onDiskBytes)))]
      : []),
  ];
  const widths = columns.map((column) => Math.max(0, ...column.map(({ length }) => length)));
  return layers.map(({ digest, createdBy }, place) => {
    const instruction = formatPlain(code(formatInstruction(createdBy)));
    const cells = columns.map((column, index) => (column[place] ?? '').padStart(widths[index] ?? 0));
    return `  ${cells.join('   ')}   ${digest.slice('sha256:'.length, 19)}   ${instruction}`.trimEnd();
  });
}

/** Once the layers were read: before, it is the user alone. */
function formatRuntime({ runtime, onDiskBytes }: InspectedPlatform): string[] {
  if (onDiskBytes === null) return [];
  const rows = listRuntime(runtime);
  const wide = Math.max(...rows.map(([what]) => what.length));
  return ['', ...rows.map(([what, value]) => `  ${what.padEnd(wide)}   ${formatPlain(value)}`)];
}
