import type { ImageSubject } from './image-subject.ts';
import type { Level, Rule } from './rule.ts';

/** A rule on what an image holds. Its id is of the same list as those of Dockerfiles. */
export interface ImageRule extends Pick<Rule, 'id' | 'level' | 'title' | 'why' | 'instead'> {
  /** Whether it has to know which layers are the base's; then it is silent where nobody tells. */
  readonly needsBase: boolean;
  /** Whether it looks at the base's files, too; then it is silent where these were not read. */
  readonly readsBase: boolean;
  /** Rules on Dockerfiles that tell of the same before anything is built. */
  readonly twins: readonly string[];
  /** Finds nothing where it cannot be sure. */
  readonly check: (subject: ImageSubject) => readonly ImageFinding[];
}

export interface ImageFinding {
  /** What is wrong, as a sentence of ours: it holds no text of the image. */
  readonly message: string;
  /** What it costs on disk; `null` where it is not about bytes. */
  readonly bytes: number | null;
  /** What is meant. Paths are untrusted. */
  readonly files: readonly FoundFile[];
  readonly level?: Level;
  readonly instead?: string;
  /** Whose it is, `npm`, of a rule that tells several apart whose paths say nothing of that; `null` for others. */
  readonly whose?: string | null;
}

export interface FoundFile {
  readonly path: string;
  /** On disk, or what of it is too much. */
  readonly bytes: number;
  /** Place of the layer that has it, the lowest is 0. */
  readonly layer: number;
}
