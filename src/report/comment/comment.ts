import { renderStoryParts, renderHeadline } from '../causes/story-parts.ts';
import { formatDetails } from '../details/details.ts';
import { renderMarkdownBlocks } from '../text/markdown-block.ts';
import { mark, Markdown } from '../text/markdown.ts';
import type { Part } from '../text/part.ts';
import type { ReportContext } from '../report-context.ts';
import { tellStory } from '../causes/story.ts';
import { joinTexts } from '../text/text.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { judgeSignificance } from '../../compare/significance.ts';

/** Rows of a table in the details of a comment; the job's summary has more. */
const MOST_ROWS = 10;

/**
 * An image's section of the comment, as design.md draws it: parts in the order in which they are read. One line where
 * nothing changed or nothing could be compared.
 */
export function renderComment(comparison: Comparison, context: ReportContext): Part[] {
  const story = tellStory(comparison, context);
  if (judgeSignificance(comparison, context) !== 'news') {
    return [{ importance: 0, text: mark`${story.headline.text}` }];
  }
  const isCompared = comparison.platforms.some(({ status }) => status === 'compared');
  if (comparison.verdict === 'not-compared' && !isCompared) {
    return [{ importance: 0, text: renderHeadline(story) }];
  }
  const parts = renderStoryParts(story, comparison, context);
  return [...parts.slice(0, -1), { importance: 9, text: renderFold(comparison, context) }, ...parts.slice(-1)];
}

function renderFold(comparison: Comparison, context: ReportContext): Markdown {
  const details = formatDetails(comparison, context, MOST_ROWS);
  const titles = joinTexts(
    details.map(({ title }) => title),
    ', ',
  );
  const texts = details.map(({ title, blocks }) => mark`**${title}**\n\n${renderMarkdownBlocks(blocks)}`);
  return mark`<details><summary>Details: ${titles}</summary>\n\n${Markdown.join(texts, '\n\n')}\n\n</details>`;
}
