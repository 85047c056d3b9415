import type { Usage } from './image-cost.ts';
import type { AskedUsage } from '../plan/usage.ts';

/** What a registry takes, in US dollars: list prices, without what is free or included, and without rebates. */
export interface Price {
  readonly registry: string;
  /** For a GB that is stored for a month. */
  readonly storage: number;
  /** For a GB that is pulled from the internet; in the registry's own region it is free with all of them. */
  readonly transfer: number;
  /** The vendor's page, where it can be checked. */
  readonly source: string;
  /** The month that it was said for, `2026-11`; `null`: not known. */
  readonly asOf: string | null;
}

/**
 * `price-storage` and `price-transfer` replace it. No vendor's page of that month could be read: Amazon's are what others
 * quote from it, GitHub's, Google's storage and Azure's (0.003 a GB and day) stand in undated copies of the vendors' pages,
 * Google's transfer is what others quote (2026-09), Azure's was known and could not be looked up.
 */
export const PRICES: readonly Price[] = [
  {
    registry: 'Amazon ECR (us-east-1)',
    storage: 0.1,
    transfer: 0.09,
    source: 'https://aws.amazon.com/ecr/pricing/',
    asOf: '2026-03',
  },
  {
    registry: 'Azure Container Registry (beyond what a tier includes)',
    storage: 0.09,
    transfer: 0.087,
    source: 'https://azure.microsoft.com/pricing/details/container-registry/',
    asOf: null,
  },
  {
    registry: 'Google Artifact Registry (us)',
    storage: 0.1,
    transfer: 0.12,
    source: 'https://cloud.google.com/artifact-registry/pricing',
    asOf: null,
  },
  {
    registry: 'GitHub Container Registry (free for now)',
    storage: 0,
    transfer: 0,
    source: 'https://docs.github.com/billing/concepts/product-billing/github-packages',
    asOf: null,
  },
];

/** At the user's own prices, or at list prices. */
export function priceUsage({ pulls, price }: AskedUsage): Usage {
  if (price === null) return { pulls, prices: PRICES };
  return { pulls, prices: [{ registry: 'your prices', ...price, source: null, asOf: null }] };
}
