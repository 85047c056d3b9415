import type { Note } from '../note.ts';
import { printAnnotations, type LogAnnotation } from './print-annotations.ts';

/** Notes in the log and beside the job: what is so, and on the next lines what to do. */
export function printNotes(notes: readonly Note[], level: LogAnnotation['level'] = 'notice'): void {
  printAnnotations(
    notes.map(({ message, hint }) => ({ level, message: hint === '' ? message : `${message}\n${hint}` })),
  );
}
