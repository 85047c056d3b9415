import { formatBytes } from '../text/bytes.ts';
import { formatDuration } from '../text/duration.ts';
import type { Cost } from '../../advice/cost.ts';

const WHEN: Record<Exclude<Cost['when'], 'run'>, string> = {
  edit: 'at each edit of the source',
  commit: 'at each commit',
  emulation: 'more than on its own platform',
  pull: 'on disk',
};

/** `It costs 11 s at each edit of the source.` */
export function formatCost({ when, durationMs, bytes }: Cost): string {
  const amount = durationMs === null ? formatBytes(bytes ?? 0) : formatDuration(durationMs);
  // Something else would save a part of it: nobody knows how much.
  if (when === 'run') return `What runs there took ${amount}.`;
  return `It costs ${amount} ${WHEN[when]}.`;
}
