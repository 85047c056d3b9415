import type { ComparedPlatform } from './compare-platforms.ts';
import type { SideOrigin } from './side-origin.ts';
import type { Note } from '../note.ts';

const TELL =
  'A build with Plimsoll records it; provenance and the annotations org.opencontainers.image.base.name and base.digest tell it too.';

/** In words that hold for the action and the terminal alike. */
const LOOK = 'With details set to "sizes" nothing is asked about it; with "auto" it is.';

/** What could not be told of where layers come from, once for all platforms, and only where it matters. */
export function noteOrigins(
  compared: readonly Pick<ComparedPlatform, 'origins' | 'isBaseMissed'>[],
  isLookedFor: boolean,
): Note[] {
  const sidesOf = (platforms: typeof compared, isMeant: (side: SideOrigin) => boolean): string[] => [
    ...(platforms.some(({ origins }) => isMeant(origins.baseline)) ? ['the baseline'] : []),
    ...(platforms.some(({ origins }) => isMeant(origins.head)) ? ['the head'] : []),
  ];
  const contradicted = sidesOf(compared, ({ kind }) => kind === 'contradicted');
  const missed = sidesOf(
    compared.filter(({ isBaseMissed }) => isBaseMissed),
    ({ kind }) => kind === 'unknown' || kind === 'contradicted',
  );
  return [
    ...contradicted.map((side) => ({
      code: 'origin-ignored',
      message: `what is told of where the layers of ${side} come from is of an image with other layers, and was ignored`,
      hint: '',
    })),
    ...(missed.length === 0
      ? []
      : [
          {
            code: 'base-unknown',
            message: `which layers of ${missed.join(' and ')} are the base image's is not known: all count as after the base`,
            hint: isLookedFor ? TELL : LOOK,
          },
        ]),
  ];
}
