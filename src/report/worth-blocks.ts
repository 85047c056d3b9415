import type { Block } from './text/block.ts';
import { formatBytes } from './text/bytes.ts';
import { formatDuration } from './text/duration.ts';
import { code, say, type Text } from './text/text.ts';
import { LINES, UNPACK_BYTES_PER_SECOND, type PullTime } from '../worth/pull-time.ts';
import type { Surface } from '../compare/runtime/surface.ts';
import type { ImageCost } from '../worth/image-cost.ts';

/** One or two sides of an image; `null` is what is not known. */
export interface Sided<Value> {
  readonly baseline: Value | null;
  readonly head: Value | null;
}

export interface WorthPlatform {
  readonly platform: string;
  readonly surface: Sided<Surface>;
  readonly pullTimes: readonly (Sided<PullTime> & { readonly bitsPerSecond: number })[];
}

/** Heads of the columns; without a baseline there is one. */
export interface WorthTitles {
  readonly baseline: Text | null;
  readonly head: Text;
}

/**
 * What a node that has nothing of the image takes to pull it, with how that is reckoned; the download alone where the
 * size on disk of a side is not known.
 */
export function formatPullBlocks(platforms: readonly WorthPlatform[], titles: WorthTitles): Block[] {
  const rows = platforms.flatMap(({ platform, pullTimes }) =>
    pullTimes.flatMap(({ bitsPerSecond, ...sides }) => {
      const known = [sides.baseline, sides.head].filter((side) => side !== null);
      if (known.length === 0) return [];
      const isAlone = known.some(({ unpackMs }) => unpackMs === null);
      const measure = ({ downloadMs, unpackMs }: PullTime): number => downloadMs + (isAlone ? 0 : (unpackMs ?? 0));
      const line = isAlone ? say`${nameLine(bitsPerSecond)}, download alone` : say`${nameLine(bitsPerSecond)}`;
      return [[code(platform), line, ...formatSides(sides, titles, measure, formatDuration, '≈ ')]];
    }),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'table', head: [say`platform`, say`line`, ...headsOf(titles)], rows, words: 2 },
    {
      kind: 'paragraph',
      text: say`Download ÷ line, layers side by side, + size on disk ÷ ${formatBytes(UNPACK_BYTES_PER_SECOND)}/s, one layer after the other: an estimate, without what the registry takes.`,
    },
  ];
}

/** What there is for whoever breaks into it. */
export function formatSurfaceBlocks(platforms: readonly WorthPlatform[], titles: WorthTitles): Block[] {
  const known = platforms.filter(({ surface }) => surface.baseline !== null || surface.head !== null);
  if (known.length === 0) return [];
  const kinds: readonly (readonly [Text, keyof Surface])[] = [
    [say`packages`, 'packages'],
    [say`shells`, 'shells'],
    [say`programs with setuid or setgid`, 'setuid'],
    [say`files that may be run`, 'executables'],
  ];
  const rows = known.flatMap(({ platform, surface }) =>
    kinds.map(([name, kind]) => [
      code(platform),
      name,
      ...formatSides(
        surface,
        titles,
        (side) => side[kind],
        (count) => `${count}`,
      ),
    ]),
  );
  return [{ kind: 'table', head: [say`platform`, say``, ...headsOf(titles)], rows, words: 2 }];
}

/** What it costs in a month, a row a price. */
export function formatCostBlocks(cost: ImageCost, titles: WorthTitles): Block[] {
  const dollars = (value: number): string => `$${value.toFixed(2)}`;
  const rows = cost.registries.map(({ registry, storagePrice, transferPrice, ...sides }) => [
    say`${registry}`,
    say`$${storagePrice} / $${transferPrice}`,
    ...formatSides(sides, titles, ({ storage, transfer }) => storage + transfer, dollars),
  ]);
  const sources = cost.registries.flatMap(({ registry, source, asOf }) =>
    source === null ? [] : [say`${registry}: ${asOf === null ? say`not checked, see` : say`as of ${asOf},`} ${source}`],
  );
  return [
    { kind: 'table', head: [say`registry`, say`a GB stored / pulled`, ...headsOf(titles)], rows, words: 2 },
    {
      kind: 'paragraph',
      text: say`In a month: GB of all platforms × price of storage + GB of ${code(cost.platform)} × ${cost.pulls} pulls × price of a GB pulled. One version is stored, and each pull is of a node that has nothing of it and is outside of the registry's region.`,
    },
    ...(sources.length === 0 ? [] : [{ kind: 'list' as const, items: sources }]),
  ];
}

function headsOf({ baseline, head }: WorthTitles): Text[] {
  return baseline === null ? [head] : [baseline, head, say`change`];
}

function formatSides<Value>(
  { baseline, head }: Sided<Value>,
  titles: WorthTitles,
  measure: (side: Value) => number | null,
  format: (value: number) => string,
  mark: '' | '≈ ' = '',
): Text[] {
  const before = baseline === null ? null : measure(baseline);
  const after = head === null ? null : measure(head);
  const show = (value: number | null): Text => (value === null ? say`–` : say`${mark}${format(value)}`);
  if (titles.baseline === null) return [show(after)];
  if (before === null || after === null) return [show(before), show(after), say`–`];
  const change = after - before;
  const sign = change < 0 ? '−' : '+';
  const size = format(Math.abs(change));
  const told = change === 0 ? say`no change` : size === format(0) ? say`about the same` : say`${mark}${sign}${size}`;
  return [show(before), show(after), told];
}

function nameLine(bitsPerSecond: number): string {
  return LINES.find((line) => line.bitsPerSecond === bitsPerSecond)?.name ?? `${bitsPerSecond / 1e6} Mbit/s`;
}
