import { say, type Text } from './text/text.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Note } from '../note.ts';

/** Why there is no comparison, and what to do; `null` where there is one. */
export function formatWhyNotCompared(comparison: Comparison): Text | null {
  const { baseline, platforms } = comparison;
  if (platforms.some(({ status }) => status === 'compared')) return null;
  const note = findReason(comparison);
  if (note !== null) return formatNote(note);
  return formatNote({ message: baseline.kind === 'none' ? baseline.reason : 'no platform is in both', hint: '' });
}

/** The note that says why there is no comparison: it stands first (compare.ts). A baseline that is not there yet has none. */
export function findReason({ baseline, notes, platforms, verdict }: Comparison): Note | null {
  if (platforms.some(({ status }) => status === 'compared')) return null;
  const [first] = notes;
  if (first === undefined) return null;
  const isAboutBaseline = baseline.kind === 'none' && platforms.length > 0;
  if (isAboutBaseline) return first.message === baseline.reason ? first : null;
  return verdict === 'no-baseline' ? null : first;
}

/** A message and its hint: messages begin small and have no full stop, hints are sentences. */
export function formatNote({ message, hint }: Pick<Note, 'message' | 'hint'>): Text {
  const text = message.trim();
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return hint === '' ? say`${sentence}` : say`${sentence} ${hint}`;
}
