import type { Text } from './text.ts';
import type { Timeline } from '../timing/timeline-rows.ts';

/** A piece of a detail, for whatever shows it. */
export type Block =
  | { kind: 'paragraph'; text: Text }
  | { kind: 'list'; items: Text[] }
  /** The first `words` columns stand to the left, as words do, the others to the right, as numbers do. */
  | { kind: 'table'; head: Text[]; rows: Text[][]; words: number }
  /** A bar a row, from when it began to when it ended. */
  | { kind: 'timeline'; timeline: Timeline };

/** One subject of the details, under its own name. */
export interface Detail {
  title: Text;
  blocks: Block[];
}
