import type { ReportContext } from './report-context.ts';
import { code, say, type Text } from './text/text.ts';
import type { Comparison } from '../compare/comparison.ts';

/** The baseline's name in a sentence or a table's head: `main`. */
export function nameBaseline(context: ReportContext): Text {
  return context.baselineTitle === null ? say`the baseline` : code(context.baselineTitle);
}

/** The baseline by name and commit: `main` 3f2c1ab. */
export function formatAgainst({ baseline }: Comparison, context: ReportContext): Text {
  const name = nameBaseline(context);
  if (baseline.kind === 'none' || baseline.commit === null) return name;
  return say`${name} ${shortCommit(baseline.commit)}`;
}

/** What was compared with what, and how the one was chosen: the last line of a section. */
export function formatProvenance(comparison: Comparison, context: ReportContext): Text {
  const head = context.headSha ?? comparison.head.commit;
  const against =
    comparison.baseline.kind === 'found'
      ? say`against ${formatAgainst(comparison, context)}, ${formatHow(comparison.baseline, context)}`
      : comparison.head.pushed
        ? say`no baseline: ${comparison.baseline.reason}`
        : say`no baseline`;
  return head === null ? against : say`${against} · head ${shortCommit(head)}`;
}

/** The first seven digits of a commit, as GitHub shows it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** Whether another commit's image stands in for the one that was wanted, which has none. */
export function isStandIn({ how, distance }: Found): boolean {
  return how === 'ancestor' || (how === 'tag' && distance === null);
}

type Found = Extract<Comparison['baseline'], { kind: 'found' }>;

function formatHow(baseline: Found, { baselineWhy }: ReportContext): Text {
  const wanted = say`${baselineWhy ?? 'the commit that was wanted'}`;
  if (isStandIn(baseline)) {
    return baseline.distance === null
      ? say`the newest image there is; none was found for ${wanted}`
      : say`${plural(baseline.distance, 'commit')} before ${wanted}; no nearer image was found`;
  }
  switch (baseline.how) {
    case 'release':
      return say`${baselineWhy ?? 'the previous release'}`;
    case 'given':
      return say`as given`;
    default:
      return say`${baselineWhy ?? 'as it was'}`;
  }
}

/** `1 commit`, `3 commits`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
