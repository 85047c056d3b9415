import type { Text } from './text.ts';

/** A piece of a detail, for whatever shows it. */
export type Block =
  | { kind: 'paragraph'; text: Text }
  | { kind: 'list'; items: Text[] }
  /** The first `words` columns stand to the left, as words do, the others to the right, as numbers do. */
  | { kind: 'table'; head: Text[]; rows: Text[][]; words: number };

/** One subject of the details, under its own name. */
export interface Detail {
  title: Text;
  blocks: Block[];
}
