import type { Block } from './block.ts';
import { Gantt } from '../timing/gantt.ts';
import { mark, Markdown } from './markdown.ts';
import { formatTable } from './table.ts';
import { assertNever } from '../../errors.ts';

/** Blocks as Markdown, blank lines between them. */
export function renderMarkdownBlocks(blocks: readonly Block[]): Markdown {
  return Markdown.join(blocks.map(renderBlock), '\n\n');
}

function renderBlock(block: Block): Markdown {
  switch (block.kind) {
    case 'paragraph':
      return mark`${block.text}`;
    case 'list':
      return Markdown.join(
        block.items.map((item) => mark`- ${item}`),
        '\n',
      );
    case 'table':
      return formatTable(block.head, block.rows, block.words);
    case 'timeline': {
      const chart = Gantt.of(block.timeline);
      return chart === null ? mark`` : Markdown.chart(chart);
    }
    default:
      return assertNever(block);
  }
}
