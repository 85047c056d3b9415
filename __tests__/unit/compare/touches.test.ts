import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { touches } from '../../../src/compare/touches.ts';

describe('touches', () => {
  test.each([
    ['', 'a/b', true],
    ['.', 'a', true],
    ['a', 'a', true],
    ['a', 'a/b', true],
    ['a/b/c', 'a/b', true],
    ['./a/', 'a/b', true],
    ['a', 'ab', false],
    ['a/b', 'a/c', false],
    ['package*.json', 'package-lock.json', true],
    ['package*.json', 'src/package.json', false],
    ['*', 'a/b', true],
    ['s?c/*.go', 'src/main.go', true],
    ['s?c/*.go', 'src/main.c', false],
    ['[ab].txt', 'a.txt', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['**/x', 'a/x', true],
  ])('%s, %s: %p', (taken, path, expected) => {
    expect(touches([taken], [path])).toBe(expected);
  });

  test('nothing where there is nothing', () => {
    expect(touches([], ['a'])).toBe(false);
    expect(touches(['a'], [])).toBe(false);
  });

  test('agrees with a regular expression on wildcards, and takes no time for many', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(part, name, (pattern, path) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
        expect(touches([pattern], [path])).toBe(expression.test(path));
      }),
    );
    expect(touches([`${'*a'.repeat(400)}b`], ['a'.repeat(255)])).toBe(false);
  });
});
