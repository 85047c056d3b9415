import { nameBaseline, plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatDuration } from '../text/duration.ts';
import type { ReportContext } from '../report-context.ts';
import { formatReason } from '../causes/reason.ts';
import { groupSteps, type StepGroup } from './step-groups.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { StepComparison } from '../../compare/comparison.ts';

/** The steps that ran and took time, longest first; those that took as long on several platforms, side by side, are one row. */
export function formatStepBlocks(steps: readonly StepComparison[], context: ReportContext, mostRows: number): Block[] {
  const { groups, short, cached } = groupSteps(steps);
  const shown = groups.slice(0, mostRows);
  const left = groups.length - shown.length;
  const counts = [
    ...(cached > 0 ? [say`${plural(cached, 'step')} came from the cache.`] : []),
    ...(left > 0 ? [say`${plural(left, 'shorter step')} not shown.`] : []),
    ...(short > 0 ? [say`${plural(short, shown.length > 0 ? 'more step' : 'step')} ran for less than a second.`] : []),
  ];
  const tail: Block[] = counts.length === 0 ? [] : [{ kind: 'paragraph', text: joinTexts(counts, ' ') }];
  return shown.length === 0 ? tail : [formatTable(shown, steps, context), ...tail];
}

function formatTable(groups: readonly StepGroup[], steps: readonly StepComparison[], context: ReportContext): Block {
  // A build for one platform does not name it.
  const hasPlatforms = groups.some(({ platforms }) => platforms.length > 0);
  const hasReasons = groups.some(({ reason }) => reason !== null);
  const hasBaseline = groups.some(({ before }) => before !== null);
  return {
    kind: 'table',
    head: [
      say`step that ran`,
      ...(hasPlatforms ? [say`platform`] : []),
      ...(hasReasons ? [say`because`] : []),
      say`took`,
      ...(hasBaseline ? [say`on ${nameBaseline(context)}`] : []),
    ],
    rows: groups.map(({ name, platforms, reason, durationMs, before }) => [
      code(name),
      ...(hasPlatforms ? [say`${platforms.join(', ')}`] : []),
      ...(hasReasons ? [reason === null ? say`` : formatReason(reason, steps)] : []),
      say`${durationMs === null ? '–' : formatDuration(durationMs)}`,
      ...(hasBaseline ? [formatBefore(before)] : []),
    ]),
    words: 1 + Number(hasPlatforms) + Number(hasReasons),
  };
}

function formatBefore(before: StepGroup['before']): Text {
  if (before === null) return say`–`;
  if (before.status === 'cached') return say`from the cache`;
  return say`${before.durationMs === null ? before.status : formatDuration(before.durationMs)}`;
}
