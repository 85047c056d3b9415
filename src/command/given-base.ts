import { nameBase, originOfBase } from '../build/origins/origin-of-base.ts';
import { PlimsollError } from '../errors.ts';
import { parseLocalForm } from '../image/local-form.ts';
import { openSource, type Places } from '../image/open-source.ts';
import { readImage } from '../image/read-image.ts';
import { parseReference } from '../image/reference.ts';
import type { Side } from './side.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { Image } from '../image/image.ts';

/** `--head-base REF`: what one side was built on, as the user says. */
export interface GivenBase {
  /** `--head-base` */
  readonly option: string;
  readonly text: string;
}

/**
 * The origins of a side by the base that was given for it; they win over `known`, whose layers stay where it says the same
 * of the base. Throws `INPUT_INVALID` where the side does not begin with the base's layers, `IMAGE_NOT_FOUND`, and what
 * its source throws.
 */
export async function readGivenBase(
  { option, text }: GivenBase,
  { name, image }: Side,
  known: readonly ImageOrigin[],
  places: Places,
): Promise<ImageOrigin[]> {
  const source = await openSource(text, places);
  const base = await readImage(source, { platforms: image.platforms.map(({ platform }) => platform) });
  if (base === null) throw new PlimsollError('IMAGE_NOT_FOUND', `${option} ${text}: there is no such image`);
  const reference = parseLocalForm(text) === null ? nameBase(parseReference(text)) : source.name;
  return image.platforms.map((platform) => {
    const origin = originOfBase(reference, base, platform);
    if (origin === null) throw refuse(`${option} ${text}`, base, name, platform.platform);
    const told = known.find((candidate) => candidate.platform === platform.platform);
    if (told === undefined || told.base?.layers !== origin.base?.layers) return origin;
    return { ...origin, layers: told.layers, context: told.context };
  });
}

function refuse(what: string, { platforms }: Image, name: string, platform: string): PlimsollError {
  if (!platforms.some((candidate) => candidate.platform === platform)) {
    return new PlimsollError('INPUT_INVALID', `${what} has no image for ${platform}, which ${name} has`, {
      hint: 'Choose the platforms that both have with --platform.',
    });
  }
  return new PlimsollError(
    'INPUT_INVALID',
    `${what} is not the base of ${name}, which does not begin with its layers on ${platform}`,
    {
      hint: 'Name what the FROM of the last stage stood for when the image was built, by its digest where the tag has moved.',
    },
  );
}
