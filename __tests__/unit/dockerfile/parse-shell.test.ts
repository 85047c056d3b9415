import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsed } from './parsed.ts';
import { parseShell } from '../../../src/dockerfile/parse-shell.ts';
import { readRunCommands } from '../../../src/dockerfile/run-commands.ts';

const read = (text: string): string[] | null =>
  parseShell(text)?.map(({ operator, words }) => `${operator}${words.map((word) => word.text).join(' ')}`) ?? null;

describe('shell text', () => {
  test.each([
    ['a b && c || d; e | f & g', ['a b', '&&c', '||d', ';e', '|f', '&g']],
    ['a  "b c" \'d $e\' f\\ g', ['a b c d $e f g']],
    ['a\nb &&\n\nc # d && e\nf#g', ['a', ';b', '&&c', ';f#g']],
    ['X=1 Y="2 3" a Z=4', ['a Z=4']],
    ['a > /x 2>&1 < y 2>/dev/null && b', ['a', '&&b']],
    ['a &> /x && b', ['a', '&&b']],
    ['if a; then b; elif c; then d; else e; fi && f', ['a', 'b', 'c', 'd', 'e', '&&f']],
    ['for x in 1 2; do a $x; done; b', ['for x in 1 2', 'a $x', ';b']],
    ['while a; do b; done', ['a', 'b']],
    ['case "$x" in a) b ;; c|d) e && f ;; *) g ;; esac; h', ['b', 'e', '&&f', 'g', ';h']],
    ['{ a; b; } && (c; d)', ['a', ';b', 'c', ';d']],
    ['a "$(b | c)" `d`', ['b', '|c', 'd', 'a $(b | c) `d`']],
    ['a <(b c)', ['b c', 'a <(b c)']],
    ['a ${B:-"c d"} $((1 + 2)) $?', ['a ${B:-"c d"} $((1 + 2)) $?']],
    ["a <<'E'\nrm -rf /x\nE\nb", ['a', ';b']],
    ['[ -f x ] && a', ['[ -f x ]', '&&a']],
    ['! a && b', ['a', '&&b']],
    ['sed -i "s/a/b/" x', ['sed -i s/a/b/ x']],
    ["awk '{ print $1 }'", ['awk { print $1 }']],
    ['', []],
    ['a "b', null],
    ["a 'b", null],
    ['a $(b', null],
    ['a() { b; }', null],
    ['(a', null],
    ['a)', null],
    ['if a; then b', null],
    ['fi', null],
    ['x=(a b)', null],
    ['((a++))', null],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('what is literal', () => {
    const [command] = parseShell('a b "c d" $e *.f \'$g\' "h$(i)"')?.slice(-1) ?? [];
    expect(command?.words.map(({ isLiteral }) => isLiteral)).toEqual([true, true, true, false, false, true, false]);
  });

  test('never throws, and places lie in the text', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        ' ',
        '&&',
        '|',
        ';',
        '\n',
        '"',
        "'",
        '`',
        '$(',
        '${',
        '$((',
        '))',
        ')',
        '(',
        '{ ',
        '; }',
        '<<E\n',
        'E\n',
        '>',
        '<(',
      ],
      ...['if ', 'then ', 'fi', 'for ', 'do ', 'done', 'case ', 'esac', ' in ', '\\', '\\\n', '#', '=', '*', '!', '\0'],
    );
    const soup = fc.array(token, { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        for (const { start, end, words } of parseShell(text) ?? []) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const word of words) expect(text.slice(word.start, word.end)).not.toBe('');
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['$('.repeat(50_000), '('.repeat(50_000), '`'.repeat(49_999), 'a;'.repeat(50_000), '${'.repeat(50_000)])(
    'ends, however often: %#',
    (text) => {
      expect(parseShell(text)).toBeNull();
    },
  );
});

describe('commands of a RUN', () => {
  const commands = (text: string) => {
    const [run] = parsed(`FROM a\n${text}`).stages[0]?.instructions ?? [];
    return run === undefined ? null : readRunCommands(run);
  };
  const programs = (text: string) =>
    commands(text)?.map(({ program, arguments: words }) => [program, ...words.map((word) => word.text)].join(' ')) ??
    null;

  test.each([
    ['RUN a && b', ['a', 'b']],
    ['RUN sudo -E /usr/bin/a b', ['a b']],
    ['RUN env X=1 a', ['a']],
    ['RUN ["a", "b c"]', ['a b c']],
    ['RUN ["/bin/bash", "-c", "a && b"]', ['bash -c a && b', 'a', 'b']],
    ['RUN bash -lc "a; b" && c', ['bash -lc a; b', 'a', 'b', 'c']],
    ['RUN <<EOF\na\nb\nEOF', ['a', 'b']],
    ['RUN <<EOF bash -e\na\nEOF', ['a']],
    ['RUN bash <<EOF\na\nEOF', ['a']],
    ['RUN <<EOF\n#!/usr/bin/env bash\na\nEOF', ['a']],
    ['RUN <<EOF\n#!/usr/bin/env python\na()\nEOF', null],
    ['RUN python3 <<EOF\na\nEOF', null],
    ['RUN cat <<EOF >/x\napt-get update\nEOF', null],
    ['RUN a "b', null],
  ])('%s', (text, expected) => {
    expect(programs(text)).toEqual(expected);
  });

  test('a command knows its line', () => {
    const read = commands('RUN a && \\\n  # b\n  c && \\\n  d');
    expect(read?.map(({ place }) => place)).toEqual([
      { line: 2, column: 4 },
      { line: 4, column: 2 },
      { line: 5, column: 2 },
    ]);
  });

  test('and what is set for it alone', () => {
    const read = commands('RUN A=1 env B=2 c D=3');
    expect([...(read?.[0]?.own ?? [])]).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });
});
