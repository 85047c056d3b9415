import { formatLink } from '../text/link.ts';
import { mark, Markdown } from '../text/markdown.ts';
import type { Part } from '../text/part.ts';
import type { ReportContext } from '../report-context.ts';
import { formatSizeTable } from '../size-table.ts';
import type { Story } from './story.ts';
import { formatTable } from '../text/table.ts';
import { say, type Text } from '../text/text.ts';
import type { Comparison } from '../../compare/comparison.ts';

/** A story in Markdown, what stands in the open: headline, sizes, causes, build, what to do; the last part says what was compared. */
export function renderStoryParts(story: Story, comparison: Comparison, context: ReportContext): Part[] {
  const parts: Part[] = [{ importance: 0, text: renderHeadline(story) }];
  const add = (importance: number, lines: readonly Markdown[], separator: '\n' | '\n\n' | ' ' = '\n'): void => {
    if (lines.length > 0) parts.push({ importance, text: Markdown.join(lines, separator) });
  };
  const sentences = (texts: readonly Text[]): Markdown[] => texts.map((text) => mark`${text}`);
  add(1, sentences(story.reasons), ' ');
  const sizes = formatSizeTable(comparison, context);
  if (sizes.rows.length > 0) add(2, [formatTable(sizes.head, sizes.rows)]);
  add(3, sentences(story.broken), ' ');
  add(4, renderCauses(story));
  add(4, sentences(story.runtime));
  if (story.vulnerabilities !== null) add(4, [mark`${story.vulnerabilities}`]);
  add(4, renderFindings(story));
  add(5, renderBuild(story));
  add(3, sentences(story.notes), '\n\n');
  if (story.advice !== null) add(1, [mark`${story.advice}`]);
  add(2, [mark`<sub>${story.provenance}${renderRun(context)}</sub>`]);
  return parts;
}

export function renderHeadline({ headline: { icon, text, because } }: Story): Markdown {
  const bold = because === null ? mark`**${text}**` : mark`**${text}** ${because}`;
  switch (icon) {
    case 'over':
      return mark`❌ ${bold}`;
    case 'warning':
      return mark`⚠️ ${bold}`;
    case 'within':
      return mark`✅ ${bold}`;
    case 'none':
      return bold;
  }
}

function renderCauses({ causes: { rows, rest } }: Story): Markdown[] {
  const lines = rows.map(({ isOwn, change, by, what }) => {
    if (by === null) return mark`- **${change}** ${what}`;
    return isOwn ? mark`- **${change} ${by}**: ${what}` : mark`- ${change} ${by}: ${what}`;
  });
  if (rest !== null) lines.push(mark`- ${rest}, in the details`);
  return lines;
}

function renderFindings({ findings: { where, rows, left } }: Story): Markdown[] {
  if (rows.length === 0) return [];
  const more = left === 0 ? [] : [mark`- and ${left} more, in the summary of the job`];
  return [mark`**New in ${where}:**`, mark``, ...rows.map((row) => mark`- ${row}`), ...more];
}

function renderBuild({ build }: Story): Markdown[] {
  if (build === null) return [];
  return [build.time === null ? mark`${build.rest}` : mark`**${build.time}**${build.rest}`];
}

function renderRun({ run }: ReportContext): Markdown {
  return run === null ? mark`` : mark` · ${formatLink(say`run ${run.number}`, run.url)}`;
}
