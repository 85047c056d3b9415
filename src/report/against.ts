import type { ReportContext } from './report-context.ts';
import { code, say, type Text } from './text.ts';
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

function formatHow(baseline: Extract<Comparison['baseline'], { kind: 'found' }>, context: ReportContext): Text {
  const wanted = context.baselineWhy ?? 'the commit that was wanted';
  switch (baseline.how) {
    case 'commit':
      return context.baselineWhy === null ? say`the exact commit` : say`${wanted}`;
    case 'ancestor':
      if (baseline.distance === null) return say`an ancestor of ${wanted}, which has no image`;
      return say`${plural(baseline.distance, 'commit')} before ${wanted}, which has no image`;
    case 'tag':
      return say`the newest image there is: ${wanted} has none`;
    case 'release':
      return context.baselineWhy === null ? say`the previous release` : say`${wanted}`;
    case 'given':
      return say`as given`;
  }
}

/** `1 commit`, `3 commits`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
