import type { ContextQuery } from '../baseline/find-context-changes.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { BuiltDockerfile } from '../build/context/built-dockerfile.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { CompareInput } from '../compare/compare.ts';
import type { ImageSource } from '../image/source.ts';
import type { Note } from '../note.ts';

/** An image to compare, and what is known of the build that made it. */
export interface ImageToCompare {
  image: CompareInput['head'];
  build: BuildRecord | null;
  /** Where its layers come from, as the build told. */
  origins: readonly ImageOrigin[];
  /** What it was built from. */
  dockerfile: BuiltDockerfile | null;
  notes: readonly Note[];
  /** Whether the builder was set up for this build: it had nothing. */
  isOnFreshBuilder: boolean;
  /** Where its layers may be, tried in turn. */
  sources: readonly ImageSource[];
  context: BuiltContext;
}

/** Of the build that made it. `directory`: in the work tree of the workflow. */
export type BuiltContext =
  /** The inputs of the build step say it. */
  | ({ kind: 'planned' } & Pick<ContextQuery, 'context' | 'file' | 'directory'>)
  /** `folder`: of this machine, as the builder's record has it; `null`: it has none. */
  | { kind: 'recorded'; folder: string | null; directory: string };
