import { findBuilderContainer, type BuilderContainer } from './builder-container.ts';
import { fetchStoredSet, type StoredSet } from './stored-set.ts';
import type { Docker } from '../image/docker.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** A set that is kept, and the container of the builder that it is for. */
export interface KeptSet {
  readonly set: StoredSet;
  readonly container: BuilderContainer;
}

/**
 * Asks for both at once: the registry and Docker's command line each take a while. `null`: none is kept, whatever the
 * builder is. Throws what `fetchStoredSet` and `findBuilderContainer` throw.
 */
export async function findKept(
  docker: Docker,
  builder: string,
  client: RegistryClient,
  references: readonly string[],
): Promise<KeptSet | null> {
  const [set, container] = await Promise.allSettled([
    fetchStoredSet(client, references),
    findBuilderContainer(docker, builder),
  ]);
  if (set.status === 'rejected') throw set.reason;
  if (set.value === null) return null;
  if (container.status === 'rejected') throw container.reason;
  return { set: set.value, container: container.value };
}
