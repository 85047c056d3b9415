import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCsvFields, parseCsvFields, parseList } from '../../../src/plan/csv.ts';

describe('csv fields', () => {
  test('reads quoted fields, doubled quotes and empty ones', () => {
    expect(parseCsvFields('x', 'a,"b,c","d""e",,f')).toEqual(['a', 'b,c', 'd"e', '', 'f']);
  });

  test.each(['a"b', '"a', '"a"b'])('refuses %j, which buildx would refuse too', (line) => {
    expect(() => parseCsvFields('exporter-options', line)).toThrow(/^exporter-options: got /);
  });

  test('reads what it prints', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
        expect(parseCsvFields('x', formatCsvFields(fields))).toEqual(fields);
      }),
    );
  });
});

describe('parseList', () => {
  test('takes lines and commas, and drops blanks, empty values and quotes around', () => {
    expect(parseList('linux/amd64, linux/arm64\r\n\n"linux/s390x" ,')).toEqual([
      'linux/amd64',
      'linux/arm64',
      'linux/s390x',
    ]);
    expect(parseList(' \n')).toEqual([]);
  });
});
