import type { OpenPlaces } from './places.ts';
import type { Side } from './side.ts';
import { findSideOrigin } from '../compare/side-origin.ts';
import type { PlatformImage } from '../image/image.ts';
import type { Note } from '../note.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

export interface ImageBase {
  /** How many of a platform's layers are the base's; `null`: nobody tells. */
  readonly countLayers: (platform: PlatformImage) => number | null;
  readonly notes: readonly Note[];
}

/** What an image was built on: what `--base` says, else its build, the record beside it, provenance or labels. Throws what `readGivenBase` throws. */
export async function findImageBase(
  side: Side,
  record: FoundRecord,
  given: string | null,
  places: OpenPlaces,
): Promise<ImageBase> {
  const known = record.kind === 'found' ? record.record.origins : (side.build?.origins ?? []);
  const { origins, notes } = await find();
  const countLayers = (platform: PlatformImage): number | null => {
    const origin = findSideOrigin(platform, origins);
    return origin.kind === 'known' ? (origin.base?.layers ?? 0) : null;
  };
  return { countLayers, notes: [...notes, ...noteUnknown(side.image.platforms.map(countLayers))] };

  async function find() {
    if (given !== null) {
      const { readGivenBase } = await import('./given-base.ts');
      return { origins: await readGivenBase({ option: '--base', text: given }, side, known, places), notes: [] };
    }
    const { findOriginsOf } = await import('../build/origins/find-origins.ts');
    return await findOriginsOf({ role: 'the image', ...side, known }, places.registry);
  }
}

function noteUnknown(counts: readonly (number | null)[]): Note[] {
  if (!counts.includes(null)) return [];
  return [
    {
      code: 'base-unknown',
      message:
        "what the image was built on is not known: most rules are left out, since what is the base's cannot be told",
      hint: 'Say it with --base, or build with provenance.',
    },
  ];
}
