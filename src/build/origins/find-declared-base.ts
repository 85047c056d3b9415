import { readDeclaredBases, type DeclaredBase } from './declared-bases.ts';
import { nameBase, originOfBase } from './origin-of-base.ts';
import { formatReference, type Reference } from '../../image/reference.ts';
import type { LookUpBase } from './base-lookup.ts';
import type { FoundBase } from './found-base.ts';
import type { OriginSide } from './origin-side.ts';
import type { PlatformImage } from '../../image/image.ts';
import type { Note } from '../../note.ts';

/** The base of a platform by what the image says of itself, held to that base's layers. Never throws. */
export async function findDeclaredBase(
  side: OriginSide,
  platform: PlatformImage,
  lookUp: LookUpBase,
): Promise<FoundBase> {
  const notes: Note[] = [];
  for (const declared of readDeclaredBases(side.image, platform)) {
    const found = await findOne(declared, side, platform, lookUp);
    notes.push(...found.notes);
    if (found.origin !== null) return { origin: found.origin, notes };
  }
  return { origin: null, notes };
}

async function findOne(
  declared: DeclaredBase,
  side: OriginSide,
  platform: PlatformImage,
  lookUp: LookUpBase,
): Promise<FoundBase> {
  const failures: Note[] = [];
  for (const place of placesOf(declared, side.reference)) {
    const found = await lookUp(place, platform.platform, side.reference);
    switch (found.kind) {
      case 'read': {
        const origin = originOfBase(nameBase(declared.name ?? place), found.image, platform);
        return { origin, notes: origin === null ? [noteLie(side, place, platform)] : [] };
      }
      case 'failed':
        failures.push(noteUnreadable(side, place, found.message, found.hint));
        break;
      case 'absent':
        failures.push(noteUnreadable(side, place, 'the registry has it not', HINT_ABSENT));
        break;
    }
  }
  // The last place is the base's own: beside the image it mostly is not.
  return { origin: null, notes: failures.slice(-1) };
}

/** Beside the image, where a copy of it may be, then at its own name. */
function placesOf({ name, digest }: DeclaredBase, image: Reference | null): Reference[] {
  const beside = image === null || digest === null ? [] : [{ ...image, tag: null, digest }];
  return name === null ? beside : [...beside, digest === null ? name : { ...name, digest }];
}

const HINT_ABSENT =
  'A tag that moved on leaves its old image to be cleaned up: pin the base, or keep a copy of it beside the image.';

function noteLie({ role }: OriginSide, base: Reference, { platform }: PlatformImage): Note {
  return {
    code: 'base-ignored',
    message: `${role} names ${formatReference(base)} as its base and does not begin with the layers of that on ${platform}: ignored`,
    hint: 'An image inherits such a label from its base: set "org.opencontainers.image.base.name" and ".digest" in the build.',
  };
}

function noteUnreadable({ role }: OriginSide, base: Reference, why: string, hint: string): Note {
  const name = formatReference(base);
  const message = `the base of ${role} could not be read: ${name}, which it names: ${why}`;
  return { code: 'base-unreadable', message, hint };
}
