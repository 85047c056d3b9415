import { plural, shortCommit } from '../against.ts';
import { formatMarker } from './comment-marker.ts';
import type { CommentSection, Origin } from './comment-section.ts';
import { formatLink } from '../text/link.ts';
import { mark, type Markdown } from '../text/markdown.ts';
import { joinTexts, say, type Text } from '../text/text.ts';
import { rankVerdict } from '../../compare/verdict.ts';

/** GitHub refuses more than 65,536 characters (facts/github.md); a margin, for who counts otherwise. */
const MOST_COMMENT_CHARACTERS = 65_000;

/** Names in one line of the comment. */
const MOST_NAMES = 50;

export interface BodyContext {
  /** Head of the pull request as it is now: a section of another commit says so. */
  headSha: string | null;
  /** Page with the job's summary, for what was left out. */
  summaryUrl: string | null;
}

/**
 * The comment, out of the sections of all images: worst first, then the unchanged ones in one line. Where it would be
 * too long, whole parts are left out, least important first, then whole sections from the end; a last line says so.
 */
export function renderCommentBody(
  sections: readonly CommentSection[],
  context: BodyContext,
  mostCharacters = MOST_COMMENT_CHARACTERS,
): string {
  let kept = [...sections].sort(compareSections);
  let body = assemble(kept, 0, context);
  while (body.length > mostCharacters && kept.length > 0) {
    kept = dropLeastImportant(kept, body.length - mostCharacters);
    body = assemble(kept, sections.length - kept.length, context);
  }
  return body;
}

/** Our own before a fork's, blocks before lines; worst verdict first, then what grew most, then by name. */
function compareSections({ data: a }: CommentSection, { data: b }: CommentSection): number {
  return (
    Number(a.origin === 'fork') - Number(b.origin === 'fork') ||
    Number(a.significance !== 'news') - Number(b.significance !== 'news') ||
    rankVerdict(a.verdict) - rankVerdict(b.verdict) ||
    // Of lines that say that nothing changed, a byte of noise is no order.
    (a.significance === 'news' ? (b.grewBytes ?? -Infinity) - (a.grewBytes ?? -Infinity) : 0) ||
    (a.name < b.name ? -1 : 1)
  );
}

function assemble(sections: readonly CommentSection[], missing: number, context: BodyContext): string {
  const isAlone = sections.length + missing === 1;
  const isShown = (section: CommentSection): boolean =>
    section.data.significance === 'news' || (isAlone && section.parts.length > 0);
  const shown = sections.filter(isShown);
  const listed = sections.filter((section) => !isShown(section));
  const blocks = [
    formatMarker({ kind: 'comment' }),
    shown.map((section) => renderSection(section, section.parts, context)).join('\n\n---\n\n'),
    ...listed.map((section) => renderSection(section, [], context)),
    ...listLines(listed).map((line) => mark`${line}`.toString()),
    renderLeftOut(sections, missing, context)?.toString() ?? '',
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const FORKS_OWN = say`The fork's own numbers: its run reported them, and nothing here has checked them.`;

/** Blank lines stand around every marker: without one, Markdown goes on being HTML after `</details>`. */
function renderSection(section: CommentSection, parts: CommentSection['parts'], { headSha }: BodyContext): string {
  const { data } = section;
  const isForks = data.origin === 'fork' && parts.length > 0;
  const staleSha = headSha !== null && data.headSha !== headSha && parts.length > 0 ? data.headSha : null;
  return [
    formatMarker({ kind: 'section', data }),
    ...(staleSha === null
      ? []
      : [mark`<sub>As of ${say`${shortCommit(staleSha)}`}: the head is another commit by now.</sub>`.toString()]),
    ...(isForks ? [mark`<sub>${FORKS_OWN}</sub>`.toString()] : []),
    ...parts.flatMap(({ importance, text }) => [formatMarker({ kind: 'part', importance }), text]),
    formatMarker({ kind: 'end' }),
  ].join('\n\n');
}

/** "4 images unchanged: web, jobs, mail, docs". */
function listLines(sections: readonly CommentSection[]): Text[] {
  const list = (significance: string, what: string, origin: Origin = 'own'): Text[] => {
    const names = sections
      .filter(({ data }) => data.significance === significance && data.origin === origin)
      .map(({ data }) => data.name);
    if (names.length === 0) return [];
    const shown = joinTexts(
      names.slice(0, MOST_NAMES).map((name) => say`${name}`),
      ', ',
    );
    const rest = names.length > MOST_NAMES ? say` and ${names.length - MOST_NAMES} more` : say``;
    return [say`${plural(names.length, 'image')} ${what}: ${shown}${rest}`];
  };
  return [
    ...list('unchanged', 'unchanged'),
    ...list('noise', 'with next to no change'),
    ...list('unchanged', "unchanged, by the fork's own numbers", 'fork'),
    ...list('noise', "with next to no change, by the fork's own numbers", 'fork'),
  ];
}

function renderLeftOut(sections: readonly CommentSection[], missing: number, context: BodyContext): Markdown | null {
  const parts = sections.reduce((sum, { data }) => sum + data.leftOut, 0);
  if (parts === 0 && missing === 0) return null;
  const what = [
    ...(parts > 0 ? [say`${plural(parts, 'part')}`] : []),
    ...(missing > 0 ? [say`${plural(missing, 'image')}`] : []),
  ];
  const summary = say`the job's summary`;
  const link = context.summaryUrl === null ? mark`${summary}` : formatLink(summary, context.summaryUrl);
  return mark`Left out, to stay within GitHub's limit of a comment: ${joinTexts(what, ' and ')}. All of it is in ${link}.`;
}

/**
 * Leaves out the least important parts, of the last sections first, until `excess` characters are gone; then a section.
 * As long as there is anything of a fork's, which may be as long as it likes, nothing of ours goes.
 */
function dropLeastImportant(sections: readonly CommentSection[], excess: number): CommentSection[] {
  const origin = sections.at(-1)?.data.origin;
  const candidates = sections
    .flatMap(({ data, parts }, place) =>
      (data.origin === origin ? parts : []).map((part, index) => ({ part, place, index })),
    )
    .filter(({ part }) => part.importance > 0)
    .sort((a, b) => b.part.importance - a.part.importance || b.place - a.place);
  if (candidates.length === 0) return sections.slice(0, -1);
  const dropped = sections.map(() => new Set<number>());
  let left = excess;
  for (const { part, place, index } of candidates) {
    if (left <= 0) break;
    dropped[place]?.add(index);
    left -= part.text.length;
  }
  return sections.map((section, place) => {
    const parts = section.parts.filter((_, index) => dropped[place]?.has(index) !== true);
    const leftOut = section.data.leftOut + section.parts.length - parts.length;
    return { data: { ...section.data, leftOut }, parts };
  });
}
