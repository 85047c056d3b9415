import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';

/** Of one patch. */
const MOST_LINES = 40;

/** What the edits change, as lines of a diff without context: `-` and `+`, then the line; nothing where they do not fit. */
export function diffLines(text: string, edits: readonly Edit[]): string[] {
  const changed = applyEdits(text, edits);
  if (changed === null) return [];
  const before = text.split(/\r?\n/);
  const after = changed.split(/\r?\n/);
  const lines: string[] = [];
  let old = 0;
  let now = 0;
  // Each edit changes a line or two: the next line that both have is near.
  while ((old < before.length || now < after.length) && lines.length < MOST_LINES) {
    if (before[old] === after[now]) {
      old += 1;
      now += 1;
      continue;
    }
    const { removed, added } = findNext(before, after, old, now);
    lines.push(
      ...before.slice(old, old + removed).map((line) => `-${line}`),
      ...after.slice(now, now + added).map((line) => `+${line}`),
    );
    old += removed;
    now += added;
  }
  return lines;
}

/** The fewest lines to leave out on either side until the two go on alike. */
function findNext(before: readonly string[], after: readonly string[], old: number, now: number) {
  for (let skipped = 1; skipped < MOST_LINES; skipped++) {
    for (let removed = 0; removed <= skipped; removed++) {
      const added = skipped - removed;
      const line = before[old + removed];
      if (line !== undefined && line === after[now + added]) return { removed, added };
    }
  }
  return { removed: before.length - old, added: after.length - now };
}
