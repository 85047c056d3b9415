import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatJson } from '../../../src/command/format-json.ts';
import { arbitraryHostileText } from '../report/hostile.ts';

test('is JSON of the very value, and inert', () => {
  fc.assert(
    fc.property(fc.array(arbitraryHostileText), fc.dictionary(arbitraryHostileText, fc.integer()), (texts, counts) => {
      const value = { texts, counts: Object.entries(counts) };
      const text = formatJson(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(text).not.toMatch(/^\s*::|##\[/m);
    }),
  );
});

test('text that people read stays readable', () => {
  expect(formatJson({ a: 'größer — 大' })).toBe('{\n  "a": "größer — 大"\n}\n');
});

test.each([
  ['\u009B31m', '"\\u009b31m"\n'],
  ['\u202E', '"\\u202e"\n'],
  ['\u{E0041}', '"\\udb40\\udc41"\n'],
  ['##[error]', '"#\\u0023[error]"\n'],
])('%j', (text, json) => {
  expect(formatJson(text)).toBe(json);
});
