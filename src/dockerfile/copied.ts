import { expand } from './expand.ts';
import { joinPath } from './paths.ts';
import type { Step } from './walk-chain.ts';

/** What a COPY or ADD takes and where it puts it. */
export interface Copied {
  /** As they are written, arguments put in; `null` for one that is not known. */
  readonly sources: readonly (string | null)[];
  /** What `--from` names; `null`: the context. */
  readonly from: string | null;
  /** The whole path; `null` where it is not known. */
  readonly target: string | null;
  /** Whether what is copied is put under the target's path, and not there. */
  readonly isIntoFolder: boolean;
}

/** `null` where it is no COPY and no ADD, or not whole. */
export function readCopied({ instruction, workdir, variables }: Step, escape: string): Copied | null {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return null;
  const words = instruction.words.map((word) => expand(word, variables, escape));
  const target = words.at(-1);
  if (target === undefined || words.length - 1 + instruction.heredocs.length === 0) return null;
  const from = instruction.flags.find(({ name }) => name === 'from')?.value;
  const sources = words.slice(0, -1);
  return {
    sources,
    from: from ?? null,
    target: target === null ? null : joinPath(workdir, target),
    isIntoFolder: target === null || /(?:^|\/)\.?$/.test(target) || sources.length + instruction.heredocs.length > 1,
  };
}

const WHOLE_CONTEXT = new Set(['.', './', '/', './.', '*', './*']);

/** Whether a source of the context is all of it. */
export function isWholeContext(source: string | null): boolean {
  return source !== null && WHOLE_CONTEXT.has(source);
}
