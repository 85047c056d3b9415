import { calculateCost, type MonthlyCost } from './monthly-cost.ts';
import type { Price } from './prices.ts';
import { downloadBytes, type Image } from '../image/image.ts';

/** What the user says of its use. */
export interface Usage {
  readonly pulls: number;
  readonly prices: readonly (Omit<Price, 'source' | 'asOf'> & { source: string | null; asOf: string | null })[];
}

/** In US dollars a month; `null` for a side that is not there, or has no such platform. */
export interface ImageCost {
  pulls: number;
  /** That is pulled: the first of the head. */
  platform: string;
  registries: {
    registry: string;
    storagePrice: number;
    transferPrice: number;
    source: string | null;
    asOf: string | null;
    baseline: MonthlyCost | null;
    head: MonthlyCost | null;
  }[];
}

export function costImage(baseline: Image | null, head: Image, { pulls, prices }: Usage): ImageCost | null {
  const platform = head.platforms[0]?.platform;
  if (platform === undefined) return null;
  const sides = { baseline: baseline === null ? null : weigh(baseline, platform), head: weigh(head, platform) };
  return {
    pulls,
    platform,
    registries: prices.map((price) => {
      const costOf = (bytes: ReturnType<typeof weigh>): MonthlyCost | null =>
        bytes === null ? null : calculateCost(bytes, pulls, price);
      const { registry, storage: storagePrice, transfer: transferPrice, source, asOf } = price;
      const costs = { baseline: costOf(sides.baseline), head: costOf(sides.head) };
      return { registry, storagePrice, transferPrice, source, asOf, ...costs };
    }),
  };
}

/** A blob that several platforms have is stored once. */
function weigh(image: Image, platform: string): { storedBytes: number; pulledBytes: number } | null {
  const pulled = image.platforms.find((candidate) => candidate.platform === platform);
  if (pulled === undefined) return null;
  const blobs = new Map(
    image.platforms.flatMap(({ config, layers }) => [
      [config.digest, config.size] as const,
      ...layers.map(({ digest, downloadBytes: bytes }) => [digest, bytes] as const),
    ]),
  );
  const storedBytes = [...blobs.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { storedBytes, pulledBytes: downloadBytes(pulled) };
}
