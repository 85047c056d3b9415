import { expect, test } from '@jest/globals';
import { markLines } from '../../../src/advice/mark-lines.ts';

const LINES = ['FROM debian', '', 'RUN apt-get update \\', '  && apt-get install -y curl', '  ', 'USER 1'];
const mark = (lines: readonly string[], line: number, lastLine: number) =>
  markLines(lines, { line, lastLine }, (x) => x);

test('lines are known by their words and by the lines around them', () => {
  expect(mark(LINES, 3, 4)).toEqual([
    'above FROM debian',
    'below USER 1',
    'RUN',
    'apt',
    'get',
    'update',
    'install',
    'y',
    'curl',
  ]);
});

test('blanks do not count, nor where the lines end', () => {
  const others = ['  FROM debian', 'RUN  apt-get   update && apt-get install -y curl', '\tUSER 1', ''];
  expect(mark(others, 2, 2)).toEqual(mark(LINES, 3, 4));
});

test('at the ends of a file nothing is around them', () => {
  expect(mark(['FROM a'], 1, 1)).toEqual(['above ', 'below ', 'FROM', 'a']);
});

test('of very many words the first, and of each no more than its hash', () => {
  const words = Array.from({ length: 100 }, (_, place) => `w${place}`).join(' ');
  const marks = markLines([words], { line: 1, lastLine: 1 }, (text) => `${text.length}`);
  expect(marks).toHaveLength(64);
  expect(marks.slice(0, 3)).toEqual(['6', '6', '2']);
});
