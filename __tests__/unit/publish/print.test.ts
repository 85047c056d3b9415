import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printAnnotations } from '../../../src/publish/print-annotations.ts';
import { printGroup } from '../../../src/publish/print-group.ts';
import { printNotes } from '../../../src/publish/print-notes.ts';
import { captureLog } from './capture-log.ts';

/** Where the runner takes a line for a command: `::name` after the blanks it starts with, `##[name` anywhere. */
function isCommand(line: string): boolean {
  return /^[\s\u0085\uFEFF]*::/.test(line) || line.includes('##[');
}

describe('a group', () => {
  test('has its lines between its title and its end', () => {
    expect(
      captureLog(() => {
        printGroup('Plan', ['image      ghcr.io/acme/api', 'tags       main']);
      }),
    ).toEqual(['::group::Plan', 'image      ghcr.io/acme/api', 'tags       main', '::endgroup::']);
  });

  test('gives no command, whatever is in it', () => {
    const scrap = fc.constantFrom(
      '::',
      '##[',
      'set-output',
      'group]',
      '\n',
      '\r',
      '\u0085',
      '\u2028',
      ' ',
      '\t',
      '\uFEFF',
      '\u001B[31m',
      ':',
    );
    const text = fc.array(fc.oneof(scrap, fc.string())).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.array(text), (title, lines) => {
        const [first = '', ...rest] = captureLog(() => {
          printGroup(title, lines);
        });
        const last = rest.pop();
        expect(first.startsWith('::group::')).toBe(true);
        expect(first).not.toContain('##[');
        expect(last).toBe('::endgroup::');
        const printed = rest.flatMap((line) => line.split(/[\r\u0085\u2028\u2029]/));
        expect(printed.filter(isCommand)).toEqual([]);
      }),
    );
  });
});

describe('notes', () => {
  test('have what to do on lines of its own, as it is to be written', () => {
    const note = {
      code: 'comment-denied',
      message: 'GitHub said no (100%)',
      hint: 'Add:\npermissions:\n  pull-requests: write',
    };
    expect(
      captureLog(() => {
        printNotes([note], 'warning');
      }),
    ).toEqual(['::warning::GitHub said no (100%25)%0AAdd:%0Apermissions:%0A  pull-requests: write']);
    expect(
      captureLog(() => {
        printNotes([{ code: 'x', message: 'so', hint: '' }]);
      }),
    ).toEqual(['::notice::so']);
  });

  test('start no command of their own', () => {
    const hostile = { code: 'x', message: 'a\r\n::set-output name=digest::b', hint: '##[error]c' };
    expect(
      captureLog(() => {
        printNotes([hostile]);
      }),
    ).toEqual(['::notice::a%0A: :set-output name=digest::b%0A## [error]c']);
  });
});

test('annotations are ten of a level at most, the rest is in the log', () => {
  const notices = Array.from({ length: 13 }, (_, index) => ({ level: 'notice' as const, message: `n${index}` }));
  const warnings = Array.from({ length: 10 }, (_, index) => ({ level: 'warning' as const, message: `w${index}` }));
  const lines = captureLog(() => {
    printAnnotations([...notices, ...warnings, { level: 'error', message: 'e' }]);
  });
  expect(lines.filter((line) => line.startsWith('::warning::'))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::notice::'))).toHaveLength(10);
  expect(lines[0]).toBe('::error::e');
  expect(lines.slice(-5)).toEqual(['::notice::and 4 more: see the log', 'n9', 'n10', 'n11', 'n12']);
});
