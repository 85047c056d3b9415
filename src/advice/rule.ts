import type { Edit } from './edit.ts';
import type { Paid } from './paid.ts';
import type { Subject } from './subject.ts';

/** How much it costs those who leave it; the order in which findings are told. */
export type Level = 'high' | 'medium' | 'low';

export interface Rule {
  /** Public: it stands in files of users, and is never renamed. */
  readonly id: string;
  readonly level: Level;
  /** What was found, in a few words. */
  readonly title: string;
  /** One or two plain sentences. */
  readonly why: string;
  /** What to do, as a sentence. */
  readonly instead: string;
  /** Finds nothing where it cannot be sure. */
  readonly check: (subject: Subject) => readonly Finding[];
}

export interface Finding {
  readonly line: number;
  readonly lastLine: number;
  /** What is wrong here, as a sentence, which stands behind the line. It holds text of the Dockerfile: whoever prints it makes it inert. */
  readonly message: string;
  /** What is told once of all lines that have it in common: an image. `null` or left out: each line is told for itself. */
  readonly common?: string | null;
  /** Where it is not the rule's. */
  readonly level?: Level;
  /** Where the rule's does not fit. */
  readonly instead?: string;
  readonly patch: Patch | null;
  /** Where it shows what the finding costs, once there is a build; nowhere without it. */
  readonly paid?: Paid;
}

export interface Patch {
  readonly edits: readonly Edit[];
  /** Whether the image does the same afterwards, whatever else is in it: only then it is written by itself. */
  readonly isSafe: boolean;
}
