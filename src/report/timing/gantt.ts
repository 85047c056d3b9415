import { formatDuration } from '../text/duration.ts';
import { formatPlain } from '../text/plain.ts';
import type { Text } from '../text/text.ts';
import { say } from '../text/text.ts';
import type { Timeline, TimelineRow } from './timeline-rows.ts';
import { makeVisible } from '../text/visible.ts';

/** A chart in Mermaid's language, which GitHub draws; what came from outside is inert in it. */
export class Gantt {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }

  /** `null`: a day and more is no clock's. */
  static of({ totalMs, rows }: Timeline): Gantt | null {
    if (totalMs >= DAY_MS) return null;
    const sections = new Map<string | null, TimelineRow[]>();
    for (const row of rows) sections.set(row.platform, [...(sections.get(row.platform) ?? []), row]);
    const isOne = sections.size === 1;
    const lines = [...sections].flatMap(([platform, tasks]) => [
      `section ${encode(say`${platform ?? (isOne ? 'build' : 'all')}`)}`,
      ...tasks.map(formatTask),
    ]);
    const axis = totalMs < 10_000 ? '%S.%L' : totalMs < 3_600_000 ? '%M:%S' : '%H:%M';
    // A clock of the day, not of a date: times of a build are relative, whatever the reader's zone.
    return new Gantt(['gantt', 'dateFormat HH:mm:ss.SSS', `axisFormat ${axis}`, ...lines].join('\n'));
  }
}

const DAY_MS = 86_400_000;
const MOST_CHARACTERS = 80;

/** The time first: no name can begin with one of Mermaid's own words then. */
function formatTask({ what, startMs, durationMs, isCritical, isCached, isEmulated }: TimelineRow): string {
  const tags = [...(isCritical ? ['crit'] : []), ...(isCached ? ['done'] : []), ...(isEmulated ? ['active'] : [])];
  const label = encode(isEmulated ? say`${what}, emulated` : what);
  return `${formatDuration(durationMs)} ${label} :${[...tags, formatClock(startMs), `${durationMs}ms`].join(', ')}`;
}

/** 61.5 s after the start: `00:01:01.500`. */
function formatClock(ms: number): string {
  const pad = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((value) => pad(value, 2)).join(':');
  return `${clock}.${pad(ms % 1000, 3)}`;
}

/**
 * The only way from a text to Mermaid: letters, digits and harmless marks stay. What means something to it (a colon ends
 * a name, `#` and `;` make entities, `%%` a comment or a directive), to HTML, to GitHub (`@octocat`)
 * or to the code fence becomes its look-alike.
 */
function encode(text: Text): string {
  const encoded = makeVisible(formatPlain(text), MOST_CHARACTERS)
    .replace(/[:;#%@<>&"`{}\\]/g, (character) => LOOK_ALIKES[character] ?? '')
    .replace(/[^\p{L}\p{M}\p{N} .,_=+()*/$|~^!?'[\]\-…∶；＃％＠‹›＆＂＇（）＼]/gu, '\uFFFD')
    .trim();
  // A section without a name would take the next line for it.
  return encoded || '–';
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ':': '∶',
  ';': '；',
  '#': '＃',
  '%': '％',
  '@': '＠',
  '<': '‹',
  '>': '›',
  '&': '＆',
  '"': '＂',
  '`': '＇',
  '{': '（',
  '}': '）',
  '\\': '＼',
};
