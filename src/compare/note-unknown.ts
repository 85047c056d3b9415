import type { Comparison } from './comparison.ts';
import type { Note } from '../note.ts';

const BUILD = 'build-unknown';
const CONTENTS = 'contents-unknown';

/** Says why something is `null` in the comparison that no other note speaks of. */
export function noteUnknown(
  { head, baseline, build, platforms }: Pick<Comparison, 'head' | 'baseline' | 'build' | 'platforms'>,
  said: readonly Note[],
): Note[] {
  // Where nothing was read of the head, the note that says so stands first.
  if (platforms.length === 0 || head.digest === '') return [];
  const notes: Note[] = [];
  if (!said.some(({ code }) => code === 'no-build-record')) {
    const side =
      build === null
        ? 'the head'
        : build.baselineDurationMs === null && baseline.kind === 'found'
          ? 'the baseline'
          : null;
    if (side !== null) {
      notes.push({
        code: BUILD,
        message: `steps and times of the build of ${side} are not known: nothing that recorded it was found`,
        hint: '',
      });
    }
  }
  if (said.some(({ code }) => code === 'layers-not-read' || code === 'layer-unreadable')) return notes;
  const isFileUnknown = platforms.some(({ status, files }) => status === 'compared' && files === null);
  const isSizeUnknown = platforms.some(
    ({ status, onDisk }) =>
      (status !== 'added' && onDisk.baseline === null) || (status !== 'removed' && onDisk.head === null),
  );
  if (isFileUnknown || isSizeUnknown) {
    const what = [...(isFileUnknown ? ['files'] : []), ...(isSizeUnknown ? ['sizes on disk'] : [])];
    notes.push({
      code: CONTENTS,
      message: `${what.join(' and ')} are not known: not every layer was read`,
      hint: 'With details set to "full" every layer is read.',
    });
  }
  return notes;
}

/** Whether a note is one of these: they are for who reads the JSON. A report shows what is known, and asks for no more. */
export function isOfUnknown({ code }: Pick<Note, 'code'>): boolean {
  return code === BUILD || code === CONTENTS;
}
