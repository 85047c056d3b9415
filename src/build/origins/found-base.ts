import type { ImageOrigin } from './image-origin.ts';
import type { Note } from '../../note.ts';

/** What a look for a platform's base came to; `origin` is `null` where it is not known. */
export interface FoundBase {
  readonly origin: ImageOrigin | null;
  readonly notes: readonly Note[];
}
