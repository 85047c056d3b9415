import { describe, expect, test } from '@jest/globals';
import { findIntroduced, type FoundRule } from '../../../src/advice/introduced.ts';

const read = (text: string): FoundRule[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ rule: word.charAt(0), hash: word }));

describe('findings that have come', () => {
  test.each([
    ['the same', 'a1 b1', 'a1 b1', ''],
    ['one more rule', 'a1 b1', 'a1', 'b1'],
    ['one more of a rule', 'a1 a2', 'a1', 'a2'],
    ['one more, before the old', 'a2 a1', 'a1', 'a2'],
    ['an edited line', 'a2', 'a1', ''],
    ['an edited line and one more', 'a2 a3', 'a1', 'a2'],
    ['one gone', '', 'a1', ''],
    ['one gone and another rule', 'b1', 'a1', 'b1'],
    ['all', 'a1 b1', '', 'a1 b1'],
    ['the same line twice', 'a1 a1', 'a1', ''],
  ])('%s', (_, own, before, introduced) => {
    const found = read(own);
    const isNew = findIntroduced(found, read(before));
    expect(found.filter((__, place) => isNew[place]).map(({ hash }) => hash)).toEqual(
      read(introduced).map(({ hash }) => hash),
    );
  });
});
