import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanTagName, isImageTag, whatTagIsKeptFor } from '../../../src/plan/tag-name.ts';

describe('cleanTagName', () => {
  test.each([
    ['main', 'main'],
    ['feature/one', 'feature-one'],
    ['feature//#one', 'feature-one'],
    ['Feature_1.x', 'Feature_1.x'],
    ['my branch', 'my-branch'],
    ['ünï', 'n-'],
    ['.hidden', 'hidden'],
    ['-flag', 'flag'],
    ['$(rm -rf /)', 'rm--rf-'],
    ['@{}', ''],
  ])('%j becomes %j', (name, tag) => {
    expect(cleanTagName(name)).toBe(tag);
  });

  test('two long names that differ at their ends stay apart, within 128 characters', () => {
    const [a, b] = [cleanTagName(`${'x'.repeat(200)}a`), cleanTagName(`${'x'.repeat(200)}b`)];
    expect(a).toMatch(/^x{119}-[0-9a-f]{8}$/);
    expect(b).not.toBe(a);
  });

  test('makes a tag of any text, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(cleanTagName(text)).toMatch(/^(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$/);
      }),
    );
  });
});

describe('whatTagIsKeptFor', () => {
  test.each([
    'latest',
    'pr-12',
    'pr-x',
    'sha-abc',
    'buildcache-api-main',
    `plimsoll-${'0'.repeat(32)}`,
    `sha256-${'a'.repeat(64)}`,
    `sha256-${'a'.repeat(64)}.sig`,
  ])('keeps %s', (tag) => {
    expect(whatTagIsKeptFor(tag)).toEqual(expect.any(String));
  });

  test.each(['main', 'Latest', 'latest-fix', 'pr', 'sha', 'plimsoll-setup', 'v1.2.3'])('leaves %s', (tag) => {
    expect(whatTagIsKeptFor(tag)).toBeNull();
  });
});

test.each([
  ['main', true],
  ['latest', true],
  ['pr-12', true],
  [`sha-${'a'.repeat(40)}`, true],
  ['buildcache-api-main', false],
  [`plimsoll-${'0'.repeat(32)}`, false],
  [`sha256-${'a'.repeat(64)}.sig`, false],
])('whether %s stands for an image: %s', (tag, expected) => {
  expect(isImageTag(tag)).toBe(expected);
});
