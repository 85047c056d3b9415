import type { Inspection } from './inspection.ts';
import { formatInstruction } from '../compare/instruction.ts';
import { formatBytes } from '../report/bytes.ts';
import { cutLine } from '../report/cut-line.ts';
import { formatPlain } from '../report/plain.ts';
import { code, say } from '../report/text.ts';

type InspectedPlatform = Inspection['platforms'][number];

/** An image for people: a block a platform, a line a layer. Lines are cut at `width` columns; no escape unless `color`. */
export function formatInspection(
  { reference, digest, platforms }: Inspection,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const bold = (line: string): string => (color ? `\u001B[1m${line}\u001B[0m` : line);
  const blocks = [
    [bold(formatPlain(say`${reference}`)), formatPlain(say`${digest}`)],
    ...platforms.map((platform) => [
      bold(formatPlatformLine(platform)),
      ...formatLayers(platform).map((line) => cutLine(line, width)),
    ]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `linux/amd64: 14.2 MB to download, 2 layers`. */
function formatPlatformLine({ platform, downloadBytes, layers }: InspectedPlatform): string {
  const count = `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`;
  return formatPlain(say`${platform}: ${formatBytes(downloadBytes)} to download, ${count}`);
}

/** Size, beginning of the digest, instruction; the first of the base comes first. */
function formatLayers({ layers }: InspectedPlatform): string[] {
  const sizes = layers.map(({ downloadBytes }) => formatBytes(downloadBytes));
  const widest = Math.max(0, ...sizes.map(({ length }) => length));
  return layers.map(({ digest, createdBy }, place) => {
    const instruction = formatPlain(code(formatInstruction(createdBy)));
    return `  ${(sizes[place] ?? '').padStart(widest)}   ${digest.slice('sha256:'.length, 19)}   ${instruction}`.trimEnd();
  });
}
