import { wrapError } from '../errors.ts';
import type { Image } from '../image/image.ts';
import type { Note } from '../note.ts';

/** What a head is compared with. Absence is data; what could not be read is said in a note. */
export type FoundBaseline =
  | {
      kind: 'found';
      image: Image;
      /** As it was found: `ghcr.io/acme/api:sha-…`. */
      reference: string;
      how: 'commit' | 'ancestor' | 'tag' | 'release' | 'given';
      /** Commits before the one that was wanted; 0: that very one; `null`: not known. */
      distance: number | null;
      /** The commit that it was built from, as far as it is known. */
      commit: string | null;
      /** False where the commits between may have changed the image. */
      isExact: boolean;
      /** What could not be asked on the way to it. */
      notes: readonly Note[];
    }
  /** `notes` hold the reason with what to do about it, where something can be done. */
  | { kind: 'none'; reason: string; notes: readonly Note[] }
  | { kind: 'failed'; note: Note };

/** There is none, for a reason; `why`: what is known of that, and what to do. */
export function noBaseline(reason: string, why: Note | null = null): FoundBaseline {
  if (why === null) return { kind: 'none', reason, notes: [] };
  const message = `${reason}: ${why.message}`;
  return { kind: 'none', reason: message, notes: [{ ...why, message }] };
}

/** What stood in the way of looking, as a note; `what` is said where the error does not say it itself. */
export function describeFailure(what: string, thrown: unknown): Note {
  const { code, message, hint } = wrapError('NOT_COMPARED', what, thrown);
  return { code: code === 'REGISTRY_DENIED' ? 'baseline-denied' : 'baseline-unreadable', message, hint };
}
