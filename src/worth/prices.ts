/** What a registry takes, in US dollars: list prices, without what is free or included, and without rebates. */
export interface Price {
  readonly registry: string;
  /** For a GB that is stored for a month. */
  readonly storage: number;
  /** For a GB that is pulled from the internet; in the registry's own region it is free with all of them. */
  readonly transfer: number;
  /** Where it stands, and when it was read: `2026-11`. */
  readonly source: string;
  readonly asOf: string;
}

/** `--price-storage` and `--price-transfer` replace it. */
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
    asOf: '2026-06',
  },
  {
    registry: 'Google Artifact Registry (us)',
    storage: 0.1,
    transfer: 0.12,
    source: 'https://cloud.google.com/artifact-registry/pricing',
    asOf: '2026-09',
  },
  {
    registry: 'GitHub Container Registry (free for now)',
    storage: 0,
    transfer: 0,
    source: 'https://docs.github.com/billing/concepts/product-billing/github-packages',
    asOf: '2026-09',
  },
];
