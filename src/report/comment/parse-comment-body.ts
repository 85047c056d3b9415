import { parseMarker } from './comment-marker.ts';
import { mergeSection } from './merge-section.ts';
import type { CommentSection, SectionData } from './comment-section.ts';

/** GitHub's longest comment, and more than that. */
const MOST_CHARACTERS = 100_000;

/**
 * The sections of a comment of ours, as they were written. What somebody mangled (a section without its end, data that
 * is no data) is left out; of two sections with one name the newer stays. `null`: the text is no comment of ours.
 */
export function parseCommentBody(body: string): CommentSection[] | null {
  const lines = body.slice(0, MOST_CHARACTERS).split(/\r?\n/);
  if (parseMarker(lines[0]?.trim() ?? '')?.kind !== 'comment') return null;
  let sections: CommentSection[] = [];
  let open: { data: SectionData; parts: { importance: number; lines: string[] }[] } | null = null;
  for (const line of lines) {
    const marker = parseMarker(line);
    switch (marker?.kind) {
      case 'section':
        open = { data: marker.data, parts: [] };
        break;
      case 'part':
        open?.parts.push({ importance: marker.importance, lines: [] });
        break;
      case 'end':
        if (open !== null) {
          const parts = open.parts.map((part) => ({ importance: part.importance, text: part.lines.join('\n').trim() }));
          sections = mergeSection(sections, { data: open.data, parts });
        }
        open = null;
        break;
      default:
        open?.parts.at(-1)?.lines.push(line);
    }
  }
  return sections;
}
