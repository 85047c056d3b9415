import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/compare/compare.ts';
import { renderPage } from '../../../src/report/page.ts';
import { GOLDEN_CASES } from './golden-cases.ts';
import { makeHostile } from './hostile-comparison.ts';
import { arbitraryHostileText } from './hostile.ts';

const TAGS =
  /<(?:!DOCTYPE html|\/?(?:html|head|body|title|style|section|h1|h2|p|ul|li|table|tr|th|td|code|footer|span)|html lang="en"|meta [a-z-]+="[\w -]+"(?: content="[\w ;',=.-]+")?|h1 class="(?:over|warning|within|none)"|t[hd] class="words"|ul class="timeline"|span class="bar(?: critical)?" style="margin-left: [\d.]+%; width: [\d.]+%")>/g;

describe('the page', () => {
  test.each(Object.entries(GOLDEN_CASES))('tells %s', (_, { input, context }) => {
    const page = renderPage(compare(input), context);
    const text = page
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_match, digits: string) => String.fromCharCode(Number(digits)));
    for (const { platform } of compare(input).platforms) expect(text).toContain(platform);
    expect(text).toContain(context.run === null ? '' : ` · run ${context.run.number}`);
  });

  test('has no HTML but ours, whatever others wrote', () => {
    const kinds = fc.constantFrom('compared' as const, 'none' as const, 'failed' as const);
    fc.assert(
      fc.property(arbitraryHostileText, kinds, (text, kind) => {
        const { comparison, context } = makeHostile(text, kind);
        const rest = renderPage(comparison, context)
          .replace(/<style>[^<]*<\/style>/, '')
          .replace(TAGS, '');
        expect(rest).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect(rest).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u);
      }),
    );
  });

  test('loads nothing', () => {
    const golden = GOLDEN_CASES['grows-over-budget'];
    if (golden === undefined) throw new Error('no golden case');
    const page = renderPage(compare(golden.input), golden.context);
    expect(page).not.toMatch(/src=|href=|url\(|@import|<script/i);
    expect(page).toContain("default-src 'none'");
  });
});
