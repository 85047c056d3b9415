import * as v from 'valibot';
import { SECTION_DATA, type SectionData } from './comment-section.ts';

/** First line of every comment of ours; whoever looks for it checks the author too. */
const COMMENT = '<!-- plimsoll:comment -->';
const END = '<!-- plimsoll:end -->';
const SECTION = /^<!-- plimsoll:section (\{.*\}) -->$/;
const PART = /^<!-- plimsoll:part (\d{1,2}) -->$/;

/** A line of a comment that is not seen and says where something begins. What is untrusted cannot make one: `<` is encoded in it. */
export type Marker =
  { kind: 'comment' } | { kind: 'section'; data: SectionData } | { kind: 'part'; importance: number } | { kind: 'end' };

export function formatMarker(marker: Marker): string {
  switch (marker.kind) {
    case 'comment':
      return COMMENT;
    case 'section': {
      // What would end the comment early stands in strings only, so that JSON's own escapes do.
      const json = JSON.stringify(marker.data)
        .replace(/</g, '\\u003c')
        .replace(/>/g, '\\u003e')
        .replace(/-(?=-)/g, '\\u002d');
      return `<!-- plimsoll:section ${json} -->`;
    }
    case 'part':
      return `<!-- plimsoll:part ${marker.importance} -->`;
    case 'end':
      return END;
  }
}

/** A line to what it marks; `null` where it is none of ours, or is mangled. */
export function parseMarker(line: string): Marker | null {
  if (line === COMMENT) return { kind: 'comment' };
  if (line === END) return { kind: 'end' };
  const importance = PART.exec(line)?.[1];
  if (importance !== undefined) return { kind: 'part', importance: Number(importance) };
  const json = SECTION.exec(line)?.[1];
  if (json === undefined) return null;
  const result = v.safeParse(SECTION_DATA, parseJson(json));
  return result.success ? { kind: 'section', data: result.output } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
