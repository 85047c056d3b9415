import type { CommentSection, SectionData } from './comment-section.ts';

/**
 * A section put in the place of the one with its name. A run that was overtaken changes nothing: what a newer run (or a
 * later attempt of the same one) wrote stays. What a fork says of itself never takes the place of what a run of this
 * repository wrote, and gives way to it.
 */
export function mergeSection(sections: readonly CommentSection[], fresh: CommentSection): CommentSection[] {
  const place = sections.findIndex(({ data }) => data.name === fresh.data.name);
  const present = sections[place];
  if (present === undefined) return [...sections, fresh];
  return isKept(present.data, fresh.data) ? [...sections] : sections.with(place, fresh);
}

function isKept(present: SectionData, fresh: SectionData): boolean {
  return present.origin === fresh.origin ? isNewer(present, fresh) : present.origin === 'own';
}

function isNewer(a: SectionData, b: SectionData): boolean {
  return a.runId > b.runId || (a.runId === b.runId && a.runAttempt > b.runAttempt);
}
