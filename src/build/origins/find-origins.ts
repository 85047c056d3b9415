import { openBaseLookup, type LookUpBase } from './base-lookup.ts';
import { findDeclaredBase } from './find-declared-base.ts';
import { findProvenBase } from './find-proven-base.ts';
import { listKnownBases } from './known-bases.ts';
import { layersDiffer } from './layers-differ.ts';
import { inParallel } from '../../image/in-parallel.ts';
import { listAttestations } from '../../image/list-attestations.ts';
import type { ImageOrigin } from './image-origin.ts';
import type { OriginSide } from './origin-side.ts';
import type { Digest } from '../../image/digest.ts';
import type { PlatformImage } from '../../image/image.ts';
import type { RegistryClient } from '../../image/registry/registry-client.ts';
import type { Descriptor } from '../../image/source.ts';
import type { Note } from '../../note.ts';

export interface FoundOrigins {
  readonly baseline: readonly ImageOrigin[];
  readonly head: readonly ImageOrigin[];
  readonly notes: readonly Note[];
}

/** Of looking for bases, which informs and must not hold up a comparison. */
const LONGEST_MS = 20_000;
const PLATFORMS_AT_ONCE = 4;

/**
 * Where the layers of both sides come from, as far as it can be told without their builds (contract.md, "causes"): the
 * provenance in the image's index, then the base that the image names, whose manifest is looked up. Nothing is fetched
 * for a platform whose layers are the same on both sides. Never throws: what cannot be had is a note.
 */
export async function findOrigins(
  baseline: OriginSide,
  head: OriginSide,
  registry: () => Promise<RegistryClient>,
  longestMs = LONGEST_MS,
): Promise<FoundOrigins> {
  const wanted = { baseline: chooseWanted(baseline, head), head: chooseWanted(head, baseline) };
  const platforms = new Set([...wanted.baseline, ...wanted.head].map(({ platform }) => platform));
  if (platforms.size === 0) return { baseline: baseline.known, head: head.known, notes: [] };
  const lookUp = openBaseLookup(registry, [...platforms], listKnownBases([baseline, head]));
  const search = Promise.all([findOfSide(baseline, wanted.baseline, lookUp), findOfSide(head, wanted.head, lookUp)]);
  const found = await withinTime(search, longestMs);
  if (found === null) {
    const message = `The base images were not found within ${longestMs / 1000} s: what a moved base did is not told apart.`;
    return { baseline: baseline.known, head: head.known, notes: [{ code: 'base-unreadable', message, hint: '' }] };
  }
  const notes = new Map(found.flatMap((side) => side.notes).map((note) => [note.message, note]));
  return {
    baseline: [...baseline.known, ...found[0].origins],
    head: [...head.known, ...found[1].origins],
    notes: [...notes.values()],
  };
}

/** The same of one image, whose bases are all looked for. Never throws. */
export async function findOriginsOf(
  side: OriginSide,
  registry: () => Promise<RegistryClient>,
  longestMs = LONGEST_MS,
): Promise<FoundOfSide> {
  const wanted = side.image.platforms.filter(
    ({ platform }) => !side.known.some((known) => known.platform === platform),
  );
  const lookUp = openBaseLookup(
    registry,
    wanted.map(({ platform }) => platform),
    listKnownBases([side]),
  );
  const found = await withinTime(findOfSide(side, wanted, lookUp), longestMs);
  return { origins: [...side.known, ...(found?.origins ?? [])], notes: found?.notes ?? [] };
}

function chooseWanted({ image, known }: OriginSide, other: OriginSide): PlatformImage[] {
  const isKnown = (platform: string) => known.some((origin) => origin.platform === platform);
  return image.platforms.filter((own) => !isKnown(own.platform) && layersDiffer(own, other.image));
}

interface FoundOfSide {
  readonly origins: readonly ImageOrigin[];
  readonly notes: readonly Note[];
}

async function findOfSide(
  side: OriginSide,
  wanted: readonly PlatformImage[],
  lookUp: LookUpBase,
): Promise<FoundOfSide> {
  if (wanted.length === 0) return { origins: [], notes: [] };
  const attestations = await tryListAttestations(side);
  const found = await inParallel(wanted, PLATFORMS_AT_ONCE, async (platform): Promise<FoundOfSide> => {
    const proven = await findProvenBase(side, platform, attestations.get(platform.manifestDigest) ?? null, lookUp);
    if (proven.origin !== null) return { origins: [proven.origin], notes: proven.notes };
    const declared = await findDeclaredBase(side, platform, lookUp);
    if (declared.origin !== null) return { origins: [declared.origin], notes: declared.notes };
    return { origins: [], notes: [...proven.notes, ...declared.notes] };
  });
  return { origins: found.flatMap(({ origins }) => origins), notes: found.flatMap(({ notes }) => notes) };
}

/** An image whose name stands for a manifest has no index that could hold them. */
async function tryListAttestations({ image, source }: OriginSide): Promise<ReadonlyMap<Digest, Descriptor>> {
  if (image.platforms.some(({ manifestDigest }) => manifestDigest === image.digest)) return new Map();
  try {
    return await listAttestations(source, image);
  } catch {
    // Read a moment ago, and gone now: what the image itself names is left.
    return new Map();
  }
}

/** `null`: it took longer. */
async function withinTime<T>(work: Promise<T>, longestMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, longestMs, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
