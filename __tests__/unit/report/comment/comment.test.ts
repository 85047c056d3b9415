import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../../src/compare/compare.ts';
import { renderAnnotation } from '../../../../src/report/findings/annotation.ts';
import { renderCommentBody } from '../../../../src/report/comment/comment-body.ts';
import { makeSection } from '../../../../src/report/comment/comment-section.ts';
import { renderComment } from '../../../../src/report/comment/comment.ts';
import { parseCommentBody } from '../../../../src/report/comment/parse-comment-body.ts';
import { renderSummary } from '../../../../src/report/summary.ts';
import { renderTerminal } from '../../../../src/report/terminal.ts';
import { makeImage, makeInput, makePlatform } from '../../compare/fixture.ts';
import { CONTEXT, GOLDEN_CASES } from '../golden-cases.ts';
import { makeHostile } from '../hostile-comparison.ts';
import { arbitraryHostileText } from '../hostile.ts';

/** What is in it is held by its own test: no backtick can be. */
const OUR_CHART = /\n```mermaid\n[^`]*\n```\n/;
const OUR_TAGS = /<\/?(?:code|wbr|details|summary|sub)>/g;

describe('a report of hostile text', () => {
  const kinds = fc.constantFrom('compared' as const, 'none' as const, 'failed' as const);

  test('has no Markdown, HTML, mention or link but ours, and its tables keep their columns', () => {
    fc.assert(
      fc.property(arbitraryHostileText, kinds, (text, kind) => {
        const { comparison, context } = makeHostile(text, kind);
        const comment = renderComment(comparison, context).map((part) => part.text.toString());
        for (const markdown of [comment.join('\n\n'), renderSummary(comparison, context)]) {
          const rest = markdown.replace(OUR_CHART, '').replace(OUR_TAGS, ' ');
          expect(rest).not.toMatch(/[<`@~$\\^{}[\]]|\*\*\*|&(?!#\d+;)|:\/\//);
          expect(rest).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u);
          let columns = 0;
          for (const line of rest.split('\n')) {
            const pipes = line.split('|').length - 1;
            if (columns > 0 && pipes > 0) expect(pipes).toBe(columns);
            columns = pipes;
          }
        }
      }),
    );
  });

  test('gives the runner no commands', () => {
    fc.assert(
      fc.property(arbitraryHostileText, kinds, fc.boolean(), (text, kind, color) => {
        const { comparison, context } = makeHostile(text, kind);
        const terminal = renderTerminal(comparison, context, { color, width: 80 });
        const annotation = renderAnnotation(comparison, context)?.message ?? '';
        for (const line of [...terminal.split('\n'), annotation]) {
          expect(line).not.toMatch(/^\s*::|##\[/);
          expect(line.replace(/\u001B\[\d+m/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      }),
    );
  });
});

describe('reports of an enormous comparison', () => {
  const layers = (bytes: number): { by: string; bytes: number }[] =>
    Array.from({ length: 120 }, (_, index) => ({ by: `RUN ${'step @x '.repeat(12)}${index}`, bytes: bytes + index }));
  const platforms = Array.from({ length: 50 }, (_, index) => `linux/arch${index}`);
  const image = (name: string, bytes: number): ReturnType<typeof makeImage> =>
    makeImage(
      name,
      platforms.map((platform) => makePlatform(platform, layers(bytes))),
    );
  const comparison = compare(makeInput(image('main', 1_000), image('build:', 90_000)));

  test('stay within the limits of GitHub', () => {
    const section = makeSection(comparison, renderComment(comparison, CONTEXT), CONTEXT, {
      id: 1,
      attempt: 1,
      origin: 'own',
    });
    const body = renderCommentBody([section], { headSha: CONTEXT.headSha, summaryUrl: null });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain(
      "Left out, to stay within GitHub's limit of a comment: 1 part. All of it is in the job's summary.",
    );
    expect(parseCommentBody(body)?.[0]?.data).toMatchObject({ name: 'api', leftOut: 1 });
    const summary = renderSummary(comparison, CONTEXT);
    expect(new TextEncoder().encode(summary).length).toBeLessThanOrEqual(2 ** 20);
    expect(summary).toContain("Left out, to stay within GitHub's limit of a summary");
    expect(summary).toContain('this change adds');
  });
});

describe('annotations', () => {
  const annotate = (name: string): ReturnType<typeof renderAnnotation> => {
    const golden = GOLDEN_CASES[name];
    if (golden === undefined) throw new Error(`no golden case ${name}`);
    return renderAnnotation(compare(golden.input), golden.context);
  };

  test('say what is broken, what only warns, and nothing else', () => {
    expect(annotate('grows-over-budget')).toEqual({
      level: 'error',
      message:
        'api: this change adds 1.9 MB (+15 %) to the download. Limit: +5 %. Intended? Add the label size-ok and run this job again.',
    });
    expect(annotate('not-compared')).toEqual({
      level: 'warning',
      message:
        'api: could not be compared: ghcr.io does not let this job read ghcr.io/acme/api (403). Add "packages: read" to the permissions of the job.',
    });
    expect(annotate('inexact-baseline')?.level).toBe('warning');
    for (const name of ['grows-within', 'no-change', 'first-run', 'shrinks']) expect(annotate(name)).toBeNull();
  });
});

describe('the terminal', () => {
  test('is coloured when asked, and its tables keep to its width', () => {
    const golden = GOLDEN_CASES['instruction-edited'];
    if (golden === undefined) throw new Error('no golden case');
    const render = (color: boolean, width: number): string =>
      renderTerminal(compare(golden.input), golden.context, { color, width });
    expect(render(true, 80)).toContain('\u001B[31mapi: this change adds 48.2 MB');
    expect(render(false, 80)).not.toContain('\u001B');
    const table = render(false, 30)
      .split('\n')
      .filter((line) => line.includes('MB  '));
    expect(table.length).toBeGreaterThan(1);
    for (const line of table) expect(Array.from(line).length).toBeLessThanOrEqual(30);
  });
});

test.each([
  ['layers-not-read', true],
  ['packages-not-read', false],
])('the note %s stands in the open: %s, and among the details', (code, isInTheOpen) => {
  const golden = GOLDEN_CASES['grows-within'];
  if (golden === undefined) throw new Error('no golden case');
  const note = { code, message: 'what there is to say', hint: 'What to do.' };
  const summary = renderSummary(compare({ ...golden.input, notes: [note] }), golden.context);
  const [open = '', ...details] = summary.split('<details>');
  expect(open.includes(note.message)).toBe(isInTheOpen);
  expect(details.join('')).toContain(note.message);
});
