import { readCollected, type Collected } from './collected-file.ts';
import type { CommentInputs } from '../plan/comment-inputs.ts';
import type { CollectedReport } from '../report/comment/collected-report.ts';
import type { Note } from '../note.ts';

export type ComparedReport = Extract<CollectedReport, { kind: 'compared' }>;

/** What can be told of what was collected, what cannot since its build failed, and what is wrong with the rest. */
export interface SortedReports {
  compared: readonly ComparedReport[];
  failed: readonly Note[];
  notes: readonly Note[];
}

/** Reads what was downloaded, an image of a name. `permission`: what a download that failed may have lacked. */
export async function sortCollected(inputs: CommentInputs, permission: string): Promise<SortedReports> {
  if (!inputs.isDownloaded) {
    const message = 'What the jobs collected could not be downloaded: the step before says why.';
    return { compared: [], failed: [], notes: [{ code: 'not-downloaded', message, hint: permission }] };
  }
  return sort(await readCollected(inputs.folder));
}

/** Of one name the first counts. */
function sort({ reports, notes }: Collected): SortedReports {
  const compared = new Map<string, ComparedReport>();
  const failed = new Map<string, Note>();
  const twice: Note[] = [];
  for (const report of reports) {
    const name = report.kind === 'compared' ? report.comparison.name : report.name;
    if (compared.has(name) || failed.has(name)) {
      const message = `More than one job collected for an image that is called ${name}: one of them is told.`;
      twice.push({ code: 'collected-twice', message, hint: 'Give each its own "name".' });
    } else if (report.kind === 'compared') {
      compared.set(name, report);
    } else {
      const message = `${name}: its build failed, so there is nothing to compare.`;
      failed.set(name, { code: 'not-built', message, hint: '' });
    }
  }
  const none = reports.length === 0 && notes.length === 0 ? [NOTHING] : [];
  return { compared: [...compared.values()], failed: [...failed.values()], notes: [...notes, ...twice, ...none] };
}

const NOTHING: Note = {
  code: 'nothing-collected',
  message: 'No job of the run collected a comparison.',
  hint: 'Give the jobs that build "comment: collect", and let this one come after them: "needs:" with their names and "if: always()".',
};
