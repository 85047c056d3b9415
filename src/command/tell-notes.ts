import type { Terminal } from './terminal.ts';
import type { Note } from '../note.ts';

/** Notes on stderr: what is so, and on the next line what to do. */
export async function tellNotes(notes: readonly Note[], terminal: Terminal): Promise<void> {
  for (const { message, hint } of notes) {
    await terminal.tell(`note: ${message}`);
    if (hint !== '') await terminal.tell(`      ${hint}`);
  }
}
