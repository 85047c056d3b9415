import { nameBaseline, plural } from './against.ts';
import type { Block } from './block.ts';
import { formatDuration } from './duration.ts';
import type { ReportContext } from './report-context.ts';
import { formatReason } from './reason.ts';
import { code, joinTexts, say, type Text } from './text.ts';
import type { StepComparison } from '../compare/comparison.ts';
import { formatInstruction } from '../compare/instruction.ts';

/** The steps that ran, longest first; those that took as long on several platforms, side by side, are one row. */
export function formatStepBlocks(steps: readonly StepComparison[], context: ReportContext, mostRows: number): Block[] {
  const ran = steps.filter(({ status }) => status !== 'cached');
  const cached = steps.length - ran.length;
  const rows = groupSteps(
    ran.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0)),
    steps,
  );
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const counts = [
    ...(cached > 0 ? [say`${plural(cached, 'step')} came from the cache.`] : []),
    ...(left > 0 ? [say`${plural(left, 'shorter step')} not shown.`] : []),
  ];
  const tail: Block[] = counts.length === 0 ? [] : [{ kind: 'paragraph', text: joinTexts(counts, ' ') }];
  if (shown.length === 0) return tail;
  const hasReasons = shown.some(({ reason }) => reason !== null);
  const table: Block = {
    kind: 'table',
    head: [
      say`step that ran`,
      say`platform`,
      ...(hasReasons ? [say`because`] : []),
      say`took`,
      say`on ${nameBaseline(context)}`,
    ],
    rows: shown.map(({ name, platforms, reason, took, before }) => [
      code(name),
      say`${platforms.join(', ')}`,
      ...(hasReasons ? [reason ?? say``] : []),
      say`${took}`,
      say`${before}`,
    ]),
    words: hasReasons ? 3 : 2,
  };
  return [table, ...tail];
}

interface StepRow {
  name: string;
  platforms: string[];
  /** Why it was not in the cache. */
  reason: Text | null;
  took: string;
  before: string;
}

function groupSteps(ran: readonly StepComparison[], steps: readonly StepComparison[]): StepRow[] {
  const rows = new Map<string, StepRow>();
  for (const step of ran) {
    const name = formatInstruction(step.name);
    const took = step.durationMs === null ? '–' : formatDuration(step.durationMs);
    const before = formatBefore(step);
    const reason = step.reason === null ? null : formatReason(step.reason, steps);
    const key = JSON.stringify([name, took, before, reason]);
    const row = rows.get(key) ?? { name, platforms: [], reason, took, before };
    if (step.platform !== null) row.platforms.push(step.platform);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function formatBefore({ baseline }: StepComparison): string {
  if (baseline === null) return '–';
  if (baseline.status === 'cached') return 'from the cache';
  return baseline.durationMs === null ? baseline.status : formatDuration(baseline.durationMs);
}
