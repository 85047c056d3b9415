import type { ImageOrigin } from './image-origin.ts';
import type { Image } from '../../image/image.ts';
import type { Reference } from '../../image/reference.ts';
import type { ImageSource } from '../../image/source.ts';

/** One side of a comparison, whose base is looked for. */
export interface OriginSide {
  /** How notes call it: `the baseline`. */
  readonly role: string;
  readonly image: Image;
  /** Where it was read from. */
  readonly source: ImageSource;
  /** Where it is in a registry; `null`: it is in none. */
  readonly reference: Reference | null;
  /** What its build, or the record beside it, told: nothing else is looked for there. */
  readonly known: readonly ImageOrigin[];
}
