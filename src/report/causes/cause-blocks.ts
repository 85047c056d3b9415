import { plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatByteChange } from '../text/bytes.ts';
import { formatStoryChange, formatWhere } from './cause-rows.ts';
import { tellCauses, type CauseStory } from './cause-story.ts';
import { describeStory } from './describe-story.ts';
import { joinTexts, say, type Text } from '../text/text.ts';
import type { PlatformComparison } from '../../compare/comparison.ts';

/** All that made the download change, largest first, whose it is, and what it takes on disk. */
export function formatCauseBlocks(platforms: readonly PlatformComparison[], mostRows: number): Block[] {
  const stories = tellCauses(platforms);
  if (stories.length === 0) return [];
  const shown = stories.slice(0, mostRows);
  const left = stories.length - shown.length;
  const rows = shown.map((story) => [
    say`${describeStory(story)}${formatWhere(story, platforms)}`,
    nameMaker(story.by),
    formatStoryChange(story),
    story.onDiskBytes === null ? say`not known` : say`${formatByteChange(story.onDiskBytes)}`,
  ]);
  const sentences = [
    ...(left > 0 ? [say`${plural(left, 'smaller cause')} not shown.`] : []),
    ...(stories.some(({ by }) => by === null)
      ? [say`Not known: no record of both builds tells whether it is from this change.`]
      : []),
  ];
  return [
    { kind: 'table', head: [say`cause`, say`from this change`, say`download`, say`on disk`], rows, words: 2 },
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph' as const, text: joinTexts(sentences, ' ') }]),
  ];
}

function nameMaker(by: CauseStory['by']): Text {
  switch (by) {
    case 'change':
      return say`yes`;
    case 'drift':
      return say`no`;
    case null:
      return say`not known`;
  }
}
