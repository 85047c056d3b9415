import { PlimsollError, wrapError } from '../errors.ts';
import { printNotes } from '../publish/print-notes.ts';

/**
 * Runs a report, whose result it gives: a fault of ours in it is said, and fails the job (`true`) under `strict` only.
 * Throws what the user has to mend.
 */
export async function spareBuild(strict: boolean, report: () => Promise<boolean>): Promise<boolean> {
  try {
    return await report();
  } catch (thrown) {
    if (thrown instanceof PlimsollError && thrown.isUserError) throw thrown;
    printNotes([wrapError('INTERNAL', 'the report could not be made', thrown)], strict ? 'error' : 'warning');
    return strict;
  }
}
