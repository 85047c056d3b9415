import { describe, expect, test } from '@jest/globals';
import { parseDockerIgnore } from '../../../../src/build/context/docker-ignore.ts';

const isIgnored = (text: string, path: string): boolean | undefined =>
  parseDockerIgnore(text)?.isIgnored(path, path.endsWith('/'));

describe('.dockerignore', () => {
  // As Docker documents it, and as moby/patternmatcher's own tests have it.
  test.each([
    ['.git', '.git/config', true],
    ['.git', 'sub/.git/config', false],
    ['/docs/', 'docs/a.md', true],
    ['./docs', 'docs', true],
    ['docs/../src', 'src/a', true],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'docs/deep/README.md', true],
    ['**/*.md', 'README.md', true],
    ['*/temp*', 'a/temporary.txt', true],
    ['*/temp*', 'a/b/temp', false],
    ['temp?', 'tempa', true],
    ['temp?', 'temp', false],
    ['**', 'a/b', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'a', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/xb', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['# docs', '# docs', false],
    ['  docs  ', 'docs', true],
    ['*.md\n!README.md', 'README.md', false],
    ['*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
    ['docs\n!docs/keep', 'docs/keep/a', false],
    ['docs\n!docs/keep', 'docs/other', true],
    ['!docs', 'docs', false],
    ['a.b', 'axb', false],
    ['', 'a', false],
    // What is above the context is not in it, and what Go takes for no blank is part of a name.
    ['../a', 'a', false],
    ['b/../../a', 'a', false],
    ['/../a', 'a', true],
    ['\uFEFFa', 'a', true],
    ['b\n\uFEFFa', 'a', false],
    ['*\r\n!src\r\n', 'src/x', false],
    ['*\r\n!src\r\n', 'lib/x', true],
  ])('%j, %s: %p', (text, path, expected) => {
    expect(isIgnored(text, path)).toBe(expected);
  });

  test('leaves a folder out only where nothing of it is taken back in', () => {
    expect(isIgnored('dist', 'dist/')).toBe(true);
    expect(isIgnored('dist\n!dist/keep', 'dist/')).toBe(false);
  });

  test('is bounded: many lines are not read, and many wildcards take no time', () => {
    expect(parseDockerIgnore('a\n'.repeat(1001))).toBeNull();
    expect(isIgnored(`${'*a'.repeat(300)}b`, 'a'.repeat(600))).toBe(false);
    expect(isIgnored(`${'**/a'.repeat(100)}/b`, 'a/'.repeat(300))).toBe(false);
  });
});
