import { applyEdits } from './apply-edits.ts';
import type { Advice } from './advise.ts';
import type { Edit } from './edit.ts';

/** Writes the safe patches into the text, worst first; one that touches what another has changed waits for the next time. */
export function fix(text: string, advice: readonly Advice[]): { text: string; fixed: readonly Advice[] } {
  let edits: readonly Edit[] = [];
  let written = text;
  const fixed: Advice[] = [];
  for (const one of advice) {
    if (one.patch?.isSafe !== true) continue;
    const more = [...edits, ...one.patch.edits];
    const result = applyEdits(text, more);
    if (result === null) continue;
    edits = more;
    written = result;
    fixed.push(one);
  }
  return { text: written, fixed };
}
