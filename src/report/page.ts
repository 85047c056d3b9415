import type { Block } from './text/block.ts';
import { formatDetails } from './details/details.ts';
import { formatDuration } from './text/duration.ts';
import type { ReportContext } from './report-context.ts';
import { formatSizeTable } from './size-table.ts';
import { tellStory, type Story } from './causes/story.ts';
import { say, type Piece, type Text } from './text/text.ts';
import type { Timeline } from './timing/timeline-rows.ts';
import { makeVisible } from './text/visible.ts';
import { assertNever } from '../errors.ts';
import type { Comparison } from '../compare/comparison.ts';

/** Rows of a table, and characters of a foreign text: a page has room. */
const MOST_ROWS = 1000;
const MOST_CHARACTERS = 2000;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --over: #cf222e; --warning: #9a6700; --within: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --over: #f85149; --warning: #d29922; --within: #3fb950 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
h1.over { color: var(--over) } h1.warning { color: var(--warning) } h1.within { color: var(--within) }
table { border-collapse: collapse; margin: .5rem 0; display: block; overflow-x: auto }
th, td { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums }
th.words, td.words { text-align: left }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
.timeline { list-style: none; padding: 0 }
.bar { display: block; height: .35rem; min-width: 1px; background: var(--line) } .bar.critical { background: var(--over) }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .85rem; opacity: .8 }`;

/**
 * The comparison as one HTML page that needs nothing else: no script, no image, nothing loaded (its own policy forbids
 * it), light or dark as the reader has it. Every detail is open and in full.
 */
export function renderPage(comparison: Comparison, context: ReportContext): string {
  const story = tellStory(comparison, context);
  const details = formatDetails(comparison, context, MOST_ROWS, MOST_ROWS).map(
    ({ title, blocks }) => `<section>\n<h2>${encode(title)}</h2>\n${blocks.map(renderBlock).join('\n')}\n</section>`,
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encodeText(comparison.name)}: Plimsoll</title>`,
    `<style>${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<h1 class="${story.headline.icon}">${encode(story.headline.text)}</h1>`,
    ...openBlocks(story, comparison, context).map(renderBlock),
    ...details,
    `<footer>${encode(story.provenance)}${context.run === null ? '' : ` · run ${context.run.number}`}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What the comment tells in the open. */
function openBlocks(story: Story, comparison: Comparison, context: ReportContext): Block[] {
  const { headline, causes, build } = story;
  const paragraphs = (texts: readonly (Text | null)[]): Block[] =>
    texts.filter((text) => text !== null).map((text) => ({ kind: 'paragraph', text }));
  const rows = causes.rows.map(({ change, by, what }) => say`${change} ${by === null ? what : say`${by}: ${what}`}`);
  return [
    ...paragraphs([headline.because, ...story.reasons]),
    { kind: 'table', ...formatSizeTable(comparison, context), words: 1 },
    ...paragraphs(story.broken),
    { kind: 'list', items: [...rows, ...(causes.rest === null ? [] : [causes.rest])] },
    ...paragraphs([build === null ? null : say`${build.time ?? say``}${build.rest}`, ...story.notes, story.advice]),
  ];
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${encode(block.text)}</p>`;
    case 'list':
      return block.items.length === 0
        ? ''
        : `<ul>\n${block.items.map((item) => `<li>${encode(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      if (block.rows.length === 0) return '';
      const row = (cells: readonly Text[], tag: 'th' | 'td'): string =>
        `<tr>${cells.map((cell, column) => `<${tag}${column < block.words ? ' class="words"' : ''}>${encode(cell)}</${tag}>`).join('')}</tr>`;
      return ['<table>', row(block.head, 'th'), ...block.rows.map((cells) => row(cells, 'td')), '</table>'].join('\n');
    }
    case 'timeline':
      return renderTimeline(block.timeline);
    default:
      return assertNever(block);
  }
}

/** Bars that CSS draws. */
function renderTimeline({ totalMs, rows }: Timeline): string {
  const percent = (ms: number): string => ((ms / totalMs) * 100).toFixed(2);
  const bars = rows.map(({ what, platform, startMs, durationMs, isCritical }) => {
    const style = `margin-left: ${percent(startMs)}%; width: ${percent(durationMs)}%`;
    const words = platform === null ? what : say`${platform} ${what}`;
    return `<li><span class="bar${isCritical ? ' critical' : ''}" style="${style}"></span>${encode(say`${formatDuration(durationMs)} ${words}`)}</li>`;
  });
  return `<ul class="timeline">\n${bars.join('\n')}\n</ul>`;
}

/** The only way from a text to HTML; all of it is encoded, ours too, for it is text and no HTML. */
function encode(text: Text): string {
  return text.pieces.map(encodePiece).join('');
}

function encodePiece(piece: Piece): string {
  if (piece.kind === 'ours') return encodeText(piece.text, false);
  return piece.kind === 'code' ? `<code>${encodeText(piece.text)}</code>` : encodeText(piece.text);
}

function encodeText(text: string, isForeign = true): string {
  const visible = isForeign ? makeVisible(text, MOST_CHARACTERS) : text;
  return visible.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
