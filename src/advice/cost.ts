import type { FindingCost } from '../compare/comparison.ts';

/** What a finding costs, as it was measured on a build and its image: either time or bytes. */
export type Cost = Readonly<FindingCost>;

/** Bytes that 100 Mbit/s move in a millisecond: for the order of findings alone, some of which cost time and some bytes. */
const BYTES_PER_MS = 12_500;

/** To sort by, largest first; what was not measured last. */
export function weighCost(cost: Cost | null): number {
  return cost === null ? 0 : (cost.durationMs ?? 0) + (cost.bytes ?? 0) / BYTES_PER_MS;
}
