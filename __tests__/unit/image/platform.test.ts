import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatPlatform, normalizePlatform, parsePlatform } from '../../../src/image/platform.ts';

describe('platform', () => {
  test.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v2', 'linux/amd64/v2'],
    ['Linux/x86_64', 'linux/amd64'],
    ['linux/x86-64', 'linux/amd64'],
    ['linux/i386', 'linux/386'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/arm64/v9', 'linux/arm64/v9'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/armhf', 'linux/arm/v7'],
    ['linux/armel', 'linux/arm/v6'],
    ['linux/s390x', 'linux/s390x'],
    ['macOS/arm64', 'darwin/arm64'],
    ['windows(10.0.17763)/amd64', 'windows/amd64'],
    ['windows(10.0.17763+win32k)/amd64', 'windows/amd64'],
    ['amd64', 'linux/amd64'],
    ['Aarch64', 'linux/arm64'],
    ['armhf', 'linux/arm/v7'],
  ])('%s is %s, as containerd has it', (text, expected) => {
    expect(formatPlatform(parsePlatform(text))).toBe(expected);
  });

  test.each([
    '',
    'linux',
    'windows',
    'linux/',
    '/amd64',
    'linux/arm/v7/x',
    'linux/amd 64',
    'linux/*',
    '*',
    'a/b\n',
    'linux,amd64',
    'linux/ämd64',
  ])('refuses %j and names it', (text) => {
    expect(() => parsePlatform(text)).toThrow(`${JSON.stringify(text)} is not a platform`);
    expect(() => parsePlatform(text)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test('does not echo an endless text', () => {
    expect(() => parsePlatform('x'.repeat(1e6))).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,200}$/) }),
    );
  });

  test('what was normalised stays so', () => {
    const word = fc.constantFrom('linux', 'amd64', 'arm', 'arm64', 'v7', 'v8', '8', 'V1', 'armel', 'x86_64', 'riscv64');
    fc.assert(
      fc.property(word, word, fc.option(word), (os, architecture, variant) => {
        const once = normalizePlatform({ os, architecture, variant });
        expect(normalizePlatform(once)).toEqual(once);
        expect(parsePlatform(formatPlatform(once))).toEqual(once);
      }),
    );
  });
});
