import { plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { joinTexts, say } from '../text/text.ts';
import type { Timeline } from './timeline-rows.ts';

/** A chart, how to read it, and what it leaves out. */
export function formatTimelineBlocks(timeline: Timeline): Block[] {
  const { rows, left } = timeline;
  const sentences = [
    ...(rows.some(({ isCritical }) => isCritical) ? [say`Red is the longest way.`] : []),
    ...(left > 0 ? [say`${plural(left, 'shorter bar')} not shown.`] : []),
  ];
  const words: Block[] = sentences.length === 0 ? [] : [{ kind: 'paragraph', text: joinTexts(sentences, ' ') }];
  return [{ kind: 'timeline', timeline }, ...words];
}
