import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanTagName } from '../../../src/plan/tag-name.ts';
import { findPreviousRelease, isHighestStable, parseVersionTag } from '../../../src/plan/version.ts';

describe('parseVersionTag', () => {
  test.each([
    ['v1.2.3', '', '1.2.3', true],
    ['1.2.3', '', '1.2.3', true],
    ['V1.2.3', 'V', '1.2.3', true],
    ['api-v1.2.3', 'api-', '1.2.3', true],
    ['api-1.2.3', 'api-', '1.2.3', true],
    ['api/1.2.3', 'api-', '1.2.3', true],
    ['api/v1.2.3', 'api-', '1.2.3', true],
    ['@acme/api@1.2.3', 'acme-api-', '1.2.3', true],
    ['node-18-v1.2.3', 'node-18-', '1.2.3', true],
    ['go1.22.0', 'go', '1.22.0', true],
    ['dev1.2.3', 'dev', '1.2.3', true],
    ['api.v1.2.3', 'api.', '1.2.3', true],
    ['2024.01.15', '', '2024.1.15', true],
    ['v1.2.3-rc.1', '', '1.2.3-rc.1', false],
    ['api-v1.2.3-rc.1', 'api-', '1.2.3-rc.1', false],
    ['v1.2.3+build.5', '', '1.2.3', true],
    ['v1.2.3-rc.1+5', '', '1.2.3-rc.1', false],
  ])('%s has the prefix %j and the version %s', (tag, prefix, version, isStable) => {
    expect(parseVersionTag(tag)).toEqual({ prefix, version, isStable });
  });

  test.each([
    '',
    'v1',
    'v1.2',
    'latest',
    'main',
    'sha-1234567',
    '1.2.3.4',
    'v1.2.3.4',
    '1.2.3_1',
    'v1.2.99999999999999999999',
  ])('%j is no version', (tag) => {
    expect(parseVersionTag(tag)).toBeNull();
  });

  test('reads any version after any clean prefix, with v and without', () => {
    const number = fc.nat({ max: 9999 });
    fc.assert(
      fc.property(
        fc.constantFrom('', 'api-', 'a_', 'x.y-', 'node-18-'),
        fc.boolean(),
        number,
        number,
        number,
        (prefix, v, a, b, c) => {
          const version = `${a}.${b}.${c}`;
          expect(parseVersionTag(`${prefix}${v ? 'v' : ''}${version}`)).toEqual({ prefix, version, isStable: true });
        },
      ),
    );
  });

  test('a git tag and the image tag made of it have the same prefix and version', () => {
    const prefix = fc.oneof(
      fc.constantFrom('', 'v', '@acme/api@', 'api/v', 'é', '1.0.0 '),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(
        prefix.filter((text) => !text.includes('+')),
        fc.nat({ max: 99 }),
        (text, patch) => {
          const tag = `${text}1.2.${patch}`;
          expect(parseVersionTag(cleanTagName(tag))).toEqual(parseVersionTag(tag));
        },
      ),
    );
  });

  test('a long hostile tag is read in bounded time', () => {
    expect(parseVersionTag(`${'1.'.repeat(100_000)}x`)).toBeNull();
  });
});

const tags = ['main', 'v1.4.1', 'v1.4.2', '2.0.0', 'v2.1.0-rc.1', 'api-v9.0.0', 'latest', 'sha-0123456'];

describe('isHighestStable', () => {
  test.each([
    ['2.0.0', true],
    ['2.0.1', true],
    ['1.4.3', false],
    ['2.1.0-rc.2', false],
  ])('%s: %s', (version, expected) => {
    expect(isHighestStable({ prefix: '', version }, tags)).toBe(expected);
  });

  test('goes by its own prefix, and is true for a first release', () => {
    expect(isHighestStable({ prefix: 'api-', version: '8.0.0' }, tags)).toBe(false);
    expect(isHighestStable({ prefix: 'web-', version: '0.1.0' }, tags)).toBe(true);
  });
});

describe('findPreviousRelease', () => {
  test.each([
    ['2.0.1', '2.0.0'],
    ['1.4.3', 'v1.4.2'],
    ['1.4.2', 'v1.4.1'],
    ['2.1.0-rc.2', 'v2.1.0-rc.1'],
    ['2.1.0', 'v2.1.0-rc.1'],
    ['1.0.0', null],
    [null, '2.0.0'],
  ])('before %s comes %s', (version, expected) => {
    expect(findPreviousRelease({ prefix: '', version }, tags)).toBe(expected);
  });

  test('the highest of all is a stable one, where one is', () => {
    expect(findPreviousRelease({ prefix: '', version: null }, ['v1.0.0-rc.1', 'v1.0.0-rc.2'])).toBe('v1.0.0-rc.2');
  });

  test('the highest of all may have a prefix that all have', () => {
    expect(findPreviousRelease({ prefix: '', version: null }, ['main', 'api-v1.0.0', 'api-v1.1.0'])).toBe('api-v1.1.0');
    expect(findPreviousRelease({ prefix: '', version: null }, ['web-v1.0.0', 'api-v1.1.0'])).toBeNull();
    expect(findPreviousRelease({ prefix: '', version: '2.0.0' }, ['api-v1.0.0', 'api-v1.1.0'])).toBeNull();
  });

  test('stays within its prefix', () => {
    expect(findPreviousRelease({ prefix: 'api-', version: '9.0.1' }, tags)).toBe('api-v9.0.0');
    expect(findPreviousRelease({ prefix: 'web-', version: '9.0.1' }, tags)).toBeNull();
  });
});
