import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatLink } from '../../../../src/report/text/link.ts';
import { mark, Markdown } from '../../../../src/report/text/markdown.ts';
import { formatPlain, makeInertLine } from '../../../../src/report/text/plain.ts';
import { arbitraryHostileText } from '../hostile.ts';
import { code, joinTexts, say } from '../../../../src/report/text/text.ts';

/** What a browser shows of it, as GitHub's later filters see it: every element splits the text. */
function textNodes(html: string): string[] {
  return html
    .split(/<\/?(?:code|wbr)>/)
    .map((text) => text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits))));
}

describe('untrusted text in Markdown', () => {
  test('shows what it says', () => {
    const shown = (text: string): string => textNodes(mark`${code(text)}`.toString()).join('');
    for (const text of [
      'COPY --from=build /out/server /server',
      'a_b*c`d|e<f>g&h#i@j',
      'naïve 日本 🐳',
      '"it\'s" (50 %) $HOME ~/x',
      'https://x.example/y',
    ]) {
      expect(shown(text)).toBe(text);
    }
  });

  test('is inert, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryHostileText, fc.boolean(), (text, isCode) => {
        const markdown = mark`${isCode ? code(text) : say`${text}`}`.toString();
        const tagless = markdown.replace(/<\/?code>|<wbr>/g, '');
        // Nothing is left that begins a construct of Markdown or HTML, and the line ends where ours ends.
        expect(tagless).not.toMatch(/[<>`|*_[\]~$\\@^{}\n\r]|&(?!#\d+;)|#(?!\d+;)/);
        expect(tagless).not.toMatch(/^(?:[-+=](?:[-+=\s]|$)|\d+[.)](?:\s|$))/);
        // Nothing hides.
        expect(markdown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        // Nothing is a mention, an issue, an address or a command once entities are resolved.
        for (const node of textNodes(markdown)) {
          expect(node).not.toMatch(/@[\w-]|#\d|:\/\/|\bwww\.|\bGH-\d|##\[/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is bounded', () => {
    const long = 'ab '.repeat(100_000);
    expect(textNodes(mark`${code(long)}`.toString()).join('')).toMatch(/^.{100,120}…$/);
    expect(textNodes(mark`${say`${long}`}`.toString()).join('')).toMatch(/^.{490,500}…$/);
    expect(mark`${code('x'.repeat(120))}`.toString()).toBe(`<code>${'x'.repeat(120)}</code>`);
  });

  test('is told apart from ours by type and by form', () => {
    expect(mark`**${say`${'**'}`}** ${3}`.toString()).toBe('**&#42;&#42;** 3');
    expect(mark`${mark`*a*`} ${joinTexts([say`b`, code('c')], ', ')}`.toString()).toBe('*a* b, <code>c</code>');
    expect(Markdown.join([mark`a`, mark`b`], '\n\n').toString()).toBe('a\n\nb');
  });

  test('makes no link but to a plain address', () => {
    const link = (address: string): string => formatLink(say`run 1`, address).toString();
    expect(link('https://github.com/acme/api/actions/runs/1')).toBe(
      '[run 1](https://github.com/acme/api/actions/runs/1)',
    );
    expect(link('http://127.0.0.1:4000/acme/api')).toBe('[run 1](http://127.0.0.1:4000/acme/api)');
    for (const address of [
      '',
      'javascript:alert(1)',
      'https://x)[y](z',
      'https://x/ y',
      'https://user@x/',
      'https://x/<',
      'https://x/\n',
    ]) {
      expect(link(address)).toBe('run 1');
    }
  });
});

describe('untrusted text in a terminal or a log', () => {
  test('is one visible line that gives no commands, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryHostileText, arbitraryHostileText, (a, b) => {
        const line = formatPlain(say`${a}${code(b)} ${a}`);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(line).not.toMatch(/^\s*::|##\[/);
      }),
      { numRuns: 300 },
    );
  });

  test('stays as it is where it is harmless', () => {
    expect(formatPlain(say`api: ${code('RUN cp Foo::Bar.pm /x')} & ${'<y>'}`)).toBe('api: RUN cp Foo::Bar.pm /x & <y>');
    expect(makeInertLine('  ::error::x')).toBe('  : :error::x');
    expect(makeInertLine('a ##[group]')).toBe('a ## [group]');
  });
});
