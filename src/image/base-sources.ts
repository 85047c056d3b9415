import { openRegistrySource } from './registry/registry-source.ts';
import type { Elsewhere } from './builder.ts';
import type { RegistryClient } from './registry/registry-client.ts';

/** Where a builder's lazy layers are: beside the bases that they came with. */
export function openBaseSources(registry: () => Promise<RegistryClient>): Elsewhere {
  return async (bases) => {
    if (bases.length === 0) return [];
    const client = await registry();
    return bases.map((base) => openRegistrySource(client, base));
  };
}
