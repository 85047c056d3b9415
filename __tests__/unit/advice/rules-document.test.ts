import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RULES } from '../../../src/advice/rules.ts';

/** Formatting aside: Markdown escapes what it would take for emphasis. */
const plain = (text: string): string => text.replace(/[\\*_]/g, '');

test('docs/rules.md has a section a rule, in order, that says what the command says', () => {
  const [, ...sections] = readFileSync('docs/rules.md', 'utf8').split('\n## ');
  expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(RULES.map(({ id }) => id));
  for (const [place, { title, why, instead, level }] of RULES.entries()) {
    for (const said of [title, `(${level})`, why, instead]) expect(plain(sections[place] ?? '')).toContain(plain(said));
  }
});
