import type { Price } from './prices.ts';

const GB = 1_000_000_000;

/** What an image costs in a month: one version of it stored, and pulled so often by nodes that have nothing of it. */
export interface MonthlyCost {
  storage: number;
  transfer: number;
}

/** `storedBytes`: of all platforms, each blob once; `pulledBytes`: of the platform that is pulled. In US dollars, to a hundredth of a cent. */
export function calculateCost(
  { storedBytes, pulledBytes }: { readonly storedBytes: number; readonly pulledBytes: number },
  pulls: number,
  price: Pick<Price, 'storage' | 'transfer'>,
): MonthlyCost {
  return {
    storage: round((storedBytes / GB) * price.storage),
    transfer: round((pulledBytes / GB) * pulls * price.transfer),
  };
}

function round(dollars: number): number {
  return Math.round(dollars * 10_000) / 10_000;
}
