import * as v from 'valibot';
import type { Part } from '../text/part.ts';
import { changeOf, findMostChanged } from './most-changed.ts';
import type { ReportContext } from '../report-context.ts';
import type { Comparison, Verdict } from '../../compare/comparison.ts';
import { judgeSignificance, type Significance } from '../../compare/significance.ts';

/** What a section of the comment says of itself, for the runs that come after: it stands in the comment, unseen. */
export interface SectionData {
  name: string;
  verdict: Verdict;
  significance: Significance;
  /** What the headline speaks of: the change of the download, of the platform where it is largest; `null` where nothing was compared. */
  grewBytes: number | null;
  /** Whose numbers they are: a run's of this repository, or those that the run of a fork's pull request reported. */
  origin: Origin;
  /** Commit that the numbers are of; `null` where there is none. */
  headSha: string | null;
  /** The run that wrote it; of two, the larger is the newer. */
  runId: number;
  runAttempt: number;
  /** Parts that were left out for length. */
  leftOut: number;
}

export type Origin = 'own' | 'fork';

/** An image's section of the comment. Its texts are Markdown: made here, or read back from a comment of ours. */
export interface CommentSection {
  data: SectionData;
  parts: readonly { importance: number; text: string }[];
}

const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The data as it is read back; whatever does not fit is no section of ours. */
export const SECTION_DATA: v.GenericSchema<unknown, SectionData> = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,62}$/)),
  verdict: v.picklist(['over', 'overridden', 'not-compared', 'no-baseline', 'pass']),
  significance: v.picklist(['news', 'noise', 'unchanged']),
  grewBytes: v.nullable(v.pipe(v.number(), v.safeInteger())),
  // Sections that were written before there was any other.
  origin: v.optional(v.picklist(['own', 'fork']), 'own'),
  headSha: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
  runId: COUNT,
  runAttempt: COUNT,
  leftOut: COUNT,
});

/** A fresh section of a run. */
export function makeSection(
  comparison: Comparison,
  parts: readonly Part[],
  context: ReportContext,
  run: { id: number; attempt: number; origin: Origin },
): CommentSection {
  const headSha = context.headSha ?? comparison.head.commit;
  const platform = findMostChanged(comparison, context);
  return {
    data: {
      name: comparison.name,
      verdict: comparison.verdict,
      significance: judgeSignificance(comparison, context),
      grewBytes: platform === null ? null : changeOf(platform, comparison, context),
      origin: run.origin,
      headSha,
      runId: run.id,
      runAttempt: run.attempt,
      leftOut: 0,
    },
    parts: parts.map(({ importance, text }) => ({ importance, text: text.toString() })),
  };
}
