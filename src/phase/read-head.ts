import { findBuild, type FoundBuild } from '../build/find-build.ts';
import { readBuild, type ReadBuild } from '../build/read-build.ts';
import { wrapError } from '../errors.ts';
import { openBuild } from '../image/builder.ts';
import { readFirstImage } from '../image/read-first-image.ts';
import { parseReference } from '../image/reference.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { CompareInput } from '../compare/compare.ts';
import type { Docker } from '../image/docker.ts';
import type { Image } from '../image/image.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';

/** What was built: the image, and the record of the build. */
export interface Head {
  /** `null`: the build failed. */
  image: CompareInput['head'] | null;
  /** As the build step says; '' where it does not. */
  digest: string;
  isPushed: boolean;
  build: BuildRecord | null;
  notes: readonly Note[];
}

export interface HeadPlaces {
  docker: Docker;
  registry: RegistryClient;
  builder: string;
  /** As the build step says; '' where it does not. */
  digest: string;
  /** Whether the build step went through. */
  isBuilt: boolean;
}

/**
 * Reads what the build step made: out of the builder, so that nothing has to be pushed; where the builder does not tell
 * and it was pushed, out of the registry.
 */
export async function readHead(plan: Plan, places: HeadPlaces): Promise<Head> {
  const { docker, builder, digest, isBuilt } = places;
  const wanted = { builder, startedAtMs: plan.startedAtMs, digest: digest === '' ? null : digest };
  // Other jobs built what was merged, on builders that are gone.
  const found = plan.part.kind === 'merged' ? null : await findBuild(docker, wanted);
  const read = await readFound(docker, found);
  const reference = digest === '' ? plan.image : `${plan.image}@${digest}`;
  const isPushed = isBuilt && plan.push.enabled;
  if (!isBuilt) return { image: null, digest, isPushed, ...read };
  const common = { reference, commit: plan.commit, pushed: isPushed };
  try {
    const image = await readBuilt(found, reference, isPushed, places);
    return { image: { ...common, kind: 'read', image }, digest, isPushed, ...read };
  } catch (error) {
    const { message, hint } = wrapError('NOT_COMPARED', 'the image that was built could not be read', error);
    const note = { code: 'head-unreadable', message, hint };
    return { image: { ...common, kind: 'failed', digest, note }, digest, isPushed, ...read };
  }
}

async function readFound(docker: Docker, found: FoundBuild | null): Promise<ReadBuild> {
  if (found?.kind !== 'found') return { build: null, notes: found === null ? [] : [found.note] };
  return await readBuild(docker, { builder: found.builder, id: found.id }, found.summary);
}

async function readBuilt(
  found: FoundBuild | null,
  reference: string,
  isPushed: boolean,
  places: HeadPlaces,
): Promise<Image> {
  const sources = [
    ...(found?.kind === 'found' ? [openBuild(places.docker, found)] : []),
    ...(isPushed ? [openRegistrySource(places.registry, parseReference(reference))] : []),
  ];
  const absent = new Error(found?.kind === 'none' ? found.note.message : 'the builder holds no image of it');
  return await readFirstImage(sources, absent);
}
