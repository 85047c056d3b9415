import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { IMAGE_RULES } from '../../../src/advice/image-rules.ts';
import { RULES } from '../../../src/advice/rules.ts';
import { found } from './found.ts';

const ALL = [...RULES, ...IMAGE_RULES];

/** Formatting aside: Markdown escapes what it would take for emphasis. */
const plain = (text: string): string => text.replace(/[\\*_]/g, '');

test('docs/rules.md has a section a rule, in order, that says what the command says', () => {
  const [, ...sections] = readFileSync('docs/rules.md', 'utf8').split('\n## ');
  expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(ALL.map(({ id }) => id));
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  for (const [place, { title, why, instead, level }] of ALL.entries()) {
    for (const said of [title, `(${level})`, why, instead]) expect(plain(sections[place] ?? '')).toContain(plain(said));
  }
});

test('docs/rules.md: its example silences the rule that it names', () => {
  const [, example = ''] = /^```dockerfile\n(.*?)^```$/ms.exec(readFileSync('docs/rules.md', 'utf8')) ?? [];
  const silenced = `${example}USER node\n`;
  const spoken = silenced.replace(/^#.*\n/, '');
  expect(found(spoken)).toEqual(['moving-image:1']);
  expect(found(silenced)).toEqual([]);
});
