import { findBuild, type FoundBuild } from '../build/find-build.ts';
import { NOTHING_KNOWN, readBuild, readBuildParts, type ReadBuild } from '../build/read-build.ts';
import { readWhyNoRecord } from '../build/why-no-record.ts';
import { PlimsollError, wrapError } from '../errors.ts';
import { openBaseSources } from '../image/base-sources.ts';
import { openBuild } from '../image/builder.ts';
import { inParallel } from '../image/in-parallel.ts';
import { LIMITS } from '../image/limits.ts';
import { readImage } from '../image/read-image.ts';
import { openOciLayout } from '../image/oci-layout.ts';
import { readFirstImage } from '../image/read-first-image.ts';
import { parseReference } from '../image/reference.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { BuiltDockerfile } from '../build/context/built-dockerfile.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { CompareInput } from '../compare/compare.ts';
import type { Docker } from '../image/docker.ts';
import type { Image } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';
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
  /** Where its layers come from, as the build told. */
  origins: readonly ImageOrigin[];
  dockerfile: BuiltDockerfile | null;
  notes: readonly Note[];
  /** Where its layers are, tried in turn. */
  sources: readonly ImageSource[];
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
  const reference = digest === '' ? plan.image : `${plan.image}@${digest}`;
  const isPushed = isBuilt && plan.push.enabled;
  if (!isBuilt) return { image: null, digest, isPushed, sources: [], ...(await readFound(docker, found)) };
  const written = openWritten(plan, isPushed ? reference : null, places);
  const sources = openSources(found, written, places);
  const common = { reference, commit: plan.commit, pushed: isPushed };
  const [read, built] = await Promise.all([
    readFound(docker, found),
    readBuilt(found, plan, sources, written, places).then(
      (image) => ({ kind: 'read', image }) as const,
      (error: unknown) => ({ kind: 'failed', error }) as const,
    ),
  ]);
  if (built.kind === 'failed') {
    const { error } = built;
    const { message, hint } = wrapError('NOT_COMPARED', 'the image that was built could not be read', error);
    const note = { code: 'head-unreadable', message, hint };
    // That only sizes are known would be said of what is not.
    const notes = found?.kind === 'found' ? read.notes : [];
    const image = { ...common, kind: 'failed', digest, note } as const;
    return { image, digest, isPushed, sources, ...read, notes };
  }
  return { image: { ...common, ...built }, digest, isPushed, sources, ...read };
}

/** Where the build put the image, outside of the builder. `reference`: where it was pushed to; `null` where it was not. */
function openWritten({ image, build }: Plan, reference: string | null, { registry }: HeadPlaces): ImageSource[] {
  if (reference !== null) return [openRegistrySource(registry, parseReference(reference))];
  const directory = build.layoutFolder;
  return directory === null ? [] : [openOciLayout({ name: image, directory, tag: null })];
}

function openSources(
  found: FoundBuild | null,
  written: readonly ImageSource[],
  { docker, registry }: HeadPlaces,
): ImageSource[] {
  const elsewhere = openBaseSources(() => Promise.resolve(registry));
  if (found?.kind === 'found') return [openBuild(docker, found, elsewhere, found.summary.root), ...written];
  if (found?.kind !== 'parts') return [...written];
  const { builder, id, places } = found;
  return [...places.map((place) => openBuild(docker, { builder, id, place }, elsewhere)), ...written];
}

async function readFound(docker: Docker, found: FoundBuild | null): Promise<ReadBuild> {
  if (found === null) return NOTHING_KNOWN;
  if (found.kind === 'parts') return await readBuildParts(docker, found);
  if (found.kind === 'none') return { ...NOTHING_KNOWN, notes: [found.note] };
  return await readBuild(docker, { builder: found.builder, id: found.id }, found.summary);
}

async function readBuilt(
  found: FoundBuild | null,
  plan: Plan,
  sources: readonly ImageSource[],
  written: readonly ImageSource[],
  { docker }: HeadPlaces,
): Promise<Image> {
  if (found?.kind === 'found') {
    const absent = new Error('the builder holds no image of it');
    return await readFirstImage(sources, absent);
  }
  if (written.length === 0 && found?.kind === 'parts') return await readParts(found, plan.platforms, docker);
  const why = found === null ? 'other jobs built its parts' : readWhyNoRecord(found.note);
  const message = `the image that was built was not pushed, and it cannot be read from the builder: ${why}`;
  return await readFirstImage(written, new PlimsollError('IMAGE_NOT_FOUND', message, { hint: found?.note.hint ?? '' }));
}

/** The platforms out of the nodes that built them. Nobody put them together, so the digest is that of the first. */
async function readParts(
  { builder, id, places }: Extract<FoundBuild, { kind: 'parts' }>,
  platforms: readonly string[],
  docker: Docker,
): Promise<Image> {
  const read = await inParallel(places, LIMITS.parallelPlatforms, async (place) =>
    readImage(openBuild(docker, { builder, id, place })),
  );
  const parts = read.filter((image) => image !== null);
  const built = parts.flatMap((image) => image.platforms);
  const wanted = platforms.flatMap((name) => built.find(({ platform }) => platform === name) ?? []);
  const [first] = parts;
  if (first === undefined || wanted.length < platforms.length) {
    const message = `the nodes of the builder hold ${wanted.length} of the ${platforms.length} platforms that were built`;
    throw new PlimsollError('IMAGE_NOT_FOUND', message, { hint: 'Build each platform in a job of its own.' });
  }
  return { ...first, platforms: wanted };
}
