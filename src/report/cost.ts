import { formatBytes } from './bytes.ts';
import { formatDuration } from './duration.ts';
import type { Cost } from '../advice/cost.ts';

const WHEN: Record<Exclude<Cost['when'], 'run'>, string> = {
  edit: 'at each edit of the source',
  commit: 'at each commit',
  emulation: 'more than on its own platform',
  pull: 'on disk',
};

/** `It costs 11 s at each edit of the source.` */
export function formatCost({ when, durationMs, bytes }: Cost): string {
  const amount = durationMs === null ? formatBytes(bytes ?? 0) : formatDuration(durationMs);
  // With something in their mounts they would take less, but some time all the same.
  if (when === 'run') return `What ran of them took ${amount}.`;
  return `It costs ${amount} ${WHEN[when]}.`;
}
