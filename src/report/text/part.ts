import type { Markdown } from './markdown.ts';

/** A piece of a report that is kept or left out as a whole. */
export interface Part {
  /** 0 is never left out; the larger, the sooner. */
  importance: number;
  text: Markdown;
}
