import type { Cause, PlatformComparison, SourceLine } from './comparison.ts';
import type { SideOrigin } from './side-origin.ts';

/** What became of a platform's base. */
export interface ComparedBases {
  /** As the comparison has it; `null`: neither side has one that is known. */
  readonly base: PlatformComparison['base'];
  /** Whether the two FROM ask for something else; `null`: not known. */
  readonly inDiff: boolean | null;
  /** What the bases are called: `docker.io/library/debian:12`, with an arrow between two that are called otherwise. */
  readonly name: string;
  /** Of the FROM: the head's, else the baseline's. */
  readonly source: SourceLine | null;
}

const SCRATCH = 'scratch';

/** Puts two sides' bases beside each other. An image that begins with nothing has a base of no bytes, `scratch`. */
export function compareBases(baseline: SideOrigin, head: SideOrigin): ComparedBases {
  const before = baseOf(baseline);
  const after = baseOf(head);
  const shown = after ?? before;
  const inDiff = isInDiff(baseline, head);
  if (shown === null) return { base: null, inDiff, name: '', source: null };
  const names = [baseline, head].flatMap((side) =>
    side.kind === 'known' ? [side.base === null ? SCRATCH : side.base.reference] : [],
  );
  return {
    base: {
      reference: shown.reference,
      baselineDigest: before?.digest ?? null,
      digest: after?.digest ?? null,
      inDiff,
    },
    inDiff,
    name: [...new Set(names)].join(' → '),
    source: shown.source,
  };
}

/** Whose doing a difference in the base's layers is. Of one that stayed what it was, something else has packed them anew. */
export function judgeBase({ base, inDiff }: ComparedBases): Cause['by'] {
  if (inDiff === null || inDiff) return inDiff === null ? null : 'change';
  return base !== null && base.digest !== null && base.digest === base.baselineDigest ? null : 'drift';
}

function baseOf(side: SideOrigin) {
  return side.kind === 'known' ? side.base : null;
}

function isInDiff(baseline: SideOrigin, head: SideOrigin): boolean | null {
  if (baseline.kind !== 'known' || head.kind !== 'known') return null;
  if (baseline.base === null || head.base === null) return baseline.base !== head.base;
  const [before, after] = [baseline.base.request, head.base.request];
  return before === null || after === null ? null : before !== after;
}
