import { plural } from '../against.ts';
import { cutLine } from '../text/cut-line.ts';
import { formatDuration } from '../text/duration.ts';
import { formatPlain } from '../text/plain.ts';
import { say } from '../text/text.ts';
import type { Timeline, TimelineRow } from './timeline-rows.ts';

/** Columns of a bar; on a narrow terminal half. */
const BAR = { wide: 30, narrow: 15, fromWidth: 80 };

/** A line for whatever took time: how long, when, where, what. Full blocks are what the build waited for. */
export function formatTimelineBars(
  { totalMs, rows, left }: Timeline,
  { color, width }: { color: boolean; width: number },
): string[] {
  const cells = width < BAR.fromWidth ? BAR.narrow : BAR.wide;
  const times = rows.map(({ durationMs }) => formatDuration(durationMs));
  const platforms = rows.map(({ platform }) => formatPlain(say`${platform ?? ''}`));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => Array.from(text).length));
  const lines = rows.map((row, index) => {
    const before = `${(times[index] ?? '').padStart(widest(times))} `;
    const where = (platforms[index] ?? '').padEnd(widest(platforms));
    const what = formatPlain(row.isEmulated ? say`${row.what}, emulated` : row.what);
    const after = ` ${where}${where === '' ? '' : ' '}${what}`;
    const room = Math.max(1, width - before.length - cells);
    const bar = drawBar(row, totalMs, cells);
    return `${before}${color && row.isCritical ? `\u001B[31m${bar}\u001B[0m` : bar}${cutLine(after, room)}`;
  });
  const words = [
    ...(rows.some(({ isCritical }) => isCritical) ? ['█ the longest way'] : []),
    ...(left > 0 ? [`${plural(left, 'shorter one')} not shown`] : []),
  ];
  return words.length === 0 ? lines : [...lines, words.join(', ')];
}

function drawBar({ startMs, durationMs, isCritical }: TimelineRow, totalMs: number, cells: number): string {
  const length = Math.min(cells, Math.max(1, Math.round((durationMs / totalMs) * cells)));
  const start = Math.min(cells - length, Math.floor((startMs / totalMs) * cells));
  return `${' '.repeat(start)}${(isCritical ? '█' : '▒').repeat(length)}${' '.repeat(cells - start - length)}`;
}
