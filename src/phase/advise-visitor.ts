import { parseReference } from '../image/reference.ts';
import type { Note } from '../note.ts';
import type { ReportPlan } from '../plan/report-plan.ts';

/**
 * What a fork or Dependabot can do where a registry refuses it: neither gets the secret to log in with, and to tell them
 * to log in would be no help. The workflow's own token, which ghcr.io takes, they have.
 */
export function adviseVisitor(note: Note, { event, image }: Pick<ReportPlan, 'event' | 'image'>): Note {
  const access = event.pullRequest?.access ?? 'own';
  const { registry } = parseReference(image);
  if (access === 'own' || registry === 'ghcr.io') return note;
  if (note.code !== 'baseline-denied' && note.code !== 'cache-denied') return note;
  if (access === 'dependabot') {
    const where = 'in the settings of the repository, under "Secrets and variables", "Dependabot"';
    return { ...note, hint: `Dependabot gets secrets of its own: put those for ${registry} there too, ${where}.` };
  }
  const who = `A pull request from a fork gets no secret to log in to ${registry} with`;
  const hint =
    note.code === 'cache-denied'
      ? `${who}: it builds without this cache.`
      : `${who}. It is compared where the image may be read without a login, or when someone who may write to ${event.repository} pushes the branch there; "max-size" needs no baseline.`;
  return { ...note, hint };
}
