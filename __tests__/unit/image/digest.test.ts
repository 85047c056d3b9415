import { describe, expect, test } from '@jest/globals';
import { isDigest, parseDigest, shortDigest } from '../../../src/image/digest.ts';

const HEX = 'a'.repeat(64);

describe('digest', () => {
  test('takes sha256 and sha512 in lower case only', () => {
    expect(isDigest(`sha256:${HEX}`)).toBe(true);
    expect(isDigest(`sha512:${HEX}${HEX}`)).toBe(true);
    for (const text of ['', HEX, `sha256:${HEX}0`, `sha256:${HEX.toUpperCase()}`, `sha256:${HEX}\n`, `md5:${HEX}`]) {
      expect(isDigest(text)).toBe(false);
    }
  });

  test('names what it was read from', () => {
    expect(() => parseDigest('nonsense', 'layer 3')).toThrow('layer 3: "nonsense" is not a digest');
  });

  test('shortens as Docker does', () => {
    expect(shortDigest(parseDigest(`sha256:${HEX}`))).toBe('aaaaaaaaaaaa');
  });
});
