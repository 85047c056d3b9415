import { nameBase, originOfBase } from './origin-of-base.ts';
import { parseMaterials, type Materials } from './materials.ts';
import { readStatedOrigin } from './read-stated-origin.ts';
import { wrapError } from '../../errors.ts';
import { fetchProvenance } from '../../image/fetch-provenance.ts';
import { inParallel } from '../../image/in-parallel.ts';
import type { LookUpBase } from './base-lookup.ts';
import type { FoundBase } from './found-base.ts';
import type { OriginSide } from './origin-side.ts';
import type { PlatformImage } from '../../image/image.ts';
import { formatReference } from '../../image/reference.ts';
import type { Descriptor } from '../../image/source.ts';
import type { Note } from '../../note.ts';

/** Of what a platform was built from. */
const MOST_CANDIDATES = 10;
const CANDIDATES_AT_ONCE = 4;

/**
 * The base of a platform by the provenance in its image's index: mode=max tells of all layers, mode=min what went in, and
 * that is looked up. Never throws.
 */
export async function findProvenBase(
  side: OriginSide,
  platform: PlatformImage,
  attestation: Descriptor | null,
  lookUp: LookUpBase,
): Promise<FoundBase> {
  if (attestation === null) return { origin: null, notes: [] };
  try {
    const statement = await fetchProvenance(side.source, attestation);
    if (statement === null) return { origin: null, notes: [] };
    const stated = readStatedOrigin(statement, platform);
    if (stated !== null) return { origin: stated, notes: [] };
    const materials = parseMaterials(statement, `${side.role}'s provenance for ${platform.platform}`);
    return await findAmong(materials, side, platform, lookUp);
  } catch (error) {
    const { message, hint } = wrapError('IMAGE_INVALID', `${side.role}'s provenance`, error);
    return { origin: null, notes: [noteUnreadable(side, message, hint)] };
  }
}

/** The one whose layers the image begins with; the one with the most, where a base was made from another. */
async function findAmong(
  { images, isWhole }: Materials,
  side: OriginSide,
  platform: PlatformImage,
  lookUp: LookUpBase,
): Promise<FoundBase> {
  const possible = images.filter((image) => image.platform === null || image.platform === platform.platform);
  const looked = await inParallel(possible.slice(0, MOST_CANDIDATES), CANDIDATES_AT_ONCE, async ({ reference }) => ({
    reference,
    found: await lookUp(reference, platform.platform, side.reference),
  }));
  const bases = looked.flatMap(({ reference, found }) =>
    found.kind === 'read' ? (originOfBase(nameBase(reference), found.image, platform) ?? []) : [],
  );
  const [origin] = bases.sort((a, b) => (b.base?.layers ?? 0) - (a.base?.layers ?? 0));
  if (origin !== undefined) return { origin, notes: [] };
  // None of all that it was made from: its last stage begins with nothing.
  const areAllRead =
    isWhole &&
    possible.length <= MOST_CANDIDATES &&
    looked.every(({ reference, found }) => reference.digest !== null && found.kind === 'read');
  if (areAllRead) return { origin: { platform: platform.platform, base: null, layers: [], context: null }, notes: [] };
  const failures = looked.flatMap(({ reference, found }) => {
    if (found.kind === 'failed') return [noteUnreadable(side, found.message, found.hint)];
    return found.kind === 'absent' ? [noteUnreadable(side, `${formatReference(reference)} is not there`, '')] : [];
  });
  return { origin: null, notes: failures.slice(0, 1) };
}

function noteUnreadable({ role }: OriginSide, why: string, hint: string): Note {
  return { code: 'base-unreadable', message: `the base of ${role} could not be read: ${why}`, hint };
}
