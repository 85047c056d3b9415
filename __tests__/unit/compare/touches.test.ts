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
    ['src\0*.md', 'src/a.md', false],
    ['src\0*.md', 'src/a.go', true],
    ['src\0*.md', 'src/deep/a.md', true],
    ['src\0**/*.md\0!a.md', 'src/a.md', true],
    ['\0docs', 'docs/deep/a', false],
    // A pattern has no slash before it, and a file that is named is taken.
    ['\0/docs', 'docs/a', true],
    ['*.md\0a.md', 'a.md', true],
    ['a*\0b', 'aa/b/c', false],
    // `COPY --parents **/go.mod`. Of a folder it is not known what is in it.
    ['\0**\0!**/go.mod', 'a/b/go.mod', true],
    ['\0**\0!**/go.mod', 'a/b/main.go', false],
    ['\0**\0!**/go.mod', 'a/b/', true],
    ['\0**\0!**/go.mod', '', true],
    ['src\0docs', 'src/docs/', false],
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
